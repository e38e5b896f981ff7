"""Finding whole words in running text, case-sensitive, without a pattern for each form.

A word ends where a letter, a digit or an underscore meets anything else, so a
hyphen or an apostrophe ends it too; `link/words.py` draws the same line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cmi_handbook.diagnostics import Location
from cmi_handbook.model.draft import Draft


def places(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand in the text as whole words."""
    start = text.find(words) if words else -1
    while start >= 0:
        if _apart(text, start) and _apart(text, start + len(words)):
            yield start
        start = text.find(words, start + 1)


def stands(words: str, text: str) -> bool:
    """Tell whether the words stand in the text as whole words."""
    return any(True for _ in places(words, text))


def _apart(text: str, at: int) -> bool:
    """Tell whether the letters on both sides of an offset belong to different words."""
    return at == 0 or at == len(text) or not (_letter(text[at - 1]) and _letter(text[at]))


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"


class Corpus:
    """All paragraphs with their run-in titles as one text, and the way back to the paragraph."""

    def __init__(self, draft: Draft) -> None:
        """Take the paragraphs of a draft in their order."""
        self._ids = list(draft.paragraphs)
        self._starts: list[int] = []
        parts, length = [], 0
        for id_, entry in draft.paragraphs.items():
            text, title = draft.prose[id_].text, entry.record.title
            parts.append(f"{title}. {text}" if title else text)
            self._starts.append(length)
            length += len(parts[-1]) + 1
        self.text = "\n".join(parts)

    def para(self, at: int) -> str:
        """Return the paragraph that an offset lies in."""
        return self._ids[bisect_right(self._starts, at) - 1]

    def holds(self, form: str) -> bool:
        """Tell whether a form stands anywhere."""
        return stands(form, self.text)

    def named_at(self, owners: Mapping[str, str]) -> dict[str, dict[str, None]]:
        """Return owner to the paragraphs that name it, in order; where forms overlap the longest counts."""
        found: dict[str, dict[str, None]] = {}
        end = 0
        for start, length, form in sorted(self._spans(owners)):
            if start >= end:
                end = start - length
                found.setdefault(owners[form], {})[self.para(start)] = None
        return found

    def _spans(self, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the place, the negative length and the form of every match."""
        for form in forms:
            for start in places(form, self.text):
                yield start, -len(form), form


def narrow(at: Location, words: str, width: int | None = None) -> Location:
    """Return the place of some words within a field's first line, or the whole place when they are not plain to see."""
    first, end = at.column - 1, at.column - 1 + at.width
    start = at.source.find(words, first, end)
    if start < 0 or at.source.find(words, start + 1, end) >= 0:
        return at
    return replace(at, column=start + 1, width=width or len(words))


def shorten(words: str, most: int = 60) -> str:
    """Return the words, cut in the middle when there are many of them."""
    if len(words) <= most:
        return words
    half = most // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
