"""Parties: bodies on NATO's side and non-military actors."""

from __future__ import annotations

from typing import Literal

from cmi_handbook.model.record import Basis, Excerpt, Judgement, Scale, record
from cmi_handbook.model.statement import REACH

AXES = {"reach": REACH, "type": ("io", "go", "ngo"), "purpose": ("development", "humanitarian")}
"""The values of the three axes that paragraph 23 gives without naming them."""


@record
class Membership:
    """How one party belongs to another; only `is-one` hands duties down."""

    to: str
    relation: Literal["is-one", "part-of", "under-command"]
    basis: Basis
    para: str
    reason: str


@record
class Axes:
    """Where a category of actors stands on the three axes of paragraph 23."""

    reach: Scale = Scale()
    type: Scale = Scale()
    purpose: Scale = Scale()


@record
class Body:
    """An office, group, capability or function on NATO's side."""

    id: str
    name: str
    abbreviation: str | None = None
    kind: Literal["office", "collective", "persons", "capability", "function", "category"]
    nato: Literal["inside", "outside", "either"]
    named_at: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    member_of: tuple[Membership, ...] = ()
    summary: str
    open: str
    judgement: Judgement | None = None
    marking: str | None = None


@record
class Actor(Body):
    """A category of non-military actors, or others the policy speaks of beside NATO's bodies."""

    axes: Axes = Axes()
    examples: tuple[Excerpt, ...] = ()
    governed_by: tuple[Excerpt, ...] = ()
    described_at: tuple[Excerpt, ...] = ()


Party = Body | Actor
