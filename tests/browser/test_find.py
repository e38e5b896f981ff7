"""Find in page and links to a phrase: the policy's sentences are text in one piece, whatever is linked in them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

ACROSS = """() => [...document.querySelectorAll('.para .policy p')].flatMap((shown) => {
    const said = shown.cloneNode(true);
    said.querySelectorAll('.struck').forEach((struck) => struck.replaceWith('\\n'));
    said.querySelectorAll('.sr').forEach((unseen) => unseen.remove());
    return [...said.querySelectorAll('.term, .reference')].map((link) => {
        const part = (end) => {
            const range = document.createRange();
            range.selectNodeContents(said);
            range[end](link);
            return range.toString();
        };
        const [before, after] = [part('setEndBefore'), part('setStartAfter')];
        return before.match(/(\\S+ *){0,2}$/)[0] + link.textContent + after.match(/^( *\\S+){0,2}/)[0];
    });
})"""
"""The phrases of a page that cross a link: two words before it, its own, two words after it; as they are seen.

Struck words end one: that they are struck is said before and after them, for ears and for copies.
"""

FINDS = """(phrases) => phrases.filter((phrase) => {
    getSelection().removeAllRanges();
    return !find(phrase, true);
})"""
"""Which of some phrases the browser's own search does not find."""


def phrases(page: Page) -> list[str]:
    """Return the phrases of a page that cross a link."""
    return page.evaluate(ACROSS)


@pytest.mark.parametrize("scripts", [True, False])
def test_every_phrase_across_a_link_is_found(visit, served: str, site: Path, scripts: bool) -> None:
    """Whatever is linked in a sentence, find in page goes through it: with scripts and without, on every page."""
    page = visit(served, java_script_enabled=scripts)
    found, lost = [], {}
    for each in sorted(site.glob("mc-0411-2/policy/*.html")):
        page.goto(f"{served}/{each.relative_to(site).as_posix()}")
        across = phrases(page)
        found += across
        lost |= {each.name: missing} if (missing := page.evaluate(FINDS, across)) else {}
    assert len(found) > 280
    assert lost == {}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_link_to_a_phrase_arrives(visit, root: str, number: int) -> None:
    """A link to the last phrase across a term opens the page at that phrase."""
    address = f"{root}/mc-0411-2/policy/section-{number}.html"
    phrase = phrases(visit(address))[-1]
    page = visit(f"{address}#:~:text={quote(phrase, safe='').replace('-', '%2D')}")
    expect(page.locator(".para .policy p", has_text=phrase).first).to_be_in_viewport()
