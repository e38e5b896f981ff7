"""The text in the data is the supplied document: every word, in order, and nothing else."""

from __future__ import annotations

import hashlib
import re

from tests.conftest import EDITION

from cmi_handbook.model.draft import Draft
from cmi_handbook.model.text import (
    Footnote,
    Furniture,
    Heading,
    Paragraph,
    ReferencesHere,
    SectionTitle,
    Withheld,
)

SUPPLIED = "6d59512a051fe93d94db6dbc6209b6143a5be2189d38011ff8ecea5d037e3af8"


def supplied_words() -> list[str]:
    """Return the words of the supplied file without its Markdown signs; struck words stand in brackets."""
    text = (EDITION / "source.txt").read_text(encoding="utf-8")
    text = re.sub(r"~~(.*?)~~", r"⟦\1⟧", text)
    text = re.sub(r"</?sup>", "", text)
    text = re.sub(r"(?m)^---$", "", text)
    text = re.sub(r"(?m)^#+ ", "", text)
    text = re.sub(r"(?m)^ *- (?=[A-Za-z]\. )", "", text)
    text = re.sub(r"\*+", "", text)
    return text.split()


def rebuilt_words(draft: Draft) -> list[str]:
    """Return the words of the document, rebuilt from the blocks in their order."""
    footnotes = {each.record.id: each.record for each in draft.blocks if isinstance(each.record, Footnote)}
    words: list[str] = []
    for entry in draft.blocks:
        words += _words(entry.record, footnotes, draft).split()
    return words


def _words(block, footnotes: dict[str, Footnote], draft: Draft) -> str:
    if isinstance(block, Furniture | Withheld | Heading):
        return block.words
    if isinstance(block, SectionTitle):
        return block.printed
    if isinstance(block, ReferencesHere):
        return " ".join(f"{each.record.letter}. {each.record.text}" for each in draft.references)
    if isinstance(block, Paragraph):
        return _paragraph(block, footnotes)
    return ""  # a footnote is printed where `{foot}` stands


def _paragraph(block: Paragraph, footnotes: dict[str, Footnote]) -> str:
    label = block.id.rpartition(".")[2]
    head = "Note:" if label == "note" else f"{label}."
    body = " ".join(each.text for each in block.sentences)
    body = re.sub(r"~~(.*?)~~", r"⟦\1⟧", body)
    body = re.sub(r"\{call ([\w.]+)\}", lambda call: footnotes[call[1]].label, body)
    body = re.sub(r"\{foot ([\w.]+)\}", lambda foot: f"{footnotes[foot[1]].label} {footnotes[foot[1]].text}", body)
    title = f"{block.title}. " if block.title else ""
    return f"{head} {title}{body}"


def test_the_words_of_the_whole_file_come_back_in_order(draft: Draft) -> None:
    """Rebuilding the document from the data gives every word of the supplied file, in order."""
    assert rebuilt_words(draft) == supplied_words()


def test_the_supplied_file_is_pinned() -> None:
    """The source is the supplied file, to the byte."""
    assert hashlib.sha256((EDITION / "source.txt").read_bytes()).hexdigest() == SUPPLIED


def test_numbering(draft: Draft) -> None:
    """Paragraphs 1 to 41 and their 34 lettered items stand in order after the sheets."""
    letters = {8: "ab", 34: "abcdefghi", 39: "abcd", 40: "abcdefghijklm", 41: "abcdef"}
    expected = ["FD.1", "FD.note", "MD.1", "MD.2"]
    for number in range(1, 42):
        expected += [str(number), *(f"{number}.{letter}" for letter in letters.get(number, ""))]
    assert list(draft.paragraphs) == expected
    assert sum(map(len, letters.values())) == 34


def test_struck_words_are_kept_and_marked(draft: Draft) -> None:
    """Paragraph 6 keeps its struck-out reference, and nothing else is struck."""
    struck = {id_: [each.text for each in prose.struck] for id_, prose in draft.prose.items() if prose.struck}
    assert struck == {"6": ["Reference F"]}
