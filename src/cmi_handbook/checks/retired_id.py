"""An id that once belonged to a record that is gone is never given to another.

Bookmarks and other programs keep ids for years; a reused one would lead them to something else
without a word. The publication lists its retired ids.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.draft import own_ids


def check(draft: Draft) -> Faults:
    """Yield each record whose id is retired."""
    if draft.publication is None:
        return
    retired = set(draft.publication.record.retired_ids)
    for spot in own_ids(draft):
        if spot.found.value in retired:
            yield RULE.fault(spot.at, f"id `{spot.found.value}` is retired",
                             "give the record an id that was never used")


RULE = Rule("CMI103", "retired-id", __doc__, check)
