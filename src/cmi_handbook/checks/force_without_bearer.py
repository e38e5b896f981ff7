"""A duty, a role, a commitment or a permission falls on somebody.

Where the clause names no body, none is invented: its force is then an expectation, an effect or a description.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule

BORNE = ("duty", "role", "commitment", "permission")


def check(draft: Draft) -> Faults:
    """Yield each statement whose force needs a bearer and has none."""
    for entry in draft.statements:
        if entry.record.force in BORNE and not entry.record.bearers:
            yield RULE.fault(entry.at("force"), f"a {entry.record.force} that falls on nobody",
                             "name the `bearers`, or read it as an expectation, effect or description")


RULE = Rule("CMI404", "force-without-bearer", __doc__, check)
