"""The references that a text cites: `Ref A`, `References B and C`, `References B through D`."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from cmi_handbook.model.draft import Draft
from cmi_handbook.model.prose import Prose

_LETTER = r"[A-Z]{1,2}(?!\w)"
_JOIN = r"(?:, and | and |, or | or |, |/| & | through | to | ?[-\N{EN DASH}] ?)"
CITATION = re.compile(rf"(?<!\w)[Rr]ef(?:s?\.?|erences?) (?P<letters>{_LETTER}(?:{_JOIN}{_LETTER})*)")
_STEP = re.compile(rf"(?P<range> through | to | ?[-\N{{EN DASH}}] ?)?(?P<letter>{_LETTER})")


class Cited(NamedTuple):
    """One letter that a paragraph cites, the citing words, and whether they are struck out."""

    para: str
    letter: str
    words: str
    struck: bool

    def as_yaml(self) -> str:
        """Return the record of the citation as an editor writes it."""
        words = json.dumps(self.words) if "," in self.words else self.words
        return f"{{para: {self.para}, text: {words}{', struck: true' if self.struck else ''}}}"


def letters(words: str) -> list[str]:
    """Return the letters that some words cite, ranges filled in.

    >>> letters("References B through D and F")
    ['B', 'C', 'D', 'F']
    """
    found: list[str] = []
    for citation in CITATION.finditer(words):
        for step in _STEP.finditer(citation["letters"]):
            if step["range"] and found:
                found += _between(found[-1], step["letter"])
            found.append(step["letter"])
    return found


def _between(first: str, last: str) -> list[str]:
    if len(first) != 1 or len(last) != 1:
        return []
    return [chr(code) for code in range(ord(first) + 1, ord(last))]


def cited(draft: Draft) -> Iterator[Cited]:
    """Yield every letter that a paragraph of the draft cites."""
    for para in draft.paragraphs:
        prose = draft.prose[para]
        for citation in CITATION.finditer(prose.text):
            for letter in letters(citation[0]):
                yield Cited(para, letter, citation[0], is_struck(prose, *citation.span()))


def is_struck(prose: Prose, start: int, end: int) -> bool:
    """Tell whether a span lies in struck-out words."""
    return any(struck.start <= start and end <= struck.end for struck in prose.struck)
