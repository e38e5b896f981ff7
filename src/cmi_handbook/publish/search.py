"""The finished files of a build under a ceiling, searched for words of what it holds back."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from cmi_handbook.link.told import Told
from cmi_handbook.publish.hashes import files_below

READABLE = (".html", ".js", ".json", ".svg", ".txt", ".xml")
"""Endings of files with words in them."""

TAG = re.compile(r"<[^>]*>")


def repeated(texts: Iterable[tuple[str, str]], told: Iterable[Told]) -> list[str]:
    """Return what is wrong with each named text that repeats a long run of words of what is held back."""
    known = tuple(told)
    return [f"{name}: repeats words that the ceiling holds back: `{words}`"
            for name, text in texts for each in known if (words := each.for_certain(text))]


def finished(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and words of each readable file below a folder."""
    for name in files_below(folder):
        if name.endswith(READABLE):
            yield name, unescape(TAG.sub(" ", (folder / name).read_text("utf-8")))
