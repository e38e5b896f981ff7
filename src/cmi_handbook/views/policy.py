"""The policy's text, page by page, with what the handbook draws from each paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook, Paragraph
from cmi_handbook.model.publication import Document
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views import words
from cmi_handbook.views.statement import Ref, names
from cmi_handbook.views.text import Run, runs


@dataclass(frozen=True)
class Drawn:
    """A statement in one line."""

    id: str
    action: str
    force: str
    force_name: str
    modality_name: str
    bearers: tuple[Ref, ...]


@dataclass(frozen=True)
class NoteView:
    """A source note."""

    id: str
    paras: tuple[str, ...]
    quotes: tuple[Excerpt, ...]
    printed: str | None
    severity: str
    severity_name: str
    kind_name: str
    note: str
    marking: str


@dataclass(frozen=True)
class FootnoteView:
    """A footnote below the paragraph that calls it first."""

    id: str
    label: str
    text: str
    called_at: tuple[str, ...]


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph or lettered item as it is shown."""

    id: str
    label: str
    title: str | None
    heading: str | None
    parent: str | None
    runs: tuple[Run, ...]
    footnotes: tuple[FootnoteView, ...]
    drawn: tuple[Drawn, ...]
    notes: tuple[NoteView, ...]
    citation: str
    marking: str


@dataclass(frozen=True)
class SectionView:
    """A page of the policy; `heading` of a paragraph is given where a new group begins."""

    id: str
    number: str
    title: str
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True)
class SheetView:
    """A decision sheet with its particulars in words."""

    document: Document
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True)
class ReferenceView:
    """An entry of the table of references with where it is cited."""

    id: str
    letter: str
    document: str
    title: str
    date: str
    text: str
    cited_in: tuple[str, ...]
    struck_in: tuple[str, ...]
    notes: tuple[NoteView, ...]
    marking: str


def citation(handbook: Handbook, para: str) -> str:
    """Return the one form in which a paragraph is cited."""
    return f"{handbook.publication.citation}, para {para}"


def view_paragraph(handbook: Handbook, paragraph: Paragraph, heading: str | None = None) -> ParagraphView:
    """Return a paragraph; `heading` is the group heading that stands right above it."""
    return ParagraphView(
        id=paragraph.id, label=paragraph.label, title=paragraph.title, heading=heading, parent=paragraph.parent,
        runs=runs(handbook, paragraph),
        footnotes=tuple(_footnote(handbook, call.id) for call in paragraph.footnotes),
        drawn=tuple(_drawn(handbook, id_) for id_ in paragraph.statements),
        notes=view_notes(handbook, paragraph.notes),
        citation=citation(handbook, paragraph.id), marking=paragraph.marking,
    )


def _footnote(handbook: Handbook, id_: str) -> FootnoteView:
    footnote = handbook.footnotes[id_]
    return FootnoteView(id_, footnote.label, footnote.text, footnote.called_at)


def _drawn(handbook: Handbook, id_: str) -> Drawn:
    statement = handbook.statements[id_]
    return Drawn(id_, statement.action, statement.force, words.FORCES[statement.force][0],
                 words.MODALITIES[statement.modality], names(handbook, statement.bearers))


def view_notes(handbook: Handbook, ids: Iterable[str]) -> tuple[NoteView, ...]:
    """Return source notes, in the order given."""
    notes = (handbook.notes[id_] for id_ in ids)
    return tuple(
        NoteView(note.id, note.paras, note.quotes, note.printed, note.severity, words.SEVERITIES[note.severity],
                 words.NOTE_KINDS[note.kind], note.note, str(note.marking))
        for note in notes
    )


def view_section(handbook: Handbook, id_: str) -> SectionView:
    """Return a section of the policy."""
    section = handbook.sections[id_]
    paragraphs, heading = [], None
    for para in section.paragraphs:
        paragraph = handbook.paragraphs[para]
        new = paragraph.heading if paragraph.heading != heading else None
        heading = paragraph.heading
        paragraphs.append(view_paragraph(handbook, paragraph, new))
    return SectionView(id_, section.number, section.title, tuple(paragraphs))


def view_sheets(handbook: Handbook) -> tuple[SheetView, ...]:
    """Return the decision sheets and the basic document with their particulars."""
    return tuple(_sheet(handbook, document) for document in handbook.publication.documents)


def _sheet(handbook: Handbook, document: Document) -> SheetView:
    paragraphs = [handbook.paragraphs[para] for para in document.paras if para in handbook.paragraphs]
    facts = (
        ("Number", document.number),
        ("Date", f"{document.date.as_printed} (as printed)" if document.date else ""),
        ("Addressed to", document.addressee or ""),
        ("Subject", document.subject or ""),
        ("Signed", document.signatory or ""),
        ("Clears", "; ".join(document.clears)),
        ("Encloses", "; ".join(document.encloses)),
        ("Incorporated", "; ".join(document.corrigenda)),
        ("Stamps", "; ".join(document.stamps)),
        ("Distribution", document.distribution or ""),
        ("Pages", document.pages or ""),
    )
    return SheetView(document, tuple(fact for fact in facts if fact[1]),
                     tuple(view_paragraph(handbook, each) for each in paragraphs))


def view_references(handbook: Handbook) -> tuple[ReferenceView, ...]:
    """Return the table of references."""
    noted = {para: [] for para in handbook.references} | {}
    for note in handbook.notes.values():
        for para in note.paras:
            if para in noted:
                noted[para].append(note.id)
    return tuple(
        ReferenceView(
            id_, each.letter, each.document, each.title, each.date_as_printed, each.text, handbook.cited_in(id_),
            tuple(dict.fromkeys(citation.para for citation in each.citations if citation.struck)),
            view_notes(handbook, noted[id_]), str(each.marking),
        )
        for id_, each in handbook.references.items()
    )
