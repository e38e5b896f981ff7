"""All the text of a draft as one, and what of it a message shows."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cmi_handbook.diagnostics import Location
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.whole_words import places, stands


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
