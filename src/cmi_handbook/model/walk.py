"""One walk through a record: every string and every excerpt in it, with its place and what the model says of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from cmi_handbook.model.prose import MARK
from cmi_handbook.model.record import By, Excerpt, Hold, To, Use

FieldPath = tuple[str | int, ...]
"""The way from a record to a value in it: names of fields, places in lists."""


class Meaning(NamedTuple):
    """What the model says of a field: what it points at, its use, its hold, whose it is, if it has a closed list."""

    to: To | None = None
    use: Use | None = None
    hold: Hold | None = None
    by: By | None = None
    closed: bool = False


PLAIN = Meaning()
"""Nothing is said of the field."""


class Found(NamedTuple):
    """A string or an excerpt in a record."""

    path: FieldPath
    value: Any
    meaning: Meaning


def meanings(cls: type) -> Mapping[str, Meaning]:
    """Return what the model says of each field of a type of record."""
    return _meanings(cls)


@cache
def _meanings(cls: type) -> Mapping[str, Meaning]:
    hints = get_type_hints(cls, include_extras=True)
    return {field.name: _meaning(hints[field.name]) for field in fields(cls)}


def _meaning(hint: Any) -> Meaning:
    said = list(_said(hint))
    return Meaning(
        to=next((annotation for annotation in said if isinstance(annotation, To)), None),
        use=next((annotation for annotation in said if isinstance(annotation, Use)), None),
        hold=next((annotation for annotation in said if isinstance(annotation, Hold)), None),
        by=next((annotation for annotation in said if isinstance(annotation, By)), None),
        closed=Literal in said,
    )


def _said(hint: Any) -> Iterator[Any]:
    """Yield the annotations anywhere in a type, records in it left out."""
    if get_origin(hint) is Annotated:
        yield from hint.__metadata__
    if get_origin(hint) is Literal:
        yield Literal
        return
    for inner in get_args(hint):
        if not isinstance(inner, (To, Use, Hold, By)):
            yield from _said(inner)


def walk(value: Any, path: FieldPath = (), meaning: Meaning = PLAIN) -> Iterator[Found]:
    """Yield every string and every excerpt in a record (or in a value of one), excerpts before their own strings."""
    if isinstance(value, str):
        yield Found(path, value, meaning)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from walk(inner, (*path, place), meaning)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, (*path, key), meaning)
    elif is_dataclass(value):
        if isinstance(value, Excerpt):
            yield Found(path, value, meaning)
        for name, said in meanings(type(value)).items():
            yield from walk(getattr(value, name), (*path, name), said)


class Gone(Exception):
    """The record cannot stand without what it loses."""


Keep = Callable[[str, Meaning], Any]
"""Returns what is kept of a string: itself, other words in its place, or `MISSING` when it is lost."""


def without(record: Any, keep: Keep) -> Any:
    """Return a record without the strings that are to be lost, as the holds of its fields say.

    Raises `Gone` where the record cannot stand without one of them.
    """
    kept = {name: _kept(getattr(record, name), meaning, keep) for name, meaning in meanings(type(record)).items()}
    changed = {name: value for name, value in kept.items() if value is not getattr(record, name)}
    for name in [name for name, value in changed.items() if value is MISSING]:
        changed[name] = _left_out(record, name)
    return replace(record, **changed) if changed else record


def _left_out(record: Any, name: str) -> Any:
    field = next(field for field in fields(record) if field.name == name)
    if field.default is MISSING:
        raise Gone
    return field.default


def _kept(value: Any, meaning: Meaning, keep: Keep) -> Any:
    """Return what is kept of a field's value: itself where nothing is lost, `MISSING` where all of it is."""
    if isinstance(value, tuple):
        return _kept_of_list(value, meaning, keep)
    try:
        kept = _kept_of_one(value, meaning, keep)
    except Gone:
        kept = MISSING
    if kept is MISSING and meaning.hold is None:
        raise Gone
    return kept


def _kept_of_list(values: tuple[Any, ...], meaning: Meaning, keep: Keep) -> tuple[Any, ...]:
    kept = [_kept(value, meaning, keep) for value in values]
    if all(new is old for new, old in zip(kept, values, strict=True)):
        return values
    rest = tuple(value for value in kept if value is not MISSING)
    if not rest and meaning.hold is Hold.SOME:
        raise Gone
    return rest


def _kept_of_one(value: Any, meaning: Meaning, keep: Keep) -> Any:
    if isinstance(value, str):
        if meaning.use is Use.MARKED:
            return MARK.sub(lambda mark: "" if _calls_lost(mark, keep) else mark[0], value)
        return keep(value, meaning)
    if is_dataclass(value) and not isinstance(value, type):
        return without(value, keep)
    return value


def _calls_lost(mark: re.Match[str], keep: Keep) -> bool:
    footnote = mark["call"] or mark["foot"]
    return footnote is not None and keep(footnote, Meaning(To("footnote"))) is MISSING


def changed_words(value: Any, change: Callable[[str, Excerpt | None], str], meaning: Meaning = PLAIN,
                  excerpt: Excerpt | None = None) -> Any:
    """Return a record with every text in it changed; ids, pointers and words of closed lists stay as they are.

    `change` is given the text and the excerpt that it stands in, if it stands in one.
    """
    if isinstance(value, str):
        plain = meaning.to is not None or meaning.use is Use.ID or meaning.closed
        return value if plain else change(value, excerpt)
    if isinstance(value, tuple):
        return tuple(changed_words(inner, change, meaning, excerpt) for inner in value)
    if isinstance(value, Mapping):
        return {key: changed_words(inner, change, meaning, excerpt) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        inside = value if isinstance(value, Excerpt) else excerpt
        return replace(value, **{name: changed_words(getattr(value, name), change, said, inside)
                                 for name, said in meanings(type(value)).items()})
    return value
