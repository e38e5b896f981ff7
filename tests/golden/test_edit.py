"""One field of one record is written anew, and every other character stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmi_handbook.checks.computed import Computed, computed
from cmi_handbook.checks.examples import edition
from cmi_handbook.library import check_edition
from cmi_handbook.parse.edit import with_field
from tests.checks.editions import changed

HEAD = "marking: OPEN\nbodies:\n"
WRITTEN = {
    "a flow list": (
        "  - id: board\n    named_at: [1]\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a flow list over several lines": (
        "  - id: board\n    named_at: [1,\n      3,\n    ]\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a block list, indented": (
        "  - id: board\n    named_at:\n      - 1\n      - 3\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a block list, not indented": (
        "  - id: board\n    named_at:\n    - 1\n    - 3\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a missing field": (
        "  - id: board\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "the last field of the last record": (
        "  - id: keepers\n    named_at: [3]\n  - id: board\n    open: No.\n    named_at: [1]", 5,
        "  - id: keepers\n    named_at: [3]\n  - id: board\n    open: No.\n    named_at: [1, 2]"),
    "the last field before another record": (
        "  - id: board\n    named_at: [1]\n  - id: keepers\n    named_at: [3]\n", 3,
        "  - id: board\n    named_at: [1, 2]\n  - id: keepers\n    named_at: [3]\n"),
    "a record without the field before one with it": (
        "  - id: board\n  - id: keepers\n    named_at: [3]\n", 3,
        "  - id: board\n    named_at: [1, 2]\n  - id: keepers\n    named_at: [3]\n"),
    "comments outside the field": (
        "  - id: board  # first\n    named_at: [1]\n    # why\n    open: No.  # so\n", 3,
        "  - id: board  # first\n    named_at: [1, 2]\n    # why\n    open: No.  # so\n"),
    "an empty line below the field": (
        "  - id: board\n    named_at:\n      - 1\n\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n\n    open: No.\n"),
    "an empty line inside the record": (
        "  - id: board\n\n    named_at: [1]\n", 3, "  - id: board\n\n    named_at: [1, 2]\n"),
    "a field of the same name deeper in the record": (
        "  - id: board\n    judgement:\n      named_at: [1]\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    judgement:\n      named_at: [1]\n    open: No.\n"),
    "a record at the edge": (
        "- id: board\n  named_at: [1]\n- id: keepers\n", 3, "- id: board\n  named_at: [1, 2]\n- id: keepers\n"),
    "an empty line inside the field": (
        "  - id: board\n    named_at:\n      - 1\n\n      - 3\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a flow list at the field's own edge": (
        "  - id: board\n    named_at: [1,\n    3]\n    open: No.\n", 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a key in quotes": (
        '  - id: board\n    "named_at": [1]\n    open: No.\n', 3,
        "  - id: board\n    named_at: [1, 2]\n    open: No.\n"),
    "a key apart from its colon": (
        "  - id: board\n    named_at : [1]\n", 3, "  - id: board\n    named_at: [1, 2]\n"),
    "the first field of its record": (
        "  - named_at:\n      - 1\n    id: board\n", 3, "  - named_at: [1, 2]\n    id: board\n"),
    "line ends of another system": (
        "  - id: board\r\n    named_at:\r\n      - 1\r\n    open: No.\r\n", 3,
        "  - id: board\r\n    named_at: [1, 2]\r\n    open: No.\r\n"),
    "a missing field, after a first one of several lines": (
        "  - summary: >-\n      Those\n      who watch.\n    id: board\n", 3,
        "  - summary: >-\n      Those\n      who watch.\n    named_at: [1, 2]\n    id: board\n"),
    "a comment between the items": (
        "  - id: board\n    named_at:\n      - 1\n    # here\n      - 3\n    open: No.\n", 3, None),
    "a comment inside the field": ("  - id: board\n    named_at:\n      - 1  # here\n    open: No.\n", 3, None),
    "a comment behind the field": ("  - id: board\n    named_at: [1]  # here\n", 3, None),
    "a record on one line": ("  - {id: board, named_at: [1]}\n", 3, None),
    "a line that begins no record": ("  - id: board\n    named_at: [1]\n", 4, None),
}


@pytest.mark.parametrize(("before", "line", "after"), WRITTEN.values(), ids=WRITTEN)
def test_a_field_is_written(before: str, line: int, after: str | None) -> None:
    """The field has its new lines, or nothing is written where something would be lost."""
    made = with_field(HEAD + before, line, "named_at", ["named_at: [1, 2]"])
    assert made == (None if after is None else HEAD + after)


def test_a_field_of_several_lines_is_indented_like_its_record() -> None:
    """Each line is written below the record's own fields."""
    assert with_field("- id: a\n  citations:\n    - x\n  text: t", 1, "citations", ["citations:", "  - y", "  - z"]) \
        == "- id: a\n  citations:\n    - y\n    - z\n  text: t"


