"""Ids that do not depend on how an edition is numbered, and what an address is made of."""

import re

SHEET = re.compile(r"[A-Z]{1,3}\.([1-9]\d*|note)")
"""A paragraph of a decision sheet: `FD.1`, `FD.note`."""

FOOTNOTE = re.compile(r"fn\.[1-9]\d*")
REFERENCE = re.compile(r"ref\.[A-Z]{1,2}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""All other ids: lower-case words joined by hyphens."""

PAGES = frozenset({
    "index", "404", "about", "aide-memoire", "book", "assets", "content", "decision-sheets", "editions", "editors",
    "other-policies", "principles-and-goals", "references", "scope", "search",
})
"""Names of pages and folders that stand beside those of records."""

WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{count}" for port in ("com", "lpt") for count in range(10))})
"""Names that Windows gives to no file."""

NUMBERED = re.compile(r"(para|handbook)-.*|.*-part-\d+|(notes|contested)-\d+")
"""Forms of names that pages, and anchors on all of them, have."""


def is_reserved(id_: str) -> bool:
    """Tell whether a slug is the name of something else than a record: a page, an anchor, a device of Windows."""
    return id_ in PAGES or id_ in WINDOWS or NUMBERED.fullmatch(id_) is not None


LONGEST = 80
"""Letters of the longest id, so that a file name made of it fits everywhere."""


def anchor(id_: str) -> str:
    """Return the anchor of a paragraph, footnote or reference: `para-2-c` of `2.c`."""
    return "para-" + id_.lower().replace(".", "-")
