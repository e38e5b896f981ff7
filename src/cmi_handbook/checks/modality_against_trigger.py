"""A statement's modality is the one that its trigger shows: `shall` is `must`, `could` is `can`, `will require`
is `will`. `assigned` and `states` have no trigger, all others have one.

Modality is the surface of the verb and nothing else; what the editor makes of it is the force.
"""

from cmi_handbook.checks.modals import EXCLUDING, UNGOVERNED, modality_of
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.statement import Statement


def check(draft: Draft) -> Faults:
    """Yield each statement whose modality and trigger do not agree."""
    for entry in draft.statements:
        if fault := disagreement(entry.record):
            yield RULE.fault(entry.at("modality"), *fault)


def disagreement(statement: Statement) -> tuple[str, str] | None:
    """Return what is wrong, and the way out."""
    modality, trigger = statement.modality, statement.trigger
    if modality in UNGOVERNED:
        if trigger is None:
            return None
        return f"`{modality}` with a trigger", "remove the trigger, or name the modality that it shows"
    if trigger is None:
        return f"`{modality}` without a trigger", "add the word that governs the clause as `trigger`"
    if modality == "excludes":
        if EXCLUDING.search(trigger.text):
            return None
        return f"`excludes`, but the trigger `{trigger.text}` denies nothing", "name the words that shut something out"
    shown = modality_of(trigger.text)
    if shown == modality:
        return None
    way_out = f"write `modality: {shown}`" if shown else "name the modal word as trigger, or write `modality: states`"
    return f"`{modality}`, but the trigger is `{trigger.text}`", way_out


RULE = Rule("CMI403", "modality-against-trigger", __doc__, check)
