"""The printed book: everything it says, in order, as finished data that a typesetter lays out.

A `Book` is a run of chapters; each chapter has a `kind`, which says how it is
laid out, and content that was sorted, grouped and worded here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.ids import anchor
from cmi_handbook.views.book_index import view_index
from cmi_handbook.views.book_lines import PartyEntry, gathering_entry, party_entry
from cmi_handbook.views.edition import Imprint, view_imprint
from cmi_handbook.views.glossary import TermView, by_letter
from cmi_handbook.views.policy import (
    NoteView,
    ParagraphView,
    view_notes,
    view_references,
    view_section,
    view_sheets,
)
from cmi_handbook.views.statement import StatementView, view_statement


@dataclass(frozen=True)
class Chapter:
    """A chapter: `name` is its file, `kind` its layout, `lead` the editor's words on what stands here."""

    name: str
    kind: str
    title: str
    lead: str
    content: Any


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the table of contents."""

    level: int
    id: str
    title: str


@dataclass(frozen=True)
class Book:
    """All chapters, and the label of every id that has a home in them."""

    imprint: Imprint
    chapters: tuple[Chapter, ...]
    contents: tuple[ContentsEntry, ...]
    homes: dict[str, str]


@dataclass(frozen=True)
class Narrative:
    """A sentence from which nothing is drawn, and why."""

    n: int
    reason: str


@dataclass(frozen=True)
class PolicyParagraph:
    """A paragraph with what is drawn from it, and the sentences that feed nothing."""

    view: ParagraphView
    narrative: tuple[Narrative, ...]


@dataclass(frozen=True)
class PolicySection:
    """A section of the policy."""

    id: str
    title: str
    paragraphs: tuple[PolicyParagraph, ...]


@dataclass(frozen=True)
class ParagraphCards:
    """The cards drawn from one paragraph."""

    para: str
    cards: tuple[StatementView, ...]


@dataclass(frozen=True)
class SectionCards:
    """The cards of one section."""

    title: str
    paragraphs: tuple[ParagraphCards, ...]


@dataclass(frozen=True)
class SectionNotes:
    """The source notes of one section."""

    title: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class Letter:
    """The glossary's entries that begin with one letter."""

    letter: str
    terms: tuple[TermView, ...]


def view_book(handbook: Handbook, front: tuple[Chapter, ...] = (), pictures: tuple[Chapter, ...] = ()) -> Book:
    """Return the whole book; `front` are the hand-written pages, `pictures` the matrices and the map."""
    chapters = (*front, *_text_chapters(handbook), *pictures, *_apparatus(handbook))
    return bind(handbook, chapters)


def bind(handbook: Handbook, chapters: tuple[Chapter, ...]) -> Book:
    """Return chapters as a book with its contents; links lead only to what is in it."""
    return Book(view_imprint(handbook), chapters, tuple(_contents(chapters)), homes(handbook, chapters))


def _contents(chapters: Iterable[Chapter]) -> Iterable[ContentsEntry]:
    for chapter in chapters:
        yield ContentsEntry(1, f"chapter-{chapter.name}", chapter.title)
        if chapter.kind == "policy":
            yield from (ContentsEntry(2, section.id, section.title) for section in chapter.content)
        if chapter.kind == "parties":
            yield from (ContentsEntry(2, party.id, party.name) for party in chapter.content)


def _text_chapters(handbook: Handbook) -> tuple[Chapter, ...]:
    return (
        Chapter("policy", "policy", "The policy",
                "Every paragraph of the policy, word for word, and below it what the editor draws from it.",
                tuple(_section(handbook, id_) for id_ in handbook.sections)),
        Chapter("roles", "parties", "Roles",
                "The bodies on NATO's side. Direct lines fall on the body by name; inherited lines fall on a group "
                "that it is one of. Being under somebody's command hands nothing down.",
                tuple(party_entry(handbook, id_) for id_ in handbook.bodies)),
        Chapter("actors", "parties", "Actors",
                "Non-military actors and others beside NATO's bodies. The policy binds none of them; it says "
                "what NATO does towards them.",
                tuple(party_entry(handbook, id_) for id_ in handbook.actors)),
        Chapter("statements", "statements", "Statements",
                "One card for each finite verb with its own object. Force is the editor's reading, "
                "modality the surface of the governing verb.",
                _cards(handbook)),
    )  # fmt: skip


