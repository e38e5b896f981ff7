"""How an edition numbers its paragraphs: ids taken apart, labels, citations, and what comes next."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from cmi_handbook.model.ids import SHEET
from cmi_handbook.model.publication import Counter, Numbering

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
         (4, "iv"), (1, "i"))


def _letters(count: int) -> str:
    """Return `a`, `b`, ... `z`, `aa`, `ab`, ...: the counts of a list with letters."""
    out = ""
    while count:
        count, rest = divmod(count - 1, len(LETTERS))
        out = LETTERS[rest] + out
    return out


def _roman(count: int) -> str:
    out = ""
    for value, sign in ROMAN:
        times, count = divmod(count, value)
        out += sign * times
    return out


WRITTEN: dict[str, Callable[[int], str]] = {
    "number": str,
    "letter": _letters,
    "capital": lambda number: _letters(number).upper(),
    "roman": _roman,
}
"""What a level counts with to how a number is written in it."""

MOST = 703
"""One more than the highest letters, `zz`, stand for."""


def split(numbering: Numbering, id_: str) -> tuple[str, ...] | None:
    """Return the counts of a paragraph's id, level by level; nothing of an id that the numbering cannot give.

    >>> split(Numbering(), "2.c")
    ('2', 'c')
    """
    prefix = numbering.levels[0].prefix
    parts = id_.removeprefix(prefix).split(".") if id_.startswith(prefix) else []
    if not 0 < len(parts) <= len(numbering.levels):
        return None
    known = all(place(counter, part) for counter, part in zip(numbering.levels, parts, strict=False))
    return tuple(parts) if known else None


@lru_cache(maxsize=4096)
def place(counter: Counter, count: str) -> int | None:
    """Return the place of a count among the counts of its level, from 1; nothing of what is no such count."""
    if counter.counts == "number":
        number = int(count) if count.isascii() and count.isdigit() and len(count) < 10 else 0
        return number if number and write(counter, number) == count else None
    return next((number for number in range(1, MOST) if write(counter, number) == count), None)


def write(counter: Counter, number: int) -> str:
    """Return a number as it stands in an id."""
    return WRITTEN[counter.counts](number).rjust(counter.width, "0")


def is_paragraph(numbering: Numbering, id_: str) -> bool:
    """Tell whether an id is that of a paragraph, of the text or of a decision sheet."""
    return split(numbering, id_) is not None or SHEET.fullmatch(id_) is not None


def join(numbering: Numbering, counts: Sequence[str]) -> str:
    """Return the id of some counts."""
    return numbering.levels[0].prefix + ".".join(counts)


def parent(numbering: Numbering, id_: str) -> str | None:
    """Return the paragraph whose lead-in an item hangs on: `2` of `2.c`, nothing of `2` and of `FD.1`."""
    counts = split(numbering, id_)
    return join(numbering, counts[:-1]) if counts and len(counts) > 1 else None


def lead_ins(numbering: Numbering, id_: str) -> Iterator[str]:
    """Yield the paragraphs that an item hangs on, the nearest first."""
    above = parent(numbering, id_)
    if above is not None:
        yield above
        yield from lead_ins(numbering, above)


def label(numbering: Numbering, id_: str) -> str:
    """Return what the source prints before a paragraph: `2.`, `c.`, or a sheet's `1.` and `Note:`."""
    counts = split(numbering, id_)
    if counts is None:
        last = id_.rpartition(".")[2]
        return "Note:" if last == "note" else f"{last}."
    counter = numbering.levels[len(counts) - 1]
    return counter.printed.replace("{}", (counter.prefix if len(counts) == 1 else "") + counts[-1])


def cited(numbering: Numbering, id_: str) -> str:
    """Return a paragraph's number as a citation writes it: `2.c`, `182.4(f)(1)`; any other id as it is."""
    counts = split(numbering, id_)
    if counts is None:
        return id_
    parts = (counter.cited.replace("{}", count) for counter, count in zip(numbering.levels, counts, strict=False))
    return numbering.levels[0].prefix + "".join(parts)


def following(numbering: Numbering, before: Sequence[str], level: int) -> str:
    """Return the id that is due on a level (from 0) after some counts, the declared gaps passed over."""
    counter = numbering.levels[level]
    number = (place(counter, before[level]) or 0) if len(before) > level else 0
    while True:
        number += 1
        id_ = join(numbering, [*before[:level], write(counter, number)])
        if id_ not in numbering.gaps:
            return id_
