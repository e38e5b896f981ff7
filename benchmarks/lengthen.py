"""Lengthens an editor's text, prints the book with it, and counts what became of its page numbers; 200 times over.

    .venv/bin/python benchmarks/lengthen.py [--tries N] [--seed N] [--most N] [--pocket]

Each time one text that the book prints, and that the policy does not have, is
given more sentences at its beginning, so that all behind it moves.  Each text
whose book was not made at once is printed, with what became of the book.  One
process sets one book at a time; a try takes some four seconds of CPU a paper.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from cmi_handbook.link import link
from cmi_handbook.model.draft import Draft, Entry, Spot, kinds
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.walk import PLAIN, changed_words
from cmi_handbook.pipeline import drafts
from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.pdf.worker import Numbers, typeset
from cmi_handbook.views.views import Views

PROJECT = Path(__file__).resolve().parent.parent
SENTENCE = "The editor adds words here so that the text is longer than before. "
BECAME: dict[Numbers, str] = {"free": "made at once", "fixed": "retried with a fixed width for each number",
                              "none": "retried without page references", "unsettled": "missing"}


def main(tries: int, seed: int, most: int, papers: int) -> int:
    """Print each book that was not made at once, then the counts; return 1 when one is missing."""
    draft = drafts(PROJECT / "data")[0]
    chance, texts, counts = random.Random(seed), list(editors_texts(draft)), Counter[str]()
    print(f"{len(texts)} texts of editors; {tries} tries, seed {seed}, 1 to {most} sentences more", flush=True)
    for number in range(1, tries + 1):
        spot, times = chance.choice(texts), chance.randint(1, most)
        for jobs in islice(batches(Views(link(lengthened(draft, spot, SENTENCE * times)))), papers):
            for document in typeset(jobs, 0):
                counts[document.numbers] += 1
                if document.numbers != "free":
                    print(f"{spot.at.file}:{spot.at.line}: {times} sentences more in {spot.found.path} of "
                          f"{spot.entry.record.id}: {document.name} {BECAME[document.numbers]}", flush=True)
        if sys.stderr.isatty():
            print(f"\r{number} of {tries} ", end="\r", file=sys.stderr, flush=True)
    for numbers, became in BECAME.items():
        print(f"{counts[numbers]:>5} {became}")
    return int(counts["unsettled"] > 0)


def editors_texts(draft: Draft) -> Iterator[Spot]:
    """Yield the texts of some length that the book prints and that are not the policy's."""
    [book] = next(batches(Views(link(draft))))
    printed = json.dumps(book.data, ensure_ascii=False)
    policy = "\n".join(prose.text for prose in draft.prose.values())
    for spot in draft.spots:
        if spot.entry is draft.publication or not isinstance(text := spot.found.value, str):
            continue
        written = spot.found.meaning._replace(hold=None) == PLAIN or spot.found.path == ("action",)
        if written and len(text) > 40 and text not in policy and json.dumps(text, ensure_ascii=False)[1:-1] in printed:
            yield spot


def lengthened(draft: Draft, spot: Spot, words: str) -> Draft:
    """Return a draft with more words at the beginning of one text."""

    def change(text: str, excerpt: Excerpt | None) -> str:
        return words + text if text == spot.found.value and excerpt is None else text

    def changed(entry: Entry[object]) -> Entry[object]:
        return replace(entry, record=changed_words(entry.record, change)) if entry is spot.entry else entry

    return replace(draft, **{kind.key: tuple(map(changed, getattr(draft, kind.key))) for kind in kinds(Draft)})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=30, help="the most sentences that a text is given more")
    parser.add_argument("--pocket", action="store_true", help="the pocket edition too")
    given = parser.parse_args()
    sys.exit(main(given.tries, given.seed, given.most, 1 + given.pocket))
