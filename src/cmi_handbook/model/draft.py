"""An edition as it was written, before anybody knows whether it is sound.

Checks read a draft; `link()` turns a sound one into a `Handbook`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from cmi_handbook.diagnostics import Location
from cmi_handbook.model.apparatus import Gathering, Note, Reference
from cmi_handbook.model.party import Actor, Body
from cmi_handbook.model.prose import Prose, read_marks
from cmi_handbook.model.publication import Publication
from cmi_handbook.model.reading import Seat, Synonym, Theme
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.model.text import Block, Footnote, Paragraph, SectionTitle

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class Entry(Generic[R_co]):
    """A record and where it is written; `marking` is its own or its file's."""

    record: R_co
    marking: str | None
    locate: Callable[..., Location] = field(compare=False, repr=False)

    def at(self, *path: str | int) -> Location:
        """Return the place of a field (`entry.at("quotes", 0, "text")`), or of the nearest thing to it."""
        return self.locate(path)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All entries of an edition in reading order.

    `spoilt_ids` belong to records that could not be read, so that nothing that
    points at them is reported a second time; `spoilt_lists` names the lists
    those records are missing from.  `incomplete` says that a whole file could
    not be read, or a record whose id is lost.
    """

    folder: str
    publication: Entry[Publication] | None = None
    source_text: str | None = None
    source_sha256: str | None = None
    blocks: tuple[Entry[Block], ...] = ()
    terms: tuple[Entry[Term], ...] = ()
    bodies: tuple[Entry[Body], ...] = ()
    actors: tuple[Entry[Actor], ...] = ()
    references: tuple[Entry[Reference], ...] = ()
    statements: tuple[Entry[Statement], ...] = ()
    principles: tuple[Entry[Gathering], ...] = ()
    goals: tuple[Entry[Gathering], ...] = ()
    policy_relations: tuple[Entry[Gathering], ...] = ()
    notes: tuple[Entry[Note], ...] = ()
    themes: tuple[Entry[Theme], ...] = ()
    seats: tuple[Entry[Seat], ...] = ()
    synonyms: tuple[Entry[Synonym], ...] = ()
    files: tuple[FileMarking, ...] = ()
    spoilt_ids: frozenset[str] = frozenset()
    spoilt_lists: frozenset[str] = frozenset()
    incomplete: bool = False

    def whole(self, *lists: str) -> bool:
        """Tell whether these lists hold every record that was written into them."""
        return not self.incomplete and self.spoilt_lists.isdisjoint(lists)

    @cached_property
    def paragraphs(self) -> Mapping[str, Entry[Paragraph]]:
        """Paragraph entries by id; of two with one id the first."""
        found: dict[str, Entry[Paragraph]] = {}
        for entry in self.blocks:
            if isinstance(entry.record, Paragraph):
                found.setdefault(entry.record.id, entry)
        return found

    @cached_property
    def prose(self) -> Mapping[str, Prose]:
        """The plain text of everything an excerpt may quote: paragraphs, footnotes, references."""
        found = {
            id_: read_marks(" ".join(sentence.text for sentence in entry.record.sentences))
            for id_, entry in self.paragraphs.items()
        }
        for entry in self.blocks:
            if isinstance(entry.record, Footnote):
                found[entry.record.id] = Prose(entry.record.text)
        for reference in self.references:
            found[reference.record.id] = Prose(reference.record.text)
        return found

    @cached_property
    def parties(self) -> Mapping[str, Entry[Body]]:
        """Bodies and actors by id."""
        return {entry.record.id: entry for entry in (*self.actors, *self.bodies)}

    def identified(self) -> Iterator[tuple[str, str, Entry]]:
        """Yield kind, id and entry of everything that has an id, in the order it was read."""
        for entry in self.blocks:
            if isinstance(entry.record, (Paragraph, Footnote, SectionTitle)):
                yield entry.record.kind, entry.record.id, entry
        for kind in ("terms", "bodies", "actors", "references", "statements", "principles", "goals",
                     "policy_relations", "notes", "themes", "seats"):
            for entry in getattr(self, kind):
                yield kind, entry.record.id, entry


@dataclass(frozen=True)
class FileMarking:
    """The marking a data file carries at its top, and where."""

    marking: str | None
    at: Location