COMPUTED = {
    "a missing place": (
        ("bodies.yaml", "named_at: [1, 2, 3]", "named_at: [1, 3]"),
        [("bodies.yaml", 11, "keepers", "named_at", ("named_at: [1, 2, 3]",))]),
    "a place too many": (
        ("actors.yaml", "named_at: [2.a, 3]", "named_at: [2.a, 3, 4]"),
        [("actors.yaml", 3, "fishermen", "named_at", ("named_at: [2.a, 3]",))]),
    "a party without a form": (
        ("bodies.yaml", "    named_at: [4]\n    forms: [Head Keeper]\n", "    named_at: [4]\n"),
        [("bodies.yaml", 11, "keepers", "named_at", ("named_at: [1, 2, 3, 4]",)),
         ("bodies.yaml", 21, "head-keeper", "named_at", ("named_at: []",))]),
    "a citation without its stroke": (
        ("references.yaml", "text: Ref B, struck: true", "text: Ref B"),
        [("references.yaml", 12, "ref.B", "citations",
          ("citations:", "  - {para: 1, text: Ref B, struck: true}", "  - {para: 2, text: References A and B}"))]),
    "a lost citation": (
        ("references.yaml", "      - {para: 1, text: Ref A}\n", ""),
        [("references.yaml", 3, "ref.A", "citations",
          ("citations:", "  - {para: 1, text: Ref A}", "  - {para: 2, text: References A and B}"))]),
    "a citation with a comma": (
        ("text/4-scope.yaml", "This book does not cover tides.", "This book (References A, B) does not cover tides."),
        [("references.yaml", 3, "ref.A", "citations",
          ("citations:", "  - {para: 1, text: Ref A}", "  - {para: 2, text: References A and B}",
           '  - {para: 3, text: "References A, B"}')),
         ("references.yaml", 12, "ref.B", "citations",
          ("citations:", "  - {para: 1, text: Ref B, struck: true}", "  - {para: 2, text: References A and B}",
           '  - {para: 3, text: "References A, B"}'))]),
}


Told = tuple[str, int, str, str, tuple[str, ...]]


@pytest.mark.parametrize(("change", "wanted"), COMPUTED.values(), ids=COMPUTED)
def test_what_can_be_computed(change: tuple[str, str, str], wanted: list[Told]) -> None:
    """A field that is written otherwise than it is computed is named with its record's place and its new lines."""
    with changed(*change) as folder:
        assert [told(each) for each in computed(check_edition(folder)[0])] == wanted


def told(each: Computed) -> Told:
    """Return file and line of a record, its id, and the field with its lines."""
    return each.record.file.removeprefix("lk-1/"), each.record.line, each.id, each.field, each.lines


def test_nothing_is_computed_of_a_sound_edition() -> None:
    """A sound edition has nothing to be written."""
    with edition() as folder:
        assert list(computed(check_edition(folder)[0])) == []


@pytest.mark.parametrize(("file", "old", "fields"), [
    ("text/4-scope.yaml", "    id: 3\n", []),
    ("references.yaml", "    letter: B\n", ["named_at"]),
    ("actors.yaml", "    name: Fishermen\n", ["citations"]),
])  # fmt: skip
def test_nothing_is_computed_of_what_could_not_be_read(file: str, old: str, fields: list[str]) -> None:
    """Where text, parties or references could not all be read, what rests on them is not computed."""
    with changed("references.yaml", "      - {para: 1, text: Ref A}\n", "") as folder:
        for path, was, now in ((folder / file, old, ""), (folder / "bodies.yaml", "[1, 2, 3]", "[1, 3]")):
            replace(path, was, now)
        assert [each.field for each in computed(check_edition(folder)[0])] == fields


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
