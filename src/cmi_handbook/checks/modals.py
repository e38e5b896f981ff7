"""The words that govern a clause, and the modality each of them shows."""

import re

MODALS: dict[str, tuple[str, ...]] = {
    "must": ("must", "shall", "has to", "have to", "need to", "needs to", "is to", "are to"),
    "requires": ("require", "requires"),
    "will": ("will",),
    "should": ("should",),
    "may": ("may",),
    "can": ("can", "could", "cannot"),
}
"""Modality to its words, as the contract lists them."""

UNGOVERNED = ("assigned", "states")
"""Modalities of clauses that no modal word governs: they have no trigger."""

MODALITY = {word: modality for modality, words in MODALS.items() for word in words}
_LONGEST_FIRST = "|".join(sorted(MODALITY, key=len, reverse=True))
PATTERN = re.compile(rf"(?<!\w)(?:{_LONGEST_FIRST})(?!\w)(?! \d{{4}})", re.IGNORECASE)
"""A modal word; `May 2014` is none."""

EXCLUDING = re.compile(r"(?<!\w)(?:not|cannot|outside|excludes?|excluded|except)(?!\w)", re.IGNORECASE)


def modality_of(trigger: str) -> str | None:
    """Return the modality that the first modal word of a trigger shows."""
    found = PATTERN.search(trigger)
    return MODALITY[found[0].lower()] if found else None
