"""The words of a citation stand in their paragraph and name the reference's letter; `References B through D`
names C too.

The list of where a reference is cited is shown beside it, and each entry leads to its words.
"""

from cmi_handbook.checks.citations import letters
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.checks.struck_citation_live import standing


def check(draft: Draft) -> Faults:
    """Yield each citation that its paragraph does not hold, or that names another letter."""
    for entry in draft.references:
        letter = entry.record.letter
        for place, citation in enumerate(entry.record.citations):
            at = entry.at("citations", place, "text")
            if citation.para not in draft.paragraphs:
                continue
            if not standing(citation, draft):
                yield RULE.fault(at, f"`{citation.text}` does not stand in paragraph `{citation.para}`",
                                 "copy the citing words from the paragraph, or remove the citation")
            elif letter not in letters(citation.text):
                yield RULE.fault(at, f"`{citation.text}` does not name reference `{letter}`",
                                 "move the citation to the reference that it names")


RULE = Rule("CMI604", "citation-not-in-text", __doc__, check)
