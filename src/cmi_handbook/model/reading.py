"""The editor's aids to readers: themes, seats, and the words people search by."""

from __future__ import annotations

from cmi_handbook.model.record import record


@record
class Theme:
    """A thread that runs through many paragraphs, gathered by the editor."""

    id: str
    title: str
    summary: str
    paras: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    marking: str | None = None


@record
class SeatLink:
    """A body whose statements concern a seat, and why the editor thinks so."""

    body: str
    reason: str


@record
class Seat:
    """A post that the policy does not name, mapped by the editor to bodies that it does."""

    id: str
    title: str
    summary: str
    bodies: tuple[SeatLink, ...]
    themes: tuple[str, ...] = ()
    marking: str | None = None


@record
class Synonym:
    """Words that readers type, and the records they mean; `words` are matched without case."""

    words: tuple[str, ...]
    leads_to: tuple[str, ...]
    marking: str | None = None
