"""An edition as it was written, before anybody knows whether it is sound.

Checks read a draft; `link()` turns a sound one into a `Handbook`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, cast, get_args, get_type_hints

from cmi_handbook.diagnostics import Location
from cmi_handbook.model.apparatus import Gathering, Note, Reference
from cmi_handbook.model.party import Actor, Body
from cmi_handbook.model.prose import Prose, read_marks
from cmi_handbook.model.publication import Numbering, Publication
from cmi_handbook.model.reading import Seat, Signature, Synonym, Theme
from cmi_handbook.model.record import Use
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.model.text import Block, Footnote, Paragraph
from cmi_handbook.model.walk import Found, walk

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


class Spot(NamedTuple):
    """A string or an excerpt, and the entry it stands in."""

    entry: Entry[Any]
    found: Found

    @property
    def at(self) -> Location:
        """The place where it is written."""
        return self.entry.at(*self.found.path)


@dataclass(frozen=True)
class File:
    """Where a list of the draft is written, by the stem of its file or folder, and what to call one of its records."""

    stem: str
    noun: str
    folder: bool = False
    required: bool = False


@dataclass(frozen=True)
class Kind:
    """A list of a draft: its name, the type of its records, and where they are written."""

    key: str
    record: Any
    file: File


Entries = tuple[Entry[R_co], ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All entries of an edition in reading order.

    A field with a `File` is a list of records; nothing else says which lists
    there are.  `spoilt_ids` belong to records that could not be read, so that
    nothing that points at them is reported a second time; `spoilt_lists` names
    the lists those records are missing from.  `incomplete` says that a whole
    file could not be read, or a record whose id is lost.  `held_back` are the
    paragraphs that a ceiling keeps out, `held_records` the number of all else.
    """

    folder: str
    publication: Entry[Publication] | None = None
    source_text: str | None = None
    source_sha256: str | None = None
    blocks: Annotated[Entries[Block], File("text", "block", folder=True, required=True)] = ()
    terms: Annotated[Entries[Term], File("terms", "term", required=True)] = ()
    bodies: Annotated[Entries[Body], File("bodies", "body", required=True)] = ()
    actors: Annotated[Entries[Actor], File("actors", "actor", required=True)] = ()
    references: Annotated[Entries[Reference], File("references", "reference")] = ()
    statements: Annotated[Entries[Statement], File("statements", "statement", folder=True, required=True)] = ()
    principles: Annotated[Entries[Gathering], File("principles", "principle")] = ()
    goals: Annotated[Entries[Gathering], File("goals", "goal")] = ()
    policy_relations: Annotated[Entries[Gathering], File("policy-relations", "policy relation")] = ()
    notes: Annotated[Entries[Note], File("source-notes", "note")] = ()
    themes: Annotated[Entries[Theme], File("themes", "theme")] = ()
    seats: Annotated[Entries[Seat], File("seats", "seat")] = ()
    synonyms: Annotated[Entries[Synonym], File("synonyms", "synonym")] = ()
    signatures: Annotated[Entries[Signature], File("signatures", "signature")] = ()
    files: tuple[FileMarking, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    held_records: int = 0
    spoilt_ids: frozenset[str] = frozenset()
    spoilt_lists: frozenset[str] = frozenset()
    incomplete: bool = False

    def whole(self, *lists: str) -> bool:
        """Tell whether these lists hold every record that was written into them."""
        return not self.incomplete and self.spoilt_lists.isdisjoint(lists)

    @property
    def head(self) -> Publication:
        """The publication's record, of a draft that is known to have one."""
        assert self.publication is not None
        return self.publication.record

    def rank(self, entry: Entry[Any]) -> int:
        """Return the rank of an entry's marking."""
        return self.head.markings.index(str(entry.marking))

    @property
    def numbering(self) -> Numbering:
        """How the edition's paragraphs are numbered; like most are, where nothing usable says how."""
        return self.head.numbering if self.publication and self.head.numbering.levels else Numbering()

    @cached_property
    def paragraphs(self) -> Mapping[str, Entry[Paragraph]]:
        """Paragraph entries by id; of two with one id the first."""
        found: dict[str, Entry[Paragraph]] = {}
        for entry in self.blocks:
            if isinstance(entry.record, Paragraph):
                found.setdefault(entry.record.id, cast("Entry[Paragraph]", entry))
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
    def marked(self) -> tuple[Entry[Any], ...]:
        """Every record that bears a marking: the publication, then all lists in their order."""
        head = [self.publication] if self.publication else []
        return (*head, *(entry for kind in kinds(type(self)) for entry in getattr(self, kind.key)))

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every string and every excerpt of every record."""
        return tuple(Spot(entry, found) for entry in self.marked for found in walk(entry.record))

    def identified(self) -> Iterator[tuple[str, str, Entry[Any]]]:
        """Yield kind, id and entry of everything in the lists that has an id, in the order it was read."""
        for kind in kinds(type(self)):
            for entry in getattr(self, kind.key):
                if hasattr(entry.record, "id"):
                    yield kind_of(kind, entry.record), entry.record.id, entry


def kind_of(kind: Kind, record: Any) -> str:
    """Return what pointers call the kind of a record: its list's name, or a block's own kind."""
    return str(record.kind) if kind.key == "blocks" else kind.key


def kinds(draft: type) -> tuple[Kind, ...]:
    """Return the lists of records that a type of draft has."""
    return _kinds(draft)


@cache
def _kinds(draft: type) -> tuple[Kind, ...]:
    hints = get_type_hints(draft, include_extras=True)
    found = []
    for field_ in fields(draft):
        file = next((said for said in getattr(hints[field_.name], "__metadata__", ()) if isinstance(said, File)), None)
        if file is not None:
            entries, _ = get_args(get_args(hints[field_.name])[0])
            found.append(Kind(field_.name, get_args(entries)[0], file))
    return tuple(found)


def own_ids(draft: Draft) -> Iterator[Spot]:
    """Yield every id that a record, or a sheet of the publication, has for its own."""
    return (spot for spot in draft.spots if spot.found.meaning.use is Use.ID)


@dataclass(frozen=True)
class HeldBack:
    """A paragraph that a ceiling keeps out: its number, its section or sheet, the paragraph before it there."""

    cited: str
    section: str | None
    after: str | None


@dataclass(frozen=True)
class FileMarking:
    """The marking a data file carries at its top, and where."""

    marking: str | None
    at: Location
