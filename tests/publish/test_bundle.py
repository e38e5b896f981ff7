"""The offline bundle in a browser: no request leaves the disk, and everything works from there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

PLACE = "Müller's stick (2)/CIMIC & CMI #1 – 100%"
"""A folder whose name has all that breaks links made by hand."""


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle's folder, unpacked where a reader might."""
    place = tmp_path_factory.mktemp("bundle") / PLACE
    shutil.unpack_archive(dist / "cmi-handbook-offline.zip", place)
    return place / "cmi-handbook"


class Watched:
    """A browser window that keeps what it asked for and what went wrong."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._said)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page was left before its icon came
            self.faults.append(f"{self.page.url}: no {request.url}")

    def _said(self, message) -> None:
        if message.type == "error":
            self.faults.append(f"{self.page.url}: {message.text}")


def test_no_request_leaves_the_disk_on_any_page(browser: Browser, unpacked: Path) -> None:
    """Every page of the bundle loads from its folder alone, without a failed request or a script error."""
    context = browser.new_context(offline=True)
    watched = Watched(context)
    for path in sorted(unpacked.rglob("*.html")):
        watched.page.goto(path.as_uri(), wait_until="load")
    root = unpacked.as_uri() + "/"
    assert [url for url in watched.requests if not url.startswith(root)] == []
    assert watched.faults == []
    context.close()


@pytest.mark.parametrize("page", ["index.html", "mc-0411-2/index.html", "mc-0411-2/roles/saceur.html"])
def test_search_works_from_disk(browser: Browser, unpacked: Path, page: str) -> None:
    """A word typed into the box finds pages, and the first hit leads to a file of the bundle."""
    context = browser.new_context(offline=True)
    watched = Watched(context)
    watched.page.goto((unpacked / page).as_uri())
    watched.page.locator(".md-search__input").fill("police")
    hit = watched.page.locator(".md-search-result__link").first
    hit.wait_for(timeout=10_000)
    hit.click()
    watched.page.wait_for_load_state("load")
    assert watched.page.url.split("#")[0].startswith(unpacked.as_uri() + "/mc-0411-2/")
    root = unpacked.as_uri() + "/"
    assert [url for url in watched.requests if not url.startswith(root)] == []
    assert watched.faults == []
    context.close()


LINKS = "(all) => all.map((each) => [each.textContent, each.href])"


def test_the_start_page_is_the_front_door_of_the_edition(browser: Browser, unpacked: Path) -> None:
    """The start page at the top shows the marking and has every way in that the edition's own home page has."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    seen = []
    for name in ("index.html", "mc-0411-2/index.html"):
        page.goto((unpacked / name).as_uri())
        assert page.locator(".marking").all_inner_texts() == ["NATO UNCLASSIFIED"] * 2
        seen.append([page.locator("h1").inner_text(), page.locator("#content .lead").inner_text(),
                     page.eval_on_selector_all("#content a:not(.headerlink)", LINKS)])
    assert seen[0] == seen[1]
    edition = (unpacked / "mc-0411-2").as_uri()
    assert len(seen[0][2]) > 15
    assert [link for link in seen[0][2] if not link[1].startswith(f"{edition}/")] == []
    page.goto((unpacked / "index.html").as_uri())
    page.locator("#content a").first.click()
    page.wait_for_load_state("load")
    assert page.url == f"{edition}/roles/index.html"
    context.close()
