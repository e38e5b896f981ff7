"""Paragraphs stand in the order the policy numbers them: 1, 2, 3 without a gap, and letters a, b, c after
their own paragraph. The paragraphs of each decision sheet are counted by themselves.

A gap is the surest sign that a piece of the source was lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.ids import PARAGRAPH


class _Counter:
    """What stands before the next paragraph: the last number and letter, and the last number of each sheet."""

    def __init__(self) -> None:
        self.number = 0
        self.letter = ""
        self.sheets: dict[str, int] = {}

    def take(self, id_: str) -> tuple[str, str] | None:
        """Return what is wrong with the next paragraph's id, and the way out."""
        head, _, tail = id_.partition(".")
        if not head.isdigit():
            return self._sheet(head, tail)
        return self._lettered(int(head), tail) if tail else self._numbered(int(head))

    def _numbered(self, number: int) -> tuple[str, str] | None:
        wanted = self.number + 1
        before, self.number, self.letter = self.number, number, ""
        if number == wanted:
            return None
        after = f"follows paragraph `{before}`" if before else "comes first"
        return f"paragraph `{number}` {after}", f"paragraph `{wanted}` is due here"

    def _lettered(self, number: int, letter: str) -> tuple[str, str] | None:
        if number != self.number:
            due = f"{self.number}.{_after(self.letter)}"
            return f"item `{number}.{letter}` stands after paragraph `{self.number}`", f"`{due}` is due here"
        wanted, self.letter = _after(self.letter), letter
        if letter == wanted:
            return None
        return f"item `{number}.{letter}` is out of order", f"item `{number}.{wanted}` is due here"

    def _sheet(self, sheet: str, tail: str) -> tuple[str, str] | None:
        if tail == "note":
            return None
        wanted = self.sheets.get(sheet, 0) + 1
        self.sheets[sheet] = int(tail)
        if int(tail) == wanted:
            return None
        return f"paragraph `{sheet}.{tail}` is out of order", f"paragraph `{sheet}.{wanted}` is due here"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each paragraph that does not follow the one before it."""
    if not draft.whole("blocks") or not all(map(PARAGRAPH.fullmatch, draft.paragraphs)):
        return
    counter = _Counter()
    for id_, entry in draft.paragraphs.items():
        if fault := counter.take(id_):
            yield RULE.fault(entry.at("id"), *fault)


def _after(letter: str) -> str:
    """Return the letter after one: `b` of `a`, `aa` of `z`, `a` of none."""
    if not letter:
        return "a"
    if letter[-1] != "z":
        return letter[:-1] + chr(ord(letter[-1]) + 1)
    return _after(letter[:-1]) + "a"


RULE = Rule("CMI201", "paragraph-order", __doc__, check)
