"""Where the markings of a source disagree, a named release decision says which one the rendering carries.

Without one nothing may go out: the build stops.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each conflict that no decision settles."""
    if draft.publication is None:
        return
    record = draft.publication.record
    for place, conflict in enumerate(() if record.release else record.conflicts):
        markings = " and ".join(f"`{marking}`" for marking in conflict.markings)
        yield RULE.fault(draft.publication.at("conflicts", place), f"{markings} stand in one source without a decision",
                         "add `release:` with the decision, its authority, its date and `to` whom")


RULE = Rule("CMI702", "conflict-without-decision", __doc__, check)
