"""Which sentences of a paragraph statements are drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.text import Paragraph, Sentence

Span = tuple[int, int]


class Covered(NamedTuple):
    """A sentence, its span in the plain text of its paragraph, and whether a statement quotes from it."""

    entry: Entry[Paragraph]
    place: int
    sentence: Sentence
    span: Span
    used: bool


def quoted(draft: Draft) -> dict[str, list[Span]]:
    """Return paragraph to the spans that statements quote from it."""
    spans: dict[str, list[Span]] = {id_: [] for id_ in draft.paragraphs}
    for entry in draft.statements:
        for quote in entry.record.quotes:
            if quote.text and quote.para in spans:
                start = draft.prose[quote.para].text.find(quote.text)
                if start >= 0:
                    spans[quote.para].append((start, start + len(quote.text)))
    return spans


def sentences(draft: Draft) -> Iterator[Covered]:
    """Yield every sentence in the order of the source."""
    quotes = quoted(draft)
    for id_, entry in draft.paragraphs.items():
        start = 0
        for place, sentence in enumerate(entry.record.sentences):
            end = start + len(read_marks(sentence.text).text)
            used = any(first < end and last > start for first, last in quotes[id_])
            yield Covered(entry, place, sentence, (start, end), used)
            start = end + 1
