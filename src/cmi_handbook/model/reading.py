"""Beside the policy: the editor's aids to readers (themes, seats, search words), and what a second reader signed."""

from typing import Annotated

from cmi_handbook.model.record import (
    By,
    Hold,
    Marking,
    OwnId,
    Para,
    PartyId,
    Remark,
    StatementId,
    To,
    Use,
    Wording,
    record,
)


@record
class Theme:
    """A thread that runs through many paragraphs, gathered by the editor."""

    id: OwnId
    title: Wording
    summary: Remark
    paras: Annotated[tuple[Para, ...], By.EDITOR] = ()
    statements: Annotated[tuple[StatementId, ...], By.EDITOR] = ()
    marking: Marking = None


@record
class SeatLink:
    """A body whose statements concern a seat, and why the editor thinks so."""

    body: PartyId
    reason: Remark


@record
class Seat:
    """A post that the policy does not name, mapped by the editor to bodies that it does."""

    id: OwnId
    title: Wording
    summary: Remark
    bodies: Annotated[tuple[SeatLink, ...], Hold.SOME]
    themes: Annotated[tuple[Annotated[str, To("themes")], ...], Hold.LOOSE, By.EDITOR] = ()
    marking: Marking = None


@record
class Synonym:
    """Words that readers type, and the records they mean; `words` are matched without case."""

    words: Annotated[tuple[str, ...], Use.NAME, Hold.SOME, By.EDITOR]
    leads_to: Annotated[tuple[Annotated[str, To()], ...], Hold.SOME, By.EDITOR]
    marking: Marking = None


@record
class Signature:
    """What a second reader signed: a record, and the digest of all that it says of the policy (`model.meaning`)."""

    of: str
    meaning: str
    marking: Marking = None
