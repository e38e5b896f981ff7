"""The apparatus around the text: references, source notes, principles, goals, other policies."""

from __future__ import annotations

from datetime import date
from typing import Literal

from cmi_handbook.model.record import Excerpt, record


@record
class Citation:
    """One letter cited in one paragraph; `struck` when the citing words are struck out."""

    para: str
    text: str
    struck: bool = False


@record
class Reference:
    """An entry of the policy's table of references."""

    id: str
    letter: str
    document: str
    title: str
    date: date
    date_as_printed: str
    text: str
    citations: tuple[Citation, ...] = ()
    marking: str | None = None


@record
class Note:
    """What is odd in the source; `printed` holds words that stand outside the paragraphs."""

    id: str
    paras: tuple[str, ...]
    quotes: tuple[Excerpt, ...] = ()
    printed: str | None = None
    severity: Literal["major", "minor", "trivial"]
    kind: Literal[
        "struck", "reference", "repetition", "dangling", "meaning", "overlap", "addressee",
        "marking", "undefined", "unexpanded", "spelling", "punctuation", "date", "numbering",
    ]
    note: str
    marking: str | None = None


@record
class Gathering:
    """A principle, a goal or a relation to another policy: a passage and what is drawn from it."""

    id: str
    title: str
    para: str
    text: Excerpt
    statements: tuple[str, ...] = ()
    marking: str | None = None
