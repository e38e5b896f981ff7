"""A citation whose words are struck out in the source is marked `struck`, and no other is.

Struck words stay visible, but what they cite no longer counts.
"""

from cmi_handbook.checks.citations import is_struck
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.apparatus import Citation
from cmi_handbook.model.whole_words import places


def check(draft: Draft) -> Faults:
    """Yield each citation that is marked other than its words stand."""
    for entry in draft.references:
        for place, citation in enumerate(entry.record.citations):
            stands = standing(citation, draft)
            if stands and citation.struck not in stands:
                yield RULE.fault(entry.at("citations", place), *_words(citation))


def standing(citation: Citation, draft: Draft) -> set[bool]:
    """Return whether the citing words stand struck, live, both or nowhere in their paragraph."""
    if citation.para not in draft.paragraphs:
        return set()
    prose = draft.prose[citation.para]
    length = len(citation.text)
    return {is_struck(prose, start, start + length) for start in places(citation.text, prose.text)}


def _words(citation: Citation) -> tuple[str, str]:
    if citation.struck:
        return f"`{citation.text}` is marked as struck, and stands in words that are not", "remove `struck: true`"
    return f"`{citation.text}` stands in struck-out words only", "add `struck: true`"


RULE = Rule("CMI603", "struck-citation-live", __doc__, check)
