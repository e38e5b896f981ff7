"""The kinds of pages, and the longest and the shortest page of each."""

from __future__ import annotations

from pathlib import Path

KINDS = {
    "start": "index.html", "lost": "404.html", "book": "book/*.html", "editors": "editors/*.html",
    "top": "mc-0411-2/*.html", "policy": "mc-0411-2/policy/*.html", "roles": "mc-0411-2/roles/*.html",
    "actors": "mc-0411-2/actors/*.html", "glossary": "mc-0411-2/glossary/*.html",
    "statements": "mc-0411-2/statements/*.html", "coverage": "mc-0411-2/coverage/*.html",
    "themes": "mc-0411-2/themes/*.html", "seats": "mc-0411-2/seats/*.html", "pictures": "mc-0411-2/pictures/*.html",
}
"""Kind to where its pages are."""

TOOLS = ["mc-0411-2/statements/index.html", "mc-0411-2/aide-memoire.html", "mc-0411-2/index.html"]
"""Pages that scripts fill, and the home page: looked at in any case."""


def extremes(site: Path, kind: str) -> list[str]:
    """Return the longest and the shortest page of a kind, and those that scripts fill."""
    pages = sorted(site.glob(KINDS[kind]), key=lambda page: (page.stat().st_size, page.name))
    assert pages, f"no page of the kind `{kind}`"
    chosen = {page.relative_to(site).as_posix() for page in (pages[0], pages[-1])}
    every = {page.relative_to(site).as_posix() for page in pages}
    return sorted(chosen | (every & {*TOOLS}))


def all_pages(site: Path) -> list[str]:
    """Return every page of the site."""
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
