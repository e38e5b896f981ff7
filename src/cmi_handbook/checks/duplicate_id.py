"""An id belongs to one record only, whatever kind of record it is.

Ids become addresses, and one address cannot show two things. Paragraphs, footnotes, sections,
references and the sheets of the publication count too.
"""

from cmi_handbook.checks.rule import Draft, Faults, Location, Rule
from cmi_handbook.model.draft import own_ids


def check(draft: Draft) -> Faults:
    """Yield each record whose id another record has already."""
    first: dict[str, Location] = {}
    for spot in own_ids(draft):
        id_ = spot.found.value
        if id_ not in first:
            first[id_] = spot.at
            continue
        known = first[id_]
        yield RULE.fault(spot.at, f"id `{id_}` stands twice", "give one of the two records another id",
                         f"the first stands in {known.file}, line {known.line}")


RULE = Rule("CMI101", "duplicate-id", __doc__, check)
