"""A statement in one line, the same wherever one stands: on the site, on paper, in a table, in a list.

A line never says less than keeps it true: the words of the text that govern
it, its conditions, its limits, and that the reading is contested.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.model.record import Basis, Excerpt
from cmi_handbook.model.statement import Statement
from cmi_handbook.views import wording


@dataclass(frozen=True)
class Ref:
    """Something to be named and linked."""

    id: str
    name: str


@dataclass(frozen=True)
class BasisView:
    """On whose word something is said: its key, and the words for it."""

    key: Basis
    words: str


@dataclass(frozen=True)
class Line:
    """A statement in one line.

    `governing` are the text's own governing words, or, where it has none
    (`governed` is false), what says so.  `limits` are the authorities that
    bound it or that it rests on.
    """

    id: str
    para: str
    cited: str
    action: str
    force: str
    force_name: str
    governing: str
    governed: bool
    bearers: tuple[Ref, ...]
    conditions: tuple[Excerpt, ...]
    limits: tuple[Excerpt, ...]
    contested: bool


@dataclass(frozen=True)
class LineGroup:
    """Lines of one kind: what they are, and what that means."""

    title: str
    means: str
    lines: tuple[Line, ...]


BOUNDING = ("mandate", "limit", "basis")
"""The kinds of authority without which a line would look wider than it is; the fourth says where it is written."""


def name(handbook: Handbook, id_: str) -> Ref:
    """Return a record by the name a reader knows it by; one that has none by its number or id."""
    if id_ in handbook.paragraphs:
        return Ref(id_, f"para {handbook.paragraphs[id_].cited}")
    record = handbook.record(id_)
    for field in ("name", "term", "title", "action"):
        if hasattr(record, field):
            return Ref(id_, getattr(record, field))
    return Ref(id_, id_)


def names(handbook: Handbook, ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return several by name, in the order given."""
    return tuple(name(handbook, id_) for id_ in ids)


def basis(key: Basis) -> BasisView:
    """Return a basis in words."""
    return BasisView(key, wording.BASES[key])


def view_line(handbook: Handbook, id_: str) -> Line:
    """Return a statement in one line."""
    statement = handbook.statements[id_]
    return Line(
        id=id_, para=statement.para, cited=handbook.paragraphs[statement.para].cited, action=statement.action,
        force=statement.force, force_name=wording.FORCES[statement.force][0],
        governing=governing(statement), governed=statement.trigger is not None,
        bearers=names(handbook, statement.bearers), conditions=statement.conditions,
        limits=_limits(statement), contested=is_contested(statement),
    )


def plainly(line: Line) -> str:
    """Return what governs and narrows a line in plain words, for a place that shows no more than text."""
    said = [("condition", excerpt) for excerpt in line.conditions] + [("limit", excerpt) for excerpt in line.limits]
    return joined("; ", (line.governing, *(phrase("{}: “{}”", label, excerpt.text) for label, excerpt in said),
                         *(["contested reading"] if line.contested else [])))


def view_lines(handbook: Handbook, ids: Iterable[str]) -> tuple[Line, ...]:
    """Return statements as lines, in the order given."""
    return tuple(view_line(handbook, id_) for id_ in ids)


def governing(statement: Statement) -> str:
    """Return the words that govern a statement, or what says that there are none."""
    return statement.trigger.text if statement.trigger else wording.UNGOVERNED[statement.modality]


def is_contested(statement: Statement) -> bool:
    """Tell whether a reading is contested."""
    return statement.judgement is not None and statement.judgement.status == "contested"


def _limits(statement: Statement) -> tuple[Excerpt, ...]:
    bounding = (Excerpt(para=authority.para, text=authority.text) for authority in statement.authorities
                if authority.kind in BOUNDING)
    return tuple(dict.fromkeys(bounding))


def in_force_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines in the order of forces; those of one force stay as they were."""
    rank = list(wording.FORCES).index
    return tuple(sorted(lines, key=lambda line: rank(line.force)))


def by_force(handbook: Handbook, ids: Iterable[str]) -> tuple[LineGroup, ...]:
    """Return statements as lines grouped by force, in the order of forces, then of the text."""
    lines = view_lines(handbook, ids)
    return tuple(
        LineGroup(title, means, found)
        for force, (title, means) in wording.FORCES.items()
        if (found := tuple(line for line in lines if line.force == force))
    )
