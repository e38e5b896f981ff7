"""The publication's `markings` stand in their rank, the lowest first, each once: a marking that says `UNCLASSIFIED`
before one that says `RESTRICTED`, then `CONFIDENTIAL`, `SECRET` and `TOP SECRET`.

The ceiling of a build follows this list. In a wrong order it would let out the highest and hold back the lowest.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule

LEVELS = ("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Words that classified markings are made of, in their rank; others rank as the list has them."""


def check(draft: Draft) -> Faults:
    """Yield each marking that stands below a lower one, or twice."""
    if draft.publication is None:
        return
    highest, before = -1, ""
    known: set[str] = set()
    for place, marking in enumerate(draft.publication.record.markings):
        words = " ".join(marking.upper().split())
        at = draft.publication.at("markings", place)
        if words in known:
            yield RULE.fault(at, f"`{marking}` stands twice", "keep one of the two")
        known.add(words)
        level = max((rank for rank, level in enumerate(LEVELS) if f" {words} ".endswith(f" {level} ")), default=None)
        if level is None:
            continue
        if level < highest:
            yield RULE.fault(at, f"`{marking}` ranks below `{before}`, which stands before it",
                             "write the markings from the lowest to the highest")
        else:
            highest, before = level, marking


RULE = Rule("CMI706", "marking-rank", __doc__, check)
