"""Output as a value: nothing is on disk yet."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cmi_handbook.model.portion import rank_of
from cmi_handbook.render import html as h


@dataclass(frozen=True)
class Page:
    """A page of the site.

    `uri` is its place below the site's root (`mc-0411-2/roles/mc.md`), `nav`
    the way to it in its edition's menu (none: it is only linked to), `body` its
    Markdown without front matter.  `rank` is that of `marking`; a menu shows
    the page's name only where `title_rank` is no higher than the rank of the
    page the menu stands on.
    """

    uri: str
    title: str
    body: str
    marking: str
    prevails: str = ""
    citation: str = ""
    description: str = ""
    nav: tuple[str, ...] = ()
    edition: str = ""
    rank: int = 0
    title_rank: int = 0

    @property
    def text(self) -> str:
        """The page as the site engine reads it: front matter and Markdown."""
        meta = {"title": self.title, "marking": self.marking, "prevails": self.prevails, "citation": self.citation,
                "description": self.description, "edition": self.edition, "rank": self.rank,
                "title_rank": self.title_rank}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items() if value]
        return "\n".join(["---", *lines, "---", "", str(self.body)])


@dataclass(frozen=True)
class Asset:
    """A generated file of the site that is no page."""

    uri: str
    text: str


@dataclass(frozen=True)
class Site:
    """All that the handbook adds to the hand-written pages; `meta` is what those show on every page."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Page | Asset, ...]:
        """Everything that becomes a file."""
        return (*self.pages, *self.assets)


class Heading(str):
    """A Markdown heading whose text was escaped, and the rank of its words."""

    __slots__ = ("rank",)
    rank: int


def document(*parts: h.Content) -> h.Piece:
    """Return Markdown made of headings (from `heading`) and HTML blocks, each on a line of its own."""
    blocks = [part if isinstance(part, Heading) else h.fragment[part] for part in parts if part is not None]
    lines = [block if isinstance(block, Heading) else " ".join(block.splitlines()) for block in blocks]
    return h.Piece("\n\n".join(line for line in lines if line) + "\n", rank_of(blocks))


def heading(level: int, text: str, anchor: str | None = None) -> Heading:
    """Return a heading; the table of contents and the navigation see these alone."""
    mark = f" {{ #{anchor!s} }}" if anchor else ""
    made = Heading(f"{'#' * level} {escape_markdown(text)}{mark}")
    made.rank = rank_of(text)
    return made


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: every sign that could be markup as an entity."""
    folded = " ".join(str(text).split())
    return "".join(char if char.isalnum() or char in " ,.'’–/" else f"&#{ord(char)};" for char in folded)
