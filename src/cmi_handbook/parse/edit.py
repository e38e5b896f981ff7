"""Writing one field of one record anew in a YAML text, and leaving every other character as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

ITEM = re.compile(r"(?P<dent> *)- ")


def with_field(text: str, line: int, field: str, written: Sequence[str]) -> str | None:
    """Return a text in which the record that begins on a line (from 1) has a field as it is given, line by line.

    Returns nothing where that cannot be done without losing something: a record
    that is not written line by line, or a comment inside the field.
    """
    lines = text.split("\n")
    begin = line - 1
    item = ITEM.match(lines[begin])
    if item is None or lines[begin][item.end() :].startswith("{"):
        return None
    dent = " " * item.end()
    end = next((at for at in range(begin + 1, len(lines)) if lines[at].strip() and not lines[at].startswith(dent)),
               len(lines))
    first = next((at for at in range(begin + 1, end) if lines[at].startswith(f"{dent}{field}:")), None)
    if first is None:
        first = last = begin + 1
    else:
        last = next((at for at in range(first + 1, end) if not _continues(lines[at], dent)), end)
    if any("#" in line_ for line_ in lines[first:last]):
        return None
    return "\n".join([*lines[:first], *(dent + line_ for line_ in written), *lines[last:]])


def _continues(line: str, dent: str) -> bool:
    """Tell whether a line goes on with the field above it: it stands deeper, or is an item of its list."""
    rest = line.removeprefix(dent)
    return bool(line.strip()) and line.startswith(dent) and (rest.startswith((" ", "- ", "]", "}")))
