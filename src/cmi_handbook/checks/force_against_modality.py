"""The force that the editor gives a clause is one that its verb can have: `must` is no permission, `may` no duty,
and only what is excluded is an exclusion.

A `requirement` falls on nobody of the owner's own: where a body inside is told, it is a duty.
"""

from collections.abc import Mapping

from cmi_handbook.checks.assigned_outside_responsibilities import assigns
from cmi_handbook.checks.modality_against_trigger import disagreement
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.statement import Force, Modality

ALLOWED: Mapping[Modality, tuple[Force, ...]] = {
    "must": ("duty", "requirement", "expectation"),
    "requires": ("duty", "requirement", "expectation"),
    "assigned": ("duty",),
    "excludes": ("exclusion", "scope"),
    "will": ("duty", "role", "commitment", "expectation", "description", "decision", "effect"),
    "should": ("duty", "guidance", "role", "expectation", "effect", "description"),
    "may": ("permission", "ability", "description", "expectation", "effect"),
    "can": ("permission", "ability", "role", "description", "expectation", "effect", "scope"),
    "states": ("role", "commitment", "ability", "expectation", "effect", "description", "scope", "definition",
               "decision", "requirement"),
}
"""What the verb of a clause shows to the forces that it can have."""


def check(draft: Draft) -> Faults:
    """Yield each statement of a force that its modality cannot have, and each requirement of a body inside.

    A modality that is itself wrong is CMI403's or CMI406's.
    """
    inside = {entry.record.id for entry in draft.bodies if entry.record.nato == "inside"}
    for entry in draft.statements:
        statement = entry.record
        if disagreement(statement) or assigns(statement, draft) != (statement.modality == "assigned"):
            continue
        allowed = ALLOWED[statement.modality]
        if statement.force not in allowed:
            yield RULE.fault(entry.at("force"), f"`{statement.modality}` read as `{statement.force}`",
                             f"write one of {', '.join(allowed)}, or the modality of the governing verb")
        elif statement.force == "requirement" and inside.intersection(statement.bearers):
            yield RULE.fault(entry.at("force"), "a requirement that falls on a body inside",
                             "write `force: duty`, or leave the bearers out")


RULE = Rule("CMI412", "force-against-modality", __doc__, check)
