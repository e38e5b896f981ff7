"""A sentence that feeds a statement does not also say why it feeds none.

One of the two is left over from an earlier reading, and the reader of the coverage page cannot tell which.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.coverage import sentences


def check(draft: Draft) -> Faults:
    """Yield each explanation of a sentence that is used."""
    for covered in sentences(draft):
        if covered.used and covered.sentence.narrative is not None:
            yield RULE.fault(covered.entry.at("sentences", covered.place, "narrative"),
                             "`narrative` of a sentence that a statement quotes from",
                             "remove the `narrative`, or take the quote out of the statement")


RULE = Rule("CMI205", "narrative-though-used", __doc__, check)
