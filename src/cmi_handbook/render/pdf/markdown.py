"""The hand-written pages of the book: Markdown, as far as the book can print it.

Python-Markdown reads them, as it does for the site.  What the book has no form
for is refused by line, because it would be printed as bars or lost without a word.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import UnescapeTreeprocessor

from cmi_handbook.render.pdf.fault import RenderFault


@dataclass(frozen=True)
class Piece:
    """A stretch of running text: `plain`, `strong`, `emphasis`, `code`, or a `link` with its target."""

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


LISTS = {"ul": "bullets", "ol": "numbers"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INLINE = {"strong": "strong", "em": "emphasis", "code": "code", "a": "link"}
FOREIGN = dict.fromkeys(HEADINGS, "a heading in a list") | {
    "a": "a link to anything but the web, with a title, or with marks in it", "blockquote": "a quotation",
    "br": "a line break", "dl": "a list of definitions", "em": "marks in emphasis", "hr": "a rule", "img": "a picture",
    "ol": "a list inside a list, or one that does not begin with 1", "p": "a second paragraph in a list",
    "pre": "indented text", "strong": "marks in strong words", "table": "a table", "ul": "a list inside a list",
}  # fmt: skip
"""What the library knows and the book has no form for, by element."""
MISREAD = {
    "a code block": r"^ *(```|~~~)",
    "a list inside a list": r"^ +([-*+]|\d+\.) ",
    "an underlined heading": r"^=+ *$|.\n-+ *$",
}
"""What the library takes for something else, or for a part of another list than its indent says."""
UNREAD = {
    "an admonition": r"(^|\n)(!!!|\?\?\?|:::)",
    "a list, heading or quotation that no empty line sets apart": r"\n *([-*+>]|#+|\d+\.) ",
    "a link or footnote defined apart": r"\[[^\]]*\]:",
    "a link to anything but the web": r"\[[^\]]*\](?!:)",
    "HTML": r"<[a-zA-Z/!?]",
    "code that does not close": r"`",
    "emphasis that does not close": r"\*|(?<!\w)_|_(?!\w)",
    "a table": r"(^|\n) *\||\|.*\|",
    "a template or an attribute list": r"\{.+\}",
    "a mark without words": r"^\s*$",
}
"""What is left in running text because it means nothing to the library or does not close."""


def read_page(path: Path) -> ProsePage:
    """Return a hand-written page, or raise a `RenderFault` that names every line the book cannot carry."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RenderFault([f"{path.name}: cannot be read: {error}"]) from error
    return parse_page(text, path.name)


def parse_page(text: str, name: str) -> ProsePage:
    """Return the page written in `text`; faults name it `name`."""
    blocks, faults = _read(text)
    if faults:
        found = _located(text, faults)
        raise RenderFault([f"{name}:{number}: {what}; the printed book cannot carry it" for number, what in found])
    if not blocks or (blocks[0].kind, blocks[0].level) != ("heading", 1):
        raise RenderFault([f"{name}:1: a page of the book begins with its title, as `# Title`"])
    return ProsePage("".join(piece.text for piece in blocks[0].pieces), tuple(blocks[1:]))


def _read(text: str) -> tuple[list[ProseBlock], list[str]]:
    """Return the blocks of a page, and what in it the book cannot carry."""
    md = Markdown(extensions=["def_list", "sane_lists", "tables"])
    md.parser.blockprocessors.deregister("reference")  # it swallows what nothing refers to
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    md.treeprocessors["inline"].run(root)
    faults = [what for what, mark in MISREAD.items() for _ in re.findall(mark, text, re.MULTILINE)]
    blocks = [_block(element, faults) for element in root]
    levels = [block.level for block in blocks if block.kind == "heading"]
    faults += [f"a heading of level {b} below one of level {a}" for a, b in pairwise(levels) if not 1 < b <= a + 1]
    return blocks, faults + ["HTML"] * len(md.htmlStash.rawHtmlBlocks)


def _located(text: str, faults: list[str]) -> list[tuple[int, str]]:
    """Return each fault with its line: the one up to which the page has to be read to have it."""
    lines, held = text.split("\n"), Counter(faults)
    found: list[tuple[int, str]] = []
    for number in range(len(lines), 0, -1):
        above = held & Counter(_read("\n".join(lines[: number - 1]))[1])
        found[:0] = [(number, what) for what in held - above]
        held = above
    return found


def _block(element: Element, faults: list[str]) -> ProseBlock:
    if element.tag == "p":
        return ProseBlock("paragraph", pieces=_pieces(element, faults))
    if element.tag in HEADINGS:
        return ProseBlock("heading", int(element.tag[1]), _pieces(element, faults))
    if element.tag in LISTS and "start" not in element.attrib:
        # Where empty lines part the items, each is a paragraph.
        items = (item[0] if [child.tag for child in item] == ["p"] else item for item in element)
        return ProseBlock(LISTS[element.tag], items=tuple(_pieces(item, faults) for item in items))
    faults.append(FOREIGN.get(element.tag, element.tag))
    return ProseBlock("foreign")


def _pieces(element: Element, faults: list[str]) -> tuple[Piece, ...]:
    found = [Piece(element.text or "")]
    for child in element:
        words, kind, link = child.text or "", INLINE.get(child.tag, "foreign"), _plain(child.get("href", ""))
        if len(child) or "title" in child.attrib or (kind == "link" and not re.fullmatch(r"https?://\S+", link)):
            kind = "foreign"
        if kind == "foreign":
            faults.append(FOREIGN.get(child.tag, child.tag))
        found += [Piece(html.unescape(words) if kind == "code" else words, kind, link or None), Piece(child.tail or "")]
    bare = "".join("x" if piece.kind in ("code", "foreign") else piece.text for piece in found)
    faults += [what for what, mark in UNREAD.items() for _ in re.findall(mark, bare)]
    return tuple(replace(piece, text=_plain(piece.text)) for piece in found if piece.text)


def _plain(text: str) -> str:
    """Return text with its escaped signs, on one line."""
    return re.sub("[ \n]+", " ", UnescapeTreeprocessor().unescape(text))
