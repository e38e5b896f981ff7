"""Holding back what lies above a ceiling, before anything is linked or rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cmi_handbook.model.draft import Draft, Entry

KINDS = ("blocks", "terms", "bodies", "actors", "references", "statements", "principles", "goals",
         "policy_relations", "notes", "themes", "seats", "synonyms")
"""Every list of a draft that holds marked records."""


def hold_back(draft: Draft, ceiling: str) -> Draft:
    """Return the draft without its records above the ceiling, as if they had never been written."""
    below = releasable(draft, ceiling)
    kept = {kind: tuple(entry for entry in getattr(draft, kind) if below(entry)) for kind in KINDS}
    return replace(draft, **kept)


def releasable(draft: Draft, ceiling: str) -> Callable[[Entry], bool]:
    """Return the test of whether an entry lies at or below the ceiling."""
    assert draft.publication is not None
    markings = draft.publication.record.markings
    highest = markings.index(ceiling)
    return lambda entry: markings.index(str(entry.marking)) <= highest
