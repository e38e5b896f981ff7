"""Ids that do not depend on how an edition is numbered, and what an address is made of."""

from __future__ import annotations

import re

SHEET = re.compile(r"[A-Z]{1,3}\.([1-9]\d*|note)")
"""A paragraph of a decision sheet: `FD.1`, `FD.note`."""

FOOTNOTE = re.compile(r"fn\.[1-9]\d*")
REFERENCE = re.compile(r"ref\.[A-Z]{1,2}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""All other ids: lower-case words joined by hyphens."""

RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)})
"""Slugs that no record may have: the page at the head of a folder, and names that Windows gives to no file."""

LONGEST = 80
"""Letters of the longest id, so that a file name made of it fits everywhere."""


def anchor(id_: str) -> str:
    """Return the anchor of a paragraph, footnote or reference: `para-2-c` of `2.c`."""
    return "para-" + id_.lower().replace(".", "-")
