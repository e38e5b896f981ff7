"""Levels, phases, reach and the axes of actors hold values that the publication lists, and say on whose word:
the text's or the editor's.

Pages are grouped by these values; one outside the lists would fall out of every group.
"""

from collections.abc import Iterable
from typing import Any

from cmi_handbook.checks.nearest import did_you_mean
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.record import Scale

SCALES = ("levels", "phases", "reach")
"""The scales of a statement; the publication has a list of the same name for each."""


def check(draft: Draft) -> Faults:
    """Yield each value that is on no list, each scale with values but no basis, each axis that there is not."""
    if draft.publication is None:
        return
    publication = draft.publication.record
    for entry in draft.statements:
        for name in SCALES:
            yield from _scale(entry, (name,), getattr(entry.record, name), getattr(publication, name))
    for actor in draft.actors:
        for name, scale in actor.record.axes.items():
            if name in publication.axes:
                yield from _scale(actor, ("axes", name), scale, publication.axes[name].values)
            else:
                yield RULE.fault(actor.at("axes", name), f"`{name}` is no axis of the publication",
                                 _choice(name, publication.axes, "axes"))


def _scale(entry: Entry[Any], path: tuple[str, ...], scale: Scale, known: Iterable[str]) -> Faults:
    for place, value in enumerate(scale.values):
        if value not in known:
            yield RULE.fault(entry.at(*path, "values", place), f"`{value}` is no value of `{path[-1]}`",
                             _choice(value, known, path[-1]))
    if scale.values and scale.basis is None:
        yield RULE.fault(entry.at(*path), f"`{path[-1]}` without a basis", "add `basis: text` or `basis: editor`")


def _choice(value: str, known: Iterable[str], name: str) -> str:
    listed = ", ".join(known)
    return did_you_mean(value, known, f"it is one of {listed}" if listed else f"add `{name}` to the publication")


RULE = Rule("CMI408", "unknown-value", __doc__, check)
