"""Principles, goals and relations to other policies: a passage, and the lines drawn from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views.line import Line, view_lines


@dataclass(frozen=True)
class GatheringView:
    """A principle, a goal or a relation to another policy with its lines."""

    id: str
    title: str
    para: str
    text: Excerpt
    lines: tuple[Line, ...]


def view_gatherings(handbook: Handbook, gatherings: Iterable[Gathering]) -> tuple[GatheringView, ...]:
    """Return gatherings with their lines, in the order given."""
    return tuple(
        GatheringView(gathering.id, gathering.title, gathering.para, gathering.text,
                      view_lines(handbook, gathering.statements))
        for gathering in gatherings
    )
