"""Roles and actors: what falls on whom, what reaches it through groups, what the text leaves open.

The one view of a party: its page, its entry in the book, its sheet and the
pages of posts are laid out from it.
"""

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.party import Actor, Party
from cmi_handbook.model.portion import phrase
from cmi_handbook.model.record import Excerpt, Scale
from cmi_handbook.views import wording
from cmi_handbook.views.line import (
    BasisView,
    Line,
    LineGroup,
    Ref,
    basis,
    by_force,
    in_force_order,
    name,
    names,
    view_lines,
)
from cmi_handbook.views.statement import JudgementView, ScaleView, view_judgement, view_scale


@dataclass(frozen=True)
class MembershipView:
    """One membership in words."""

    group: Ref
    relation: str
    basis: BasisView
    para: str
    reason: str


@dataclass(frozen=True)
class Inheritance:
    """Lines that reach a party by one way through groups, nearest first."""

    via: tuple[Ref, ...]
    basis: BasisView
    lines: tuple[Line, ...]

    @property
    def group(self) -> Ref:
        """The group on which the lines fall."""
        return self.via[-1]


@dataclass(frozen=True)
class Wider:
    """A wider group of which a party is one, and what is said towards it."""

    group: Ref
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PartyView:
    """A body or an actor."""

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
    direct: tuple[LineGroup, ...]
    inherited: tuple[Inheritance, ...]
    through: tuple[Line, ...]
    towards: tuple[LineGroup, ...]
    towards_wider: tuple[Wider, ...]
    axes: tuple[ScaleView, ...]
    passages: tuple[tuple[str, tuple[Excerpt, ...]], ...]
    judgement: JudgementView | None
    direct_count: int
    inherited_count: int
    towards_count: int


def view_party(handbook: Handbook, id_: str) -> PartyView:
    """Return a body or an actor."""
    party, standing = handbook.party(id_), handbook.standing[id_]
    return PartyView(
        id=id_, name=party.name, abbreviation=party.abbreviation, is_actor=isinstance(party, Actor),
        kind=wording.KINDS[party.kind], side=side(handbook, party), summary=party.summary, open=party.open,
        named_at=party.named_at, forms=party.forms, memberships=_memberships(handbook, party),
        members=names(handbook, standing.members), direct=by_force(handbook, standing.direct),
        inherited=_inherited(handbook, id_), through=view_lines(handbook, standing.through),
        towards=by_force(handbook, standing.towards), towards_wider=_towards_wider(handbook, id_),
        axes=_axes(handbook, party), passages=_passages(party), judgement=view_judgement(party.judgement),
        direct_count=len(standing.direct), inherited_count=len(standing.inherited),
        towards_count=len(standing.towards),
    )


def side(handbook: Handbook, party: Party) -> str:
    """Return on whose side a party stands, in words."""
    return phrase(wording.SIDES[party.nato].replace("{owner}", "{}"), handbook.publication.vocabulary.owner)


def _memberships(handbook: Handbook, party: Party) -> tuple[MembershipView, ...]:
    return tuple(
        MembershipView(name(handbook, membership.to), wording.MEMBERSHIPS[membership.relation], basis(membership.basis),
                       membership.para, membership.reason)
        for membership in party.member_of
    )


def _inherited(handbook: Handbook, id_: str) -> tuple[Inheritance, ...]:
    found = handbook.standing[id_].inherited
    ways = dict.fromkeys((inherited.via, inherited.basis) for inherited in found)
    return tuple(
        Inheritance(names(handbook, via), basis(key), in_force_order(
            view_lines(handbook, (inherited.statement for inherited in found if inherited.via == via))))
        for via, key in ways
    )


def _towards_wider(handbook: Handbook, id_: str) -> tuple[Wider, ...]:
    return tuple(
        Wider(name(handbook, group.id), view_lines(handbook, said))
        for group in handbook.standing[id_].groups if (said := handbook.standing[group.id].towards)
    )


def _axes(handbook: Handbook, party: Party) -> tuple[ScaleView, ...]:
    if not isinstance(party, Actor):
        return ()
    return tuple(view_scale(axis.name, party.axes.get(key, Scale()), axis.values)
                 for key, axis in handbook.publication.axes.items())


def _passages(party: Party) -> tuple[tuple[str, tuple[Excerpt, ...]], ...]:
    if not isinstance(party, Actor):
        return ()
    lists = (("Described as", party.described_at), ("Examples in the text", party.examples),
             ("What governs it", party.governed_by))
    return tuple((label, excerpts) for label, excerpts in lists if excerpts)
