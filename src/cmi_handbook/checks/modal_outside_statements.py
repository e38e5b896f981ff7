"""Every modal word of the policy's paragraphs (must, shall, should, will, may, can, has to, is to, requires
and their like) lies inside a quote of some statement, or in a sentence that says why it feeds none.

A sentence can feed one statement and hide a second obligation; this rule finds the second.
"""

from cmi_handbook.checks.corpus import narrow
from cmi_handbook.checks.modals import PATTERN
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.coverage import Covered, Span, misquoted, quoted, sentences
from cmi_handbook.model.numbering import split


def check(draft: Draft) -> Faults:
    """Yield each modal word that no quote holds; sentences that nothing is drawn from are CMI204's."""
    if not draft.whole("blocks", "statements"):
        return
    quotes, spoilt = quoted(draft), misquoted(draft)
    for covered in sentences(draft):
        if split(draft.numbering, covered.entry.record.id) and covered.used and not covered.sentence.narrative \
                and covered.entry.record.id not in spoilt:
            yield from _outside(covered, quotes[covered.entry.record.id], draft)


def _outside(covered: Covered, quotes: list[Span], draft: Draft) -> Faults:
    text = draft.prose[covered.entry.record.id].text
    for modal in PATTERN.finditer(text, covered.start, covered.end):
        if not any(start <= modal.start() and modal.end() <= end for start, end, _ in quotes):
            clause = " ".join(text[modal.start() : covered.end].split()[:5])
            at = covered.entry.at("sentences", covered.place, "text")
            yield RULE.fault(narrow(at, clause, len(modal[0])), f"`{modal[0]}` lies outside every statement",
                             "write a statement that quotes its clause", f"the clause goes on `{clause} ...`")


RULE = Rule("CMI401", "modal-outside-statements", __doc__, check)
