"""What the printed book says in one line: statements, gatherings and parties without repeating the cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views.party import MembershipView, PartyView, view_party
from cmi_handbook.views.statement import JudgementView, Ref, ScaleView, StatementView, view_statement

DISPUTED = "Contested reading"
"""The status that a line repeats; the reasons stand on the card."""


@dataclass(frozen=True)
class Line:
    """A statement in one line; conditions stay beside it, since a duty without them is another duty."""

    id: str
    para: str
    action: str
    force: str
    modality: str
    conditions: tuple[str, ...]
    contested: bool


@dataclass(frozen=True)
class LineGroup:
    """Lines under one heading, what the heading means, and the group whose lines they are when inherited."""

    title: str
    note: str
    lines: tuple[Line, ...]
    source: Ref | None = None


@dataclass(frozen=True)
class PartyEntry:
    """A body or an actor as the book and its sheet print it."""

    id: str
    name: str
    abbreviation: str | None
    is_actor: bool
    kind: str
    side: str
    summary: str
    open: str
    named_at: tuple[str, ...]
    memberships: tuple[MembershipView, ...]
    members: tuple[Ref, ...]
    direct: tuple[LineGroup, ...]
    inherited: tuple[LineGroup, ...]
    through: tuple[Line, ...]
    towards: tuple[Line, ...]
    towards_wider: tuple[Ref, ...]
    axes: tuple[ScaleView, ...]
    passages: tuple[tuple[str, tuple[Excerpt, ...]], ...]
    judgement: JudgementView | None
    direct_count: int
    inherited_count: int


@dataclass(frozen=True)
class GatheringEntry:
    """A principle, a goal or a relation to another policy with its lines."""

    id: str
    title: str
    para: str
    text: Excerpt
    lines: tuple[Line, ...]


def line(view: StatementView) -> Line:
    """Return a statement in one line."""
    conditions = [each.text for label, excerpts in view.details if label == "Condition" for each in excerpts]
    contested = view.judgement is not None and view.judgement.status == DISPUTED
    return Line(view.id, view.para, view.action, view.force_name, view.modality_name, tuple(conditions), contested)


def lines(handbook: Handbook, ids: Iterable[str]) -> tuple[Line, ...]:
    """Return statements as lines, in the order given."""
    return tuple(line(view_statement(handbook, id_)) for id_ in ids)


def party_entry(handbook: Handbook, id_: str) -> PartyEntry:
    """Return a body or an actor with its lines."""
    view, standing = view_party(handbook, id_), handbook.standing[id_]
    return PartyEntry(
        id=id_, name=view.name, abbreviation=view.abbreviation, is_actor=view.is_actor, kind=view.kind,
        side=view.side, summary=view.summary, open=view.open, named_at=view.named_at,
        memberships=view.memberships, members=view.members,
        direct=tuple(LineGroup(each.title, each.means, tuple(map(line, each.statements))) for each in view.direct),
        inherited=_inherited(view), through=tuple(map(line, view.through)),
        towards=lines(handbook, standing.towards), towards_wider=tuple(group for group, _ in view.towards_group),
        axes=view.axes, passages=_passages(view), judgement=view.judgement,
        direct_count=len(standing.direct), inherited_count=len(standing.inherited),
    )  # fmt: skip


def _inherited(view: PartyView) -> tuple[LineGroup, ...]:
    return tuple(
        LineGroup(
            "As one of " + ", through ".join(group.name for group in reversed(each.via)),
            f"the membership rests on {each.basis}",
            tuple(line(inherited.statement) for inherited in each.statements),
            each.via[-1],
        )
        for each in view.inherited
    )


def _passages(view: PartyView) -> tuple[tuple[str, tuple[Excerpt, ...]], ...]:
    lists = (("Described as", view.described_at), ("Examples", view.examples), ("Governed by", view.governed_by))
    return tuple((label, excerpts) for label, excerpts in lists if excerpts)


def gathering_entry(handbook: Handbook, gathering: Gathering) -> GatheringEntry:
    """Return a principle, a goal or a relation to another policy."""
    return GatheringEntry(gathering.id, gathering.title, gathering.para, gathering.text,
                          lines(handbook, gathering.statements))  # fmt: skip
