"""Every file carries a marking at its top, and every marking, a file's or a record's own, is one that the
publication lists.

What lies above the ceiling of a build is held back by its marking; a marking that nobody ranks could not be.
"""

from cmi_handbook.checks.nearest import did_you_mean
from cmi_handbook.checks.rule import Diagnostic, Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each file and each record whose marking is missing or unknown."""
    if draft.publication is None:
        return
    known = draft.publication.record.markings
    for file in draft.files:
        if file.marking is None:
            yield RULE.fault(file.at, "file without a marking", "start it with `marking:` and its marking")
        elif file.marking not in known:
            yield RULE.fault(file.at, f"unknown marking `{file.marking}`", _way_out(file.marking, known))
    for place, conflict in enumerate(draft.publication.record.conflicts):
        for nth, marking in enumerate(conflict.markings):
            if marking not in known:
                at = draft.publication.at("conflicts", place, "markings", nth)
                yield RULE.fault(at, f"unknown marking `{marking}`", _way_out(marking, known))
    for entry in draft.marked:
        own = entry.record.marking
        if own is not None and own not in known:
            yield RULE.fault(entry.at("marking"), f"unknown marking `{own}`", _way_out(own, known))


def unknown_ceiling(draft: Draft, ceiling: str) -> Diagnostic | None:
    """Return a fault when the edition does not know the ceiling of a build."""
    assert draft.publication is not None
    known = draft.publication.record.markings
    if ceiling in known:
        return None
    return RULE.fault(draft.publication.at("markings"), f"unknown ceiling `{ceiling}`", _way_out(ceiling, known))


def _way_out(marking: str, known: tuple[str, ...]) -> str:
    return did_you_mean(marking, known, "write one of the publication's `markings`, or add it there in its rank")


RULE = Rule("CMI701", "unknown-marking", __doc__, check)
