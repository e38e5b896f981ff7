"""The fault and the place it stands at."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Location:
    """A span in one file: lines and columns count from 1, columns in code points.

    `width` is the length of the span on its first line; `source` is that line.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = ""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault: a permanent code, one lower-case clause, and what to do about it."""

    at: Location
    code: str
    message: str
    help: str | None = None
    note: str | None = None
