"""The live preview: an edit shows in the browser, and so does a fault."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import PROJECT

PATIENCE = 60
"""Seconds to wait for a page to change; a rebuild takes about six."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a site is made of."""
    for name in ("data", "docs", "hooks", "overrides", "src"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "examples"))
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address of a preview of the copy, served on the loopback as `make serve` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (project / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"], cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stdout=log, stderr=log,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def wait_for(url: str, words: str) -> str:
    """Return the page as soon as it holds the words; fail with the page as it is when time runs out."""
    end = time.monotonic() + PATIENCE
    body = ""
    while time.monotonic() < end:
        try:
            body = urlopen(url, timeout=10).read().decode()
        except (URLError, OSError):
            body = ""
        if words in body:
            return body
        time.sleep(0.3)
    pytest.fail(f"`{words}` did not show at {url}; the page begins: {body[:300]}")


def shows(page: Page, selector: str, words: str) -> None:
    """Wait until an element of a page that nobody reloads holds the words."""
    page.bring_to_front()
    expect(page.locator(selector)).to_contain_text(words, timeout=PATIENCE * 1000)


@pytest.fixture
def data(project: Path) -> Path:
    """The copy's terms, which the tests change."""
    return project / "data" / "mc-0411-2" / "terms.yaml"


def test_an_edit_shows(data: Path, address: str) -> None:
    """A changed note appears on its page."""
    glossary, sound = f"{address}/mc-0411-2/glossary/c.html", data.read_text(encoding="utf-8")
    wait_for(glossary, "Civil-Military Cooperation")
    note = next(line for line in sound.splitlines() if line.startswith("    note: ") and "other publications" in line)
    data.write_text(sound.replace(note, "    note: Words that only this test knows."), encoding="utf-8")
    wait_for(glossary, "Words that only this test knows.")


def test_a_fault_takes_the_place_of_every_open_page_until_it_is_mended(
    data: Path, address: str, browser: Browser
) -> None:
    """Each page that is open when a broken file is saved shows the fault by itself, and itself once it is mended.

    An address that never was shows it too to whoever asks.
    """
    sound = data.read_text(encoding="utf-8")
    wait_for(f"{address}/index.html", "Handbook")
    nowhere = browser.new_page()
    pages = {browser.new_page(): (address + place, heading) for place, heading in (
        ("/index.html", "Civil-Military"), ("/editors/index.html", "Editing the handbook"),
        ("/mc-0411-2/actors/international-organisations.html", "International Organisations"))}
    try:
        for page, (url, heading) in pages.items():
            page.goto(url)
            expect(page.locator("h1")).to_contain_text(heading)
        data.write_text(sound.replace("    kind: defined", "    kind: defind", 1), encoding="utf-8")
        for page in pages:
            shows(page, "pre.faults", "error[CMI008]")
            shows(page, "pre.faults", "terms.yaml:")
        nowhere.goto(f"{address}/nowhere.html")
        shows(nowhere, "pre.faults", "error[CMI008]")
        data.write_text(sound, encoding="utf-8")
        for page, (_, heading) in pages.items():
            shows(page, "h1", heading)
        shows(nowhere, "h1", "This page is not here")
    finally:
        for page in (nowhere, *pages):
            page.close()


def test_a_stray_file_stops_a_build(project: Path, tmp_path: Path) -> None:
    """A file in the tree of pages that nobody listed is named, and stays out of the site."""
    (project / "docs/assets/notes.docx").write_text("secret", "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")],
                          cwd=project, capture_output=True, text=True, check=False,
                          env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 1
    assert "docs/assets/notes.docx stays out: `extra.files` does not list it" in done.stderr
    assert not [*(tmp_path / "site").rglob("notes.docx")]
