"""Running text as runs: plain words, links, struck words and footnote calls, never altered."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cmi_handbook.model.handbook import Handbook, Link, Paragraph
from cmi_handbook.model.prose import Struck


@dataclass(frozen=True)
class Run:
    """A stretch of a paragraph's text; calls of footnotes have no text of the paragraph's own."""

    text: str
    kind: Literal["plain", "term", "reference", "call"] = "plain"
    target: str | None = None
    struck: bool = False


def runs(handbook: Handbook, paragraph: Paragraph) -> tuple[Run, ...]:
    """Return a paragraph's text as runs; their plain text joined is the paragraph's text."""
    cuts = {0, len(paragraph.text)}
    spans: tuple[Link | Struck, ...] = (*paragraph.links, *paragraph.struck)
    for span in spans:
        cuts |= {span.start, span.end}
    calls = {call.at: call.id for call in paragraph.footnotes}
    cuts |= set(calls)
    places = sorted(cuts)
    found: list[Run] = []
    for start, end in pairwise(places):
        if start in calls:
            found.append(_call(handbook, calls[start]))
        found.append(_run(handbook, paragraph, start, end))
    if len(paragraph.text) in calls:
        found.append(_call(handbook, calls[len(paragraph.text)]))
    return tuple(found)


def _call(handbook: Handbook, footnote: str) -> Run:
    return Run(handbook.footnotes[footnote].label, "call", footnote)


def _run(handbook: Handbook, paragraph: Paragraph, start: int, end: int) -> Run:
    struck = any(span.start <= start and end <= span.end for span in paragraph.struck)
    text = paragraph.text[start:end]
    for link in paragraph.links:
        if link.start <= start and end <= link.end:
            return Run(text, "reference" if link.target in handbook.references else "term", link.target, struck)
    return Run(text, struck=struck)
