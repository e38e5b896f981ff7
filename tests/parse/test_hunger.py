"""The parser's work grows with what it is given and no faster, and has an end.

Steps are counted, not seconds: every line of Python that is run below `src/` is one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import pytest

import cmi_handbook
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.parse import parse_edition
from cmi_handbook.parse.tree import LARGEST

ROOM = str(Path(cmi_handbook.__file__).parent)

MANY: dict[str, Callable[[int], str]] = {
    "aliases of a word": lambda count: f"seats: [&a x{', *a' * count}]\n",
    "aliases of a record": lambda count: "seats:\n  - &a {id: x, title: y}\n" + "  - *a\n" * count,
    "aliases inside each other": lambda count: "seats:\n  - &a0 x\n" + "".join(
        f"  - &a{number} [*a{number - 1}]\n" for number in range(1, min(count, 49))) + "  - *a1\n" * count,
    "anchors": lambda count: "seats:\n" + "".join(f"  - &a{number} x\n" for number in range(count)),
    "sound records": lambda count: "seats:\n" + "".join(
        f"  - {{id: a{number}, title: b, summary: c, bodies: [{{body: d, reason: e}}]}}\n" for number in range(count)),
    "faulty records": lambda count: "seats:\n" + "  - {id: a, titel: b}\n" * count,
    "unknown fields": lambda count: "seats:\n  - id: a\n" + "".join(
        f"    a{number}: b\n" for number in range(count)),
    "unknown fields of a file": lambda count: "".join(f"a{number}: b\n" for number in range(count)),
    "one field over and over": lambda count: "seats:\n  - id: a\n" + "    title: b\n" * count,
    "all on one line": lambda count: f"seats: [{'{id: a, titel: b},' * count}]\n",
    "lists in lists": lambda count: f"seats: [{(40 * '[' + 40 * ']' + ',') * (count // 10)}]\n",
    "lines without a word": lambda count: "seats:\n" + "\n" * count + "  - {id: a}\n",
    "a line of many words": lambda count: "seats:\n  - {id: a, title: " + "words " * count + "}\n",
    "lines of one value": lambda count: "seats:\n  - id: a\n    title: b\n" + "      words\n" * count,
}


def parsed(text: str) -> list[Diagnostic]:
    """Return the faults of an edition of one file."""
    with TemporaryDirectory() as place:
        Path(place, "seats.yaml").write_text(text, encoding="utf-8")
        return parse_edition(Path(place))[1]


def steps(text: str) -> int:
    """Return how many lines of the handbook's Python are run to parse an edition of one file."""
    taken = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal taken
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        taken += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        parsed(text)
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("many", MANY.values(), ids=MANY)
def test_twice_as_much_is_at_most_twice_the_work(many: Callable[[int], str]) -> None:
    """The steps that another two hundred cost are those that the two hundred before them cost."""
    steps(many(1))
    few, some, more = (steps(many(count)) for count in (200, 400, 600))
    assert more - some <= 1.1 * (some - few) + 50


@pytest.mark.parametrize("text", [
    f"seats: [{'a,' * LARGEST}]",
    f"seats: [&a [{'x,' * 1000}], {'*a,' * (LARGEST // 1000)}]",
    f"seats: [&a {'x' * 1_000_000}, {'*a,' * (LARGEST // 1000)}]",
], ids=["written out", "by aliases", "by aliases of a long text"])  # fmt: skip
def test_a_file_of_too_many_values_is_refused(text: str) -> None:
    """More values than a file may hold are refused, whether they are written out or repeated."""
    assert [(fault.code, fault.message) for fault in parsed(text) if fault.at.file.endswith("seats.yaml")] == [
        ("CMI005", f"more than {LARGEST} values in one file, aliases followed")]
