"""Where the markings of a source disagree, a named release decision says which one the rendering carries.

Without one nothing may go out: the build stops.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.whole_words import stands


def check(draft: Draft) -> Faults:
    """Yield each conflict that no decision settles, and a decision for a higher marking than the publication's."""
    if draft.publication is None:
        return
    record = draft.publication.record
    known, own = record.markings, str(draft.publication.marking)
    decided = record.release.decision if record.release else own
    above = [marking for marking in known[known.index(own) + 1 :] if stands(marking, decided)] if own in known else []
    if above and not stands(own, decided):
        yield RULE.fault(draft.publication.at("release", "decision"),
                         f"decided as `{above[0]}`, and the publication is marked `{own}`",
                         "mark the publication as it was decided, or have the decision changed")
    for place, conflict in enumerate(() if record.release else record.conflicts):
        markings = " and ".join(f"`{marking}`" for marking in conflict.markings)
        yield RULE.fault(draft.publication.at("conflicts", place), f"{markings} stand in one source without a decision",
                         "add `release:` with the decision, its authority, its date and `to` whom")


RULE = Rule("CMI702", "conflict-without-decision", __doc__, check)
