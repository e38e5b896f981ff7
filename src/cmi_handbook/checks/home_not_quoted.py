"""A statement quotes the paragraph that it is cited by, and nothing but that paragraph and the lead-ins that it
hangs on: `40` for `40.c`.

The citation leads the reader to that paragraph, and the words must be found there. A lead-in of another
paragraph would lay its duty on somebody else.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.numbering import lead_ins
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.walk import walk
from cmi_handbook.model.whole_words import stands


def check(draft: Draft) -> Faults:
    """Yield each statement without a quote from its own paragraph, and each excerpt from another than its lead-ins."""
    for entry in draft.statements:
        statement = entry.record
        if statement.para not in draft.prose:
            continue
        if all(quote.para != statement.para for quote in statement.quotes):
            yield RULE.fault(entry.at("para"), f"no quote from `{statement.para}`, the statement's own paragraph",
                             "add one, or cite the paragraph that is quoted")
            continue
        line = (statement.para, *lead_ins(draft.numbering, statement.para))
        for found in walk(statement):
            if isinstance(found.value, Excerpt) and found.value.para not in line and _stands(found.value, draft):
                yield RULE.fault(entry.at(*found.path, "para"),
                                 f"`{found.value.para}` is no lead-in of `{statement.para}`",
                                 f"take the words from {' or '.join(f'`{para}`' for para in line)}")


def _stands(excerpt: Excerpt, draft: Draft) -> bool:
    """Tell whether an excerpt stands where it says; one that does not is CMI301's."""
    return excerpt.para in draft.prose and stands(excerpt.text, draft.prose[excerpt.para].text)


RULE = Rule("CMI407", "home-not-quoted", __doc__, check)
