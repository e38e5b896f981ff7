"""The apparatus around the text: references, source notes, principles, goals, other policies."""

from typing import Annotated, Literal

from cmi_handbook.model.publication import PrintedDate
from cmi_handbook.model.record import (
    TEXT,
    Excerpt,
    Hold,
    Marking,
    OwnId,
    Para,
    Printed,
    Remark,
    StatementId,
    To,
    Wording,
    record,
)


@record
class Citation:
    """One letter cited in one paragraph; `struck` when the citing words are struck out."""

    para: Para
    text: str
    struck: bool = False


@record
class Reference:
    """An entry of the policy's table of references."""

    id: OwnId
    letter: Printed
    document: Printed
    title: Printed
    date: PrintedDate
    text: Printed
    citations: Annotated[tuple[Citation, ...], Hold.LOOSE] = ()
    marking: Marking = None


@record
class Note:
    """What is odd in the source; `printed` holds words that stand outside the paragraphs."""

    id: OwnId
    paras: tuple[Annotated[str, To(*TEXT)], ...]
    quotes: tuple[Excerpt, ...] = ()
    printed: Printed | None = None
    severity: Literal["major", "minor", "trivial"]
    kind: Literal[
        "struck", "reference", "repetition", "dangling", "meaning", "overlap", "addressee",
        "marking", "undefined", "unexpanded", "spelling", "punctuation", "date", "numbering",
    ]
    note: Remark
    marking: Marking = None


@record
class Gathering:
    """A principle, a goal or a relation to another policy: a passage and what is drawn from it."""

    id: OwnId
    title: Wording
    para: Para
    text: Excerpt
    statements: Annotated[tuple[StatementId, ...], Hold.LOOSE] = ()
    marking: Marking = None
