"""A sentence that feeds a statement does not also say why it feeds none.

One of the two is left over from an earlier reading, and the reader of the coverage page cannot tell which.
"""

from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.coverage import sentences
from cmi_handbook.model.draft import Draft


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each explanation of a sentence that is used."""
    for covered in sentences(draft):
        if covered.used and covered.sentence.narrative is not None:
            yield RULE.fault(covered.entry.at("sentences", covered.place, "narrative"),
                             "`narrative` of a sentence that a statement quotes from",
                             "remove the `narrative`, or take the quote out of the statement")


RULE = Rule("CMI205", "narrative-though-used", __doc__, check)
