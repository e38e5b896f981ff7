"""Whatever a record points at exists, and is of a kind that can stand there.

Bearers, targets, groups, paragraphs, footnotes, themes: a mistyped id would otherwise drop a duty from
a page, and nobody would miss it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.malformed_id import malformed_kinds
from cmi_handbook.checks.nearest import did_you_mean
from cmi_handbook.checks.pointers import Kinds, Pointer, pointers
from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft

NAMES = {
    "terms": "term", "bodies": "body", "actors": "actor", "references": "reference", "statements": "statement",
    "principles": "principle", "goals": "goal", "policy_relations": "policy relation", "notes": "note",
    "themes": "theme", "seats": "seat",
}
"""What to call a record of a kind, where it is not the kind's own name."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each pointer that leads nowhere, or to a record of a wrong kind."""
    if draft.incomplete:
        return
    kinds: dict[str, set[str]] = {}
    for kind, id_, _ in draft.identified():
        kinds.setdefault(id_, set()).add(kind)
    untold = malformed_kinds(draft)
    for pointer in pointers(draft):
        if pointer.id in draft.spoilt_ids:
            continue
        found = kinds.get(pointer.id)
        if found is None:
            if untold.isdisjoint(pointer.wanted or untold):
                yield RULE.fault(pointer.at, f"unknown id `{pointer.id}`", _advice(pointer, kinds))
        elif pointer.wanted and found.isdisjoint(pointer.wanted):
            message = f"`{pointer.id}` is a {_names(found)}, and a {_names(pointer.wanted)} is wanted here"
            yield RULE.fault(pointer.at, message, _advice(pointer, kinds))


def _advice(pointer: Pointer, kinds: dict[str, set[str]]) -> str:
    fitting = [id_ for id_, found in kinds.items() if not pointer.wanted or not found.isdisjoint(pointer.wanted)]
    what = _names(pointer.wanted) or "record"
    return did_you_mean(pointer.id, fitting, f"write the id of a {what}, or add the record")


def _names(kinds: Kinds | set[str]) -> str:
    return " or ".join(NAMES.get(kind, kind) for kind in sorted(kinds))


RULE = Rule("CMI104", "unknown-id", __doc__, check)
