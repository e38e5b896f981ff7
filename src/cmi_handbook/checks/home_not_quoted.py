"""A statement quotes the paragraph that it is cited by.

The citation leads the reader to that paragraph, and the words must be found there.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each statement without a quote from its own paragraph."""
    for entry in draft.statements:
        if all(quote.para != entry.record.para for quote in entry.record.quotes):
            yield RULE.fault(entry.at("para"), f"no quote from `{entry.record.para}`, the statement's own paragraph",
                             "add one, or cite the paragraph that is quoted")


RULE = Rule("CMI407", "home-not-quoted", __doc__, check)
