"""Ids: how paragraphs are cited, and what an address is made of."""

from __future__ import annotations

import re

PARAGRAPH = re.compile(r"[1-9]\d*(\.[a-z]{1,2})?|[A-Z]{1,3}\.([1-9]\d*|note)")
"""`34`, `34.c`, or a decision sheet's `FD.1` and `FD.note`."""

FOOTNOTE = re.compile(r"fn\.[1-9]\d*")
REFERENCE = re.compile(r"ref\.[A-Z]{1,2}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""All other ids: lower-case words joined by hyphens."""

LONGEST = 80
"""Letters of the longest id, so that a file name made of it fits everywhere."""


def parent(para: str) -> str | None:
    """Return the paragraph whose lead-in a lettered item hangs on: `34` of `34.c`, nothing of `34`.

    A sheet's paragraphs (`FD.1`) hang on nothing.
    """
    head, dot, _ = para.partition(".")
    return head if dot and head.isdigit() else None


def label(para: str) -> str:
    """Return what the source prints before a paragraph: `34.`, `c.`, or `Note:`."""
    last = para.rpartition(".")[2]
    return "Note:" if last == "note" else f"{last}."


def anchor(id_: str) -> str:
    """Return the anchor of a paragraph, footnote or reference: `para-34-c` of `34.c`."""
    return "para-" + id_.lower().replace(".", "-")
