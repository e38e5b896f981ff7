"""Terms: words a reader looks up, with or without a definition in the text."""

from __future__ import annotations

from typing import Literal

from cmi_handbook.model.record import Excerpt, record


@record
class Term:
    """An entry of the glossary.

    `forms` are the surface forms in the text, case-sensitive; each belongs to
    one term only.  `aliases` are words readers type that the text never uses.
    """

    id: str
    term: str
    abbreviation: str | None = None
    kind: Literal["defined", "explained", "used", "abbreviation", "not-in-text"]
    definition: Excerpt | None = None
    explanations: tuple[Excerpt, ...] = ()
    forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    not_to_be_confused_with: tuple[str, ...] = ()
    note: str | None = None
    marking: str | None = None
