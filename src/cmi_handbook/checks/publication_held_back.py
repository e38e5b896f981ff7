"""Under the ceiling of a build the publication itself goes out: its own record is not marked higher.

`build --ceiling` holds back every record above a marking, and with it whatever cannot be said without it;
`check --ceiling` says beforehand which. Without the publication's record there is nothing to build.
"""

from cmi_handbook.checks.rule import Diagnostic, Draft, Rule
from cmi_handbook.checks.unknown_marking import unknown_ceiling


def against(draft: Draft, ceiling: str) -> list[Diagnostic]:
    """Return what stands in the way of a build under a ceiling."""
    if draft.publication is None:
        return []
    if unknown := unknown_ceiling(draft, ceiling):
        return [unknown]
    known = draft.publication.record.markings
    marking = str(draft.publication.marking)
    if known.index(marking) <= known.index(ceiling):
        return []
    return [RULE.fault(draft.publication.at(), f"the publication is marked `{marking}`",
                       f"build it under that ceiling; `{ceiling}` lets nothing of it out")]


RULE = Rule("CMI703", "publication-held-back", __doc__)
