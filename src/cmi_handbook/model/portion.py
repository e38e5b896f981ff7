"""Words that carry their marking wherever they go.

Every word of a linked handbook is a `Portion`.  Whatever is made of portions,
a phrase, a piece of a page, a printed sheet, is marked as high as the highest
of them, and nobody has to say so by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, SupportsIndex


class Portion(str):
    """Some words and the rank of their marking; 0 is the lowest that the edition knows.

    What is cut out of a portion, or added to it, keeps the rank.  An f-string
    would lose it, so a portion refuses to stand in one: `phrase` takes its place.
    """

    __slots__ = ("rank",)
    rank: int

    def __new__(cls, words: str, rank: int = 0) -> Portion:
        """Return words with a rank, or with the higher of their own and this one."""
        made = super().__new__(cls, words)
        made.rank = max(rank, rank_of(words))
        return made

    def __format__(self, spec: str) -> str:
        """Refuse: what comes out would have lost its marking."""
        raise TypeError(f"`{self!s}` would lose its marking in an f-string; use phrase()")

    def __getitem__(self, key: SupportsIndex | slice) -> Portion:
        """Return a part of the words."""
        return Portion(super().__getitem__(key), self.rank)

    def __add__(self, other: str) -> Portion:
        """Return these words and others."""
        return Portion(super().__add__(other), max(self.rank, rank_of(other)))

    def __radd__(self, other: str) -> Portion:
        """Return other words and these."""
        return Portion(other + str(self), self.rank)

    def upper(self) -> Portion:
        """Return the words in capitals."""
        return Portion(super().upper(), self.rank)

    def capitalize(self) -> Portion:
        """Return the words as those of a sentence."""
        return Portion(super().capitalize(), self.rank)

    def removeprefix(self, prefix: str, /) -> Portion:
        """Return the words without others at their beginning."""
        return Portion(super().removeprefix(prefix), self.rank)

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Return the words one by one."""
        return [Portion(word, self.rank) for word in super().split(sep, maxsplit)]


def rank_of(value: Any) -> int:
    """Return the highest rank of the words anywhere in a value: in a string, a list, a mapping, a record."""
    if isinstance(value, str):
        return getattr(value, "rank", 0)
    if isinstance(value, Mapping):
        return max(map(rank_of, value.values()), default=0)
    if isinstance(value, (tuple, list)):
        return max(map(rank_of, value), default=0)
    if is_dataclass(value):
        return max((rank_of(getattr(value, field.name)) for field in fields(value)), default=0)
    return 0


def phrase(template: str, *parts: object) -> Portion:
    """Return words put together as `str.format` does it, marked as high as the highest of them."""
    plain = [str(part) if isinstance(part, str) else part for part in parts]
    return Portion(template.format(*plain), rank_of(parts))


def opened(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def joined(by: str, words: Iterable[str]) -> Portion:
    """Return words with others between them, marked as high as the highest."""
    listed = list(words)
    return Portion(by.join(listed), rank_of(listed))
