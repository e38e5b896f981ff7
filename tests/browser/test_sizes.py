"""Pages stay light enough for slow networks, and what they load comes from the handbook alone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

SINGLE = ("roles", "actors", "themes", "seats")
"""Folders whose pages show one record each."""


def test_single_records_under_80_kb(site: Path) -> None:
    """A page of one record is under 80 kB of HTML."""
    pages = [page for folder in SINGLE for page in (site / "mc-0411-2" / folder).glob("*.html")]
    heavy = {page.name: page.stat().st_size for page in pages if page.stat().st_size >= 80_000}
    assert pages
    assert heavy == {}


def test_all_pages_under_150_kb(site: Path) -> None:
    """Every other page is under 150 kB."""
    heavy = {page.relative_to(site).as_posix(): page.stat().st_size for page in site.rglob("*.html")
             if page.stat().st_size >= 150_000}
    assert heavy == {}


def test_own_scripts_and_styles_under_50_kb(site: Path) -> None:
    """Own scripts and styles together are under 50 kB compressed."""
    own = [*(site / "assets" / "js").glob("*.js"), *(site / "assets" / "css").glob("*.css")]
    assert own
    assert sum(len(gzip.compress(each.read_bytes(), mtime=0)) for each in own) < 50_000


def test_libraries_come_with_licence_and_version() -> None:
    """Every script that is not ours is listed with its version and has its licence beside it."""
    project = Path(__file__).parent.parent.parent
    for folder in (project / "docs" / "assets" / "vendor", project / "tests" / "browser" / "vendor"):
        listed = (folder / "versions.txt").read_text(encoding="utf-8")
        for script in folder.glob("*.js"):
            assert script.name in listed
            assert list(folder.glob(f"{script.name.split('.')[0]}-LICENSE*"))


@pytest.mark.parametrize("script", ["core", "search", "rank", "terms", "cite", "register", "aide-memoire"])
def test_scripts_make_no_markup_of_text(script: str) -> None:
    """No script of ours turns text into markup, fetches, or evaluates."""
    text = (Path(__file__).parent.parent.parent / "docs" / "assets" / "js" / f"{script}.js").read_text(encoding="utf-8")
    for never in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "fetch(", "eval(", "XMLHttpRequest",
                  "new Worker"):
        assert never not in text
