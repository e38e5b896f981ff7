"""Levels, phases, reach and the three axes of actors hold values from closed lists, and say on whose word:
the text's or the editor's.

Pages are grouped by these values; one outside the lists would fall out of every group.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.nearest import did_you_mean
from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.party import AXES
from cmi_handbook.model.record import Scale
from cmi_handbook.model.statement import LEVELS, PHASES, REACH


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each value that is on no list, and each scale with values but no basis."""
    for entry in draft.statements:
        yield from _scale(entry, ("levels",), entry.record.levels, LEVELS)
        yield from _scale(entry, ("phases",), entry.record.phases, PHASES)
        yield from _scale(entry, ("reach",), entry.record.reach, REACH)
    for entry in draft.actors:
        for axis, known in AXES.items():
            yield from _scale(entry, ("axes", axis), getattr(entry.record.axes, axis), known)


def _scale(entry: Entry, path: tuple[str, ...], scale: Scale, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    for place, value in enumerate(scale.values):
        if value not in known:
            yield RULE.fault(entry.at(*path, "values", place), f"`{value}` is no value of `{path[-1]}`",
                             did_you_mean(value, known, f"it is one of {', '.join(known)}"))
    if scale.values and scale.basis is None:
        yield RULE.fault(entry.at(*path), f"`{path[-1]}` without a basis", "add `basis: text` or `basis: editor`")


RULE = Rule("CMI408", "unknown-value", __doc__, check)
