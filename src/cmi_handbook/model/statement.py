"""Statements: what one clause of the policy says, as the editor reads it."""

from typing import Annotated, Literal

from cmi_handbook.model.record import (
    Basis,
    By,
    Excerpt,
    Hold,
    Judgement,
    Marking,
    OwnId,
    Para,
    PartyId,
    Scale,
    TermOrParty,
    Wording,
    record,
)

Modality = Literal[
    "must", "requires", "assigned", "excludes", "will", "should", "may", "can", "states"
]
"""The surface of the governing verb, nothing else."""

Force = Literal[
    "duty", "requirement", "guidance", "role", "commitment", "permission", "ability", "expectation", "effect",
    "description", "scope", "exclusion", "definition", "decision",
]
"""What the editor makes of the clause; always shown as the editor's."""

RelationType = Literal[
    "interacts", "coordinates", "consults", "supports", "informs",
    "reports", "advises", "tasks", "proposes", "considers",
]


@record
class Subject:
    """What the clause speaks of, in the text's words, and what a pronoun in them stands for."""

    text: str
    kind: Literal["body", "actor", "activity", "capability", "document", "other"]
    ref: Annotated[TermOrParty | None, Hold.LOOSE] = None
    antecedent: str | None = None


@record
class Relation:
    """What the bearer has to do with somebody else; no target where the text names none."""

    type: RelationType
    target: PartyId | None = None
    qualifier: str | None = None
    basis: Basis = "text"


@record
class Authority(Excerpt):
    """Words on whose authority something is done, or that bound it.

    `mandate`: who may decide or task; `limit`: within or in accordance with what; `basis`: what it is built or
    based on; `source`: where it is written.  `body` is whose decision it rests on, where the words name one.
    """

    kind: Literal["mandate", "limit", "basis", "source"]
    body: PartyId | None = None


@record
class Review:
    """Why a reading has to be gone through again: the words it was judged on, and those that stand there now."""

    reason: str
    was: str | None = None
    now: str | None = None


@record
class Statement:
    """One finite verb with its own object, cited by paragraph."""

    id: OwnId
    para: Para
    quotes: tuple[Excerpt, ...]
    subject: Subject
    bearers: tuple[PartyId, ...] = ()
    voice: Literal["active", "passive"] = "active"
    modality: Modality
    trigger: Excerpt | None = None
    force: Force
    negated: bool = False
    distributive: bool = False
    action: Wording
    relations: tuple[Relation, ...] = ()
    conditions: tuple[Excerpt, ...] = ()
    authorities: tuple[Authority, ...] = ()
    purposes: tuple[Excerpt, ...] = ()
    places: tuple[Excerpt, ...] = ()
    levels: Scale = Scale()
    phases: Scale = Scale()
    reach: Scale = Scale()
    derived_for: tuple[PartyId, ...] = ()
    judgement: Annotated[Judgement | None, By.HOUSE] = None
    review: Annotated[Review | None, By.HOUSE] = None
    marking: Marking = None
