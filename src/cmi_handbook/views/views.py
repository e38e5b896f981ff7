"""Everything that is shown of one edition, finished: the only thing that renderers get."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.address import addresses, note_pages
from cmi_handbook.views.book_index import view_index
from cmi_handbook.views.coverage import view_coverage
from cmi_handbook.views.edition import view_edition, view_imprint
from cmi_handbook.views.gatherings import view_gatherings
from cmi_handbook.views.glossary import by_letter, view_term
from cmi_handbook.views.line import Line, Ref
from cmi_handbook.views.matrix import view_actor_matrix, view_level_matrix
from cmi_handbook.views.outsiders import view_outsiders
from cmi_handbook.views.panels import view_panels
from cmi_handbook.views.party import view_party
from cmi_handbook.views.policy import view_notes, view_references, view_section, view_sheets
from cmi_handbook.views.register import view_register
from cmi_handbook.views.relation_map import view_relation_map
from cmi_handbook.views.search import view_search
from cmi_handbook.views.seats import view_seat
from cmi_handbook.views.sections import view_cards_by_section, view_notes_by_section, view_statement_pages
from cmi_handbook.views.statement import view_statement
from cmi_handbook.views.themes import view_theme

T = TypeVar("T")


def made(make: Callable[[Handbook], T]) -> cached_property[T]:
    """Return a view of an edition, by what makes it of the handbook; it is made once."""
    return cached_property(lambda views: make(views.handbook))


class Views:
    """The views of one edition, each made when it is first asked for and then kept."""

    def __init__(self, handbook: Handbook) -> None:
        """Take a linked handbook; only the export asks it for records, all others for what is made here."""
        self.handbook = handbook
        self.publication = handbook.publication
        self.root = str(handbook.publication.id)

    def marking(self, *shown: object) -> str:
        """Return the marking of whatever is shown."""
        return self.handbook.marking(*shown)

    homes = made(addresses)
    imprint = made(view_imprint)
    edition = made(view_edition)
    sections = made(lambda book: tuple(view_section(book, id_) for id_ in book.sections))
    references = made(view_references)
    statements = made(lambda book: {id_: view_statement(book, id_) for id_ in book.statements})
    roles = made(lambda book: tuple(view_party(book, id_) for id_ in book.bodies))
    actors = made(lambda book: tuple(view_party(book, id_) for id_ in book.actors))
    seats = made(lambda book: tuple(view_seat(book, id_) for id_ in book.seats))
    themes = made(lambda book: tuple(view_theme(book, id_) for id_ in book.themes))
    outsiders = made(view_outsiders)
    letters = made(by_letter)
    panels = made(view_panels)
    goals = made(lambda book: view_gatherings(book, book.goals.values()))
    principles = made(lambda book: view_gatherings(book, book.principles.values()))
    policy_relations = made(lambda book: view_gatherings(book, book.policy_relations.values()))
    ledgers = made(view_coverage)
    note_pages = made(lambda book: tuple(view_notes(book, ids) for ids in note_pages(book)))
    notes_by_section = made(view_notes_by_section)
    cards_by_section = made(view_cards_by_section)
    statement_pages = made(view_statement_pages)
    actor_matrix = made(view_actor_matrix)
    relation_map = made(view_relation_map)
    register = made(view_register)
    search = made(view_search)
    synonyms = made(lambda book: book.synonyms)
    index = made(view_index)
    sheets = made(view_sheets)

    level_matrix = made(lambda book: view_level_matrix(book) if book.publication.levels else None)
    """Bodies by level, where the publication has levels."""

    pair = made(lambda book: tuple(view_term(book, id_) for id_ in _pair(book)))
    """The two terms that readers take for one another, or none."""

    def shortcuts(self, way: str) -> Iterator[Ref]:
        """Yield what the home page leads to at once by one way in."""
        for id_ in getattr(self.publication.shortcuts, way):
            record = self.handbook.record(id_)
            if way == "terms":
                yield Ref(id_, record.abbreviation or record.term)
            else:
                yield Ref(id_, record.title.capitalize() if way == "sections" else record.name)

    def of_force(self, force: str) -> tuple[Line, ...]:
        """Return the lines of all statements of a force."""
        return tuple(card.line for card in self.statements.values() if card.line.force == force)


def _pair(book: Handbook) -> tuple[str, ...]:
    return book.publication.pair.terms if book.publication.pair else ()
