"""Every file carries a marking at its top, and every marking, a file's or a record's own, is one that the
publication lists.

What lies above the ceiling of a build is held back by its marking; a marking that nobody ranks could not be.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.nearest import did_you_mean
from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft, Entry

LISTS = ("blocks", "terms", "bodies", "actors", "references", "statements", "principles", "goals",
         "policy_relations", "notes", "themes", "seats", "synonyms")
"""Every list of a draft that holds marked records."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each file and each record whose marking is missing or unknown."""
    if draft.publication is None:
        return
    known = draft.publication.record.markings
    for file in draft.files:
        if file.marking is None:
            yield RULE.fault(file.at, "file without a marking", "start it with `marking:` and its marking")
        elif file.marking not in known:
            yield RULE.fault(file.at, f"unknown marking `{file.marking}`", _way_out(file.marking, known))
    for entry in marked(draft):
        own = entry.record.marking
        if own is not None and own not in known:
            yield RULE.fault(entry.at("marking"), f"unknown marking `{own}`", _way_out(own, known))


def unknown_ceiling(draft: Draft, ceiling: str) -> Iterator[Diagnostic]:
    """Yield a fault when the edition does not know the ceiling of a build."""
    assert draft.publication is not None
    known = draft.publication.record.markings
    if ceiling not in known:
        yield RULE.fault(draft.publication.at("markings"), f"unknown ceiling `{ceiling}`", _way_out(ceiling, known))


def marked(draft: Draft) -> Iterator[Entry]:
    """Yield every record that can bear a marking of its own."""
    if draft.publication is not None:
        yield draft.publication
    for name in LISTS:
        yield from getattr(draft, name)


def _way_out(marking: str, known: tuple[str, ...]) -> str:
    return did_you_mean(marking, known, "write one of the publication's `markings`, or add it there in its rank")


RULE = Rule("CMI701", "unknown-marking", __doc__, check)
