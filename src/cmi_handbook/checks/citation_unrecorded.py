"""Every paragraph that cites a reference is recorded with it, ranges counted letter by letter.

Otherwise the list of where a reference is cited would look complete and not be.
"""

from cmi_handbook.checks.citations import cited
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.checks.struck_citation_live import standing


def check(draft: Draft) -> Faults:
    """Yield each citation in the text that the reference's record lacks."""
    entries = {entry.record.letter: entry for entry in draft.references}
    recorded = {
        (letter, citation.para, struck)
        for letter, entry in entries.items()
        for citation in entry.record.citations
        for struck in standing(citation, draft)
    }
    for citation in dict.fromkeys(cited(draft)):
        entry = entries.get(citation.letter)
        if entry is None or (citation.letter, citation.para, citation.struck) in recorded:
            continue
        yield RULE.fault(entry.at("citations"),
                         f"paragraph `{citation.para}` cites `{citation.letter}` and is not recorded",
                         f"add `{citation.as_yaml()}`")


RULE = Rule("CMI605", "citation-unrecorded", __doc__, check)
