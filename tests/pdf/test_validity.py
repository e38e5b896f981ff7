"""Every PDF keeps PDF/UA-1 and PDF/A-2a, and what a validator does not see is counted here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf
import pytest

from cmi_handbook.model.handbook import Handbook
from tests.pdf.conftest import text_of


@pytest.fixture(scope="module")
def files(printed: Path) -> list[Path]:
    """All PDFs."""
    return sorted(printed.rglob("*.pdf"))


def test_each_document_of_the_contract_is_there(printed: Path, handbook: Handbook) -> None:
    """There are the two books, a sheet for each body with statements, and chapters."""
    standing = handbook.standing
    sheets = {f"{body}.pdf" for body in handbook.bodies if standing[body].direct or standing[body].inherited}
    assert {each.name for each in printed.glob("*.pdf")} == {"cmi-handbook.pdf", "cmi-handbook-a5.pdf"}
    assert {each.name for each in (printed / "sheets").iterdir()} == sheets
    assert len(list((printed / "chapters").iterdir())) > 5


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_no_failure(files: list[Path], profile: str) -> None:
    """Each document conforms, and no rule fails on it."""
    failures = {path.name: report.failures for path in files
                if not (report := page.validate_pdf(str(path), profile=profile)).is_compliant}
    assert failures == {}


def test_titles_language_and_fonts(files: list[Path]) -> None:
    """Each document has a title and a language, and each font of it is embedded."""
    wrong = []
    for path in files:
        with pikepdf.open(path) as pdf:
            named = str(pdf.docinfo.get("/Title", "")) and str(pdf.Root.get("/Lang", "")).startswith("en")
            if not named or not all(map(_embedded, _fonts(pdf))):
                wrong.append(path.name)
    assert wrong == []


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for sheet in pdf.pages:
        yield from (sheet.resources.get("/Font") or {}).values()


def _embedded(font: pikepdf.Object) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_every_internal_link_has_a_target(files: list[Path]) -> None:
    """Each link inside a document leads to a page of it or to a name that the document knows."""
    broken = {path.name: missing for path in files if (missing := _broken(path))}
    assert broken == {}


def _broken(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        pages = {each.objgen for each in pdf.pages}
        known = set(_names(pdf))
        return [str(target) for sheet in pdf.pages for note in sheet.get("/Annots", [])
                if note.get("/Subtype") == "/Link" and (target := _target(note)) is not None
                and not _leads(target, pages, known)]


def _target(note: pikepdf.Object) -> pikepdf.Object | None:
    action = note.get("/A")
    return note.get("/Dest") if action is None else action.get("/D")


def _leads(target: pikepdf.Object, pages: set[tuple[int, int]], known: set[str]) -> bool:
    if isinstance(target, pikepdf.Array):
        return target[0].objgen in pages
    return str(target).lstrip("/") in known


def _names(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        yield from (str(key) for key in pikepdf.NameTree(pdf.Root.Names.Dests))
    yield from (str(key).lstrip("/") for key in pdf.Root.get("/Dests", {}))


def test_every_page_is_marked_twice_and_none_is_empty(printed: Path, files: list[Path]) -> None:
    """The marking stands at top and bottom of every page, and every page says something else besides."""
    wrong = []
    for path in files:
        with pikepdf.open(path) as pdf:
            count = len(pdf.pages)
        for number in range(1, count + 1):
            text = text_of(path, first=number)
            if text.count("NATO UNCLASSIFIED") < 2 or len(text) < 200 or f"page {number} of {count}" not in text:
                wrong.append((path.name, number))
    assert wrong == []


def test_the_outline_names_every_section_role_and_actor(printed: Path, handbook: Handbook) -> None:
    """The book's outline leads to each section, body and actor."""
    with pikepdf.open(printed / "cmi-handbook.pdf") as pdf, pdf.open_outline() as outline:
        titles = {_plain(title) for item in outline.root for title in _titles(item)}
    parties = {each.name for each in (*handbook.bodies.values(), *handbook.actors.values())}
    missing = {name for name in parties if not any(title.startswith(_plain(name)) for title in titles)}
    missing |= {each.title for each in handbook.sections.values() if not any(each.title in title for title in titles)}
    assert missing == set()


def _plain(title: str) -> str:
    return title[:1].upper() + title[1:]


def _titles(item: pikepdf.OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def test_a_sheet_has_two_sides_at_most(printed: Path) -> None:
    """Each role fits on one sheet of paper."""
    long = []
    for path in sorted((printed / "sheets").iterdir()):
        with pikepdf.open(path) as pdf:
            if len(pdf.pages) > 2:
                long.append(path.name)
    assert long == []
