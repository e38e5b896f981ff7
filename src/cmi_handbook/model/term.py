"""Terms: words a reader looks up, with or without a definition in the text."""

from typing import Annotated, Literal

from cmi_handbook.model.record import By, Excerpt, Hold, Marking, Name, OwnId, TermOrParty, Use, record


@record
class Term:
    """An entry of the glossary.

    `forms` are the surface forms in the text, case-sensitive; each belongs to
    one term only.  `aliases` are words readers type that the text never uses.
    """

    id: OwnId
    term: Name
    abbreviation: str | None = None
    kind: Literal["defined", "explained", "used", "abbreviation", "not-in-text"]
    definition: Excerpt | None = None
    explanations: Annotated[tuple[Excerpt, ...], Hold.SOME] = ()
    forms: Annotated[tuple[str, ...], Use.FORM, Hold.SOME] = ()
    aliases: Annotated[tuple[str, ...], Use.NAME, Hold.LOOSE, By.EDITOR] = ()
    see: Annotated[tuple[TermOrParty, ...], Hold.LOOSE] = ()
    not_to_be_confused_with: Annotated[tuple[TermOrParty, ...], Hold.LOOSE] = ()
    note: Annotated[str | None, Hold.LOOSE, By.EDITOR] = None
    marking: Marking = None
