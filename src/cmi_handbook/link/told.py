"""Telling in other words what is held back: runs of words that stand in nothing that goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")

Run = tuple[str, str, str]
"""Three words side by side: two are often a name that anybody may say."""


def runs(text: str) -> set[Run]:
    """Return the runs of three words in a text, without case and without the marks between them.

    >>> sorted(runs("They respect humanitarian principles."))
    [('respect', 'humanitarian', 'principles'), ('they', 'respect', 'humanitarian')]
    """
    words = [word.lower() for word in WORD.findall(text)]
    return set(zip(words, words[1:], words[2:], strict=False))


def only_in(held: Iterable[str], released: Iterable[str]) -> frozenset[Run]:
    """Return the runs of words that stand in what is held back and in nothing that goes out."""
    kept = {run for text in released for run in runs(text)}
    return frozenset({run for text in held for run in runs(text)} - kept)


def tells(text: str, held: frozenset[Run]) -> bool:
    """Tell whether a text holds a run of words that stands in nothing but what is held back."""
    return not held.isdisjoint(runs(text))
