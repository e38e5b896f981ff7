"""Bytes become text: the only place that reads the data folder."""

import stat
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook.diagnostics import Diagnostic, Location

LARGEST = 4_000_000
"""Bytes of the largest file that is read: some thirty times the text of a policy."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A data file's name and lines, for showing where something stands."""

    name: str
    lines: tuple[str, ...]

    def at(self, line: int, column: int, width: int = 1) -> Location:
        """Return the place of a span; line and column count from 0."""
        shown = self.lines[line] if line < len(self.lines) else ""
        return Location(self.name, line + 1, column + 1, max(1, width), shown)


def read_text(path: Path, name: str) -> tuple[str | None, list[Diagnostic]]:
    """Return a UTF-8 file's text without a byte-order mark, or None and what is wrong."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [_unreadable(name, "not a plain file", "put a file of text in its place")]
        if status.st_size > LARGEST:
            return None, [_unreadable(name, f"larger than {LARGEST} bytes", "split it into several files")]
        raw = path.read_bytes()
    except (OSError, ValueError) as error:  # a name with a zero byte is a wrong value
        why = getattr(error, "strerror", None) or "input error"
        return None, [_unreadable(name, why, "check that the file exists and that you may read it")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(raw, error, name)]


def _unreadable(name: str, why: str, way_out: str) -> Diagnostic:
    return Diagnostic(Location(name), "CMI001", f"unreadable file: {why}", way_out)


def _not_utf8(raw: bytes, error: UnicodeDecodeError, name: str) -> Diagnostic:
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    line_end = raw.find(b"\n", error.start)
    line = raw[line_start : line_end if line_end >= 0 else len(raw)].decode("utf-8", "replace")
    column = len(raw[line_start : error.start].decode("utf-8", "replace"))
    at = Location(name, before.count(b"\n") + 1, column + 1, 1, line.rstrip("\r"))
    return Diagnostic(at, "CMI001", f"byte 0x{raw[error.start]:02X} is not UTF-8",
                      "save the file as UTF-8")


def source_file(name: str, text: str) -> SourceFile:
    """Return the named lines of a text, as diagnostics show them."""
    return SourceFile(name, tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
