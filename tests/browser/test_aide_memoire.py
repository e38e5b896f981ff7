"""The aide-memoire: picked anywhere, arranged, saved, opened again; kept in the browser only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

AIDE = "/mc-0411-2/aide-memoire.html"


def pick(visit, root: str) -> Page:
    """Return a reader's page after picking two paragraphs and a statement."""
    page = visit(root + "/mc-0411-2/policy/section-3.html")
    for number, anchor in enumerate(("#para-34-c", "#para-28"), 1):
        page.locator(anchor).get_by_role("button", name="Add to aide-memoire").click()
        expect(page.locator(".tools__link")).to_have_text(f"Aide-memoire ({number})")
    cards = visit(root + "/mc-0411-2/statements/section-4.html", same=page)
    cards.locator(".card").first.get_by_role("button", name="Add to aide-memoire").click()
    expect(cards.locator(".tools__link")).to_have_text("Aide-memoire (3)")
    return visit(root + AIDE, same=page)


def shown(page: Page) -> list[str]:
    """Return the ids of the list in order."""
    return page.eval_on_selector_all(".aide > li", "(all) => all.map((item) => item.dataset.id)")


def test_pick_arrange_and_remove(visit, root: str) -> None:
    """Entries are moved and removed by buttons that keyboards reach, and the order stays."""
    page = pick(visit, root)
    expect(page.locator(".aide > li")).to_have_count(3)
    first, second, third = shown(page)
    assert (first, second) == ("34.c", "28")
    expect(page.locator(".aide > li").first).to_contain_text("para 34.c [NATO UNCLASSIFIED]")
    page.get_by_role("button", name="Down: Para 34.c").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".aide > li").nth(1)).to_have_attribute("data-id", "34.c")
    expect(page.get_by_role("button", name="Down: Para 34.c")).to_be_focused()
    page.get_by_role("button", name="Remove: Para 28").click()
    expect(page.locator(".aide > li")).to_have_count(2)
    page.reload()
    expect(page.locator(".aide > li")).to_have_count(2)
    assert shown(page) == ["34.c", third]


def test_save_and_open_again(visit, root: str, tmp_path: Path) -> None:
    """A saved file opens in another browser with the same entries in the same order."""
    page = pick(visit, root)
    expect(page.locator(".aide > li")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    saved = tmp_path / "aide.json"
    download.value.save_as(saved)
    assert json.loads(saved.read_text())["items"] == shown(page)
    other = visit(root + AIDE)
    other.set_input_files("#aide-file", saved)
    expect(other.locator(".aide > li")).to_have_count(3)
    assert shown(other) == shown(page)


@pytest.mark.parametrize(("content", "answer"), [
    ("not json", "cannot be read"),
    ('{"format": "another"}', "not an aide-memoire"),
    ('{"format": "cmi-handbook aide-memoire 1", "edition": "mc-0411-9", "items": []}', "another edition"),
    ('{"format": "cmi-handbook aide-memoire 1", "edition": "mc-0411-2", "items": ["34.c", "<img src=x>", 7, "28"]}',
     "2 unknown to this edition left out"),
])
def test_what_is_opened_is_checked(visit, served: str, tmp_path: Path, content: str, answer: str) -> None:
    """A file that is no aide-memoire is refused, and only known ids are taken from one."""
    page = visit(served + AIDE)
    (tmp_path / "aide.json").write_text(content)
    page.set_input_files("#aide-file", tmp_path / "aide.json")
    expect(page.locator(".register__count")).to_contain_text(answer)
    expect(page.locator("#aide img")).to_have_count(0)


def test_closed_storage_is_said(visit, root: str) -> None:
    """Where the browser keeps nothing the page says so."""
    page = visit(root + "/mc-0411-2/index.html")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('closed'); };")
    page.goto(root + AIDE)
    expect(page.get_by_text("This browser keeps nothing")).to_be_visible()
