"""Parties: bodies of the publication's owner, and the actors they deal with."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from cmi_handbook.model.record import (
    Basis,
    By,
    Excerpt,
    Hold,
    Judgement,
    Marking,
    Name,
    OwnId,
    Para,
    PartyId,
    Remark,
    Scale,
    Use,
    record,
)


@record
class Membership:
    """How one party belongs to another; only `is-one` hands duties down."""

    to: PartyId
    relation: Literal["is-one", "part-of", "under-command"]
    basis: Basis
    para: Para
    reason: Remark


@record
class Body:
    """An office, group, capability or function on the owner's side."""

    id: OwnId
    name: Name
    abbreviation: str | None = None
    kind: Literal["office", "collective", "persons", "capability", "function", "category"]
    nato: Literal["inside", "outside", "either"]
    named_at: Annotated[tuple[Para, ...], Hold.SOME] = ()
    forms: Annotated[tuple[str, ...], Use.FORM, Hold.SOME] = ()
    member_of: Annotated[tuple[Membership, ...], Hold.LOOSE] = ()
    summary: Remark
    open: Remark
    judgement: Annotated[Judgement | None, By.HOUSE] = None
    marking: Marking = None


@record
class Actor(Body):
    """A category of actors that the text speaks of beside the owner's bodies; `axes` holds its place on each axis."""

    axes: Mapping[str, Scale] = field(default_factory=dict)
    examples: Annotated[tuple[Excerpt, ...], Hold.LOOSE] = ()
    governed_by: Annotated[tuple[Excerpt, ...], Hold.LOOSE] = ()
    described_at: Annotated[tuple[Excerpt, ...], Hold.LOOSE] = ()


Party = Body | Actor