def _apparatus(handbook: Handbook) -> tuple[Chapter, ...]:
    gathered = (("Principles", handbook.principles), ("Goals", handbook.goals),
                ("Other policies", handbook.policy_relations))  # fmt: skip
    return (
        Chapter("principles-and-goals", "gatherings", "Principles, goals and other policies",
                "The titles are the editor's; the words below them are the policy's.",
                tuple((title, tuple(gathering_entry(handbook, each) for each in found.values()))
                      for title, found in gathered if found)),
        Chapter("glossary", "glossary", "Glossary",
                "Every term with its definition, or the plain word that the policy gives none.",
                tuple(Letter("Other" if key == "other" else key.upper(), terms)
                      for key, terms in by_letter(handbook).items())),
        Chapter("references", "references", "References",
                "The policy's table of references, with the paragraphs that cite each.",
                view_references(handbook)),
        Chapter("source-notes", "notes", "Source notes",
                "What is odd in the supplied text. Nothing in it was corrected; the notes say what may mislead.",
                _notes(handbook)),
        Chapter("decision-sheets", "sheets", "Decision sheets",
                "The sheets on top of the policy, and the particulars that they print.",
                _sheets(handbook)),
        Chapter("index", "index", "Index of terms, bodies and actors",
                "Pages in bold hold the entry itself; the others hold paragraphs of the policy that use the words.",
                view_index(handbook)),
    )  # fmt: skip


def _section(handbook: Handbook, id_: str) -> PolicySection:
    view = view_section(handbook, id_)
    return PolicySection(id_, f"Section {view.number}: {view.title}",
                         tuple(_paragraph(handbook, each) for each in view.paragraphs))  # fmt: skip


def _paragraph(handbook: Handbook, view: ParagraphView) -> PolicyParagraph:
    sentences = handbook.paragraphs[view.id].sentences
    return PolicyParagraph(view, tuple(Narrative(each.n, each.narrative) for each in sentences if each.narrative))


def _sheets(handbook: Handbook) -> tuple[Any, ...]:
    return tuple(
        {"title": sheet.document.title, "facts": sheet.facts,
         "paragraphs": tuple(_paragraph(handbook, each) for each in sheet.paragraphs)}
        for sheet in view_sheets(handbook)
    )  # fmt: skip


def section_title(handbook: Handbook, para: str) -> str:
    """Return the section a paragraph stands in, or the decision sheets or the references."""
    if para in handbook.references:
        return "References"
    paragraph = handbook.paragraphs.get(para)
    if paragraph and paragraph.section:
        section = handbook.sections[paragraph.section]
        return f"Section {section.number}: {section.title}"
    return "Decision sheets" if paragraph else "Footnotes"


def _cards(handbook: Handbook) -> tuple[SectionCards, ...]:
    sections: dict[str, dict[str, list[StatementView]]] = {}
    for statement in handbook.statements.values():
        paras = sections.setdefault(section_title(handbook, statement.para), {})
        paras.setdefault(statement.para, []).append(view_statement(handbook, statement.id))
    return tuple(
        SectionCards(title, tuple(ParagraphCards(para, tuple(cards)) for para, cards in paras.items()))
        for title, paras in sections.items()
    )


def _notes(handbook: Handbook) -> tuple[SectionNotes, ...]:
    sections: dict[str, list[str]] = {}
    for note in handbook.notes.values():
        title = section_title(handbook, note.paras[0]) if note.paras else "The whole document"
        sections.setdefault(title, []).append(note.id)
    return tuple(SectionNotes(title, view_notes(handbook, ids)) for title, ids in sections.items())


def homes(handbook: Handbook, chapters: Iterable[Chapter]) -> dict[str, str]:
    """Return the label of every id that has its place in one of the chapters."""
    names = [chapter.name for chapter in chapters]
    cited = {*handbook.paragraphs, *handbook.footnotes, *handbook.references}
    found = {f"chapter-{name}": f"chapter-{name}" for name in names}
    for name in names:
        found |= {id_: anchor(id_) if id_ in cited else id_ for id_ in _held(handbook, name)}
    return found


def _held(handbook: Handbook, name: str) -> Iterable[str]:
    """Return the ids that have their place in a chapter."""
    if name == "policy":
        paragraphs = (id_ for id_, each in handbook.paragraphs.items() if each.section)
        called = (id_ for id_, each in handbook.footnotes.items() if each.called_at)
        return [*handbook.sections, *paragraphs, *called]
    if name == "decision-sheets":
        return [id_ for id_, each in handbook.paragraphs.items() if not each.section]
    kinds: dict[str, Iterable[str]] = {
        "roles": handbook.bodies, "actors": handbook.actors, "statements": handbook.statements,
        "principles-and-goals": [*handbook.principles, *handbook.goals, *handbook.policy_relations],
        "glossary": handbook.terms, "references": handbook.references, "source-notes": handbook.notes,
    }  # fmt: skip
    return kinds.get(name, ())


def view_party_sheets(handbook: Handbook) -> tuple[PartyEntry, ...]:
    """Return one sheet for each body with statements, direct or inherited."""
    entries = (party_entry(handbook, id_) for id_ in handbook.bodies)
    return tuple(each for each in entries if each.direct_count or each.inherited_count)
