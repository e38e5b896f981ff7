"""A contested reading carries its reason and its alternatives.

An editor must be able to defend it to any nation; "contested" alone defends nothing.
"""

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.party import Body
from cmi_handbook.model.statement import Statement


def check(draft: Draft) -> Faults:
    """Yield each contested reading without a reason or without alternatives."""
    judged: tuple[Entry[Body | Statement], ...] = (*draft.bodies, *draft.actors, *draft.statements)
    for entry in judged:
        judgement = entry.record.judgement
        if judgement is None or judgement.status != "contested":
            continue
        missing = [name for name in ("reason", "alternatives") if not getattr(judgement, name)]
        if missing:
            yield RULE.fault(entry.at("judgement", "status"), f"contested reading without {' and '.join(missing)}",
                             f"add {' and '.join(f'`{name}:`' for name in missing)} to the judgement")


RULE = Rule("CMI405", "judgement-without-reason", __doc__, check)
