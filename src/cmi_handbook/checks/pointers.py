"""Everything in a draft that points somewhere: ids, and words quoted from a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cmi_handbook.diagnostics import Location
from cmi_handbook.model.apparatus import Gathering, Note, Reference
from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.party import Party
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.publication import Publication
from cmi_handbook.model.reading import Seat, Synonym, Theme
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.model.text import Paragraph

Path = tuple[str | int, ...]
Kinds = tuple[str, ...]

PARAGRAPH: Kinds = ("paragraph",)
FOOTNOTE: Kinds = ("footnote",)
PARTY: Kinds = ("bodies", "actors")
PARTY_OR_TERM: Kinds = ("bodies", "actors", "terms")
STATEMENT: Kinds = ("statements",)
TEXT: Kinds = ("paragraph", "footnote", "references")
ANY: Kinds = ()
"""The kinds of record a field may point at, as `Draft.identified` names them; none stands for all."""


class Pointer(NamedTuple):
    """An id in a field, and the kinds of record it may belong to."""

    entry: Entry
    path: Path
    id: str
    wanted: Kinds

    @property
    def at(self) -> Location:
        """The place where the id is written."""
        return self.entry.at(*self.path)


class Quotation(NamedTuple):
    """An excerpt in a field."""

    entry: Entry
    path: Path
    excerpt: Excerpt


def pointers(draft: Draft) -> Iterator[Pointer]:
    """Yield every id that a record points at, those of its excerpts included."""
    for lists, points in _POINTS.items():
        for name in lists:
            for entry in getattr(draft, name):
                for path, id_, wanted in points(entry.record):
                    yield Pointer(entry, path, id_, wanted)
    if draft.publication is not None:
        for path, id_, wanted in _publication(draft.publication.record):
            yield Pointer(draft.publication, path, id_, wanted)
    for entry, path, excerpt in excerpts(draft):
        yield Pointer(entry, (*path, "para"), excerpt.para, TEXT)


def excerpts(draft: Draft) -> Iterator[Quotation]:
    """Yield every excerpt of every record."""
    for lists, fields in _EXCERPTS.items():
        for name in lists:
            for entry in getattr(draft, name):
                for field in fields:
                    for path, excerpt in _quoted(field, getattr(entry.record, field, None)):
                        yield Quotation(entry, path, excerpt)


def _quoted(field: str, value: Excerpt | tuple[Excerpt, ...] | None) -> Iterator[tuple[Path, Excerpt]]:
    if isinstance(value, Excerpt):
        yield (field,), value
    elif value:
        for place, excerpt in enumerate(value):
            yield (field, place), excerpt


Points = Iterator[tuple[Path, str, Kinds]]


def _each(field: str, ids: Iterable[str], wanted: Kinds) -> Points:
    for place, id_ in enumerate(ids):
        yield (field, place), id_, wanted


def _statement(record: Statement) -> Points:
    yield ("para",), record.para, PARAGRAPH
    if record.subject.ref is not None:
        yield ("subject", "ref"), record.subject.ref, PARTY_OR_TERM
    yield from _each("bearers", record.bearers, PARTY)
    for place, relation in enumerate(record.relations):
        if relation.target is not None:
            yield ("relations", place, "target"), relation.target, PARTY
    yield from _each("derived_for", record.derived_for, PARTY)


def _party(record: Party) -> Points:
    yield from _each("named_at", record.named_at, PARAGRAPH)
    for place, membership in enumerate(record.member_of):
        yield ("member_of", place, "to"), membership.to, PARTY
        yield ("member_of", place, "para"), membership.para, PARAGRAPH


def _term(record: Term) -> Points:
    yield from _each("see", record.see, PARTY_OR_TERM)
    yield from _each("not_to_be_confused_with", record.not_to_be_confused_with, PARTY_OR_TERM)


def _gathering(record: Gathering) -> Points:
    yield ("para",), record.para, PARAGRAPH
    yield from _each("statements", record.statements, STATEMENT)


def _theme(record: Theme) -> Points:
    yield from _each("paras", record.paras, PARAGRAPH)
    yield from _each("statements", record.statements, STATEMENT)


def _seat(record: Seat) -> Points:
    for place, link in enumerate(record.bodies):
        yield ("bodies", place, "body"), link.body, PARTY
    yield from _each("themes", record.themes, ("themes",))


def _synonym(record: Synonym) -> Points:
    yield from _each("leads_to", record.leads_to, ANY)


def _note(record: Note) -> Points:
    yield from _each("paras", record.paras, TEXT)


def _reference(record: Reference) -> Points:
    for place, citation in enumerate(record.citations):
        yield ("citations", place, "para"), citation.para, PARAGRAPH


def _block(record: object) -> Points:
    if not isinstance(record, Paragraph):
        return
    for place, sentence in enumerate(record.sentences):
        if "{" in sentence.text:
            marked = read_marks(sentence.text)
            for call in (*marked.calls, *marked.feet):
                yield ("sentences", place, "text"), call.id, FOOTNOTE


def _publication(record: Publication) -> Points:
    yield from _each("assigned_in", record.assigned_in, PARAGRAPH)
    for name in ("levels_notice", "third_parties_notice"):
        if (notice := getattr(record, name)) is not None:
            yield (name, "para"), notice.para, PARAGRAPH
    for field, ids, wanted in _front(record):
        for path, id_, _ in _each(field[-1], ids, wanted):
            yield (*field[:-1], *path), id_, wanted
    for place, document in enumerate(record.documents):
        for path, id_, wanted in _each("paras", document.paras, PARAGRAPH):
            yield ("documents", place, *path), id_, wanted


def _front(record: Publication) -> Iterator[tuple[tuple[str, ...], Iterable[str], Kinds]]:
    """Yield what the home page and the page that tells two terms apart lead to."""
    if record.pair is not None:
        yield ("pair", "terms"), record.pair.terms, ("terms",)
    yield ("shortcuts", "roles"), record.shortcuts.roles, ("bodies",)
    yield ("shortcuts", "actors"), record.shortcuts.actors, ("actors",)
    yield ("shortcuts", "terms"), record.shortcuts.terms, ("terms",)
    yield ("shortcuts", "sections"), record.shortcuts.sections, ("section",)


_POINTS: dict[Kinds, Callable[..., Points]] = {
    ("blocks",): _block,
    ("terms",): _term,
    PARTY: _party,
    ("references",): _reference,
    STATEMENT: _statement,
    ("principles", "goals", "policy_relations"): _gathering,
    ("notes",): _note,
    ("themes",): _theme,
    ("seats",): _seat,
    ("synonyms",): _synonym,
}

_EXCERPTS: dict[Kinds, tuple[str, ...]] = {
    ("terms",): ("definition", "explanations"),
    PARTY: ("examples", "governed_by", "described_at"),
    STATEMENT: ("quotes", "trigger", "conditions", "authorities", "purposes", "places"),
    ("principles", "goals", "policy_relations"): ("text",),
    ("notes",): ("quotes",),
}
