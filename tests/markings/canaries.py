"""One record of an edition marked higher, with a word in all of its texts that stands nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.record import Excerpt, Use
from cmi_handbook.model.walk import FieldPath, walk

CANARY = "zqxcanary"


def marked(draft: Draft, key: str, which: Callable[[Any], bool]) -> Draft:
    """Return the draft with the first entry of a list that `which` accepts marked highest and full of canaries."""
    assert draft.publication is not None
    high = draft.publication.record.markings[-1]
    entries = list(getattr(draft, key))
    place = next(at for at, entry in enumerate(entries) if which(entry.record))
    entries[place] = Entry(canaried(entries[place].record), high, entries[place].locate)
    return replace(draft, **{key: tuple(entries)})


def canaried(record: Any) -> Any:
    """Return a record with the canary at the end of each free text, words that are quoted from elsewhere left out."""
    quoted = {found.path for found in walk(record) if isinstance(found.value, Excerpt)}
    for found in walk(record):
        inside = any(found.path[: len(path)] == path for path in quoted)
        free = isinstance(found.value, str) and not inside and found.meaning.to is None and not found.meaning.closed
        if free and found.meaning.use not in (Use.ID, Use.FORM) and found.path[-1] not in UNTOUCHED:
            record = put(record, found.path, f"{found.value} {CANARY}")
    return record


UNTOUCHED = ("marking", "letter", "label", "number")


def put(value: Any, path: FieldPath, words: str) -> Any:
    """Return a value with other words at a place in it."""
    if not path:
        return words
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], put(value[step], tuple(rest), words), *value[step + 1 :])
    if isinstance(value, dict):
        return value
    return replace(value, **{step: put(getattr(value, step), tuple(rest), words)})
