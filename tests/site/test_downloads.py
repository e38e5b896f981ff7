"""Links to printed documents stand where a reader wants them, and only when the documents were made."""

from __future__ import annotations

from pathlib import Path

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.site import render_site


def linked(handbook: Handbook, made: list[str]) -> set[str]:
    """Return the documents that the pages of a site link to."""
    pages = render_site([handbook], downloads=[f"downloads/{name}" for name in made]).pages
    return {name for name in made for page in pages if f"downloads/{name}\"" in page.body}


def test_every_document_is_linked_when_it_was_made(handbook: Handbook) -> None:
    """The books, each chapter and each sheet have a link somewhere."""
    made = [job.name for jobs in batches(handbook) for job in jobs]
    assert sorted(linked(handbook, made)) == sorted(made)


def test_nothing_is_linked_that_was_not_made(handbook: Handbook) -> None:
    """Without documents no page links to one."""
    assert [page.uri for page in render_site([handbook]).pages if "downloads/" in page.body] == []


def test_the_site_alone_has_no_dead_downloads(site: Path) -> None:
    """`mkdocs build` alone writes no link to a document."""
    assert [path.name for path in site.rglob("*.html") if b"downloads/" in path.read_bytes()] == []
