"""Holding back what lies above a ceiling, before anything is linked or rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.publication import Publication

KINDS = ("blocks", "terms", "bodies", "actors", "references", "statements", "principles", "goals",
         "policy_relations", "notes", "themes", "seats", "synonyms")
"""Every list of a draft that holds marked records."""

WITHHELD = "withheld under this ceiling"
"""Stands where a book shows the hash of its source."""


def hold_back(draft: Draft, ceiling: str) -> Draft:
    """Return the draft without its records above the ceiling, as if they had never been written."""
    below = releasable(draft, ceiling)
    kept = {kind: tuple(entry for entry in getattr(draft, kind) if below(entry)) for kind in KINDS}
    return replace(draft, publication=_without_hash(draft), **kept)


def _without_hash(draft: Draft) -> Entry[Publication]:
    """Return the publication without the hash of its source.

    The source holds the words of what is held back: its hash would change with
    them, and would let guesses at them be tried.
    """
    assert draft.publication is not None
    return replace(draft.publication, record=replace(draft.publication.record, source_sha256=WITHHELD))


def releasable(draft: Draft, ceiling: str) -> Callable[[Entry], bool]:
    """Return the test of whether an entry lies at or below the ceiling."""
    assert draft.publication is not None
    markings = draft.publication.record.markings
    highest = markings.index(ceiling)
    return lambda entry: markings.index(str(entry.marking)) <= highest
