"""A statement, finished: the policy's words, the editor's reading, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook, Inherited
from cmi_handbook.model.record import Excerpt, Judgement, Scale
from cmi_handbook.model.statement import Statement
from cmi_handbook.views import words


@dataclass(frozen=True)
class Ref:
    """Something to be named and linked."""

    id: str
    name: str


@dataclass(frozen=True)
class RelationView:
    """What the bearer has to do with somebody; `target` is none where the text names nobody."""

    verb: str
    target: Ref | None
    qualifier: str | None
    basis: str
    nobody: str | None


@dataclass(frozen=True)
class ScaleView:
    """Values on one axis in words, with their basis in words."""

    label: str
    values: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class JudgementView:
    """Why a reading can be disputed."""

    status: str
    reason: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class StatementView:
    """One statement card."""

    id: str
    para: str
    action: str
    force: str
    force_name: str
    force_means: str
    modality: str
    modality_name: str
    modality_means: str
    trigger: str | None
    negated: bool
    quotes: tuple[Excerpt, ...]
    subject: str
    subject_ref: Ref | None
    antecedent: str | None
    bearers: tuple[Ref, ...]
    each_member: bool
    voice: str
    relations: tuple[RelationView, ...]
    details: tuple[tuple[str, tuple[Excerpt, ...]], ...]
    scales: tuple[ScaleView, ...]
    through: tuple[Ref, ...]
    judgement: JudgementView | None
    marking: str


@dataclass(frozen=True)
class InheritedView:
    """A statement that reaches a party through groups, and on whose word."""

    statement: StatementView
    via: tuple[Ref, ...]
    basis: str


def name(handbook: Handbook, id_: str) -> Ref:
    """Return a party, term, theme or paragraph by the name a reader knows it by."""
    if id_ in handbook.paragraphs:
        return Ref(id_, f"para {id_}")
    for kind in (handbook.bodies, handbook.actors):
        if id_ in kind:
            return Ref(id_, kind[id_].name)
    if id_ in handbook.terms:
        return Ref(id_, handbook.terms[id_].term)
    if id_ in handbook.statements:
        return Ref(id_, handbook.statements[id_].action)
    titled = {**handbook.themes, **handbook.seats, **handbook.principles, **handbook.goals, **handbook.policy_relations}
    return Ref(id_, titled[id_].title if id_ in titled else id_)


def names(handbook: Handbook, ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return several by name, in the order given."""
    return tuple(name(handbook, id_) for id_ in ids)


def view_statement(handbook: Handbook, id_: str) -> StatementView:
    """Return the card of a statement."""
    statement = handbook.statements[id_]
    force_name, force_means = words.FORCES[statement.force]
    subject = statement.subject
    return StatementView(
        id=id_, para=statement.para, action=statement.action,
        force=statement.force, force_name=force_name, force_means=force_means,
        modality=statement.modality, modality_name=words.MODALITIES[statement.modality],
        modality_means=words.MODALITY_MEANS[statement.modality],
        trigger=statement.trigger.text if statement.trigger else None,
        negated=statement.negated, quotes=statement.quotes, subject=subject.text,
        subject_ref=name(handbook, subject.ref) if subject.ref else None, antecedent=subject.antecedent,
        bearers=names(handbook, statement.bearers), each_member=statement.distributive, voice=statement.voice,
        relations=tuple(_relation(handbook, each) for each in statement.relations),
        details=_details(statement), scales=_scales(statement), through=names(handbook, statement.derived_for),
        judgement=view_judgement(statement.judgement), marking=str(statement.marking),
    )


def _relation(handbook: Handbook, relation) -> RelationView:
    return RelationView(
        verb=words.RELATIONS[relation.type],
        target=name(handbook, relation.target) if relation.target else None,
        qualifier=relation.qualifier,
        basis=words.BASES[relation.basis],
        nobody=None if relation.target else "nobody named in the policy",
    )


def _details(statement: Statement) -> tuple[tuple[str, tuple[Excerpt, ...]], ...]:
    lists = (("Condition", statement.conditions), ("On the authority of", statement.authorities),
             ("Purpose", statement.purposes), ("Where", statement.places))
    return tuple((label, excerpts) for label, excerpts in lists if excerpts)


def _scales(statement: Statement) -> tuple[ScaleView, ...]:
    lists = (("Level", statement.levels), ("Phase", statement.phases), ("Reach", statement.reach))
    return tuple(view_scale(label, scale) for label, scale in lists if scale.values)


def view_scale(label: str, scale: Scale) -> ScaleView:
    """Return the values of a scale in words."""
    return ScaleView(label, tuple(map(words.sentence_case, scale.values)), words.BASES[scale.basis or "editor"])


def view_judgement(judgement: Judgement | None) -> JudgementView | None:
    """Return a judgement in words, or none."""
    if judgement is None:
        return None
    return JudgementView(words.STATUSES[judgement.status], judgement.reason or "", judgement.alternatives)


def view_inherited(handbook: Handbook, inherited: Inherited) -> InheritedView:
    """Return an inherited statement with the way it takes."""
    return InheritedView(view_statement(handbook, inherited.statement), names(handbook, inherited.via),
                         words.BASES[inherited.basis])
