"""A browser before the finished site, over http and from disk; it tolerates no error and no request elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


class Quiet(SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address on a web server of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """The site's address, once over http and once from disk."""
    return served if request.param == "http" else site.as_uri()


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: Path, served: str) -> Iterator[Open]:
    """Opens pages; afterwards nothing may have gone wrong on any of them.

    `visit(address, width=..., **context)` gives every page a storage of its
    own; `same=page` opens another page of the same reader instead.
    """
    faults: list[str] = []
    contexts = []

    def visit_(address: str, *, width: int = 1280, height: int = 900, same: Page | None = None, **options) -> Page:
        context = same.context if same else browser.new_context(viewport={"width": width, "height": height}, **options)
        if not same:
            contexts.append(context)
        page = context.new_page()
        watch(page, faults, (served, site.as_uri()))
        page.goto(address)
        return page

    yield visit_
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, faults: list[str], origins: tuple[str, ...]) -> None:
    """Note every console error, page error, failed request and request off the origin."""
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"page: {error}"))
    page.on("requestfailed", lambda asked: None if asked.failure == "net::ERR_ABORTED"   # left before it had come
            else faults.append(f"failed: {asked.url}"))
    page.on("request", lambda asked: None if asked.url.startswith((*origins, "blob:", "data:"))
            else faults.append(f"elsewhere: {asked.url}"))
