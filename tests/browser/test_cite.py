"""Cite it: the citation and the link at every paragraph, statement and definition."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

CITED = "NATO Military Policy on CIMIC and CMI, MC 0411/2 (Final), 12 May 2014, para 34.c"
SECTION = "/mc-0411-2/policy/section-3.html"
RIGHTS = {"permissions": ["clipboard-read", "clipboard-write"]}


def expect_clipboard(page: Page, words: str) -> None:
    """Wait until the clipboard holds just these words."""
    page.wait_for_function("async (words) => await navigator.clipboard.readText() === words", arg=words)


def test_citation_and_link_of_a_paragraph(visit, served: str) -> None:
    """The citation has the one form, with the marking where the reader wants it; the link leads back."""
    page = visit(served + SECTION, **RIGHTS)
    part = page.locator("#para-34-c")
    part.get_by_role("button", name="Copy citation").click()
    expect(page.locator("p[role=status].sr")).to_have_text("Citation of para 34.c copied")
    expect_clipboard(page, CITED)
    page.get_by_role("button", name="Marking in citations").click()
    part.get_by_role("button", name="Copy citation").click()
    expect_clipboard(page, f"{CITED} [NATO UNCLASSIFIED]")
    part.get_by_role("button", name="Copy link").click()
    expect_clipboard(page, f"{served}{SECTION}#para-34-c")


COPIED = """() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied.push(text); }}});
}"""
"""Keeps what would go to the clipboard, which a page from disk may not read."""


@pytest.mark.parametrize("site_url", ["", "https://intranet.example/doctrine/"])
def test_a_copy_on_disk_gives_no_path_of_the_disk(visit, site: Path, site_url: str) -> None:
    """There `Copy link` copies the citation, and behind it the published address where the page knows it."""
    for place, part, anchor in ((SECTION, "#para-34-c", f"{SECTION}#para-34-c"),
                                ("/mc-0411-2/roles/saceur.html", ".card[data-statement]", None)):
        page = visit(site.as_uri() + place)
        page.evaluate(COPIED)
        page.evaluate("(known) => { document.getElementById('handbook-address').textContent = known; }",
                      site_url + place.removeprefix("/"))
        said = page.locator(part).first
        to = anchor or said.locator("a").first.evaluate("(link) => link.href").removeprefix(site.as_uri())
        said.get_by_role("button", name="Copy citation").click()
        said.get_by_role("button", name="Copy link").click()
        page.wait_for_function("window.copied.length === 2")
        citation, link = page.evaluate("window.copied")
        assert link == (f"{citation}, {site_url}{to.removeprefix('/')}" if site_url else citation)


@pytest.mark.parametrize(("address", "place"), [
    (SECTION, ".para[data-para='13'], .para[data-para='31']"),
    ("/mc-0411-2/statements/section-4.html", ".card[data-statement]"),
    ("/mc-0411-2/roles/saceur.html", ".card[data-statement]"),
    ("/mc-0411-2/glossary/c.html", ".entry:has(.cite)"),
])
def test_everything_can_be_cited(visit, root: str, address: str, place: str) -> None:
    """Paragraphs, statements and definitions have the three buttons."""
    page = visit(root + address)
    part = page.locator(place).first
    for words in ("Copy citation", "Copy link", "Add to aide-memoire"):
        expect(part.get_by_role("button", name=words).first).to_be_visible()


CLOSED = """Object.defineProperty(navigator, 'clipboard', {value: undefined});
document.execCommand = () => false;"""


def test_closed_clipboard_shows_the_text(visit, root: str) -> None:
    """Where no way leads to the clipboard the text is shown, selected, and Escape closes it."""
    page = visit(root + SECTION)
    page.evaluate(CLOSED)
    page.locator("#para-34-c").get_by_role("button", name="Copy citation").click()
    field = page.get_by_label("Text to copy")
    expect(field).to_have_value(CITED)
    assert page.evaluate("getSelection().toString()") == CITED
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
