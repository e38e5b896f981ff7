"""A term stands somewhere in the policy in one of its forms, unless it is marked as not in the text.

An entry for a word that the policy never uses would make readers look for it in vain.
"""

from cmi_handbook.checks.corpus import Corpus
from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each term none of whose forms stands in the text."""
    if not draft.whole("blocks"):
        return
    corpus = Corpus(draft)
    for entry in draft.terms:
        term = entry.record
        if term.kind != "not-in-text" and not any(map(corpus.holds, term.forms)):
            yield RULE.fault(entry.at("forms") if term.forms else entry.at("id"),
                             f"no form of `{term.term}` stands in the text",
                             "add the form that the text uses, or write `kind: not-in-text`")


RULE = Rule("CMI501", "term-never-used", __doc__, check)
