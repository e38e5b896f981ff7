"""Who owes what to whom, as tables: bodies by actors, and bodies by level of command.

A row shows what falls on a body by name.  Where it is empty the cell says
why: the policy is silent, or speaks to a group that the body is one of, or
speaks of a wider group that the actor is one of.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.model.statement import Statement
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line, Ref, name, names, view_line

COLUMNS = 6
"""Columns of one table at most, so that it fits a printed page and a screen without scrolling."""

NOBODY = "Nobody named"
NO_LEVEL = "No level named"


@dataclass(frozen=True)
class Mention:
    """A statement in a cell or on a line of the map; `editor` when it stands there on the editor's reading.

    `signs` are printed behind its paragraph, as the legend explains them.
    """

    line: Line
    editor: bool
    signs: str


Reading = tuple[Mention, ...]
"""What a cell says with one force and with the same governing words."""


@dataclass(frozen=True)
class Cell:
    """What the policy says, or else why nothing stands here.

    `hint` is the word shown in an empty cell (none: plain silence), `reason`
    the whole sentence; both are empty where something is said.
    """

    said: tuple[Reading, ...]
    hint: str = ""
    reason: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """A body, or nobody (then `id` is none), with one cell a column."""

    id: str | None
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """What heads a column; `id` is none for a level."""

    id: str | None
    name: str


@dataclass(frozen=True)
class Table:
    """Some columns of a matrix; `silent` are the rows of the matrix with nothing in any of them."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    silent: tuple[Ref, ...]


Spoken = tuple[MatrixRow, tuple[tuple[Column, Cell], ...]]


@dataclass(frozen=True)
class Matrix:
    """A matrix cut into tables, what it leaves out, and what its signs mean.

    `said` holds the rows in order, each with the columns that say something.
    """

    title: str
    lead: str
    tables: tuple[Table, ...]
    said: tuple[Spoken, ...]
    left_out: tuple[tuple[str, tuple[Ref, ...]], ...]
    legend: tuple[tuple[str, str], ...]


Said = Mapping[tuple[str | None, str], Sequence[tuple[Statement, bool]]]
"""Row and column to the statements that stand there, each with whether that is the editor's reading."""

Why = Callable[[str | None, str], tuple[str, str]]

EDITOR_SIGN = ("*", "an asterisk: it stands here on the editor’s reading; without one, in the text’s own words")
CONTEST_SIGN = ("?", "a question mark: the reading of the statement is contested")
SILENT_SIGN = ("·", "a dot: no statement stands here, which is no refusal")
GROUP_SIGN = ("group", "nothing by name; a statement on a group of which the body is one reaches here")
WIDER_SIGN = ("wider", "nothing about this actor by name; something about a wider group of which it is one")


def view_actor_matrix(handbook: Handbook) -> Matrix:
    """Return bodies by actors: what the policy directs whom to do towards whom, from the relations alone."""
    said = _towards(handbook)
    columns = _first(handbook.actors, {column for _, column in said})
    rows = _rows(handbook.bodies, {row for row, _ in said})
    heads = tuple(Column(id_, handbook.actors[id_].name) for id_ in columns)
    cuts, why = _cuts(heads), _why_actor(handbook, said)
    tables = tuple(_table(handbook, said, _range(cut, at, len(cuts)), rows, cut, why)
                   for at, cut in enumerate(cuts, 1))
    return Matrix(
        title=phrase("Bodies and {}", handbook.publication.vocabulary.actors),
        lead="Which body has what to do with whom. Every entry is a statement that names both.",
        tables=tables, said=tuple(_spoken(rows, tables)),
        left_out=(
            ("Bodies without a statement towards a named actor", _others(handbook, handbook.bodies, rows)),
            ("Actors towards whom no statement goes", _others(handbook, handbook.actors, columns)),
        ),
        legend=(EDITOR_SIGN, CONTEST_SIGN, GROUP_SIGN, WIDER_SIGN, SILENT_SIGN),
    )


def view_level_matrix(handbook: Handbook) -> Matrix:
    """Return bodies by level: where the text names one, and how much it leaves open."""
    said = _at_levels(handbook)
    rows = _rows(handbook.bodies, {row for row, _ in said})
    levels = handbook.publication.levels
    heads = (*(Column(None, level) for level in levels.values()), Column(None, NO_LEVEL))
    keys = (*levels, "")
    tables = (_table(handbook, said, "All levels", rows, heads, _why_level(handbook), keys),)
    return Matrix(
        title="Bodies by level",
        lead="At which level the text places what falls on a body.",
        tables=tables, said=tuple(_spoken(rows, tables)),
        left_out=(("Bodies on which no statement falls by name", _others(handbook, handbook.bodies, rows)),),
        legend=(EDITOR_SIGN, CONTEST_SIGN, GROUP_SIGN, SILENT_SIGN),
    )


def _towards(handbook: Handbook) -> Said:
    found: dict[tuple[str | None, str], list[tuple[Statement, bool]]] = {}
    for statement in handbook.statements.values():
        targets = dict.fromkeys(relation.target for relation in statement.relations
                                if relation.target in handbook.actors)
        for row in _bearers(handbook, statement):
            for target in targets:
                editor = all(relation.basis == "editor" for relation in statement.relations
                             if relation.target == target)
                found.setdefault((row, str(target)), []).append((statement, editor))
    return found


