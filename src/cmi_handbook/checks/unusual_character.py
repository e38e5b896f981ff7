"""A text is made of Latin letters, the digits 0 to 9, plain spaces, the marks and signs of print, and whatever else
the source holds; composed, and with quotation marks as the source has them where its words are repeated.

What looks like another letter, or like nothing, is neither found nor quoted; a sign that turns the direction of
writing shows words that are not there.
"""

import unicodedata

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.record import Excerpt, Use

SIGNS = frozenset("–—‘’“”„‚…•·§¶†‡°«»‹›×÷±≤≥≠≈→←↑↓€£¥©®™½¼¾ßÆæŒœØøĐđŁłÞþÐð")
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})
"""Curly quotation marks to the straight ones that an editor program may have put them in the place of."""

CURLY = "curly quotation marks where the source has straight ones"
UNCURL = "write `'` and `\"` as the source does"

NAMES = {"\t": "tab", "\n": "line break", "\r": "line break", "\x85": "line break"}
WAYS_OUT = {"Z": "write a plain space", "C": "remove it; break long lines with `>-`, which folds them",
            "N": "write it with the digits 0 to 9", "M": "write the letter and its mark as one character"}
"""What to do about a character, by the first letter of its category."""


def check(draft: Draft) -> Faults:
    """Yield each text with such a character, and each name of a value with one; the first in it is named."""
    known = {char for char in draft.source_text or "" if unicodedata.category(char)[0] not in "CZ"}
    for spot in draft.spots:
        value = spot.found.value
        if isinstance(value, Excerpt):
            if curly(value.text, draft):
                yield RULE.fault(spot.entry.at(*spot.found.path, "text"), CURLY, UNCURL)
            continue
        text = "".join([value, *(step for step in spot.found.path if isinstance(step, str))])
        if text.isascii() and text.isprintable():
            continue
        if odd := next((char for char in text if not usual(char) and char not in known), None):
            yield RULE.fault(spot.at, f"{named(odd)} in a text",
                             WAYS_OUT.get(unicodedata.category(odd)[0], "write it with Latin letters"))
        elif spot.found.meaning.use in (Use.PRINTED, Use.MARKED) and curly(value, draft):
            yield RULE.fault(spot.at, CURLY, UNCURL)


def usual(char: str) -> bool:
    """Tell whether a character is printable ASCII, a Latin letter with or without marks, or a sign of print."""
    if char in SIGNS or (char.isascii() and char.isprintable()):
        return True
    parts = unicodedata.normalize("NFD", char)
    marked = len(parts) > 1 and all("\u0300" <= mark <= "\u036f" for mark in parts[1:])
    return marked and parts[0].isascii() and parts[0].isalpha() and unicodedata.is_normalized("NFC", char)


def curly(text: str, draft: Draft) -> bool:
    """Tell whether words of the source have curly quotation marks that they have not there."""
    return not text.isascii() and draft.source_text is not None and text.translate(STRAIGHT) != text \
        and not any(mark in draft.source_text for mark in map(chr, STRAIGHT))


def named(char: str) -> str:
    """Return a character's Unicode name and number."""
    return f"{NAMES.get(char) or unicodedata.name(char, 'character').lower()} (U+{ord(char):04X})"


RULE = Rule("CMI801", "control-character", __doc__, check)
