"""For readers outside: what the text directs its owner's own bodies to do towards them, in plain words.

Nothing here binds the reader, and nothing is promised; where no statement
names a kind of actor the view says just that, and reads no refusal into it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.model.publication import Notice, Outsiders
from cmi_handbook.model.statement import Statement
from cmi_handbook.views.line import BasisView, Line, Ref, basis, name, names, view_line

DIRECTING = ("duty", "requirement", "guidance", "role", "commitment", "permission")
"""The forces with which somebody named is told, advised, meant or allowed to do something."""

MANNERS = {"requires": ", as is required: ", "assigned": ", as an assigned task: ", "states": ", as a role: ",
           "excludes": ": "}
"""What joins a body and what it is directed to do where no modal verb does."""


@dataclass(frozen=True)
class OutsiderLine:
    """A statement in plain words: who, in what manner, what, towards whom."""

    who: tuple[Ref, ...]
    manner: str
    line: Line
    towards: tuple[Ref, ...]
    phases: tuple[str, ...]
    phase_basis: BasisView | None


@dataclass(frozen=True)
class Counterpart:
    """A kind of actor; `groups` are the wider kinds that the text or the editor counts it among."""

    actor: Ref
    summary: str
    groups: tuple[Ref, ...]
    directed: tuple[OutsiderLine, ...]
    said: tuple[OutsiderLine, ...]


@dataclass(frozen=True)
class PhaseView:
    """A phase and what is to be done towards outsiders in it."""

    title: str
    lines: tuple[OutsiderLine, ...]


@dataclass(frozen=True)
class OutsidersView:
    """The page; `silent` are the kinds towards which no statement goes by name."""

    page: str
    title: str
    way_in: str
    notice: Notice | None
    kinds: tuple[Counterpart, ...]
    silent: tuple[Counterpart, ...]
    phases: tuple[PhaseView, ...]
    no_phase: int


def view_outsiders(handbook: Handbook) -> OutsidersView | None:
    """Return what readers outside may want to know; nothing where the publication has no page for them."""
    page = handbook.publication.outsiders
    return _view(handbook, page) if page else None


def _view(handbook: Handbook, page: Outsiders) -> OutsidersView:
    kinds = [_counterpart(handbook, actor) for actor in _kinds(handbook, page.family)]
    speaking = tuple(kind for kind in kinds if kind.directed or kind.said)
    lines = {line.line.id: line for kind in speaking for line in (*kind.directed, *kind.said)}
    ordered = [lines[id_] for id_ in handbook.statements if id_ in lines]
    return OutsidersView(
        page=page.id, title=page.title, way_in=page.way_in, notice=handbook.publication.third_parties_notice,
        kinds=speaking, silent=tuple(kind for kind in kinds if kind not in speaking),
        phases=tuple(PhaseView(title, tuple(line for line in ordered if key in line.phases))
                     for key, title in handbook.publication.phases.items()),
        no_phase=sum(not line.phases for line in ordered),
    )


def _kinds(handbook: Handbook, family: str) -> Iterator[str]:
    """Yield the family of actors, and others that the text has its owner's bodies deal with."""
    for id_ in handbook.actors:
        standing = handbook.standing[id_]
        if id_ == family or standing.towards or any(group.id == family for group in standing.groups):
            yield id_


def _counterpart(handbook: Handbook, actor: str) -> Counterpart:
    statements = [handbook.statements[id_] for id_ in handbook.standing[actor].towards]
    ours = [statement for statement in statements
            if not statement.bearers or any(body in handbook.bodies for body in statement.bearers)]
    directing = [statement for statement in ours if statement.bearers and statement.force in DIRECTING]
    return Counterpart(
        actor=name(handbook, actor), summary=handbook.actors[actor].summary,
        groups=names(handbook, (group.id for group in handbook.standing[actor].groups)),
        directed=_lines(handbook, directing),
        said=_lines(handbook, (statement for statement in ours if statement not in directing)),
    )


def _lines(handbook: Handbook, statements: Iterable[Statement]) -> tuple[OutsiderLine, ...]:
    return tuple(_line(handbook, statement) for statement in statements)


def _line(handbook: Handbook, statement: Statement) -> OutsiderLine:
    towards = dict.fromkeys(relation.target for relation in statement.relations if relation.target in handbook.actors)
    line, phases = view_line(handbook, statement.id), statement.phases
    return OutsiderLine(
        who=names(handbook, (bearer for bearer in statement.bearers if bearer in handbook.bodies)),
        manner=_manner(statement, line) if statement.force in DIRECTING else ": ",
        line=line, towards=names(handbook, map(str, towards)), phases=phases.values,
        phase_basis=basis(phases.basis) if phases.values and phases.basis else None,
    )


def _manner(statement: Statement, line: Line) -> str:
    return MANNERS.get(statement.modality) or phrase(" {}: ", line.governing)
