"""Definitions where you read: the panel of a linked term."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PAGE = "/mc-0411-2/policy/section-2.html"


def test_panel_by_keyboard(visit, root: str) -> None:
    """Enter on a term opens its panel, Escape closes it and gives the focus back."""
    page = visit(root + PAGE)
    term = page.locator("a.term[data-term=cimic]").first
    term.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Civil-Military Cooperation (CIMIC)")
    expect(panel).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "true")
    expect(panel).to_contain_text("Definition, policy text")
    expect(panel).to_contain_text("CIMIC is a joint function comprising a set of capabilities")
    expect(panel).to_contain_text("Not to be confused with: Civil-Military Interaction")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(term).to_be_focused()


def test_panel_by_touch(visit, root: str) -> None:
    """A tap opens the panel on a narrow screen, and its close button closes it."""
    page = visit(root + PAGE, width=360, height=640, has_touch=True)
    page.locator("a.term").first.tap()
    panel = page.locator(".panel")
    expect(panel.get_by_role("link", name="Whole entry")).to_be_visible()
    box = panel.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_have_count(0)


def test_a_term_with_a_key_held_opens_its_entry(visit, served: str) -> None:
    """What a browser does to links it does to terms: with Ctrl held the entry opens in another tab, and no panel."""
    page = visit(served + PAGE)
    with page.context.expect_page() as opened:
        page.locator("a.term[data-term=cimic]").first.click(modifiers=["Control"])
    opened.value.wait_for_url("**/glossary/c.html#cimic")
    expect(page.locator(".panel")).to_have_count(0)


def test_panel_says_that_there_is_no_definition(visit, served: str) -> None:
    """A term without a definition says so, and leads to its entry."""
    page = visit(served + "/mc-0411-2/policy/section-1.html")
    page.locator("a.term[data-term=doctrine]").first.click()
    panel = page.locator(".panel")
    expect(panel).to_contain_text("The policy uses this term and gives no definition of it.")
    panel.get_by_role("link", name="Whole entry").click()
    page.wait_for_url("**/glossary/d.html#doctrine")


def test_terms_are_links_without_scripts(visit, root: str) -> None:
    """Without scripts every term is a plain link to its entry."""
    page = visit(root + PAGE, java_script_enabled=False)
    link = page.locator("a.term[data-term=cimic]").first
    assert str(link.get_attribute("href")).endswith("glossary/c.html#cimic")
    expect(page.locator(".term[aria-haspopup]")).to_have_count(0)


def test_term_links_can_be_switched_off(visit, root: str) -> None:
    """The switch turns all terms into plain words, and the next page remembers."""
    page = visit(root + PAGE)
    words = page.locator(".para .policy").first.inner_text()
    page.get_by_role("button", name="Term links").click()
    expect(page.locator(".term:any-link")).to_have_count(0)
    assert page.locator(".para .policy").first.inner_text() == words
    again = visit(root + "/mc-0411-2/policy/section-1.html", same=page)
    expect(again.locator(".term:any-link")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_policy_words_can_be_copied_whole(visit, served: str, site, scheme: str) -> None:
    """Selecting a paragraph takes the words of its links too."""
    page = visit((served if scheme == "http" else site.as_uri()) + PAGE)
    selected, written = page.evaluate("""() => {
        const words = document.querySelector('.para[data-para="13"] .policy p');
        getSelection().selectAllChildren(words);
        return [getSelection().toString(), words.innerText];
    }""")
    assert "".join(selected.split()) == "".join(written.split())
