"""Statements: what one clause of the policy says, as the editor reads it."""

from __future__ import annotations

from typing import Literal

from cmi_handbook.model.record import Basis, Excerpt, Judgement, Scale, record

Modality = Literal[
    "must", "requires", "assigned", "excludes", "will", "should", "may", "can", "states"
]
"""The surface of the governing verb, nothing else."""

Force = Literal[
    "duty", "role", "commitment", "permission", "ability", "expectation",
    "effect", "description", "scope", "exclusion", "definition", "decision",
]
"""What the editor makes of the clause; always shown as the editor's."""

RelationType = Literal[
    "interacts", "coordinates", "consults", "supports", "informs",
    "reports", "advises", "tasks", "proposes", "considers",
]

LEVELS = ("strategic", "operational", "tactical")
PHASES = ("early-crisis", "preparation", "planning", "execution", "transition", "assessment", "training")
REACH = ("local", "regional", "national", "international")
"""The values of a statement's scales; none of them is open."""


@record
class Subject:
    """What the clause speaks of, in the text's words, and what a pronoun in them stands for."""

    text: str
    kind: Literal["body", "actor", "activity", "capability", "document", "other"]
    ref: str | None = None
    antecedent: str | None = None


@record
class Relation:
    """What the bearer has to do with somebody else; no target where the text names none."""

    type: RelationType
    target: str | None = None
    qualifier: str | None = None
    basis: Basis = "text"


@record
class Statement:
    """One finite verb with its own object, cited by paragraph."""

    id: str
    para: str
    quotes: tuple[Excerpt, ...]
    subject: Subject
    bearers: tuple[str, ...] = ()
    voice: Literal["active", "passive"] = "active"
    modality: Modality
    trigger: Excerpt | None = None
    force: Force
    negated: bool = False
    distributive: bool = False
    action: str
    relations: tuple[Relation, ...] = ()
    conditions: tuple[Excerpt, ...] = ()
    authorities: tuple[Excerpt, ...] = ()
    purposes: tuple[Excerpt, ...] = ()
    places: tuple[Excerpt, ...] = ()
    levels: Scale = Scale()
    phases: Scale = Scale()
    reach: Scale = Scale()
    derived_for: tuple[str, ...] = ()
    judgement: Judgement | None = None
    marking: str | None = None
