"""The register, filtered: it opens on what binds, and always says what it hides."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cmi_handbook.model.handbook import Handbook

PAGE = "/mc-0411-2/statements/index.html"


def rows(page: Page) -> list[str]:
    """Return the statements shown."""
    page.wait_for_selector(".register__count")
    return page.eval_on_selector_all("#register tbody tr", "(all) => all.map((row) => row.dataset.statement)")


def test_register_opens_on_what_binds(visit, root: str, handbook: Handbook) -> None:
    """Duties, requirements, guidance, roles and commitments are shown; the rest is counted as hidden."""
    page = visit(root + PAGE)
    binding = [each.id for each in handbook.statements.values()
               if each.force in ("duty", "requirement", "guidance", "role", "commitment")]
    assert rows(page) == binding
    total = len(handbook.statements)
    expect(page.locator(".register__count")).to_contain_text(
        f"{len(binding)} of {total} statements shown, {total - len(binding)} hidden. This is an extract")


def test_filters_and_inheritance(visit, served: str, handbook: Handbook) -> None:
    """A body's statements are the direct ones, and on request the inherited ones, each marked as such."""
    page = visit(served + PAGE)
    page.get_by_role("button", name="Show all statements").click()
    assert len(rows(page)) == len(handbook.statements)
    expect(page.locator(".register__count")).to_have_text(f"All {len(handbook.statements)} statements shown.")
    page.select_option("#register-body", "saceur")
    standing = handbook.standing["saceur"]
    assert set(rows(page)) == set(standing.direct)
    page.get_by_label("also what the body inherits").check()
    assert set(rows(page)) == {*standing.direct, *(each.statement for each in standing.inherited)}
    only_inherited = {each.statement for each in standing.inherited} - {*standing.direct}
    assert page.locator("#register .inherited").count() == len(only_inherited)


def test_a_view_can_be_shared(visit, root: str) -> None:
    """The address holds the whole view, and opens it again."""
    page = visit(root + PAGE)
    page.select_option("#register-section", "section-4")
    page.fill("#register-word", "lessons")
    shown = rows(page)
    again = visit(page.url)
    assert rows(again) == shown
    assert again.locator("#register-word").input_value() == "lessons"


def test_a_pasted_word_filters_like_a_typed_one(visit, served: str) -> None:
    """Signs without a shape and dashes of any shape in the word change nothing."""
    page = visit(served + PAGE + "#word=non-military actors")
    typed = rows(page)
    page.fill("#register-word", "non\u2011mili\u00adtary\u00a0act\u200bors")
    assert rows(page) == typed != []


def test_an_address_with_nonsense_does_no_harm(visit, served: str) -> None:
    """Unknown values in the address are ignored."""
    page = visit(served + PAGE + "#force=<b>x</b>&body=nobody&word=%3Cimg%20src=x%3E")
    assert rows(page) == []
    expect(page.locator("#register img")).to_have_count(0)


@pytest.mark.parametrize(("extra", "same"), [
    ("#utm_source=mail", ""), ("#content", ""), ("#=", ""),
    ("#force=duty&body=mc&utm_source=mail", "#force=duty&body=mc"),
])
def test_what_is_not_the_registers_in_an_address_is_ignored(visit, served: str, extra: str, same: str) -> None:
    """Keys that the register does not know change nothing of what it shows."""
    expected = rows(visit(served + PAGE + same))
    assert rows(visit(served + PAGE + extra)) == expected


def test_a_jump_within_the_page_keeps_the_filter(visit, served: str) -> None:
    """The link that skips to the content leaves the reader's choice as it is, and an empty address opens anew."""
    page = visit(served + PAGE)
    opening = rows(page)
    page.select_option("#register-section", "section-4")
    chosen = rows(page)
    page.evaluate("location.hash = 'content'")
    page.wait_for_function("location.hash === '#content'")
    assert rows(page) == chosen != opening
    page.evaluate("location.hash = ''")
    expect(page.locator("#register tbody tr")).to_have_count(len(opening))
    assert rows(page) == opening


def test_csv_holds_what_is_shown(visit, root: str, tmp_path: Path) -> None:
    """The file has a line for each statement shown, its citation and marking, and says that it is an extract."""
    page = visit(root + PAGE)
    page.select_option("#register-body", "sact")
    shown = rows(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    download.value.save_as(tmp_path / "register.csv")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "register.csv").read_text(encoding="utf-8-sig"))))
    assert len(lines) == len(shown)
    cited = "NATO Military Policy on CIMIC and CMI, MC 0411/2 (Final), 12 May 2014, para "
    assert all(line["citation"] == cited + line["paragraph"] for line in lines)
    assert {line["marking"] for line in lines} == {"NATO UNCLASSIFIED"}
    assert all("This is an extract" in line["extract"] for line in lines)


def test_register_without_scripts(visit, root: str) -> None:
    """Without scripts the page leads to a table for each section."""
    page = visit(root + PAGE, java_script_enabled=False)
    page.get_by_role("link", name="Statements of section 4").last.click()
    expect(page.locator("table.ledger").first).to_be_visible()
