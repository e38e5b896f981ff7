"""Guessing what an editor meant; difflib is loaded when the first fault is found."""

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the most similar of some words, or None when none is similar."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(words), 1, 0.5)
    return found[0] if found else None


def did_you_mean(word: str, words: Iterable[str], otherwise: str) -> str:
    """Return a help line that names the most similar word, or the other advice."""
    near = nearest(word, words)
    return f"did you mean `{near}`?" if near else otherwise


def with_article(noun: str) -> str:
    """Return a noun as one of its kind: `a body`, `an actor`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def nearest_wording(words: str, text: str) -> str | None:
    """Return the run of words in a text that is most like some others, or None."""
    there, count = text.split(), len(words.split())
    runs = (" ".join(there[start : start + count]) for start in range(max(1, len(there) - count + 1)))
    return nearest(words, runs)
