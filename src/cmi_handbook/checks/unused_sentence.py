"""Every sentence of the policy feeds a statement, or says in `narrative` why it feeds none.

This is how the handbook proves that nothing of the policy was passed over.
"""

from cmi_handbook.checks.corpus import shorten
from cmi_handbook.checks.differs_from_source import altered
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.coverage import misquoted, sentences


def check(draft: Draft) -> Faults:
    """Yield each sentence that is neither used nor explained; where words are wrong, CMI202 or CMI301 comes first."""
    if not draft.whole("blocks", "statements"):
        return
    unused = [covered for covered in sentences(draft) if not covered.used and not covered.sentence.narrative]
    spoilt = altered(draft) | misquoted(draft) if unused else set()
    for covered in unused:
        if covered.entry.record.id not in spoilt:
            yield RULE.fault(covered.entry.at("sentences", covered.place, "text"),
                             f"no statement quotes from `{shorten(covered.sentence.text)}`",
                             "write a statement that quotes it, or say in `narrative` why there is none")


RULE = Rule("CMI204", "unused-sentence", __doc__, check)
