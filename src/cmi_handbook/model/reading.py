"""The editor's aids to readers: themes, seats, and the words people search by."""

from __future__ import annotations

from typing import Annotated

from cmi_handbook.model.record import Hold, Name, OwnId, Para, PartyId, StatementId, To, Use, record


@record
class Theme:
    """A thread that runs through many paragraphs, gathered by the editor."""

    id: OwnId
    title: Name
    summary: str
    paras: tuple[Para, ...] = ()
    statements: tuple[StatementId, ...] = ()
    marking: str | None = None


@record
class SeatLink:
    """A body whose statements concern a seat, and why the editor thinks so."""

    body: PartyId
    reason: str


@record
class Seat:
    """A post that the policy does not name, mapped by the editor to bodies that it does."""

    id: OwnId
    title: Name
    summary: str
    bodies: Annotated[tuple[SeatLink, ...], Hold.SOME]
    themes: Annotated[tuple[Annotated[str, To("themes")], ...], Hold.LOOSE] = ()
    marking: str | None = None


@record
class Synonym:
    """Words that readers type, and the records they mean; `words` are matched without case."""

    words: Annotated[tuple[str, ...], Use.NAME, Hold.SOME]
    leads_to: Annotated[tuple[Annotated[str, To()], ...], Hold.SOME]
    marking: str | None = None
