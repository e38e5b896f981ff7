"""WCAG 2.2 AA as far as a machine can tell, and by keyboard, zoom and reduced motion."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, all_pages, extremes
from tests.conftest import PROJECT

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RUN = """async () => (await axe.run(document)).violations
    .map((fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)"""
SETTLED = "() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))"
"""Waits until a page has taken note of a new width."""
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 360)]
"""Colours and widths; all rules are run in each."""


def violations(page: Page) -> list[str]:
    """Return what axe finds in every look of a page."""
    found = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        found += [f"{scheme} {width} {fault}" for fault in page.evaluate(RUN)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit, served: str, site: Path, kind: str) -> None:
    """The longest and the shortest page of each kind have no violation, light and dark, wide and narrow."""
    found = {}
    for address in extremes(site, kind):
        page = visit(f"{served}/{address}")
        page.wait_for_load_state()
        page.add_script_tag(path=AXE)
        found[address] = violations(page)
        page.close()
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_axe_finds_nothing_in_open_tools(visit, served: str) -> None:
    """Nor with a panel, search hits and a filled aide-memoire in sight."""
    page = visit(served + "/mc-0411-2/policy/section-2.html")
    page.add_script_tag(path=AXE)
    page.locator("a.term").first.click()
    page.wait_for_selector(".panel")
    assert violations(page) == []
    page.fill(".md-search__input", "police")
    page.wait_for_selector(".md-search-result__link")
    assert violations(page) == []
    page.locator("#para-13").get_by_role("button", name="Add to aide-memoire").click()
    aide = visit(served + "/mc-0411-2/aide-memoire.html", same=page)
    aide.wait_for_selector(".aide > li")
    aide.add_script_tag(path=AXE)
    assert violations(aide) == []


UNSEEN = """() => [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility()
    && [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())).filter((each) => {
        const look = getComputedStyle(each);
        const painted = (below) => getComputedStyle(below).backgroundColor;
        let below = each;
        while (/^rgba.*, 0\\)$/.test(painted(below)) && below.parentElement) below = below.parentElement;
        return (each.closest('svg') ? look.fill : look.color) === painted(below);
    }).map((each) => each.outerHTML.slice(0, 80))"""
"""What of a page has words in the very colour that is painted below them."""


def test_no_words_vanish_in_forced_colours(visit, served: str, site: Path) -> None:
    """Where a system forces its own colours, light or dark, all words of a page, hits and panels among them, show."""
    unseen = {}
    for scheme in ("light", "dark"):
        page = visit(served, color_scheme=scheme, forced_colors="active")
        for kind in KINDS:
            page.goto(f"{served}/{extremes(site, kind)[0]}")
            page.fill(".md-search__input", "military police")
            page.wait_for_selector(".md-search-result__link mark")
            unseen |= {f"{scheme} {kind}": found} if (found := page.evaluate(UNSEEN)) else {}
    assert unseen == {}


def test_a_background_comes_with_the_colour_of_its_words() -> None:
    """No rule of ours paints below words and leaves their colour to another rule."""
    half = []
    for sheet in sorted((PROJECT / "docs" / "assets" / "css").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", text):
            said = {name.strip(): value.strip() for name, _, value in (each.partition(":") for each in body.split(";"))}
            painted = said.get("background", said.get("background-color", "none")) != "none"
            if painted and "color" not in said and not selector.strip().endswith(("::before", "::backdrop")):
                half.append(f"{sheet.name}: {selector.strip()}")
    assert half == []


def test_no_sideways_scrolling(visit, served: str, site: Path) -> None:
    """At 320 pixels (400 % zoom of 1280) neither the longest nor the shortest page of a kind scrolls sideways."""
    page = visit(served, width=320, height=256)
    wide = {}
    for address in sorted({page for kind in KINDS for page in extremes(site, kind)}):
        page.goto(f"{served}/{address}", wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert wide == {}


def test_skip_link(visit, root: str) -> None:
    """The first stop is a link to the content, visible once it has the focus."""
    page = visit(root + "/mc-0411-2/policy/section-1.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#content')")


@pytest.mark.parametrize("address", ["policy/section-1.html", "statements/index.html", "pictures/relations.html"])
def test_focus_is_visible(visit, served: str, address: str) -> None:
    """Each of the first forty stops shows an outline and is not hidden behind the head of the page."""
    page = visit(f"{served}/mc-0411-2/{address}")
    page.wait_for_load_state("networkidle")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
            const here = document.activeElement;
            const look = getComputedStyle(here);
            const own = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0;
            const after = getComputedStyle(here, '::after');
            const box = here.getBoundingClientRect();
            const shown = box.bottom > 0 && box.top < innerHeight;
            return [here.outerHTML.slice(0, 80), (own || after.outlineStyle !== 'none') && shown];
        }""")
        if not stop[1]:
            unseen.append(stop[0])
    assert unseen == []


def test_reduced_motion(visit, served: str) -> None:
    """Nothing moves for readers who want no motion."""
    page = visit(served + "/mc-0411-2/policy/section-1.html", reduced_motion="reduce")
    assert page.evaluate("""() => [...document.querySelectorAll('*')].filter((each) => {
        const look = getComputedStyle(each);
        return look.animationName !== 'none' || look.transitionDuration.split(', ').some((time) => time !== '0s');
    }).length""") == 0


def test_titles_are_unique(site: Path) -> None:
    """No two pages share a title."""
    titles = Counter(unescape(re.search(r"<title>(.*?)</title>", (site / address).read_text(encoding="utf-8"))[1])
                     for address in all_pages(site))
    assert [title for title, number in titles.items() if number > 1] == []
