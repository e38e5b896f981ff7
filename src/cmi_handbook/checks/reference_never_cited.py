"""Every reference of the table is cited somewhere in words that still count; struck-out ones do not.

A document that nothing cites is either a lost citation or a source's slip that the reader should be told of.
"""

from cmi_handbook.checks.citations import cited
from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each reference that neither the text nor the record of its citations calls live."""
    if not draft.whole("blocks"):
        return
    live = {citation.letter for citation in cited(draft) if not citation.struck}
    for entry in draft.references:
        if entry.record.letter not in live and all(citation.struck for citation in entry.record.citations):
            yield RULE.fault(entry.at("letter"), f"reference `{entry.record.letter}` is never cited",
                             "look for the words that cite it, and record them in its `citations`")


RULE = Rule("CMI602", "reference-never-cited", __doc__, check)
