"""The policy's text, page by page, with what the handbook draws from each paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook, Paragraph
from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.model.publication import Document
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line, view_lines
from cmi_handbook.views.runs import Run, runs


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


@dataclass(frozen=True)
class FootnoteView:
    """A footnote below the paragraph that calls it first."""

    id: str
    label: str
    text: str
    called_at: tuple[str, ...]


@dataclass(frozen=True)
class Narrative:
    """A sentence from which nothing is drawn, and why."""

    n: int
    reason: str


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph or an item as it is shown; `held_back` are the numbers that a ceiling keeps out after it."""

    id: str
    label: str
    cited: str
    title: str | None
    heading: str | None
    depth: int
    runs: tuple[Run, ...]
    footnotes: tuple[FootnoteView, ...]
    drawn: tuple[Line, ...]
    narrative: tuple[Narrative, ...]
    held_back: tuple[str, ...]
    notes: tuple[NoteView, ...]
    citation: str
    marking: str


@dataclass(frozen=True)
class SectionView:
    """A page of the text; `heading` of a paragraph is given where a new group begins.

    `name` is number and title; `held_back` are the numbers of paragraphs that a ceiling keeps out before the first one.
    """

    id: str
    number: str
    title: str
    name: str
    held_back: tuple[str, ...]
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True)
class SheetView:
    """A decision sheet with its particulars in words."""

    title: str
    facts: tuple[tuple[str, str], ...]
    held_back: tuple[str, ...]
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True)
class ReferenceView:
    """An entry of the table of references with where it is cited."""

    id: str
    letter: str
    text: str
    cited_in: tuple[str, ...]
    struck_in: tuple[str, ...]
    notes: tuple[NoteView, ...]


def citation(handbook: Handbook, para: str) -> str:
    """Return the one form in which a paragraph is cited."""
    return phrase("{}, para {}", handbook.publication.citation, handbook.cited(para))


def view_paragraph(handbook: Handbook, paragraph: Paragraph, heading: str | None = None) -> ParagraphView:
    """Return a paragraph; `heading` is the group heading that stands right above it."""
    return ParagraphView(
        id=paragraph.id, label=paragraph.label, cited=paragraph.cited, title=paragraph.title,
        heading=heading, depth=len(handbook.lead_ins(paragraph.id)),
        runs=runs(handbook, paragraph),
        footnotes=tuple(_footnote(handbook, id_) for id_ in dict.fromkeys(call.id for call in paragraph.footnotes)
                        if handbook.footnotes[id_].called_at[0] == paragraph.id),
        drawn=view_lines(handbook, paragraph.statements),
        narrative=tuple(Narrative(sentence.n, sentence.narrative) for sentence in paragraph.sentences
                        if sentence.narrative),
        held_back=_held_back(handbook, None, paragraph.id),
        notes=view_notes(handbook, paragraph.notes),
        citation=citation(handbook, paragraph.id), marking=paragraph.marking,
    )


def _footnote(handbook: Handbook, id_: str) -> FootnoteView:
    footnote = handbook.footnotes[id_]
    return FootnoteView(id_, footnote.label, footnote.text, footnote.called_at)


def _held_back(handbook: Handbook, place: str | None, after: str | None) -> tuple[str, ...]:
    """Return the numbers that are missing after a paragraph or, without one, at the head of a section or sheet."""
    return tuple(paragraph.cited for paragraph in handbook.held_back
                 if paragraph.after == after and (after or paragraph.section == place))


def view_notes(handbook: Handbook, ids: Iterable[str]) -> tuple[NoteView, ...]:
    """Return source notes, in the order given."""
    notes = (handbook.notes[id_] for id_ in ids)
    return tuple(
        NoteView(note.id, note.paras, note.quotes, note.printed, note.severity, wording.SEVERITIES[note.severity],
                 wording.NOTE_KINDS[note.kind], note.note)
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
    return SectionView(id_, section.number, section.title, section_name(handbook, id_),
                       _held_back(handbook, id_, None), tuple(paragraphs))


def view_sheets(handbook: Handbook) -> tuple[SheetView, ...]:
    """Return the decision sheets and the basic document with their particulars; none where none has a paragraph."""
    sheets = tuple(_sheet(handbook, document) for document in handbook.publication.documents)
    return sheets if any(sheet.paragraphs or sheet.held_back for sheet in sheets) else ()


def _sheet(handbook: Handbook, document: Document) -> SheetView:
    paragraphs = [handbook.paragraphs[para] for para in document.paras if para in handbook.paragraphs]
    facts = (
        ("Number", document.number),
        ("Date", phrase("{} (as printed)", document.date.as_printed) if document.date else ""),
        ("Addressed to", document.addressee or ""),
        ("Subject", document.subject or ""),
        ("Signed", document.signatory or ""),
        ("Clears", joined("; ", document.clears)),
        ("Encloses", joined("; ", document.encloses)),
        ("Incorporated", joined("; ", document.corrigenda)),
        ("Stamps", joined("; ", document.stamps)),
        ("Distribution", document.distribution or ""),
        ("Pages", document.pages or ""),
    )
    return SheetView(document.title, tuple(fact for fact in facts if fact[1]), _held_back(handbook, document.id, None),
                     tuple(view_paragraph(handbook, paragraph) for paragraph in paragraphs))


def view_references(handbook: Handbook) -> tuple[ReferenceView, ...]:
    """Return the table of references."""
    noted: dict[str, list[str]] = {para: [] for para in handbook.references}
    for note in handbook.notes.values():
        for para in note.paras:
            if para in noted:
                noted[para].append(note.id)
    return tuple(
        ReferenceView(
            id_, reference.letter, reference.text,
            handbook.cited_in(id_),
            tuple(dict.fromkeys(citation.para for citation in reference.citations if citation.struck)),
            view_notes(handbook, noted[id_]),
        )
        for id_, reference in handbook.references.items()
    )


def section_name(handbook: Handbook, id_: str | None) -> str:
    """Return how a section is called: its number and its title; what stands in none stands on the decision sheets."""
    if id_ is None:
        return "Decision sheets"
    section = handbook.sections[id_]
    return phrase("Section {}: {}", section.number, section.title)
