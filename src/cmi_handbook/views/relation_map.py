"""The map of relations by level: who has to do with whom, from the relations alone.

Many small drawings instead of one large one: those on whom a statement falls
stand on the left, those it names on the right, and each line between them is
one kind of relation with the paragraphs that set it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook, Inherited
from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.model.statement import Statement
from cmi_handbook.views import wording
from cmi_handbook.views.line import name, names
from cmi_handbook.views.matrix import NOBODY, Mention, view_mention

LINES = 26
"""Lines of one drawing, unless a single body has more; so many fit a printed page."""


@dataclass(frozen=True)
class End:
    """One end of a line; `id` is none where the policy names nobody."""

    id: str | None
    name: str


@dataclass(frozen=True)
class Edge:
    """A line: what the source has to do with the target, and the statements that say so."""

    source: End
    target: End
    verb: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Drawing:
    """A part of the map that is drawn as one picture; `summary` says in words what it shows."""

    id: str
    title: str
    sources_title: str
    summary: str
    notes: tuple[str, ...]
    sources: tuple[End, ...]
    targets: tuple[End, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class Band:
    """The drawings of one level, or of several that the text names together."""

    id: str
    title: str
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True)
class RelationMap:
    """All bands, and the levels that have none of their own."""

    title: str
    lead: str
    bands: tuple[Band, ...]
    silent: tuple[str, ...]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """All drawings in order."""
        return tuple(drawing for band in self.bands for drawing in band.drawings)


def view_relation_map(handbook: Handbook) -> RelationMap:
    """Return the map: levels that the policy names first, from the top down, then what names none."""
    bands: dict[tuple[str, ...], dict[tuple[str | None, str | None, str], list[Mention]]] = {}
    for statement in handbook.statements.values():
        for bearer in statement.bearers or (None,):
            lines = bands.setdefault(_levels(handbook, statement, bearer), {})
            for relation in statement.relations:
                mention = view_mention(handbook, statement.id, editor=relation.basis == "editor")
                lines.setdefault((bearer, relation.target, relation.type), []).append(mention)
    named = {levels: lines for levels, lines in bands.items() if lines}
    return RelationMap(
        title="Map of relations",
        lead="Who has to do with whom. Each line is a relation that a statement names, with its paragraphs: an "
             "asterisk marks a relation on the editor’s reading, a question mark a statement whose reading is "
             "contested.",
        bands=tuple(_band(handbook, levels, named[levels]) for levels in sorted(named, key=_rank(handbook))),
        silent=tuple(title for key, title in handbook.publication.levels.items() if (key,) not in named),
    )


def _rank(handbook: Handbook) -> Callable[[tuple[str, ...]], tuple[int, int]]:
    """Return the order of bands: one level, several, all, none; within that from the top down."""
    known = list(handbook.publication.levels)
    return lambda levels: (len(levels), known.index(levels[0])) if levels else (len(known) + 1, 0)


def _levels(handbook: Handbook, statement: Statement, bearer: str | None) -> tuple[str, ...]:
    """Return the levels a statement names, or else those of the body it falls on."""
    named = statement.levels.values or (own_levels(handbook, bearer) if bearer else ())
    return tuple(level for level in handbook.publication.levels if level in named)


def own_levels(handbook: Handbook, party: str) -> tuple[str, ...]:
    """Return the levels at which the text places a body, itself or as one of a group.

    A statement that names every level places nobody.
    """
    standing = handbook.standing[party]
    placing = [*standing.direct, *(inherited.statement for inherited in standing.inherited)]
    found = [handbook.statements[id_].levels.values for id_ in placing]
    every = len(handbook.publication.levels)
    return next((levels for levels in found if 0 < len(levels) < every), ())


def _band(handbook: Handbook, levels: tuple[str, ...],
          lines: dict[tuple[str | None, str | None, str], list[Mention]]) -> Band:
    order: list[str | None] = [*handbook.bodies, None, *handbook.actors]
    edges = [
        Edge(_end(handbook, source), _end(handbook, target), wording.RELATIONS[type_], tuple(dict.fromkeys(mentions)))
        for (source, target, type_), mentions in lines.items()
    ]
    edges.sort(key=lambda edge: order.index(edge.source.id))
    id_ = "-".join(levels) or "no-level"
    title = _title(handbook, levels)
    chunks = list(_chunks(edges))
    return Band(id_, title, tuple(
        _drawing(handbook, f"map-{id_}-{number}", title, levels, chunk) for number, chunk in enumerate(chunks, 1)
    ))  # fmt: skip


def _title(handbook: Handbook, levels: tuple[str, ...]) -> str:
    known = handbook.publication.levels
    if not levels:
        return "No level named" if known else "All relations"
    if levels == tuple(known):
        return "Every level"
    return phrase("{} level", joined(" and ", (known[level] for level in levels)).capitalize())


def _chunks(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Yield the lines in drawings; a source is never split over two of them."""
    by_source: dict[End, list[Edge]] = {}
    for edge in edges:
        by_source.setdefault(edge.source, []).append(edge)
    chunk: list[Edge] = []
    for own in by_source.values():
        if chunk and len(chunk) + len(own) > LINES:
            yield chunk
            chunk = []
        chunk = [*chunk, *own]
    yield chunk


def _drawing(handbook: Handbook, id_: str, band: str, levels: tuple[str, ...], edges: Sequence[Edge]) -> Drawing:
    sources = tuple(dict.fromkeys(edge.source for edge in edges))
    targets = tuple(dict.fromkeys(edge.target for edge in edges))
    series = _series([source.name for source in sources])
    ordered = sorted(edges, key=lambda edge: (targets.index(edge.target), sources.index(edge.source)))
    return Drawing(
        id=id_,
        title=phrase("{}: {}", band, series),
        sources_title=series,
        summary=f"{wording.count(len(edges), 'relation')} from {wording.count(len(sources), 'source')} "
                f"to {wording.count(len(targets), 'counterpart')}. The list below the drawing says the same in words.",
        notes=tuple(_notes(handbook, sources, levels)),
        sources=sources, targets=targets, edges=tuple(ordered),
    )  # fmt: skip


def _series(several: Sequence[str]) -> str:
    if len(several) < 2:
        return joined("", several)
    if len(several) > 3:
        return phrase("{} to {}", several[0], several[-1])
    return phrase("{} and {}", joined(", ", several[:-1]), several[-1])


def _notes(handbook: Handbook, sources: Iterable[End], levels: tuple[str, ...]) -> Iterator[str]:
    """Yield on whose word a body stands at a level that no statement on it names."""
    for source in sources if levels else ():
        standing = handbook.standing.get(source.id or "")
        if standing is None or any(handbook.statements[id_].levels.values for id_ in standing.direct):
            continue
        way = next(inherited for inherited in standing.inherited if _sets(handbook, inherited, levels))
        groups = joined(", through ", (group.name for group in reversed(names(handbook, way.via))))
        yield phrase("{} stands here as one of: {}; the membership rests on {}.", source.name, groups,
                     wording.BASES[way.basis])


def _sets(handbook: Handbook, inherited: Inherited, levels: tuple[str, ...]) -> bool:
    return set(handbook.statements[inherited.statement].levels.values) == set(levels)


def _end(handbook: Handbook, id_: str | None) -> End:
    return End(id_, name(handbook, id_).name) if id_ else End(None, NOBODY)