def _at_levels(handbook: Handbook) -> Said:
    found: dict[tuple[str | None, str], list[tuple[Statement, bool]]] = {}
    for statement in handbook.statements.values():
        for row in _bearers(handbook, statement):
            for level in statement.levels.values or ("",):
                found.setdefault((row, level), []).append((statement, statement.levels.basis == "editor"))
    return found


def _bearers(handbook: Handbook, statement: Statement) -> Iterator[str | None]:
    """Yield the bodies a statement falls on, or none when it names nobody at all."""
    if not statement.bearers:
        yield None
    yield from (bearer for bearer in statement.bearers if bearer in handbook.bodies)


def _first(order: Iterable[str], wanted: set[str]) -> list[str]:
    return [id_ for id_ in order if id_ in wanted]


def _rows(order: Iterable[str], wanted: set[str | None]) -> list[str | None]:
    return [*(id_ for id_ in order if id_ in wanted), *([None] if None in wanted else [])]


def _others(handbook: Handbook, order: Iterable[str], shown: Sequence[str | None]) -> tuple[Ref, ...]:
    return names(handbook, (id_ for id_ in order if id_ not in shown))


def _cuts(columns: Sequence[Column]) -> list[tuple[Column, ...]]:
    """Return columns in as few tables as will do, none much narrower than the others."""
    tables = -(-len(columns) // COLUMNS)
    edges = [len(columns) * at // tables for at in range(tables + 1)] if tables else []
    return [tuple(columns[start:end]) for start, end in pairwise(edges)]


def _range(columns: Sequence[Column], at: int, of: int) -> str:
    names_ = columns[0].name if len(columns) == 1 else phrase("{} … {}", columns[0].name, columns[-1].name)
    return phrase("Part {} of {}: {}", at, of, names_)


def _spoken(rows: Sequence[str | None], tables: Iterable[Table]) -> Iterator[Spoken]:
    """Yield the rows of all tables joined, with what they say."""
    for id_ in rows:
        parts = [(table.columns, row) for table in tables for row in table.rows if row.id == id_]
        yield parts[0][1], tuple(pair for columns, row in parts
                                 for pair in zip(columns, row.cells, strict=True) if pair[1].said)


def _table(handbook: Handbook, said: Said, title: str, rows: Sequence[str | None],
           columns: tuple[Column, ...], why: Why, keys: Sequence[str] = ()) -> Table:
    keys = keys or [str(column.id) for column in columns]
    speaking = [row for row in rows if any((row, key) in said for key in keys)]
    return Table(
        title=title, columns=columns,
        rows=tuple(
            MatrixRow(row, name(handbook, row).name if row else NOBODY,
                      tuple(_cell(handbook, said, row, key, why) for key in keys))
            for row in speaking
        ),
        silent=names(handbook, (row for row in rows if row and row not in speaking)),
    )  # fmt: skip


def _cell(handbook: Handbook, said: Said, row: str | None, key: str, why: Why) -> Cell:
    found = said.get((row, key))
    return Cell(tuple(_readings(handbook, found))) if found else Cell((), *why(row, key))


def view_mention(handbook: Handbook, id_: str, *, editor: bool) -> Mention:
    """Return a statement as it is named by its paragraph alone."""
    line = view_line(handbook, id_)
    return Mention(line, editor, (EDITOR_SIGN[0] if editor else "") + (CONTEST_SIGN[0] if line.contested else ""))


def _readings(handbook: Handbook, found: Sequence[tuple[Statement, bool]]) -> Iterator[Reading]:
    """Yield the statements of a cell by force and governing words, forces in their order."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    for statement, editor in found:
        mention = view_mention(handbook, statement.id, editor=editor)
        groups.setdefault((statement.force, mention.line.governing), []).append(mention)
    for force in wording.FORCES:
        yield from (tuple(mentions) for (own, _), mentions in groups.items() if own == force)


def _why_actor(handbook: Handbook, said: Said) -> Why:
    def why(row: str | None, actor: str) -> tuple[str, str]:
        for group, statement in _inherited(handbook, row):
            if any(relation.target == actor for relation in statement.relations):
                return "group", phrase("Nothing by name; it reaches this body as one of: {}.", group.name)
        for wider in (way.id for way in handbook.standing[actor].groups):
            about = handbook.party(wider).name
            if (row, wider) in said:
                return "wider", phrase("Nothing about this actor by name; something about {}.", about)
            for own, statement in _inherited(handbook, row):
                if any(relation.target == wider for relation in statement.relations):
                    return "wider", phrase("Nothing by name; as one of {}, something about {}.", own.name, about)
        return "", "No statement names the two together."

    return why


def _why_level(handbook: Handbook) -> Why:
    notice = handbook.publication.levels_notice
    left = phrase("; see paragraph {}", handbook.paragraphs[notice.para].cited) if notice else ""

    def why(row: str | None, level: str) -> tuple[str, str]:
        if not level:
            return "", "Every statement on it names a level."
        for group, statement in _inherited(handbook, row):
            if level in statement.levels.values:
                return "group", phrase("Nothing by name; it reaches this body as one of: {}.", group.name)
        return "", phrase("No statement on it names this level{}.", left)

    return why


def _inherited(handbook: Handbook, row: str | None) -> Iterator[tuple[Ref, Statement]]:
    for inherited in handbook.standing[row].inherited if row else ():
        yield name(handbook, inherited.via[-1]), handbook.statements[inherited.statement]
