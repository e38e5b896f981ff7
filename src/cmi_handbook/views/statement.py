"""A statement, finished: the text's words, the editor's reading, and what hangs on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import Portion, phrase
from cmi_handbook.model.record import Excerpt, Judgement, Scale
from cmi_handbook.model.statement import Relation, Statement
from cmi_handbook.views import wording
from cmi_handbook.views.line import BasisView, Line, Ref, basis, name, names, view_line


@dataclass(frozen=True)
class RelationView:
    """What the bearer has to do with somebody; `target` is none where the text names nobody."""

    verb: str
    target: Ref | None
    qualifier: str | None
    basis: BasisView


@dataclass(frozen=True)
class ScaleView:
    """Values on one axis in words, with their basis."""

    label: str
    values: tuple[str, ...]
    basis: BasisView


@dataclass(frozen=True)
class JudgementView:
    """Why a reading can be disputed, and who confirmed it."""

    status: str
    reason: str
    alternatives: tuple[str, ...]
    confirmed: str | None


@dataclass(frozen=True)
class StatementView:
    """One statement card; `line` is what it says in one line.

    `details` are further words of the text, `remarks` further words of the
    editor's, each under a label: site and paper print whatever stands there.
    """

    id: str
    para: str
    line: Line
    force_means: str
    modality: str
    modality_means: str
    quotes: tuple[Excerpt, ...]
    subject: str
    subject_ref: Ref | None
    antecedent: str | None
    each_member: bool
    passive: bool
    relations: tuple[RelationView, ...]
    details: tuple[tuple[str, tuple[Excerpt, ...]], ...]
    remarks: tuple[tuple[str, str], ...]
    scales: tuple[ScaleView, ...]
    through: tuple[Ref, ...]
    judgement: JudgementView | None
    marking: str


def view_statement(handbook: Handbook, id_: str) -> StatementView:
    """Return the card of a statement."""
    statement = handbook.statements[id_]
    subject = statement.subject
    return StatementView(
        id=id_, para=statement.para, line=view_line(handbook, id_), force_means=wording.FORCES[statement.force][1],
        modality=statement.modality, modality_means=wording.MODALITY_MEANS[statement.modality],
        quotes=statement.quotes, subject=subject.text,
        subject_ref=name(handbook, subject.ref) if subject.ref else None, antecedent=subject.antecedent,
        each_member=statement.distributive, passive=statement.voice == "passive",
        relations=tuple(_relation(handbook, relation) for relation in statement.relations),
        details=tuple(_details(statement)), remarks=tuple(_remarks(statement)),
        scales=_scales(handbook, statement),
        through=names(handbook, statement.derived_for),
        judgement=view_judgement(statement.judgement), marking=str(statement.marking),
    )


def _relation(handbook: Handbook, relation: Relation) -> RelationView:
    return RelationView(
        verb=wording.RELATIONS[relation.type],
        target=name(handbook, relation.target) if relation.target else None,
        qualifier=relation.qualifier,
        basis=basis(relation.basis),
    )


def _details(statement: Statement) -> Iterator[tuple[str, tuple[Excerpt, ...]]]:
    if statement.conditions:
        yield "Condition", statement.conditions
    for kind, label in wording.AUTHORITIES.items():
        said = (Excerpt(para=authority.para, text=authority.text) for authority in statement.authorities
                if authority.kind == kind)
        if found := tuple(dict.fromkeys(said)):
            yield label, found
    if statement.purposes:
        yield "Purpose", statement.purposes
    if statement.places:
        yield "Where", statement.places


def _remarks(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.negated:
        yield "Negated", "yes: it says what is not so, or not to be done"


def _scales(handbook: Handbook, statement: Statement) -> tuple[ScaleView, ...]:
    head = handbook.publication
    lists = (("Level", statement.levels, head.levels), ("Phase", statement.phases, head.phases),
             ("Reach", statement.reach, head.reach))
    return tuple(view_scale(label, scale, known) for label, scale, known in lists if scale.values)


def view_scale(label: str, scale: Scale, known: Mapping[str, str]) -> ScaleView:
    """Return the values of a scale in words; `known` has the publication's names of its values."""
    words = tuple(Portion(known[value], getattr(value, "rank", 0)) for value in scale.values)
    return ScaleView(label, words, basis(scale.basis or "editor"))


def view_judgement(judgement: Judgement | None) -> JudgementView | None:
    """Return a judgement in words, or none."""
    if judgement is None:
        return None
    agreed = judgement.confirmed
    return JudgementView(
        wording.STATUSES[judgement.status], judgement.reason or "", judgement.alternatives,
        phrase("Confirmed by {}, {}.", agreed.by, agreed.date) if agreed else None,
    )
