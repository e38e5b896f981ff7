"""Roles and actors: what falls on whom, what reaches it through groups, what the policy leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.party import Actor, Party
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views import words
from cmi_handbook.views.statement import (
    InheritedView,
    JudgementView,
    Ref,
    ScaleView,
    StatementView,
    name,
    names,
    view_inherited,
    view_judgement,
    view_scale,
    view_statement,
)


@dataclass(frozen=True)
class MembershipView:
    """One membership in words."""

    group: Ref
    relation: str
    basis: str
    para: str
    reason: str


@dataclass(frozen=True)
class Group:
    """Statements of one force."""

    force: str
    title: str
    means: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class InheritedGroup:
    """Inherited statements that take one way."""

    via: tuple[Ref, ...]
    basis: str
    statements: tuple[InheritedView, ...]


@dataclass(frozen=True)
class PartyView:
    """A role page or an actor page."""

    id: str
    name: str
    abbreviation: str | None
    is_actor: bool
    kind: str
    side: str
    summary: str
    open: str
    named_at: tuple[str, ...]
    forms: tuple[str, ...]
    memberships: tuple[MembershipView, ...]
    members: tuple[Ref, ...]
    direct: tuple[Group, ...]
    inherited: tuple[InheritedGroup, ...]
    through: tuple[StatementView, ...]
    towards: tuple[Group, ...]
    towards_group: tuple[tuple[Ref, tuple[StatementView, ...]], ...]
    axes: tuple[ScaleView, ...]
    examples: tuple[Excerpt, ...]
    governed_by: tuple[Excerpt, ...]
    described_at: tuple[Excerpt, ...]
    judgement: JudgementView | None
    marking: str


def by_force(handbook: Handbook, ids: Iterable[str]) -> tuple[Group, ...]:
    """Return statements grouped by force, in the order of forces, then of the policy."""
    views = [view_statement(handbook, id_) for id_ in ids]
    groups = []
    for force, (title, means) in words.FORCES.items():
        if found := tuple(view for view in views if view.force == force):
            groups.append(Group(force, title, means, found))
    return tuple(groups)


def view_party(handbook: Handbook, id_: str) -> PartyView:
    """Return the page of a body or an actor."""
    party, standing = handbook.party(id_), handbook.standing[id_]
    own_words = party if isinstance(party, Actor) else None
    return PartyView(
        id=id_, name=party.name, abbreviation=party.abbreviation, is_actor=isinstance(party, Actor),
        kind=words.KINDS[party.kind], side=words.SIDES[party.nato], summary=party.summary, open=party.open,
        named_at=party.named_at, forms=party.forms, memberships=_memberships(handbook, party),
        members=names(handbook, standing.members), direct=by_force(handbook, standing.direct),
        inherited=_inherited(handbook, id_),
        through=tuple(view_statement(handbook, each) for each in standing.through),
        towards=by_force(handbook, standing.towards), towards_group=_towards_groups(handbook, id_),
        axes=_axes(own_words) if own_words else (),
        examples=own_words.examples if own_words else (),
        governed_by=own_words.governed_by if own_words else (),
        described_at=own_words.described_at if own_words else (),
        judgement=view_judgement(party.judgement), marking=str(party.marking),
    )


def _memberships(handbook: Handbook, party: Party) -> tuple[MembershipView, ...]:
    return tuple(
        MembershipView(name(handbook, each.to), words.MEMBERSHIPS[each.relation], words.BASES[each.basis],
                       each.para, each.reason)
        for each in party.member_of
    )


def _inherited(handbook: Handbook, id_: str) -> tuple[InheritedGroup, ...]:
    ways: dict[tuple[tuple[str, ...], str], list[InheritedView]] = {}
    for each in handbook.standing[id_].inherited:
        ways.setdefault((each.via, each.basis), []).append(view_inherited(handbook, each))
    return tuple(
        InheritedGroup(names(handbook, via), words.BASES[basis], tuple(statements))
        for (via, basis), statements in ways.items()
    )


def _towards_groups(handbook: Handbook, id_: str) -> tuple[tuple[Ref, tuple[StatementView, ...]], ...]:
    """Return what is said towards the wider groups that the party is one of."""
    found = []
    for group in wider(handbook, id_):
        if ids := handbook.standing[group].towards:
            found.append((name(handbook, group), tuple(view_statement(handbook, each) for each in ids)))
    return tuple(found)


def wider(handbook: Handbook, id_: str) -> list[str]:
    """Return the groups a party is one of, nearest first."""
    found: list[str] = []
    ahead = [id_]
    while ahead:
        here = ahead.pop(0)
        for each in handbook.party(here).member_of:
            if each.relation == "is-one" and each.to not in (id_, *found):
                found.append(each.to)
                ahead.append(each.to)
    return found


def _axes(actor: Actor) -> tuple[ScaleView, ...]:
    return tuple(
        view_scale(label, getattr(actor.axes, axis))
        for axis, label in words.AXES.items()
        if getattr(actor.axes, axis).values
    )
