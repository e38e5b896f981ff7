"""The linked handbook: everything an edition says, with every reference known to lead somewhere.

Only `cmi_handbook.link` makes one, and only of a draft in which the checks
found no fault.  Records point at each other by id; every id can be looked up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cmi_handbook.model.apparatus import Gathering, Note, Reference
from cmi_handbook.model.draft import HeldBack
from cmi_handbook.model.party import Actor, Body, Party
from cmi_handbook.model.portion import rank_of
from cmi_handbook.model.prose import Call, Struck
from cmi_handbook.model.publication import Publication
from cmi_handbook.model.reading import Seat, Synonym, Theme
from cmi_handbook.model.record import Basis
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a paragraph; `start` is its offset in the paragraph's text."""

    n: int
    text: str
    statements: tuple[str, ...]
    narrative: str | None


@dataclass(frozen=True, kw_only=True)
class Link:
    """A span of a paragraph's text that leads to a term or a reference."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A numbered paragraph or lettered item with all that is drawn from it.

    `statements` have their home here; `notes` are the source notes on it;
    `links` do not overlap, and name each target once.
    """

    id: str
    label: str
    cited: str
    parent: str | None
    section: str | None
    heading: str | None
    title: str | None
    text: str
    struck: tuple[Struck, ...]
    footnotes: tuple[Call, ...]
    sentences: tuple[Sentence, ...]
    statements: tuple[str, ...]
    notes: tuple[str, ...]
    links: tuple[Link, ...]
    marking: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of the policy with its headings in order, and its paragraphs."""

    id: str
    number: str
    title: str
    printed: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """A footnote and the paragraphs that call it."""

    id: str
    label: str
    text: str
    called_at: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Inherited:
    """A statement that reaches a party through groups it is one of; `basis` is the weakest on the way."""

    statement: str
    via: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group that a party is one of: the way to it, nearest first, and the weakest basis on the way."""

    via: tuple[str, ...]
    basis: Basis

    @property
    def id(self) -> str:
        """The group itself."""
        return self.via[-1]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the statements make of a party.

    `direct` fall on it, `inherited` reach it through a group, `towards` are
    those whose relations name it, `through` those that reach it through
    another's duty; `groups` are those that it is one of, nearest first, and
    `members` the parties that belong to it.
    """

    direct: tuple[str, ...] = ()
    inherited: tuple[Inherited, ...] = ()
    towards: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Usage:
    """Where a term stands: paragraphs by whole words, and the first with both of its forms."""

    used_in: tuple[str, ...] = ()
    expanded_at: str | None = None


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """One edition, linked.  Every mapping is in reading order; every record carries its marking, and every word too.

    `held_back` are the paragraphs that a ceiling keeps out, `held_records` the
    number of other records that it keeps out, `withheld` the
    reasons for which words of the source stand in no output.  `lists` holds every
    list of the draft by its name; those that code asks for have fields beside it.
    """

    publication: Publication
    held_back: tuple[HeldBack, ...]
    held_records: int
    withheld: tuple[str, ...]
    sections: Mapping[str, Section]
    paragraphs: Mapping[str, Paragraph]
    footnotes: Mapping[str, Footnote]
    usage: Mapping[str, Usage]
    standing: Mapping[str, Standing]
    lists: Mapping[str, Mapping[str, Any]]
    references: Mapping[str, Reference]
    terms: Mapping[str, Term]
    bodies: Mapping[str, Body]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]
    principles: Mapping[str, Gathering]
    goals: Mapping[str, Gathering]
    policy_relations: Mapping[str, Gathering]
    notes: Mapping[str, Note]
    themes: Mapping[str, Theme]
    seats: Mapping[str, Seat]

    @property
    def synonyms(self) -> tuple[Synonym, ...]:
        """Words that readers type, and what they lead to."""
        return tuple(self.lists["synonyms"].values())

    def record(self, id_: str) -> Any:
        """Return whatever record has an id; nothing when none has."""
        return self._records.get(id_)

    @cached_property
    def _records(self) -> Mapping[str, Any]:
        parts = (self.sections, self.paragraphs, self.footnotes, *self.lists.values())
        return {id_: record for part in parts for id_, record in part.items() if hasattr(record, "id")}

    def party(self, id_: str) -> Party:
        """Return a body or an actor."""
        return self.bodies.get(id_) or self.actors[id_]

    def cited(self, id_: str) -> str:
        """Return the number that a paragraph is cited by; any other id as it is."""
        return self.paragraphs[id_].cited if id_ in self.paragraphs else id_

    def lead_ins(self, para: str) -> tuple[str, ...]:
        """Return the paragraphs that an item hangs on, the outermost first."""
        above = self.paragraphs[para].parent
        return (*self.lead_ins(above), above) if above else ()

    def cited_in(self, reference: str) -> tuple[str, ...]:
        """Return the paragraphs that cite a reference in words that still count."""
        live = {citation.para for citation in self.references[reference].citations if not citation.struck}
        return tuple(id_ for id_ in self.paragraphs if id_ in live)

    def marking(self, *shown: object) -> str:
        """Return the marking of whatever is shown: the highest that any of its words carries."""
        return str(self.publication.markings[rank_of(shown)])
