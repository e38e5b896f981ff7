"""An excerpt stands word for word in the paragraph that it is said to stand in.

Quotes, triggers, conditions and definitions are shown as the policy's words. The number, the run-in title
and the marks of a paragraph are not among its words.
"""

from cmi_handbook.checks.corpus import shorten
from cmi_handbook.checks.differs_from_source import altered
from cmi_handbook.checks.nearest import nearest_wording
from cmi_handbook.checks.pointers import excerpts
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.checks.source_words import in_source
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.whole_words import stands


def check(draft: Draft) -> Faults:
    """Yield each excerpt that its paragraph does not hold.

    Words that the source has and the paragraph has lost are CMI202's.
    """
    lost = [spot for spot in excerpts(draft) if not _stands(spot.found.value, draft)]
    spoilt = altered(draft) if lost else set()
    for spot in lost:
        excerpt = spot.found.value
        at = spot.entry.at(*spot.found.path, "text")
        if excerpt.para not in spoilt or not in_source(excerpt.text, draft):
            yield RULE.fault(at, f"`{shorten(excerpt.text)}` does not stand in paragraph `{excerpt.para}`",
                             _way_out(excerpt, draft))


def _stands(excerpt: Excerpt, draft: Draft) -> bool:
    """Tell whether an excerpt stands where it is said to; an unknown paragraph is CMI104's."""
    prose = draft.prose.get(excerpt.para)
    return prose is None or stands(excerpt.text, prose.text)


def _way_out(excerpt: Excerpt, draft: Draft) -> str:
    for id_, prose in draft.prose.items():
        if stands(excerpt.text, prose.text):
            return f"it stands in `{id_}`"
    near = nearest_wording(excerpt.text, draft.prose[excerpt.para].text)
    return f"the paragraph has `{near}`" if near else "copy the words from the paragraph"


RULE = Rule("CMI301", "excerpt-not-in-paragraph", __doc__, check)
