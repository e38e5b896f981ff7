"""The printed book: everything it says, in order, as finished data that a typesetter lays out.

A `Book` is a run of chapters; each chapter has a `kind`, which says how it is
laid out, and content that was sorted, grouped and worded before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cmi_handbook.model.ids import anchor
from cmi_handbook.model.portion import joined, opened, phrase
from cmi_handbook.views.edition import Imprint
from cmi_handbook.views.party import PartyView
from cmi_handbook.views.policy import NoteView, ParagraphView
from cmi_handbook.views.views import Views


@dataclass(frozen=True)
class Chapter:
    """A chapter: `name` is its file, `kind` its layout, `lead` the editor's words on what stands here.

    `held` are the ids that have their place in it.
    """

    name: str
    kind: str
    title: str
    lead: str
    content: Any
    held: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the table of contents."""

    level: int
    id: str
    title: str


@dataclass(frozen=True)
class Book:
    """All chapters, the label of every id that has a home in them, and the numbers that differ from their ids."""

    imprint: Imprint
    chapters: tuple[Chapter, ...]
    contents: tuple[ContentsEntry, ...]
    homes: Mapping[str, str]
    cited: Mapping[str, str]


@dataclass(frozen=True)
class PartySheet:
    """One body on a sheet of its own."""

    imprint: Imprint
    party: PartyView
    homes: Mapping[str, str]
    cited: Mapping[str, str]


def view_book(views: Views, front: tuple[Chapter, ...] = (), pictures: tuple[Chapter, ...] = ()) -> Book:
    """Return the whole book; `front` are the hand-written pages, `pictures` the matrices and the map."""
    return bind(views, (*front, *_text_chapters(views), *pictures, *_apparatus(views)))


def bind(views: Views, chapters: tuple[Chapter, ...]) -> Book:
    """Return chapters as a book with its contents; links lead only to what is in it."""
    return Book(views.imprint, chapters, tuple(_contents(chapters)), _homes(views, chapters), cited_numbers(views))


def cited_numbers(views: Views) -> dict[str, str]:
    """Return the numbers of paragraphs that are not written like their ids."""
    return {id_: home.cited for id_, home in views.homes.items() if home.cited not in ("", id_)}


def _contents(chapters: Iterable[Chapter]) -> Iterator[ContentsEntry]:
    for chapter in chapters:
        yield ContentsEntry(1, f"chapter-{chapter.name}", chapter.title)
        if chapter.kind == "policy":
            yield from (ContentsEntry(2, section.id, section.name) for section in chapter.content)
        if chapter.kind == "parties":
            yield from (ContentsEntry(2, party.id, party.name) for party in chapter.content)


def _text_chapters(views: Views) -> tuple[Chapter, ...]:
    words = views.publication.vocabulary
    return (
        Chapter("policy", "policy", phrase("The {}", words.publication),
                "Every paragraph, word for word, and below it what the editor draws from it.",
                tuple(replace(section, paragraphs=_printed(section.paragraphs)) for section in views.sections),
                tuple(_ids_of_text(views))),
        Chapter("roles", "parties", "Roles",
                phrase("The bodies on the side of {}. Direct lines fall on the body by name; inherited lines fall on "
                       "a group that it is one of. Being under somebody's command hands nothing down.", words.owner),
                views.roles, tuple(party.id for party in views.roles)),
        Chapter("actors", "parties", "Actors",
                phrase("Others beside the bodies of {}: {}, and whom else the text speaks of.", words.owner,
                       words.actors),
                views.actors, tuple(party.id for party in views.actors)),
        Chapter("statements", "statements", "Statements",
                "One card for each finite verb with its own object. Force is the editor's reading, "
                "modality the surface of the governing verb.",
                tuple(views.cards_by_section.items()), tuple(views.statements)),
    )  # fmt: skip


def _printed(paragraphs: Iterable[ParagraphView]) -> tuple[ParagraphView, ...]:
    """Return paragraphs as the book prints them: notes are only named there, and stand in their own chapter."""
    return tuple(replace(paragraph, notes=_named(paragraph.notes)) for paragraph in paragraphs)


def _named(notes: Iterable[NoteView]) -> tuple[NoteView, ...]:
    return tuple(replace(note, quotes=(), printed=None, note="") for note in notes)


def _ids_of_text(views: Views) -> Iterator[str]:
    for section in views.sections:
        yield section.id
        for paragraph in section.paragraphs:
            yield paragraph.id
            yield from (footnote.id for footnote in paragraph.footnotes)


def _apparatus(views: Views) -> tuple[Chapter, ...]:
    words = views.publication.vocabulary
    gathered = (("Principles", views.principles), ("Goals", views.goals),
                (opened(words.beside), views.policy_relations))
    filled = tuple((title, found) for title, found in gathered if found)
    gatherings = Chapter(
        "principles-and-goals", "gatherings", joined(", ", (title for title, _ in filled)),
        phrase("The titles are the editor's; the words below them are those of the {}.", words.publication),
        filled, tuple(gathering.id for _, found in filled for gathering in found))
    sheets = Chapter(
        "decision-sheets", "sheets", "Decision sheets",
        phrase("The sheets that come with the {}, and the particulars that they print.", words.publication),
        tuple(replace(sheet, paragraphs=_printed(sheet.paragraphs)) for sheet in views.sheets),
        tuple(paragraph.id for sheet in views.sheets for paragraph in sheet.paragraphs))
    return (
        *([gatherings] if filled else []),
        Chapter("glossary", "glossary", "Glossary",
                "Every term with its definition, or the plain word that there is none.",
                tuple(("Other" if key == "other" else key.upper(), terms) for key, terms in views.letters.items()),
                tuple(term.id for terms in views.letters.values() for term in terms)),
        Chapter("references", "references", "References",
                "The table of references, with the paragraphs that cite each.",
                tuple(replace(reference, notes=_named(reference.notes)) for reference in views.references),
                tuple(reference.id for reference in views.references)),
        Chapter("source-notes", "notes", "Source notes",
                "What is odd in the supplied text. Nothing in it was corrected; the notes say what may mislead.",
                tuple(views.notes_by_section.items()),
                tuple(note.id for notes in views.notes_by_section.values() for note in notes)),
        *([sheets] if views.sheets else []),
        Chapter("index", "index", "Index of terms, bodies and actors",
                "Pages in bold hold the entry itself; the others hold paragraphs that use the words.",
                views.index),
    )  # fmt: skip


def _homes(views: Views, chapters: Iterable[Chapter]) -> dict[str, str]:
    """Return the label of every id that has its place in one of the chapters."""
    numbered = {id_ for id_, home in views.homes.items() if home.anchor == anchor(id_)}
    found = {}
    for chapter in chapters:
        found[f"chapter-{chapter.name}"] = f"chapter-{chapter.name}"
        found |= {id_: anchor(id_) if id_ in numbered else id_ for id_ in chapter.held}
    return found


def view_party_sheets(views: Views) -> Iterator[PartySheet]:
    """Yield one sheet for each body with statements, direct or inherited."""
    for party in views.roles:
        if party.direct_count or party.inherited_count:
            shown = replace(party, members=(), towards=(), towards_wider=(), axes=(), passages=(), judgement=None)
            yield PartySheet(views.imprint, shown, {}, cited_numbers(views))
