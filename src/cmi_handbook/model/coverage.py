"""Which sentences of a paragraph statements are drawn from."""

from collections.abc import Iterator
from typing import NamedTuple

from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.text import Paragraph, Sentence

Span = tuple[int, int, str]
"""Where a quote begins and ends in the plain text of its paragraph, and the statement that quotes it."""


class Covered(NamedTuple):
    """A sentence, its place and span in the plain text of its paragraph, and the statements that quote from it."""

    entry: Entry[Paragraph]
    place: int
    sentence: Sentence
    start: int
    end: int
    statements: tuple[str, ...]

    @property
    def used(self) -> bool:
        """Whether a statement quotes from it."""
        return bool(self.statements)


def misquoted(draft: Draft) -> set[str]:
    """Return the paragraphs that are quoted otherwise than they are: nobody can tell what is left uncovered there."""
    return {quote.para for entry in draft.statements for quote in entry.record.quotes
            if quote.para in draft.prose and quote.text not in draft.prose[quote.para].text}


def quoted(draft: Draft) -> dict[str, list[Span]]:
    """Return paragraph to the spans that statements quote from it."""
    spans: dict[str, list[Span]] = {id_: [] for id_ in draft.paragraphs}
    for entry in draft.statements:
        for quote in entry.record.quotes:
            if quote.text and quote.para in spans:
                start = draft.prose[quote.para].text.find(quote.text)
                if start >= 0:
                    spans[quote.para].append((start, start + len(quote.text), entry.record.id))
    return spans


def sentences(draft: Draft) -> Iterator[Covered]:
    """Yield every sentence in the order of the source."""
    quotes = quoted(draft)
    for id_, entry in draft.paragraphs.items():
        start = 0
        for place, sentence in enumerate(entry.record.sentences):
            end = start + len(read_marks(sentence.text).text)
            drawn = dict.fromkeys(statement for first, last, statement in quotes[id_] if first < end and last > start)
            yield Covered(entry, place, sentence, start, end, tuple(drawn))
            start = end + 1
