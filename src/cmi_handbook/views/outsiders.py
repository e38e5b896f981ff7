"""For civil organisations: what the policy directs NATO's own bodies to do towards them, in plain words.

Nothing here binds the reader, and nothing is promised; where the policy is
silent the view says so and never reads a refusal into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.publication import Notice
from cmi_handbook.model.statement import PHASES, Statement
from cmi_handbook.views import words
from cmi_handbook.views.party import wider
from cmi_handbook.views.statement import Ref, StatementView, name, names, view_statement

FAMILY = "non-military-actors"
DIRECTING = ("duty", "role", "commitment", "permission")
"""The forces with which somebody named is told, meant or allowed to do something."""

MANNERS = {
    "must": " must: ", "requires": ", as is required: ", "assigned": ", as an assigned task: ", "will": " will: ",
    "should": " should: ", "may": " may: ", "can": " can: ", "excludes": ": ", "states": ", as a role: ",
}  # fmt: skip
"""What joins a body and what it is directed to do, close to the verb of the text."""


@dataclass(frozen=True)
class CivilLine:
    """A statement in plain words: who, in what manner, what, towards whom."""

    who: tuple[Ref, ...]
    manner: str
    statement: StatementView
    towards: tuple[Ref, ...]
    phase_basis: str | None


@dataclass(frozen=True)
class Kind:
    """A kind of organisation; `groups` are the wider kinds the policy or the editor counts it among."""

    actor: Ref
    summary: str
    groups: tuple[Ref, ...]
    directed: tuple[CivilLine, ...]
    said: tuple[CivilLine, ...]


@dataclass(frozen=True)
class Phase:
    """A phase of an operation and what is to be done towards civil organisations in it."""

    title: str
    lines: tuple[CivilLine, ...]


@dataclass(frozen=True)
class CivilView:
    """The page; `silent` are the kinds towards which no statement goes by name."""

    notice: Notice | None
    kinds: tuple[Kind, ...]
    silent: tuple[Kind, ...]
    phases: tuple[Phase, ...]
    no_phase: int
    markings: tuple[str, ...]


def view_civil(handbook: Handbook) -> CivilView:
    """Return what civil organisations may want to know of the policy."""
    kinds = [_kind(handbook, each) for each in _civil(handbook)]
    speaking = tuple(kind for kind in kinds if kind.directed or kind.said)
    lines = {line.statement.id: line for kind in speaking for line in (*kind.directed, *kind.said)}
    ordered = [lines[each] for each in handbook.statements if each in lines]
    return CivilView(
        notice=handbook.publication.third_parties_notice,
        kinds=speaking, silent=tuple(kind for kind in kinds if kind not in speaking),
        phases=tuple(Phase(words.sentence_case(phase), tuple(_in_phase(handbook, phase, ordered))) for phase in PHASES),
        no_phase=sum(not handbook.statements[each].phases.values for each in lines),
        markings=(*(line.statement.marking for line in ordered),
                  *(str(handbook.actors[kind.actor.id].marking) for kind in kinds)),
    )  # fmt: skip


def _civil(handbook: Handbook) -> Iterator[str]:
    """Yield the family of non-military actors, and others that the policy has NATO's bodies deal with."""
    for id_ in handbook.actors:
        if id_ == FAMILY or FAMILY in wider(handbook, id_) or handbook.standing[id_].towards:
            yield id_


def _kind(handbook: Handbook, actor: str) -> Kind:
    statements = [handbook.statements[each] for each in handbook.standing[actor].towards]
    ours = [each for each in statements if not each.bearers or any(body in handbook.bodies for body in each.bearers)]
    directing = [each for each in ours if each.bearers and each.force in DIRECTING]
    return Kind(
        actor=name(handbook, actor), summary=handbook.actors[actor].summary,
        groups=names(handbook, wider(handbook, actor)), directed=_lines(handbook, directing),
        said=_lines(handbook, (each for each in ours if each not in directing)),
    )  # fmt: skip


def _lines(handbook: Handbook, statements: Iterable[Statement]) -> tuple[CivilLine, ...]:
    return tuple(_line(handbook, each) for each in statements)


def _line(handbook: Handbook, statement: Statement) -> CivilLine:
    towards = dict.fromkeys(each.target for each in statement.relations if each.target in handbook.actors)
    basis = statement.phases.basis if statement.phases.values else None
    return CivilLine(
        who=names(handbook, (each for each in statement.bearers if each in handbook.bodies)),
        manner=MANNERS[statement.modality] if statement.force in DIRECTING else ": ",
        statement=view_statement(handbook, statement.id), towards=names(handbook, map(str, towards)),
        phase_basis=words.BASES[basis] if basis else None,
    )  # fmt: skip


def _in_phase(handbook: Handbook, phase: str, lines: Iterable[CivilLine]) -> Iterator[CivilLine]:
    return (line for line in lines if phase in handbook.statements[line.statement.id].phases.values)
