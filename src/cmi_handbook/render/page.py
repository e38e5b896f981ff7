"""Output as a value: nothing is on disk yet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from cmi_handbook.render.html import Node


@dataclass(frozen=True)
class Page:
    """A page of the site.

    `uri` is its place below the site's root (`mc-0411-2/roles/mc.md`), `nav`
    the way to it in the navigation (none: it is only linked to), `body` its
    Markdown without front matter.
    """

    uri: str
    title: str
    body: str
    marking: str
    prevails: str = ""
    citation: str = ""
    description: str = ""
    nav: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as the site engine reads it: front matter and Markdown."""
        meta = {"title": self.title, "marking": self.marking, "prevails": self.prevails,
                "citation": self.citation, "description": self.description}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items() if value]
        return "\n".join(["---", *lines, "---", "", self.body])


@dataclass(frozen=True)
class Asset:
    """A generated file of the site that is no page."""

    uri: str
    content: str


@dataclass(frozen=True)
class Site:
    """All that the handbook adds to the hand-written pages; `meta` is what those show on every page."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    meta: Mapping[str, str] = field(default_factory=dict)


def document(*parts: Node | str | None) -> str:
    """Return Markdown made of headings (from `heading`) and HTML blocks, each on a line of its own."""
    return "\n\n".join(_block(part) for part in parts if part is not None and part != "") + "\n"


def _block(part: Node | str) -> str:
    if isinstance(part, Heading):
        return str(part)
    return " ".join(str(part).splitlines()) if part is not None else ""


class Heading(str):
    """A Markdown heading whose text was escaped."""


def heading(level: int, text: str, anchor: str | None = None) -> Heading:
    """Return a heading; the table of contents and the navigation see these alone."""
    mark = f" {{ #{anchor} }}" if anchor else ""
    return Heading(f"{'#' * level} {escape_markdown(text)}{mark}")


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: every sign that could be markup as an entity."""
    folded = " ".join(text.split())
    return "".join(char if char.isalnum() or char in " ,.'’–/" else f"&#{ord(char)};" for char in folded)
