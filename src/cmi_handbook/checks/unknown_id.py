"""Whatever a record points at exists, and is of a kind that can stand there.

Bearers, targets, groups, paragraphs, footnotes, themes: a mistyped id would otherwise drop a duty from
a page, and nobody would miss it.
"""

from collections.abc import Iterable

from cmi_handbook.checks.malformed_id import malformed_kinds
from cmi_handbook.checks.nearest import did_you_mean, with_article
from cmi_handbook.checks.pointers import Pointer, pointers
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.draft import kinds

NAMES = {kind.key: kind.file.noun for kind in kinds(Draft)}
"""What to call a record of a kind, where it is not the kind's own name."""


def check(draft: Draft) -> Faults:
    """Yield each pointer that leads nowhere, or to a record of a wrong kind."""
    if draft.incomplete:
        return
    known: dict[str, set[str]] = {}
    for kind, id_, _ in draft.identified():
        known.setdefault(id_, set()).add(kind)
    retired = set(draft.publication.record.retired_ids) if draft.publication else set()
    untold = malformed_kinds(draft)
    for pointer in pointers(draft):
        if pointer.id in draft.spoilt_ids:
            continue
        found = known.get(pointer.id)
        if found is None and pointer.id in retired:
            yield RULE.fault(pointer.spot.at, f"`{pointer.id}` is retired: its record was withdrawn",
                             "name the record that took its place, or take the id out")
        elif found is None:
            if untold.isdisjoint(pointer.wanted or untold):
                yield RULE.fault(pointer.spot.at, f"unknown id `{pointer.id}`", _advice(pointer, known))
        elif pointer.wanted and found.isdisjoint(pointer.wanted):
            message = f"`{pointer.id}` is {_names(found)}, and {_names(pointer.wanted)} is wanted here"
            yield RULE.fault(pointer.spot.at, message, _advice(pointer, known))


def _advice(pointer: Pointer, known: dict[str, set[str]]) -> str:
    fitting = [id_ for id_, found in known.items() if not pointer.wanted or not found.isdisjoint(pointer.wanted)]
    what = _names(pointer.wanted) or with_article("record")
    return did_you_mean(pointer.id, fitting, f"write the id of {what}, or add the record")


def _names(wanted: Iterable[str]) -> str:
    return " or ".join(with_article(NAMES.get(kind, kind)) for kind in sorted(wanted))


RULE = Rule("CMI104", "unknown-id", __doc__, check)
