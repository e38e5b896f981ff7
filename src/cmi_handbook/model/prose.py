"""A sentence's inline marks, read into plain text and places in it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Struck:
    """Words struck out in the source; `start` and `end` count code points, `end` exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Call:
    """Where a footnote is called, or printed: an offset into the plain text."""

    id: str
    at: int


@dataclass(frozen=True)
class Prose:
    """Plain text with what the marks in it said."""

    text: str
    struck: tuple[Struck, ...] = ()
    calls: tuple[Call, ...] = ()
    feet: tuple[Call, ...] = ()


MARK = re.compile(r"~~(?P<struck>[^~]+)~~|\{call (?P<call>[\w.-]+)\}|\{foot (?P<foot>[\w.-]+)\} ?")


def read_marks(marked: str) -> Prose:
    """Return the plain text of a marked sentence or paragraph, and what was marked in it.

    >>> read_marks("as at Lisbon (~~Reference F~~).").struck
    (Struck(text='Reference F', start=14, end=25),)
    """
    text, end = "", 0
    struck: list[Struck] = []
    calls: list[Call] = []
    feet: list[Call] = []
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        end = mark.end()
        if words := mark["struck"]:
            struck.append(Struck(words, len(text), len(text) + len(words)))
            text += words
        elif mark["call"]:
            calls.append(Call(mark["call"], len(text)))
        else:
            feet.append(Call(mark["foot"], len(text)))
    return Prose(text + marked[end:], tuple(struck), tuple(calls), tuple(feet))
