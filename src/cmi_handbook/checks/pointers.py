"""Everything in a draft that points somewhere: ids, and words quoted from a paragraph.

What points where is told by the model's annotations; `Draft.spots` has every field.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cmi_handbook.model.draft import Draft, Spot
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.record import Excerpt, Use


class Pointer(NamedTuple):
    """An id in a field, and the kinds of record it may belong to; none stands for all."""

    spot: Spot
    id: str
    wanted: tuple[str, ...]


def pointers(draft: Draft) -> Iterator[Pointer]:
    """Yield every id that a record points at, those of its excerpts and of its inline marks included."""
    for spot in draft.spots:
        _, value, meaning = spot.found
        if meaning.use is Use.MARKED and "{" in value:
            marked = read_marks(value)
            for call in (*marked.calls, *marked.feet):
                yield Pointer(spot, call.id, ("footnote",))
        elif meaning.to is not None and isinstance(value, str):
            yield Pointer(spot, value, meaning.to.kinds)


def excerpts(draft: Draft) -> Iterator[Spot]:
    """Yield every excerpt of every record."""
    return (spot for spot in draft.spots if isinstance(spot.found.value, Excerpt))
