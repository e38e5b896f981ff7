"""A release is decided on no day before the document itself, and no date lies after 2107.

A release that is older than the document was taken over from an earlier edition: whoever decided it never saw
this one. The files of a build are dated by it, and a zip file can bear no later day than the end of 2107.
"""

from datetime import date

from cmi_handbook.checks.rule import Draft, Faults, Rule

LAST = date(2107, 12, 31)


def check(draft: Draft) -> Faults:
    """Yield a release that is older than the document, and each date of the two that no file can bear."""
    if draft.publication is None:
        return
    decided, release = draft.publication.record.decided.iso, draft.publication.record.release
    dates = [(("decided", "iso"), decided)] + ([(("release", "date"), release.date)] if release else [])
    for place, day in dates:
        if day > LAST:
            yield RULE.fault(draft.publication.at(*place), f"{day} lies after {LAST}", "write the day as it is decided")
    if release and release.date < decided:
        yield RULE.fault(draft.publication.at("release", "date"),
                         f"released on {release.date}, before the document was decided on {decided}",
                         "have the release of this edition decided anew, and write its date")


RULE = Rule("CMI704", "release-date", __doc__, check)
