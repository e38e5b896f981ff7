"""Any page from the browser's own print: marking, citation, address, no navigation, nothing folded or cut off."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGES = ["policy/section-1.html", "roles/saceur.html", "glossary/c.html", "statements/section-4.html",
         "statements/index.html", "themes/theme-training-and-education.html", "pictures/matrix-actors.html"]
CITED = "NATO Military Policy on CIMIC and CMI, MC 0411/2 (Final), 12 May 2014"


def printed(page: Page, out: Path) -> list[str]:
    """Return the text of each sheet that the browser's print makes."""
    page.pdf(path=out, format="A4", prefer_css_page_size=True)
    tool = shutil.which("pdftotext")
    assert tool, "pdftotext is missing: apt-get install poppler-utils"
    text = subprocess.run([tool, "-layout", str(out), "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


@pytest.mark.parametrize("address", PAGES)
def test_every_sheet_says_what_it_is(visit, served: str, tmp_path: Path, address: str) -> None:
    """Each sheet carries the marking at top and bottom, the citation and the address; no navigation is on it."""
    page = visit(f"{served}/mc-0411-2/{address}")
    page.wait_for_load_state("networkidle")
    sheets = printed(page, tmp_path / "print.pdf")
    assert sheets
    for sheet in sheets:
        folded = " ".join(sheet.split())
        assert folded.startswith("NATO UNCLASSIFIED")
        assert folded.count("NATO UNCLASSIFIED") >= 2
        assert CITED in folded
        assert address in re.sub(r"\s", "", sheet)
    whole = " ".join(" ".join(sheets).split())
    for furniture in ("Skip to the content", "On this page", "Copy citation", "Term links", "Next "):
        assert furniture not in whole


def test_print_unfolds_and_closes_panels(visit, served: str, tmp_path: Path) -> None:
    """Folded notes are printed in full, and an open panel is not."""
    page = visit(served + "/mc-0411-2/policy/section-1.html")
    page.locator("a.term").first.click()
    page.wait_for_selector(".panel")
    notes = page.eval_on_selector_all("details.notes .note", "(all) => all.map((note) => note.textContent.trim())")
    text = "".join("".join(printed(page, tmp_path / "print.pdf")).split())
    assert notes
    assert "Wholeentry" not in text
    missing = [note for note in notes if "".join(note.split())[:60] not in text]
    assert missing == []


def test_register_prints_that_it_is_an_extract(visit, root: str, tmp_path: Path) -> None:
    """A filtered register says on paper how much it hides, and by which filter."""
    page = visit(root + "/mc-0411-2/statements/index.html#force=duty&body=mc")
    page.wait_for_selector(".register__count")
    text = " ".join(" ".join(printed(page, tmp_path / "print.pdf")).split())
    assert "hidden. This is an extract, not the whole text. Shown: force Duty; falls on Military Committee" in text


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_cut_off(visit, served: str, address: str) -> None:
    """On a sheet's width no box holds more than it shows."""
    page = visit(f"{served}/mc-0411-2/{address}", width=640)
    page.emulate_media(media="print")
    assert page.evaluate("""() => [...document.querySelectorAll('#content *')].filter((each) => {
        const look = getComputedStyle(each);
        return look.display !== 'inline' && look.overflowX !== 'visible' && !each.closest('.sr, svg')
            && each.scrollWidth > each.clientWidth + 1;
    }).map((each) => each.outerHTML.slice(0, 80))""") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
