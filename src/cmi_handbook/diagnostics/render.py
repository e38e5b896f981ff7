"""Diagnostics as text for people, as JSON for programs, as annotations for GitHub."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from cmi_handbook.diagnostics.diagnostic import Diagnostic

WIDEST = 100
"""A source line longer than this is shown around its span only."""


def render(diagnostics: Iterable[Diagnostic], form: str) -> str:
    """Return the diagnostics in one of `FORMATS`, ordered by place; empty when there are none."""
    return FORMATS[form](sorted(diagnostics))


def _text(diagnostics: Sequence[Diagnostic]) -> str:
    return "\n".join(_one(diagnostic) for diagnostic in diagnostics)


def _one(fault: Diagnostic) -> str:
    at = fault.at
    lines = [f"error[{fault.code}]: {printable(fault.message)}",
             f"  --> {printable(at.file)}:{at.line}:{at.column}"]
    if at.source:
        shown, column, width = _window(at.source, at.column, at.width)
        gutter = " " * len(str(at.line))
        lines += [f"{gutter} |", f"{at.line} | {shown}", f"{gutter} | {' ' * (column - 1)}{'^' * width}"]
    lines += [f"  note: {printable(fault.note)}"] if fault.note else []
    lines += [f"  help: {printable(fault.help)}"] if fault.help else []
    return "\n".join(lines) + "\n"


def _window(source: str, column: int, width: int) -> tuple[str, int, int]:
    """Return the part of a line that shows its span, and the span's place and width in it."""
    start = max(0, min(column - 1 - 20, len(source) - WIDEST))
    shown = printable(source[start : start + WIDEST])
    column -= start
    return shown, column, max(1, min(width, len(shown) - column + 1))


def printable(text: str) -> str:
    """Return the text with each control character shown as one visible sign."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _json(diagnostics: Sequence[Diagnostic]) -> str:
    return json.dumps([asdict(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"


def _github(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(
        f"::error file={_property(diagnostic.at.file)},line={diagnostic.at.line},col={diagnostic.at.column},"
        f"title={diagnostic.code}::{_data(diagnostic.message)}\n"
        for diagnostic in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
