"""The coverage strip: one bar for each sentence, tall and full where it feeds statements, low and hollow where not."""

from collections.abc import Sequence
from itertools import groupby

from cmi_handbook.render import html as h
from cmi_handbook.render.svg.draw import RECT, TEXT, LinkTo, linked, number, picture
from cmi_handbook.views.coverage import Ledger, LedgerLine

WIDTH = 720
BAR, STEP, TALL, LOW = 7, 9, 28, 12
ROOM = 12
"""Space between paragraphs; with it each is wide enough for a finger and for its number below."""

NARROWEST = 30
ROW = 60


def coverage_strip(ledger: Ledger, link: LinkTo | None = None) -> h.Piece:
    """Return the sentences of one section as SVG, paragraph by paragraph; each paragraph is a link."""
    parts: list[h.Content] = []
    x, top = 0, 0
    for para, found in groupby(ledger.lines, key=lambda line: line.para):
        sentences = list(found)
        width = max(NARROWEST, STEP * len(sentences) + ROOM)
        if x + width > WIDTH:
            x, top = 0, top + ROW
        parts.append(_paragraph(para, sentences, (x, top), width, link))
        x += width
    total = len(ledger.lines)
    said = (f"Sentences: {total}. Feeding statements (tall, full bars): {ledger.used}; "
            f"feeding none (low, hollow bars): {total - ledger.used}.")
    return picture(f"strip-{ledger.id}", ledger.title, said, (WIDTH, top + ROW), *parts, linked=link is not None)


def _paragraph(para: str, sentences: Sequence[LedgerLine], at: tuple[int, int], width: int, link: LinkTo | None
               ) -> h.Content:
    x, top = at
    used = sum(1 for sentence in sentences if sentence.statements)
    return linked(
        link, para, f"{sentences[0].cited}: sentences {len(sentences)}, feeding statements {used}",
        RECT(x=str(x), y=str(top), width=str(width - 4), height=str(ROW - 6), fill="none", pointer_events="all"),
        (_bar(sentence, x + STEP * number_, top) for number_, sentence in enumerate(sentences)),
        TEXT(x=str(x), y=str(top + TALL + 16), font_size="12")[sentences[0].cited],
    )  # fmt: skip


def _bar(line: LedgerLine, x: int, top: int) -> h.Element:
    if line.statements:
        return RECT(x=str(x), y=str(top + 1), width=str(BAR), height=str(TALL))
    return RECT(x=number(x + 0.5), y=number(top + 1 + TALL - LOW + 0.5), width=str(BAR - 1), height=str(LOW - 1),
                fill="none", stroke="currentColor")
