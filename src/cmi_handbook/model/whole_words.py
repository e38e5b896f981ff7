"""Finding whole words in running text, case-sensitive, without a pattern for each form.

A word ends where a letter, a digit or an underscore meets anything else, so a
hyphen or an apostrophe ends it too.
"""

import re
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text without the marks between them.

    >>> words_of("C-M(2008)0029, 2 Apr 08")
    ['C', 'M', '2008', '0029', '2', 'Apr', '08']
    """
    return WORD.findall(text)


def places(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand in the text as whole words."""
    start = text.find(words) if words else -1
    while start >= 0:
        if _apart(text, start) and _apart(text, start + len(words)):
            yield start
        start = text.find(words, start + 1)


def stands(words: str, text: str) -> bool:
    """Tell whether the words stand in the text as whole words."""
    return any(True for _ in places(words, text))


def _apart(text: str, at: int) -> bool:
    """Tell whether the letters on both sides of an offset belong to different words."""
    return at == 0 or at == len(text) or not (_letter(text[at - 1]) and _letter(text[at]))


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def holds(text: str, forms: Iterable[str]) -> bool:
    """Tell whether one of the forms stands in the text."""
    return any(stands(form, text) for form in forms)
