"""Which documents there are, and how each is made: first all bytes, then the files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cmi_handbook.model.portion import phrase
from cmi_handbook.render.pdf.markdown import ProsePage, read_page
from cmi_handbook.render.pdf.payload import payload
from cmi_handbook.render.pdf.pictures import picture_chapters
from cmi_handbook.render.pdf.worker import Document, Job, Numbers, typeset
from cmi_handbook.render.write import write_bytes
from cmi_handbook.views import wording
from cmi_handbook.views.book import Chapter, bind, view_book, view_party_sheets
from cmi_handbook.views.views import Views

PROSE = Path(__file__).parents[4] / "docs" / "book"
"""The hand-written pages, in the tree that the handbook is built from."""

BOOK_ONLY = ("prose", "index")
"""Kinds of chapter that mean nothing outside the book."""

DENSITIES = (("0", "1"), ("1", "1"), ("0", "2"), ("1", "2"), ("2", "2"), ("3", "2"))
"""How tightly a sheet is set, and on how many sides; the first that fits is taken."""

NUMBERS: tuple[Numbers, ...] = ("free", "fixed", "none")
"""How page numbers are set, what reads best first; the first with which they settle is taken."""

Progress = Callable[[str], None]


def render_pdfs(
    views: Views, out: Path, *, timestamp: int, progress: Progress, prose: Path = PROSE
) -> dict[Path, Numbers]:
    """Write the book, its pocket edition, the sheets and the single chapters below `out`.

    Returns their paths, and how page numbers stand in each; what is `unsettled` was not made.
    Nothing is written before everything was tried; raises a `RenderFault` for faults in the data.
    `timestamp` dates the documents in seconds since 1970; `progress` is told each name as it is done.
    """
    made: list[Document] = []
    for jobs in batches(views, prose):
        for document in typeset(jobs, timestamp):
            progress(document.name)
            made.append(document)
    for document in made:
        if document.pdf is not None:
            write_bytes(out / document.name, document.pdf)
    return {out / document.name: document.numbers for document in made}


def batches(views: Views, prose: Path = PROSE) -> Iterator[list[Job]]:
    """Yield the documents in batches, each of which fits into the memory of one process."""
    title = phrase("{} handbook", views.publication.short_title)
    markings = views.publication.markings
    book = view_book(views, front_pages(views, prose), picture_chapters(views))
    plain = payload(book, markings, title)
    for paper, name in (("a4", "cmi-handbook.pdf"), ("a5", "cmi-handbook-a5.pdf")):
        yield [Job(name, plain, _settings("book", paper))]
    yield [_chapter(views, chapter, title) for chapter in book.chapters if chapter.kind not in BOOK_ONLY]
    yield list(_sheets(views, title))


def _chapter(views: Views, chapter: Chapter, title: str) -> Job:
    data = payload(bind(views, (chapter,)), views.publication.markings, phrase("{}: {}", title, chapter.title))
    return Job(f"chapters/{chapter.name}.pdf", data, _settings("chapter", "a4"))


def _settings(kind: str, paper: str) -> tuple[dict[str, str], ...]:
    return tuple({"kind": kind, "paper": paper, "numbers": numbers} for numbers in NUMBERS)


def _sheets(views: Views, title: str) -> Iterator[Job]:
    settings = tuple({"kind": "sheet", "paper": "a4", "density": tight, "sides": sides} for tight, sides in DENSITIES)
    for sheet in view_party_sheets(views):
        data = payload(sheet, views.publication.markings, phrase("{}: {}", title, sheet.party.name))
        yield Job(f"sheets/{sheet.party.id}.pdf", data, settings)


def front_pages(views: Views, folder: Path) -> tuple[Chapter, ...]:
    """Return the hand-written pages as chapters: the first tells of the edition, the second holds the legends."""
    what, how = read_page(folder / "what-this-is.md"), read_page(folder / "how-to-read.md")
    forces = tuple(wording.FORCES.values())
    modalities = tuple(wording.MODALITY_MEANS.items())
    facts = (*views.edition.publication, *views.edition.release)
    return (
        _prose("about", what, facts=facts),
        _prose("how-to-read", how, legends=(("Force", forces), ("Modality", modalities))),
    )


def _prose(name: str, page: ProsePage, facts: Any = (), legends: Any = ()) -> Chapter:
    return Chapter(name, "prose", page.title, "", {"blocks": page.blocks, "facts": facts, "legends": legends})
