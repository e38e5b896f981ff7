"""The register of statements as rows that can be filtered."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.model.statement import Statement
from cmi_handbook.views import wording
from cmi_handbook.views.address import in_order
from cmi_handbook.views.line import Line, Ref, names, view_line
from cmi_handbook.views.policy import citation


@dataclass(frozen=True)
class RegisterRow:
    """One statement; `inherited` are the bodies it reaches through groups they are one of."""

    line: Line
    citation: str
    section: str
    text: str
    bearers: tuple[str, ...]
    inherited: tuple[str, ...]
    actors: tuple[str, ...]
    modality: str
    levels: tuple[str, ...]
    phases: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """All statements, and the values that the filters offer, each with its name."""

    rows: tuple[RegisterRow, ...]
    bodies: tuple[Ref, ...]
    actors: tuple[Ref, ...]
    forces: tuple[Ref, ...]
    modalities: tuple[Ref, ...]
    levels: tuple[Ref, ...]
    phases: tuple[Ref, ...]
    sections: tuple[Ref, ...]
    opening: tuple[str, ...]


SHEETS = "decision-sheets"
"""The section that the paragraphs of the decision sheets are listed under."""


def view_register(handbook: Handbook) -> Register:
    """Return the register; filters offer only what some statement has."""
    inherited = _inherited(handbook)
    publication = handbook.publication
    rows = tuple(_row(handbook, statement, inherited.get(statement.id, ()))
                 for statement in handbook.statements.values())
    falls_on = {id_ for row in rows for id_ in (*row.bearers, *row.inherited)}
    concerned = {id_ for row in rows for id_ in row.actors}
    return Register(
        rows=rows,
        bodies=_named(handbook, (id_ for id_ in handbook.bodies if id_ in falls_on)),
        actors=_named(handbook, (id_ for id_ in handbook.actors if id_ in concerned)),
        forces=_offered(((key, name) for key, (name, _) in wording.FORCES.items()), (row.line.force for row in rows)),
        modalities=_offered(((key, key) for key in wording.MODALITY_MEANS), (row.modality for row in rows)),
        levels=_offered(publication.levels.items(), (level for row in rows for level in row.levels)),
        phases=_offered(publication.phases.items(), (phase for row in rows for phase in row.phases)),
        sections=_sections(handbook),
        opening=wording.OPENING_FORCES,
    )


def _row(handbook: Handbook, statement: Statement, inherited: tuple[str, ...]) -> RegisterRow:
    targets = (relation.target for relation in statement.relations if relation.target)
    actors = (id_ for id_ in (*statement.bearers, *targets) if id_ in handbook.actors)
    return RegisterRow(
        line=view_line(handbook, statement.id), citation=citation(handbook, statement.para),
        section=handbook.paragraphs[statement.para].section or SHEETS,
        text=joined(" … ", (quote.text for quote in statement.quotes)), bearers=statement.bearers, inherited=inherited,
        actors=tuple(dict.fromkeys(actors)), modality=statement.modality,
        levels=statement.levels.values, phases=statement.phases.values,
    )


def _inherited(handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """Return who inherits each statement."""
    heirs: dict[str, tuple[str, ...]] = {}
    for id_, standing in handbook.standing.items():
        for inherited in standing.inherited:
            heirs[inherited.statement] = (*heirs.get(inherited.statement, ()), id_)
    return heirs


def _named(handbook: Handbook, ids: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(sorted(names(handbook, ids), key=lambda ref: in_order(ref.name)))


def _offered(choices: Iterable[tuple[str, str]], used: Iterable[str]) -> tuple[Ref, ...]:
    found = set(used)
    return tuple(Ref(key, name) for key, name in choices if key in found)


def _sections(handbook: Handbook) -> tuple[Ref, ...]:
    own = (Ref(section.id, phrase("Section {}: {}", section.number, section.title.capitalize()))
           for section in handbook.sections.values())
    sheets = any(paragraph.section is None for paragraph in handbook.paragraphs.values())
    return (*own, *([Ref(SHEETS, "Decision sheets")] if sheets else []))
