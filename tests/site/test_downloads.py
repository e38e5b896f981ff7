"""Links to printed documents stand where a reader wants them, and only when the documents were made."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.site import render_site
from cmi_handbook.views.views import Views

HREF = re.compile(r'href="([^"]*downloads/[^"]*)"')


def linked(editions: list[Views], made: list[str]) -> set[str]:
    """Return the files below the site's root that its pages link to as documents."""
    return {posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), found))
            for page in render_site(editions, downloads=made).pages for found in HREF.findall(page.body)}


def test_every_document_is_linked_when_it_was_made(views: Views) -> None:
    """The books, each chapter and each sheet have a link somewhere, and it leads to the edition's own folder."""
    made = [f"mc-0411-2/downloads/{job.name}" for jobs in batches(views) for job in jobs]
    assert sorted(linked([views], made)) == sorted(made)


def test_nothing_is_linked_that_was_not_made(views: Views) -> None:
    """Without documents no page links to one."""
    assert linked([views], []) == set()


def test_each_edition_links_to_its_own_documents(views: Views) -> None:
    """What was made for one edition is linked from its pages, and from no page of another."""
    old = replace(views.publication, id="mc-0411-1")
    before = Views(replace(views.handbook, publication=old))
    made = ["mc-0411-1/downloads/cmi-handbook.pdf"]
    assert linked([views, before], made) == set(made)
    assert {page.edition for page in render_site([views, before], downloads=made).pages if HREF.search(page.body)} == {
        "mc-0411-1"}  # fmt: skip


def test_the_site_alone_has_no_dead_downloads(site: Path) -> None:
    """`mkdocs build` alone writes no link to a document."""
    assert [path.name for path in site.rglob("*.html") if b"downloads/" in path.read_bytes()] == []
