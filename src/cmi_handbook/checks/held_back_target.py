"""A record that goes out never points at, or quotes from, one that is held back.

`build --ceiling` leaves out every record above a marking, as if it had never been written. What is left must
stand without it, and must not give away that it is there. `check` has no ceiling and does not ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.pointers import pointers
from cmi_handbook.checks.rule import Rule
from cmi_handbook.checks.unknown_marking import unknown_ceiling
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft, Entry


def crossings(draft: Draft, ceiling: str) -> list[Diagnostic]:
    """Return what stands in the way of a build under a ceiling."""
    if draft.publication is None:
        return []
    return list(unknown_ceiling(draft, ceiling)) or list(_crossings(draft, ceiling))


def _crossings(draft: Draft, ceiling: str) -> Iterator[Diagnostic]:
    assert draft.publication is not None
    known = draft.publication.record.markings
    above = set(known[known.index(ceiling) + 1 :])
    if draft.publication.marking in above:
        yield RULE.fault(draft.publication.at(), f"the publication is marked `{draft.publication.marking}`",
                         f"build it under that ceiling; `{ceiling}` lets nothing of it out")
        return
    held_back = _ids(draft, above)
    for pointer in pointers(draft):
        if pointer.entry.marking not in above and pointer.id in held_back:
            yield RULE.fault(pointer.at, f"`{pointer.id}` is held back under `{ceiling}`",
                             "mark this record like the other, or take the id out of it",
                             f"`{pointer.id}` is marked `{held_back[pointer.id]}`")


def _ids(draft: Draft, above: set[str]) -> dict[str, str]:
    """Return the ids of held-back records with their markings."""
    entries: Iterator[tuple[str, str, Entry]] = draft.identified()
    return {id_: str(entry.marking) for _, id_, entry in entries if entry.marking in above}


RULE = Rule("CMI703", "held-back-target", __doc__)
