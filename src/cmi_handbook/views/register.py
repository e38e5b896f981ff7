"""The register of statements as rows that can be filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.statement import LEVELS, PHASES, Statement
from cmi_handbook.views import words
from cmi_handbook.views.policy import citation
from cmi_handbook.views.statement import Ref, names


@dataclass(frozen=True)
class Row:
    """One statement; `inherited` are the bodies it reaches through groups they are one of."""

    id: str
    para: str
    citation: str
    section: str
    action: str
    text: str
    bearers: tuple[str, ...]
    inherited: tuple[str, ...]
    actors: tuple[str, ...]
    force: str
    modality: str
    levels: tuple[str, ...]
    phases: tuple[str, ...]
    marking: str


@dataclass(frozen=True)
class Register:
    """All statements, and the values that the filters offer, each with its name."""

    rows: tuple[Row, ...]
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
    rows = tuple(_row(handbook, each, inherited.get(each.id, ())) for each in handbook.statements.values())
    falls_on = {id_ for row in rows for id_ in (*row.bearers, *row.inherited)}
    concerned = {id_ for row in rows for id_ in row.actors}
    return Register(
        rows=rows,
        bodies=_named(handbook, (id_ for id_ in handbook.bodies if id_ in falls_on)),
        actors=_named(handbook, (id_ for id_ in handbook.actors if id_ in concerned)),
        forces=_keyed((key, name) for key, (name, _) in words.FORCES.items() if any(row.force == key for row in rows)),
        modalities=_keyed(each for each in words.MODALITIES.items() if any(row.modality == each[0] for row in rows)),
        levels=_keyed((key, words.sentence_case(key)) for key in LEVELS if any(key in row.levels for row in rows)),
        phases=_keyed((key, words.sentence_case(key)) for key in PHASES if any(key in row.phases for row in rows)),
        sections=_sections(handbook),
        opening=words.OPENING_FORCES,
    )


def _row(handbook: Handbook, statement: Statement, inherited: tuple[str, ...]) -> Row:
    targets = (each.target for each in statement.relations if each.target)
    actors = (id_ for id_ in (*statement.bearers, *targets) if id_ in handbook.actors)
    return Row(
        id=statement.id, para=statement.para, citation=citation(handbook, statement.para),
        section=handbook.paragraphs[statement.para].section or SHEETS, action=statement.action,
        text=" … ".join(each.text for each in statement.quotes), bearers=statement.bearers, inherited=inherited,
        actors=tuple(dict.fromkeys(actors)), force=statement.force, modality=statement.modality,
        levels=statement.levels.values, phases=statement.phases.values, marking=str(statement.marking),
    )


def _inherited(handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """Return who inherits each statement."""
    heirs: dict[str, tuple[str, ...]] = {}
    for id_, standing in handbook.standing.items():
        for each in standing.inherited:
            heirs[each.statement] = (*heirs.get(each.statement, ()), id_)
    return heirs


def _named(handbook: Handbook, ids: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(sorted(names(handbook, ids), key=lambda each: each.name.casefold()))


def _keyed(pairs: Iterable[tuple[str, str]]) -> tuple[Ref, ...]:
    return tuple(Ref(key, name) for key, name in pairs)


def _sections(handbook: Handbook) -> tuple[Ref, ...]:
    own = (Ref(each.id, f"Section {each.number}: {each.title.capitalize()}") for each in handbook.sections.values())
    return (*own, Ref(SHEETS, "Decision sheets"))
