"""The words of the supplied document: as it prints them, and as the blocks give them back.

Struck words are compared as struck: each of their letters carries a stroke.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.numbering import label
from cmi_handbook.model.publication import Numbering
from cmi_handbook.model.text import Footnote, Furniture, Heading, Paragraph, ReferencesHere, SectionTitle, Withheld
from cmi_handbook.model.walk import FieldPath

STROKE = "\N{COMBINING LONG STROKE OVERLAY}"

_STRUCK = re.compile(r"~~(?P<words>[^~]+)~~")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_MARKUP = re.compile(r"^#{1,6}[ \t]+|^-{3,}[ \t]*$|^[ \t]*- (?=\(?[a-zA-Z0-9]{1,4}[.)] )|\*\*|</?sup>", re.M)
_MARK = re.compile(r"\{(?P<kind>call|foot) (?P<id>[\w.-]+)\}")


class Word(NamedTuple):
    """A word of the data and the field it stands in."""

    text: str
    entry: Entry[Any]
    path: FieldPath


class Printed(NamedTuple):
    """A word of the source and its line there."""

    text: str
    line: int


def source_words(text: str) -> list[Printed]:
    """Return the words of the supplied document without its Markdown."""
    bare = _EMPHASIS.sub(r"\1", _MARKUP.sub("", strike(text)))
    return [Printed(word, line) for line, words in enumerate(bare.split("\n"), 1) for word in words.split()]


def source_line(draft: Draft) -> str:
    """Return the supplied document as one line without its Markdown, its struck words like others."""
    return " ".join(word.text for word in source_words(draft.source_text or "")).replace(STROKE, "")


def in_source(words: str, draft: Draft) -> bool:
    """Tell whether some words stand in the supplied document, struck or not, with or without a footnote's call."""
    uncalled = re.sub(r"<sup>[^<]*</sup>", "", draft.source_text or "")
    printed = " ".join(word.text for word in source_words(uncalled))
    return words in printed.replace(STROKE, "")


def strike(text: str) -> str:
    """Return the text with a stroke through each struck letter instead of the marks around them.

    >>> strike("~~No~~ w") == f"N{STROKE}o{STROKE} w"
    True
    """
    if "~~" not in text:
        return text
    return _STRUCK.sub(lambda mark: re.sub(r"(\S)", rf"\1{STROKE}", mark["words"]), text)


def data_words(draft: Draft) -> list[Word]:
    """Return the words of all blocks in their order, as the source prints them."""
    notes = {entry.record.id: entry.record for entry in draft.blocks if isinstance(entry.record, Footnote)}
    broken = {foot for foot in notes if any(f"{{foot {foot}}}" in line for line in _sentences(draft))}
    return [
        Word(word, at, path)
        for entry in draft.blocks
        for at, path, text in _printed(entry, draft, notes, broken)
        for word in text.split(" ") if word  # any other space is a character of its own here
    ]


def _sentences(draft: Draft) -> list[str]:
    return [sentence.text for entry in draft.paragraphs.values() for sentence in entry.record.sentences
            if "{" in sentence.text]


def _printed(entry: Entry[Any], draft: Draft, notes: Mapping[str, Footnote], broken: set[str]
             ) -> Iterator[tuple[Entry[Any], FieldPath, str]]:
    """Yield what the source prints for a block, field by field."""
    block = entry.record
    if isinstance(block, (Furniture, Heading, Withheld)):
        yield entry, ("words",), block.words
    elif isinstance(block, SectionTitle):
        yield entry, ("printed",), block.printed
    elif isinstance(block, Paragraph):
        for path, text in _paragraph(block, draft.numbering, notes):
            yield entry, path, text
    elif isinstance(block, Footnote) and block.id not in broken:
        yield entry, ("text",), f"{block.label} {block.text}"
    elif isinstance(block, ReferencesHere):
        for reference in draft.references:
            yield reference, ("letter",), f"{reference.record.letter}."
            yield reference, ("text",), reference.record.text


def _paragraph(block: Paragraph, numbering: Numbering, notes: Mapping[str, Footnote]
               ) -> Iterator[tuple[FieldPath, str]]:
    yield ("id",), label(numbering, block.id)
    if block.title:
        yield ("title",), f"{block.title}."
    for place, sentence in enumerate(block.sentences):
        text = sentence.text
        if "{" in text:
            text = _MARK.sub(lambda mark: _note(mark, notes), text)
        yield ("sentences", place, "text"), strike(text)


def _note(mark: re.Match[str], notes: Mapping[str, Footnote]) -> str:
    """Return what the source prints for a mark: a footnote's label, or all of it."""
    note = notes.get(mark["id"])
    if note is None:
        return ""
    return note.label if mark["kind"] == "call" else f" {note.label} {note.text} "
