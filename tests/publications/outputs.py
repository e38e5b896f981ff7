"""What the outputs of a build say, as text: to those who look at a page, to those who hear it, to programs."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

READ_OUT = ("title", "alt", "aria-label", "placeholder", "content", "label", "data-cite", "data-citation", "data-label")
"""The attributes whose words reach a reader."""

COMMENT = re.compile(r"^\s*//.*$", re.M)


@cache
def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


def pages(folder: Path) -> dict[str, html.HtmlElement]:
    """All pages below a folder, by their place there."""
    return {path.relative_to(folder).as_posix(): page(path) for path in sorted(folder.rglob("*.html"))}


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(root: html.HtmlElement) -> str:
    """Return everything a page says: its words, those in its drawings, and those in its attributes."""
    spoken = [each for name in READ_OUT for each in root.xpath(f"//@{name}")]
    return folded(" ".join([*root.xpath("//text()[not(parent::script)]"), *spoken]))


def code(path: Path) -> str:
    """Return a script without the comments that stand on lines of their own."""
    return COMMENT.sub("", path.read_text("utf-8"))


def data_of(path: Path) -> dict[str, Any]:
    """Return the value that a data file of the site hands over."""
    text = path.read_text("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


@cache
def document(path: Path) -> str:
    """Return what a reader's program extracts from a PDF, its title, subject and keywords before it.

    The text stands there twice: as it is, and with the words whole that a line's end parts.
    """
    told, text = (subprocess.run([*command, str(path), *rest], capture_output=True, check=True).stdout.decode()
                  for command, rest in ((["pdfinfo"], []), (["pdftotext"], ["-"])))
    return folded(" ".join([told, text, re.sub(r"[-\u00ad\N{HYPHEN}]\n", "", text)]))


def squeezed(text: str) -> str:
    """Return a text without white space, marks of hyphenation and ligatures, as comparison wants it."""
    for sign, letters in (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(sign, letters)
    return re.sub(r"[\s\u00ad-]|\N{HYPHEN}", "", text)
