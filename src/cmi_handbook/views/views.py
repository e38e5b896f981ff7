"""Everything that is shown of one edition, finished: the only thing that renderers get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.model.publication import Publication
from cmi_handbook.model.reading import Synonym
from cmi_handbook.views.address import Address, addresses, note_pages, statement_pages
from cmi_handbook.views.book_index import IndexLetter, view_index
from cmi_handbook.views.coverage import Ledger, view_coverage
from cmi_handbook.views.edition import EditionView, Imprint, view_edition, view_imprint
from cmi_handbook.views.gatherings import GatheringView, view_gatherings
from cmi_handbook.views.glossary import TermView, by_letter, view_term
from cmi_handbook.views.line import Line, view_lines
from cmi_handbook.views.matrix import Matrix, view_actor_matrix, view_level_matrix
from cmi_handbook.views.outsiders import OutsidersView, view_outsiders
from cmi_handbook.views.panels import Panel, view_panels
from cmi_handbook.views.party import PartyView, view_party
from cmi_handbook.views.policy import (
    NoteView,
    ReferenceView,
    SectionView,
    SheetView,
    section_name,
    view_notes,
    view_references,
    view_section,
    view_sheets,
)
from cmi_handbook.views.register import Register, view_register
from cmi_handbook.views.relation_map import RelationMap, view_relation_map
from cmi_handbook.views.search import Findable, view_search
from cmi_handbook.views.seats import SeatView, view_seat
from cmi_handbook.views.statement import StatementView, view_statement
from cmi_handbook.views.themes import ThemeView, view_theme


@dataclass(frozen=True)
class StatementPage:
    """A page of the register."""

    page: str
    title: str
    short_title: str
    statements: tuple[StatementView, ...]


class Views:
    """The views of one edition, each made when it is first asked for and then kept."""

    def __init__(self, handbook: Handbook) -> None:
        """Take a linked handbook; nothing else of it is seen by what renders these views."""
        self._book = handbook

    @property
    def publication(self) -> Publication:
        """The head of the edition."""
        return self._book.publication

    @property
    def root(self) -> str:
        """The edition's folder on the site."""
        return str(self._book.publication.id)

    @property
    def synonyms(self) -> tuple[Synonym, ...]:
        """Words that readers type, and what they lead to."""
        return self._book.synonyms

    @property
    def handbook(self) -> Handbook:
        """The records, for the one output that is the records themselves: the export."""
        return self._book

    def marking(self, *shown: object) -> str:
        """Return the marking of whatever is shown."""
        return self._book.marking(*shown)

    @cached_property
    def homes(self) -> Mapping[str, Address]:
        """The page and anchor of every id."""
        return addresses(self._book)

    @cached_property
    def imprint(self) -> Imprint:
        """What every page and sheet says of the edition."""
        return view_imprint(self._book)

    @cached_property
    def edition(self) -> EditionView:
        """What there is to say about the edition."""
        return view_edition(self._book)

    @cached_property
    def sections(self) -> tuple[SectionView, ...]:
        """The sections of the text."""
        return tuple(view_section(self._book, id_) for id_ in self._book.sections)

    @cached_property
    def sheets(self) -> tuple[SheetView, ...]:
        """The decision sheets and the basic document; none where no sheet has a paragraph."""
        sheets = view_sheets(self._book)
        return sheets if any(each.paragraphs for each in sheets) else ()

    @cached_property
    def references(self) -> tuple[ReferenceView, ...]:
        """The table of references."""
        return view_references(self._book)

    @cached_property
    def statements(self) -> Mapping[str, StatementView]:
        """The card of every statement."""
        return {id_: view_statement(self._book, id_) for id_ in self._book.statements}

    @cached_property
    def statement_pages(self) -> tuple[StatementPage, ...]:
        """The register, page by page."""
        pages = statement_pages(self._book)
        return tuple(self._statement_page(page, ids) for page, ids in pages.items())

    def _statement_page(self, page: str, ids: tuple[str, ...]) -> StatementPage:
        section, _, part = page.partition("-part-")
        found = self._book.sections.get(section)
        short = phrase("Section {}", found.number) if found else "Decision sheets"
        title = phrase("Statements of section {}", found.number) if found else "Statements of the decision sheets"
        more = f", part {part}" if part else ""
        return StatementPage(page, title + more, short + more, tuple(self.statements[id_] for id_ in ids))

    @cached_property
    def roles(self) -> tuple[PartyView, ...]:
        """The bodies."""
        return tuple(view_party(self._book, id_) for id_ in self._book.bodies)

    @cached_property
    def actors(self) -> tuple[PartyView, ...]:
        """The actors."""
        return tuple(view_party(self._book, id_) for id_ in self._book.actors)

    @cached_property
    def seats(self) -> tuple[SeatView, ...]:
        """The posts."""
        return tuple(view_seat(self._book, id_) for id_ in self._book.seats)

    @cached_property
    def themes(self) -> tuple[ThemeView, ...]:
        """The themes."""
        return tuple(view_theme(self._book, id_) for id_ in self._book.themes)

    @cached_property
    def outsiders(self) -> OutsidersView | None:
        """The page for readers outside, where there is one."""
        return view_outsiders(self._book)

    @cached_property
    def letters(self) -> Mapping[str, tuple[TermView, ...]]:
        """The glossary by letter."""
        return by_letter(self._book)

    @cached_property
    def pair(self) -> tuple[TermView, ...]:
        """The two terms that readers take for one another, or none."""
        pair = self.publication.pair
        return tuple(view_term(self._book, id_) for id_ in pair.terms) if pair else ()

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """What a panel says of each term."""
        return view_panels(self._book)

    @cached_property
    def goals(self) -> tuple[GatheringView, ...]:
        """The goals."""
        return view_gatherings(self._book, self._book.goals.values())

    @cached_property
    def principles(self) -> tuple[GatheringView, ...]:
        """The principles."""
        return view_gatherings(self._book, self._book.principles.values())

    @cached_property
    def policy_relations(self) -> tuple[GatheringView, ...]:
        """The relations to other policies."""
        return view_gatherings(self._book, self._book.policy_relations.values())

    @cached_property
    def ledgers(self) -> tuple[Ledger, ...]:
        """The ledger of sentences, section by section."""
        return view_coverage(self._book)

    @cached_property
    def note_pages(self) -> tuple[tuple[NoteView, ...], ...]:
        """The source notes, page by page."""
        return tuple(view_notes(self._book, ids) for ids in note_pages(self._book))

    @cached_property
    def notes_by_section(self) -> Mapping[str, tuple[NoteView, ...]]:
        """The source notes by the name of the section that each is about first."""
        found: dict[str, list[str]] = {}
        for note in self._book.notes.values():
            found.setdefault(self._standing_in(note.paras[0]) if note.paras else "The whole document", []) \
                .append(note.id)
        return {title: view_notes(self._book, ids) for title, ids in found.items()}

    def _standing_in(self, id_: str) -> str:
        if id_ in self._book.paragraphs:
            return section_name(self._book, self._book.paragraphs[id_].section)
        return "References" if id_ in self._book.references else "Footnotes"

    @cached_property
    def cards_by_section(self) -> Mapping[str, Mapping[str, tuple[StatementView, ...]]]:
        """The cards by section and paragraph."""
        found: dict[str, dict[str, list[StatementView]]] = {}
        for card in self.statements.values():
            paras = found.setdefault(self._standing_in(card.para), {})
            paras.setdefault(card.para, []).append(card)
        return {title: {para: tuple(cards) for para, cards in paras.items()} for title, paras in found.items()}

    @cached_property
    def actor_matrix(self) -> Matrix:
        """Bodies by actors."""
        return view_actor_matrix(self._book)

    @cached_property
    def level_matrix(self) -> Matrix | None:
        """Bodies by level, where the publication has levels."""
        return view_level_matrix(self._book) if self.publication.levels else None

    @cached_property
    def relation_map(self) -> RelationMap:
        """The map of relations."""
        return view_relation_map(self._book)

    @cached_property
    def register(self) -> Register:
        """The register as rows that can be filtered."""
        return view_register(self._book)

    @cached_property
    def search(self) -> tuple[Findable, ...]:
        """What the search looks through."""
        return view_search(self._book)

    @cached_property
    def index(self) -> tuple[IndexLetter, ...]:
        """The book's index."""
        return view_index(self._book)

    def shortcuts(self, way: str) -> Iterator[tuple[str, str]]:
        """Yield what the home page leads to at once by one way in: ids, and what to call them."""
        for id_ in getattr(self.publication.shortcuts, way):
            record = self._book.record(id_)
            if way == "terms":
                yield id_, record.abbreviation or record.term
            else:
                yield id_, record.title.capitalize() if way == "sections" else record.name

    def of_force(self, force: str) -> tuple[Line, ...]:
        """Return the lines of all statements of a force."""
        return view_lines(self._book, (each.id for each in self._book.statements.values() if each.force == force))
