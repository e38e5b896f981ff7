"""The hand-written pages of the book: a small part of Markdown, read strictly.

Headings, paragraphs, lists of one level, **strong**, *emphasis* and web links
are all that the book can carry.  Anything else is refused by line, because a
reader that guesses would print tables as bars and lose pictures without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook.render.pdf.fault import RenderFault


@dataclass(frozen=True)
class Piece:
    """A stretch of running text."""

    text: str
    kind: str = "plain"
    target: str | None = None


@dataclass(frozen=True)
class ProseBlock:
    """A heading, a paragraph or a list."""

    kind: str
    level: int = 0
    pieces: tuple[Piece, ...] = ()
    items: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True)
class ProsePage:
    """A page: its title and what stands below it."""

    title: str
    blocks: tuple[ProseBlock, ...]


INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|\[(?P<words>[^\]]+)\]\((?P<target>https?://[^)\s]+)\)"
)
HEADING = re.compile(r"(?P<marks>#{1,6}) +(?P<words>.+)")
BULLET = re.compile(r"[-*] +(?P<words>.+)")
NUMBER = re.compile(r"\d+\. +(?P<words>.+)")

FOREIGN_LINES = (
    (re.compile(r"\s*(```|~~~)"), "a code block"),
    (re.compile(r"\s+([-*+]|\d+\.) "), "a list inside a list"),
    (re.compile(r"\t| {4}"), "indented text"),
    (re.compile(r"\|"), "a table"),
    (re.compile(r">"), "a quotation"),
    (re.compile(r"(!!!|\?\?\?|:::)"), "an admonition"),
    (re.compile(r"([-*_] ?){3,}$"), "a rule"),
    (re.compile(r"(=+|-+)$"), "an underlined heading"),
    (re.compile(r"\[[^\]]+\]:"), "a link or footnote defined apart"),
    (re.compile(r"\{[%{:]|\{:"), "a template or an attribute list"),
)
FOREIGN_WORDS = (
    (re.compile(r"!\["), "a picture"),
    (re.compile(r"<[a-zA-Z/!]"), "HTML"),
    (re.compile(r"`"), "code"),
    (re.compile(r"\\"), "an escape"),
    (re.compile(r"\[[^\]]*\]"), "a link to anything but the web"),
    (re.compile(r"\*|(?<!\w)_|_(?!\w)"), "emphasis that does not close"),
    (re.compile(r"\|.*\|"), "a table"),
)


def read_page(path: Path) -> ProsePage:
    """Return a hand-written page, or raise a `RenderFault` that names every line the book cannot carry."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RenderFault([f"{path.name}: cannot be read: {error}"]) from error
    return parse_page(text, path.name)


def parse_page(text: str, name: str) -> ProsePage:
    """Return the page written in `text`; faults name it `name`."""
    faults = [f"{name}:{number}: {what}; the printed book cannot carry it" for number, what in _foreign(text)]
    if faults:
        raise RenderFault(faults)
    blocks = [_block(chunk) for chunk in _chunks(text)]
    if not blocks or blocks[0].kind != "heading" or blocks[0].level != 1:
        raise RenderFault([f"{name}:1: a page of the book begins with its title, as `# Title`"])
    _check_levels(blocks, name)
    return ProsePage("".join(piece.text for piece in blocks[0].pieces), tuple(blocks[1:]))


def _foreign(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what in FOREIGN_LINES:
            if pattern.match(line):
                yield number, what
                break
        else:
            bullet = BULLET.fullmatch(line)
            rest = INLINE.sub("", bullet["words"] if bullet else line)
            yield from ((number, what) for pattern, what in FOREIGN_WORDS if pattern.search(rest))


def _check_levels(blocks: list[ProseBlock], name: str) -> None:
    level = 1
    for block in blocks[1:]:
        if block.kind == "heading":
            words = "".join(piece.text for piece in block.pieces)
            if block.level == 1 or block.level > level + 1:
                raise RenderFault([f"{name}: heading `{words}` is of level {block.level} below one of level {level}"])
            level = block.level


def _chunks(text: str) -> Iterator[list[str]]:
    """Yield what belongs together: a heading, a paragraph's lines, or the items of a list."""
    chunk: list[str] = []
    for line in [*text.splitlines(), ""]:
        opens = HEADING.fullmatch(line) or (chunk and HEADING.fullmatch(chunk[-1]))
        listed = bool(BULLET.fullmatch(line) or NUMBER.fullmatch(line))
        if chunk and (not line.strip() or opens or (listed and not _listed(chunk[0]))):
            yield chunk
            chunk = []
        if line.strip():
            chunk.append(line)


def _listed(line: str) -> bool:
    return bool(BULLET.fullmatch(line) or NUMBER.fullmatch(line))


def _block(chunk: list[str]) -> ProseBlock:
    if heading := HEADING.fullmatch(chunk[0]):
        return ProseBlock("heading", len(heading["marks"]), _pieces(heading["words"]))
    for kind, pattern in (("bullets", BULLET), ("numbers", NUMBER)):
        if pattern.fullmatch(chunk[0]):
            return ProseBlock(kind, items=tuple(_pieces(item) for item in _items(chunk, pattern)))
    return ProseBlock("paragraph", pieces=_pieces(" ".join(chunk)))


def _items(chunk: list[str], pattern: re.Pattern[str]) -> list[str]:
    """Return the items of a list; a line without a mark continues the item above it."""
    items: list[str] = []
    for line in chunk:
        if item := pattern.fullmatch(line):
            items.append(item["words"])
        else:
            items[-1] += " " + line.strip()
    return items


def _pieces(text: str) -> tuple[Piece, ...]:
    found, end = [], 0
    for mark in INLINE.finditer(text):
        found.append(Piece(text[end : mark.start()]))
        if mark["words"]:
            found.append(Piece(mark["words"], "link", mark["target"]))
        else:
            found.append(Piece(mark["strong"] or mark["emphasis"], "strong" if mark["strong"] else "emphasis"))
        end = mark.end()
    return tuple(piece for piece in (*found, Piece(text[end:])) if piece.text)
