"""Statements and notes, section by section, as the register and the book list them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.views.address import statement_pages
from cmi_handbook.views.policy import NoteView, section_name, view_notes
from cmi_handbook.views.statement import StatementView, view_statement


@dataclass(frozen=True)
class StatementPage:
    """A page of the register."""

    page: str
    title: str
    short_title: str
    statements: tuple[StatementView, ...]


def view_statement_pages(handbook: Handbook) -> tuple[StatementPage, ...]:
    """Return the register, page by page."""
    return tuple(_page(handbook, page, ids) for page, ids in statement_pages(handbook).items())


def _page(handbook: Handbook, page: str, ids: Iterable[str]) -> StatementPage:
    section, _, part = page.partition("-part-")
    found = handbook.sections.get(section)
    short = phrase("Section {}", found.number) if found else "Decision sheets"
    title = phrase("Statements of section {}", found.number) if found else "Statements of the decision sheets"
    more = f", part {part}" if part else ""
    return StatementPage(page, title + more, short + more, tuple(view_statement(handbook, id_) for id_ in ids))


def view_cards_by_section(handbook: Handbook) -> Mapping[str, Mapping[str, tuple[StatementView, ...]]]:
    """Return the cards by section and paragraph."""
    found: dict[str, dict[str, tuple[StatementView, ...]]] = {}
    for id_, statement in handbook.statements.items():
        paras = found.setdefault(_standing_in(handbook, statement.para), {})
        paras[statement.para] = (*paras.get(statement.para, ()), view_statement(handbook, id_))
    return found


def view_notes_by_section(handbook: Handbook) -> Mapping[str, tuple[NoteView, ...]]:
    """Return the source notes by the name of the section that each is about first."""
    found: dict[str, list[str]] = {}
    for note in handbook.notes.values():
        title = _standing_in(handbook, note.paras[0]) if note.paras else "The whole document"
        found.setdefault(title, []).append(note.id)
    return {title: view_notes(handbook, ids) for title, ids in found.items()}


def _standing_in(handbook: Handbook, id_: str) -> str:
    if id_ in handbook.paragraphs:
        return section_name(handbook, handbook.paragraphs[id_].section)
    return "References" if id_ in handbook.references else "Footnotes"
