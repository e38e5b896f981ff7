"""The lettered items of the paragraphs in the publication's `assigned_in` hand out tasks without a governing
modal verb. Their statements are `assigned`, and no others are.

The class stands for a place in the policy, so it must not leak to other places, nor leave gaps in its own.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.numbering import lead_ins
from cmi_handbook.model.statement import Statement


def check(draft: Draft) -> Faults:
    """Yield each statement that is `assigned` elsewhere, or something else there."""
    if draft.publication is None:
        return
    for entry in draft.statements:
        statement = entry.record
        expected = assigns(statement, draft)
        if expected and statement.modality != "assigned":
            yield RULE.fault(entry.at("modality"), f"`{statement.modality}` in `{statement.para}`, whose items assign",
                             "write `modality: assigned` and leave the trigger out")
        elif not expected and statement.modality == "assigned":
            yield RULE.fault(entry.at("modality"), f"`assigned` in `{statement.para}`, which assigns nothing",
                             "name the modality of the governing verb, or `states`")


def assigns(statement: Statement, draft: Draft) -> bool:
    """Tell whether a statement stands in an item that assigns, directly or through items between."""
    homes = draft.publication.record.assigned_in if draft.publication else ()
    return any(above in homes for above in lead_ins(draft.numbering, statement.para))


RULE = Rule("CMI406", "assigned-outside-responsibilities", __doc__, check)
