"""An id belongs to one record only, whatever kind of record it is.

Ids become addresses, and one address cannot show two things. Paragraphs, footnotes, sections,
references and the sheets of the publication count too.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.model.draft import Draft


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each record whose id another record has already."""
    first: dict[str, Location] = {}
    for id_, at in _ids(draft):
        if id_ not in first:
            first[id_] = at
            continue
        known = first[id_]
        yield RULE.fault(at, f"id `{id_}` stands twice", "give one of the two records another id",
                         f"the first stands in {known.file}, line {known.line}")


def _ids(draft: Draft) -> Iterator[tuple[str, Location]]:
    if draft.publication is not None:
        yield draft.publication.record.id, draft.publication.at("id")
        for place, document in enumerate(draft.publication.record.documents):
            yield document.id, draft.publication.at("documents", place, "id")
    for _, id_, entry in draft.identified():
        yield id_, entry.at("id")


RULE = Rule("CMI101", "duplicate-id", __doc__, check)
