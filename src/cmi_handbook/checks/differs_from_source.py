"""The words of the data, in their order, are the words of the supplied document: nothing is lost, added
or mended, and what is struck out there is struck out here.

The policy's text is stored once and shown everywhere. A slip in the source stays, and gets a source note.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmi_handbook.checks.corpus import narrow, shorten
from cmi_handbook.checks.inline_mark import malformed
from cmi_handbook.checks.rule import Diagnostic, Draft, Faults, Rule
from cmi_handbook.checks.source_words import Printed, Word, data_words, source_words
from cmi_handbook.model.numbering import is_paragraph
from cmi_handbook.model.text import Paragraph


class Difference(NamedTuple):
    """A run of words that differs: the data's, the source's, the word of the data it is shown at, the source's line.

    `after` says that the source goes on where the data has ended.
    """

    ours: Sequence[Word]
    theirs: Sequence[Printed]
    here: Word
    line: int
    after: bool


def check(draft: Draft) -> Faults:
    """Yield each run of words in which the data and the source differ."""
    for found in _differences(draft):
        if not malformed(found.here.entry.record, found.here.path) and not _malformed_label(found.here, draft):
            yield _fault(found, draft)


def altered(draft: Draft) -> set[str]:
    """Return the paragraphs whose words are not the source's."""
    entries = [found.here.entry for found in _differences(draft)]
    return {entry.record.id for entry in entries if isinstance(entry.record, Paragraph)}


def _differences(draft: Draft) -> Iterator[Difference]:
    """Yield each differing run."""
    if draft.source_text is None or not draft.whole("blocks", "references"):
        return
    data, source = data_words(draft), source_words(draft.source_text)
    if not data or [word.text for word in data] == [word.text for word in source]:
        return
    for first, last, start, end in _runs([word.text for word in data], [word.text for word in source]):
        here = data[min(first, len(data) - 1)]
        line = source[min(start, len(source) - 1)].line if source else 1
        yield Difference(data[first:last], source[start:end], here, line, first == len(data))


def _malformed_label(here: Word, draft: Draft) -> bool:
    """Tell whether a word was made of a paragraph's malformed id."""
    return here.path == ("id",) and not is_paragraph(draft.numbering, here.entry.record.id)


def _runs(data: list[str], source: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where both differ, from word to word; what they share at both ends is not compared again."""
    from difflib import SequenceMatcher

    shared = next((place for place, (a, b) in enumerate(zip(data, source, strict=False)) if a != b),
                  min(len(data), len(source)))
    tail = 0
    while tail < min(len(data), len(source)) - shared and data[-1 - tail] == source[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, data[shared : len(data) - tail], source[shared : len(source) - tail], False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield first + shared, last + shared, start + shared, end + shared


def _fault(found: Difference, draft: Draft) -> Diagnostic:
    here = found.here
    ours, theirs = (shorten(" ".join(word.text for word in words)) for words in (found.ours, found.theirs))
    if not theirs:
        message = f"`{ours}` does not stand in the source"
    elif not ours:
        message = f"`{theirs}` of the source is missing {'after' if found.after else 'before'} `{here.text}`"
    else:
        message = f"`{ours}` stands where the source has `{theirs}`"
    source = draft.publication.record.source_file if draft.publication else "the source"
    at = narrow(here.entry.at(*here.path), " ".join(word.text for word in found.ours) or here.text)
    return RULE.fault(at, message, "write the words as the source prints them",
                      f"{source}, line {found.line}")


RULE = Rule("CMI202", "differs-from-source", __doc__, check)
