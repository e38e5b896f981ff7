"""What records say otherwise than before: field by field, the editor's own words left out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cmi_handbook.model.draft import Draft, kind_of, kinds
from cmi_handbook.model.meaning import meaning
from cmi_handbook.model.record import By

GONE = "nothing"
"""Stands for a value that is not there."""


class Change(NamedTuple):
    """A field of a record, and its values before and after; the field is empty for a record that came or went."""

    kind: str
    id: str
    field: str
    was: Any
    now: Any


def changes(before: Draft, after: Draft) -> Iterator[Change]:
    """Yield each change between two states of an edition, in the order of the later one."""
    old, new = _said(before), _said(after)
    for key in dict.fromkeys((*new, *old)):
        for field, was, now in _differences(old.get(key, GONE), new.get(key, GONE)):
            yield Change(*key, field, was, now)


def _said(draft: Draft) -> dict[tuple[str, str], Any]:
    """Return kind and id of each record to what it says; what has no id goes by its words."""
    said = {}
    if draft.publication is not None:
        said["publication", draft.head.id] = meaning(draft.head, By.EDITOR)
    for kind in kinds(type(draft)):
        for entry in getattr(draft, kind.key):
            own = getattr(entry.record, "id", getattr(entry.record, "words", None))
            if own is not None:
                said[kind_of(kind, entry.record), own] = meaning(entry.record, By.EDITOR) | {"marking": entry.marking}
    return said


def _differences(was: Any, now: Any, field: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield field, old and new value of whatever differs, as deep inside as it can be told."""
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for name in dict.fromkeys((*was, *now)):
            inside = f"{field}.{name}" if field else name
            yield from _differences(was.get(name, GONE), now.get(name, GONE), inside)
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for place, pair in enumerate(zip(was, now, strict=True)):
            yield from _differences(*pair, f"{field}[{place}]")
    elif was != now:
        yield field, was, now
