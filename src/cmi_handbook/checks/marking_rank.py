"""The publication's `markings` stand in their rank, the lowest first, each once: a marking that says `UNCLASSIFIED`
before one that says `RESTRICTED`, then `CONFIDENTIAL`, `SECRET` and `TOP SECRET`. Where one names a level, all do.

The ceiling of a build follows this list. In a wrong order it would let out the highest and hold back the lowest.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.whole_words import words_of

LEVELS = ("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Words that classified markings are made of, in their rank; others rank as the list has them."""


def check(draft: Draft) -> Faults:
    """Yield each marking that stands below a lower one, or twice."""
    if draft.publication is None:
        return
    highest, before = -1, ""
    known: set[str] = set()
    listed = draft.publication.record.markings
    for place, marking in enumerate(listed):
        words = " ".join(words_of(marking.upper()))
        at = draft.publication.at("markings", place)
        if words in known:
            yield RULE.fault(at, f"`{marking}` stands twice", "keep one of the two")
        known.add(words)
        level = _level(words)
        if level is None:
            if any(_level(" ".join(words_of(other.upper()))) is not None for other in listed):
                yield RULE.fault(at, f"`{marking}` is of no level, and others of the list are",
                                 f"write one of {', '.join(LEVELS)} in it")
            continue
        if level < highest:
            yield RULE.fault(at, f"`{marking}` ranks below `{before}`, which stands before it",
                             "write the markings from the lowest to the highest")
        else:
            highest, before = level, marking


def _level(words: str) -> int | None:
    return max((rank for rank, level in enumerate(LEVELS) if f" {level} " in f" {words} "), default=None)


RULE = Rule("CMI706", "marking-rank", __doc__, check)
