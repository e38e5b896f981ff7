"""Page numbers are right in every book that is made, and a book that does not settle them stops nothing."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.pdf.driver import NUMBERS, batches
from cmi_handbook.render.pdf.payload import payload
from cmi_handbook.render.pdf.worker import Document, Job, typeset
from cmi_handbook.views.book import Chapter, bind
from cmi_handbook.views.glossary import TermView
from cmi_handbook.views.views import Views
from tests.pdf.conftest import NOON, text_of

SENTENCE = "The editor adds words here so that the summary is longer than before. "
WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax=".*?" yMax="(.*?)">(.*?)</word>')
PAGE = re.compile(r"page (\d+)|\. (\d+)$")
"""The page in a reference, and at the end of a line of the contents."""
PAGE_OR_ENTRY = re.compile(rf"{PAGE.pattern}|^(\d+)")
"""The same on the pages of the index, where it stands alone."""



class Pages:
    """The pages of an open document, found by what leads to them."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.numbers = {sheet.objgen: number for number, sheet in enumerate(pdf.pages, 1)}
        self.names = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Names" in pdf.Root else {}

    def number(self, target: pikepdf.Object) -> int:
        """Return the number of the page that a link or a line of the outline leads to."""
        found = target if isinstance(target, pikepdf.Array) else self.names[str(target)]
        return self.numbers[(found if isinstance(found, pikepdf.Array) else found.D)[0].objgen]


def references(path: Path) -> Iterator[tuple[int, int]]:
    """Yield the page that each link of a document names, and the page to which it leads."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    with pikepdf.open(path) as pdf:
        pages = Pages(pdf)
        for sheet, words in zip(pdf.pages, done.stdout.decode().split("<page ")[1:], strict=True):
            height = float(sheet.mediabox[3])
            placed = [(float(x), height - (float(top) + float(bottom)) / 2, text)
                      for x, top, bottom, text in WORD.findall(words)]
            page = PAGE_OR_ENTRY if ">Index</word>" in words else PAGE
            for note in sheet.get("/Annots", []):
                if said := page.search(_words(note, placed)):
                    yield int(said[said.lastindex or 1]), pages.number(note.Dest if "/Dest" in note else note.A.D)


def _words(note: pikepdf.Object, placed: list[tuple[float, float, str]]) -> str:
    """Return the words under a link, which may lie on several lines."""
    corners = [float(each) for each in note.get("/QuadPoints", note.Rect)]
    size = 8 if "/QuadPoints" in note else 4
    areas = [(corners[at : at + size : 2], corners[at + 1 : at + size : 2]) for at in range(0, len(corners), size)]
    return " ".join(text for xs, ys in areas for x, y, text in placed
                    if min(xs) - 1 <= x < max(xs) and min(ys) <= y <= max(ys))


def book(handbook: Handbook, body: str = "nac", times: int = 0) -> Job:
    """Return the book in A4, with more sentences at the beginning of the summary of a body."""
    old = handbook.bodies[body]
    bodies = {**handbook.bodies, body: replace(old, summary=SENTENCE * times + old.summary)}
    return next(batches(Views(replace(handbook, bodies=bodies))))[0]


@pytest.mark.parametrize(("body", "times"), [("nac", 23), ("saceur", 7), ("nato", 41)])
def test_a_longer_text_makes_a_book_with_right_numbers(
    handbook: Handbook, tmp_path: Path, body: str, times: int
) -> None:
    """However far a longer summary moves what comes behind it, each reference gives the page to which it leads."""
    [made] = typeset([book(handbook, body, times)], NOON)
    (tmp_path / "book.pdf").write_bytes(made.pdf or b"")
    found = list(references(tmp_path / "book.pdf"))
    assert len(found) > 3000
    assert [each for each in found if each[0] != each[1]] == []


@pytest.fixture
def fixed(handbook: Handbook, tmp_path: Path) -> Path:
    """The book with a fixed width for each number."""
    job = book(handbook)
    [made] = typeset([replace(job, settings=job.settings[1:])], NOON)
    (tmp_path / "fixed.pdf").write_bytes(made.pdf or b"")
    return tmp_path / "fixed.pdf"


def test_numbers_of_a_fixed_width_are_right(fixed: Path) -> None:
    """Where each number has a fixed width, it is that of the page to which it leads."""
    found = list(references(fixed))
    assert len(found) > 3000
    assert [each for each in found if each[0] != each[1]] == []


def term(id_: str, used_in: tuple[str, ...] = ()) -> TermView:
    """Return an entry of the glossary that says where its words are used and nothing else."""
    return TermView(id_, id_, None, "used", None, None, (), (), (), None, used_in, (), (), None)


def restless(views: Views, fillers: int) -> Job:
    """Return a glossary with an entry that names the pages of the two that follow it, over and over.

    While these stand on one page they share their number, and the entry is short; apart they make it long.
    """
    last = (term("first", ("second", "third") * 20), term("second"), term("third"))
    terms = (*(term(f"filler {number}") for number in range(fillers)), *last)
    bound = bind(views, (Chapter("glossary", "glossary", "Glossary", "", (("A", terms),), ("second", "third")),))
    settings = tuple({"kind": "chapter", "paper": "a4", "numbers": numbers} for numbers in NUMBERS)
    return Job("glossary.pdf", payload(bound, views.publication.markings, "Glossary"), settings)


@pytest.fixture(scope="module")
def oscillating(views: Views) -> Job:
    """A document in which numbers as wide as they are never settle."""
    jobs = [restless(views, fillers) for fillers in range(25, 50)]
    made = typeset([replace(job, settings=job.settings[:1]) for job in jobs], NOON)
    return next(job for job, document in zip(jobs, made, strict=True) if document.pdf is None)


def test_a_document_that_does_not_settle_is_set_again_and_named(oscillating: Job, tmp_path: Path) -> None:
    """It is made with a fixed width for each number, and each is right."""
    [made] = typeset([oscillating], NOON)
    assert made.numbers == "fixed"
    (tmp_path / "made.pdf").write_bytes(made.pdf or b"")
    found = list(references(tmp_path / "made.pdf"))
    assert len(found) == 40
    assert [each for each in found if each[0] != each[1]] == []


def test_without_references_nothing_moves(oscillating: Job, tmp_path: Path) -> None:
    """In the last setting no page is referred to, so every document settles."""
    [made] = typeset([replace(oscillating, settings=oscillating.settings[2:])], NOON)
    assert made.numbers == "none"
    (tmp_path / "made.pdf").write_bytes(made.pdf or b"")
    assert re.findall(r"page \d+(?! of)", text_of(tmp_path / "made.pdf")) == []


def test_a_document_that_settles_in_no_setting_is_missing_and_others_are_made(oscillating: Job) -> None:
    """It has no bytes that could hold a wrong number, and the document behind it is made."""
    alone, other = replace(oscillating, settings=oscillating.settings[:1]), replace(oscillating, name="other.pdf")
    missing, made = typeset([alone, other], NOON)
    assert missing == Document("glossary.pdf", None, "unsettled")
    assert (made.name, made.numbers) == ("other.pdf", "fixed")
