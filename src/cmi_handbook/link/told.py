"""Telling in other words what is held back: its names, and runs of words that stand in nothing that goes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cmi_handbook.model.whole_words import words_of

PRINTED, REMARK = 3, 6
"""Words side by side that tell something: of the policy's, where two are often a name, and of the editor's."""

Run = tuple[str, ...]


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield the runs of so many words in a text, without case and without the marks between them.

    >>> sorted(runs("They respect humanitarian principles.", 3))
    [('respect', 'humanitarian', 'principles'), ('they', 'respect', 'humanitarian')]
    """
    words = words_of(text.lower())
    return zip(*(words[at:] for at in range(length)), strict=False)


def only_in(held: Iterable[str], released: Iterable[str], length: int) -> frozenset[Run]:
    """Return the runs of words that stand in what is held back and in nothing that goes out."""
    kept = {run for text in released for run in runs(text, length)}
    return frozenset({run for text in held for run in runs(text, length)} - kept)


def spaced(text: str) -> str:
    """Return the words of a text in small letters with single spaces between them."""
    return " ".join(words_of(text.lower()))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone, in small letters."""
    return spaced(text).replace(" ", "")


def named_in(text: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that stand in a text: one word or its plural, or several however they are joined."""
    letters, single = squeezed(text), set(spaced(text).split())
    return (name for name in names if (squeezed(name) in letters if " " in name
                                       else not single.isdisjoint((name, f"{name}s"))))


@dataclass(frozen=True)
class Told:
    """What tells of what is held back: runs of the policy's words and of the editor's, names as `spaced` gives them."""

    printed: frozenset[Run] = field(default_factory=frozenset)
    remarks: frozenset[Run] = field(default_factory=frozenset)
    names: tuple[str, ...] = ()

    def by(self, text: str) -> str | None:
        """Return the first words of a text that tell, or nothing."""
        found = [run for known, length in ((self.printed, PRINTED), (self.remarks, REMARK)) if known
                 for run in runs(text, length) if run in known]
        return " ".join(found[0]) if found else self._name(text)

    def _name(self, text: str, shortest: int = 1) -> str | None:
        """Return a name in a text, by itself or in the plural; one of several words in any way of joining them."""
        several = (name for name in self.names if name.count(" ") >= shortest - 1)
        return next(named_in(text, several), None)

    def for_certain(self, text: str) -> str | None:
        """Return the first run, or name of several words, that is long enough to come from nowhere else, or nothing."""
        long = [run for run in runs(text, REMARK) if run in self.remarks or (
            self.printed and all(run[at : at + PRINTED] in self.printed for at in range(REMARK - PRINTED + 1)))]
        return " ".join(long[0]) if long else self._name(text, 2)
