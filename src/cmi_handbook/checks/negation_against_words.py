"""A statement is `negated` where the words that it quotes negate: `not`, `no`, `nor`, `neither`, `never`,
`cannot`. One that is not negated has no `not` behind its trigger.

The mark turns a duty into its opposite on every page.
"""

import re

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.statement import Statement

NEGATION = re.compile(r"\b(?:not|no|nor|neither|never|none|cannot)\b", re.I)


def check(draft: Draft) -> Faults:
    """Yield each statement whose mark and words disagree."""
    for entry in draft.statements:
        statement = entry.record
        words = " ".join(quote.text for quote in statement.quotes)
        if statement.negated and not NEGATION.search(words):
            yield RULE.fault(entry.at("negated"), "a negated statement whose quotes hold no negation",
                             "take out `negated: true`, or quote the words that negate")
        elif not statement.negated and _governs(statement, words):
            yield RULE.fault(entry.at("trigger"), "a trigger with `not` behind it, and no `negated: true`",
                             "add `negated: true`")


def _governs(statement: Statement, words: str) -> bool:
    """Tell whether the governing verb itself is negated."""
    trigger = statement.trigger
    return trigger is not None and bool(
        NEGATION.search(trigger.text) or re.search(rf"\b{re.escape(trigger.text)} not\b", words))


RULE = Rule("CMI411", "negation-against-words", __doc__, check)
