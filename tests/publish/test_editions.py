"""Two editions side by side: the current one at the front door, each with its own menu, search and files."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from hashlib import sha256
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest

from tests.publish.conftest import once
from tests.publish.projects import built, contents, small_project
from tests.publish.test_exit_door import broken_links, html_below

CHANGES = [("  id: lk-1\n", "  id: lk-0\n"), ("  short_title: LK 1\n", "  short_title: LK 0\n"),
           ("  edition: LK 1\n", "  edition: LK 0\n"), ("LK 1, 3 March 1901\n", "LK 0, 4 April 1899\n"),
           ("{iso: 1901-03-03, as_printed: 3 March 1901}", "{iso: 1899-04-04, as_printed: 4 April 1899}")]
"""What is written otherwise in the head of the older edition."""

APPROVED, OLDER = "On 3 March 1901 the Harbour Board approved LK 1", "On 4 April 1899 the Harbour Board approved LK 0"

CONTENT = r'id="content".*?</article>'
TITLE = r"<title>(.*?)</title>"


def add_older_edition(project: Path) -> None:
    """Put an older edition beside that of the small project."""
    old = Path(shutil.copytree(project / "data" / "lk-1", project / "data" / "lk-0"))
    head = (old / "publication.yaml").read_text("utf-8")
    for written, changed in CHANGES:
        assert written in head
        head = head.replace(written, changed)
    source = (old / "source.txt").read_text("utf-8")
    older = source.replace(APPROVED, OLDER)
    sheet = (old / "text/1-sheet.yaml").read_text("utf-8").replace(APPROVED, OLDER)
    (old / "source.txt").write_text(older, "utf-8")
    (old / "text/1-sheet.yaml").write_text(sheet, "utf-8")
    head = head.replace(sha256(source.encode()).hexdigest(), sha256(older.encode()).hexdigest())
    (old / "publication.yaml").write_text(head, "utf-8")


@pytest.fixture(scope="module")
def project(shared: Path) -> Path:
    """The small project with an older edition beside its own, built."""

    def make(folder: Path) -> None:
        draft = small_project(folder.with_name("editions-draft"))
        add_older_edition(draft)
        built(draft)
        draft.rename(folder)

    return once(shared / "editions", make)


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, str]:
    """All pages of the site."""
    return html_below(project / "dist" / "site")


def part(page: str, pattern: str) -> str:
    """The one part of a page that a pattern finds."""
    found = re.findall(pattern, page, re.DOTALL)
    assert len(found) == 1
    return found[0]


def links(text: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', text)


def test_files_of_the_current_edition_lie_at_the_top_and_those_of_others_in_folders_of_their_own(project: Path) -> None:
    """The older edition has just the PDFs and the export of the current one, below `editions/` and its id."""
    names = list(contents(project / "dist"))
    own = {name for name in names if name.endswith(".pdf") and not name.startswith(("site/", "editions/"))}
    own |= {"export/handbook.json", "export/handbook.schema.json"}
    assert {name for name in names if name.startswith("editions/")} == {f"editions/lk-0/{name}" for name in own}
    assert {name.split("/")[0] for name in names if "/" in name} == {"chapters", "editions", "export", "sheets", "site"}


def test_each_edition_has_its_own_downloads_and_pages_lead_to_them(project: Path, pages: dict[str, str]) -> None:
    """The site's copies equal the files of `dist/`, and no page links to those of another edition."""
    dist = project / "dist"
    for edition, files in (("lk-1", dist), ("lk-0", dist / "editions" / "lk-0")):
        copies = contents(dist / "site" / edition / "downloads")
        made = {name: digest for name, digest in contents(files).items()
                if name.endswith(".pdf") and not name.startswith(("site/", "editions/"))}
        assert copies == made
        linked = {link for name, page in pages.items() if name.startswith(f"{edition}/") for link in links(page)
                  if "downloads/" in link}
        assert {link.split("downloads/")[0] for link in linked} == {"", "../"}
    book = [(dist / "cmi-handbook.pdf").read_bytes(), (dist / "editions" / "lk-0" / "cmi-handbook.pdf").read_bytes()]
    assert book[0] != book[1]


def test_the_front_door_is_that_of_the_current_edition(pages: dict[str, str]) -> None:
    """The page at the root is the current edition's home, with one link more, to the list of all editions."""
    front, home = (part(pages[name], CONTENT) for name in ("index.html", "lk-1/index.html"))
    inside = [link for link in links(home) if not link.startswith("#")]
    assert [link for link in links(front) if not link.startswith("#")] == [
        *(f"lk-1/{link}" for link in inside), "editions.html"]
    assert "LK 1, approved on 3 March 1901." in front


def test_the_list_of_editions(pages: dict[str, str]) -> None:
    """All editions are listed, the current one first."""
    entry = r'<li><a href="([^"]+)">([^<]+)</a>([^<]*)</li>'
    listed = re.findall(entry, part(pages["editions.html"], CONTENT))
    assert listed == [("lk-1/index.html", "The Keeping of the Light", " (LK 1)"),
                      ("lk-0/index.html", "The Keeping of the Light", " (LK 0)")]


def test_one_edition_alone_has_no_list_of_editions(small: Path) -> None:
    """With a single edition there is no list, and no link to one."""
    site = html_below(small / "dist" / "site")
    assert "editions.html" not in site
    assert [name for name, page in site.items() if "editions.html" in page] == []


def test_each_page_has_the_menu_the_search_and_the_neighbours_of_its_edition(pages: dict[str, str]) -> None:
    """Nothing around a page of one edition leads into the other; pages outside both speak of the current one."""
    for name, page in pages.items():
        edition = name.split("/")[0] if name.startswith("lk-") else "lk-1"
        assert set(re.findall(r'data-edition="([^"]*)"', page)) == {edition}
        other = {"lk-1": "lk-0", "lk-0": "lk-1"}[edition]
        around = part(page, r'<nav class="nav".*?</nav>') + part(page, r'<footer class="foot">.*?</footer>')
        inside = [link for link in links(around) if not link.startswith("http")]
        assert [link for link in inside if f"{other}/" in link] == []
        assert len(inside) > 10


def test_no_page_says_that_a_page_of_another_edition_comes_next(pages: dict[str, str]) -> None:
    """What the head of a page tells browsers of the next and the previous page is what its foot tells readers."""
    wrong = []
    for name, page in pages.items():
        told = [link for link in re.findall(r'<link rel="(?:prev|next)" href="([^"]+)"', page) if "lk-" in link]
        wrong += [(name, link) for link in told if name.startswith("lk-")]
    assert wrong == []


def test_links_hold_and_titles_tell_the_editions_apart(project: Path, pages: dict[str, str]) -> None:
    """Every link leads somewhere, and of the pages of both editions no two share a title."""
    assert broken_links(project / "dist" / "site", pages) == []
    titles = Counter(unescape(part(page, TITLE)) for name, page in pages.items() if name != "index.html")
    assert [title for title, times in titles.items() if times > 1] == []
    short = {"lk-1": "LK 1", "lk-0": "LK 0"}
    assert [name for name, page in pages.items() if name[:4] in short
            and f" - {short[name[:4]]} - " not in part(page, TITLE)] == []


def test_data_files_are_kept_apart(project: Path) -> None:
    """Each edition has its data for scripts under its own key, and addresses in it stay within the edition."""
    for edition in ("lk-0", "lk-1"):
        files = sorted((project / "dist" / "site" / edition / "data").glob("*.js"))
        assert [path.name for path in files] == ["register.js", "search.js", "terms.js"]
        for path in files:
            text = path.read_text("utf-8")
            assert text.startswith(f'handbookData("{edition}/{path.stem}",')
            assert {address.split("/")[0] for address in re.findall(r'"(lk-\d/[^"]*)"', text)} == {edition}


def test_each_export_tells_of_both_editions(project: Path) -> None:
    """Both exports keep the schema beside them and list the editions, the current one first."""
    dist = project / "dist"
    told = [{"id": "lk-1", "title": "The Keeping of the Light", "edition": "LK 1", "decided": "1901-03-03",
             "url": "lk-1/index.html#lk-1", "marking": "OPEN", "current": True, "correspondence": None},
            {"id": "lk-0", "title": "The Keeping of the Light", "edition": "LK 0", "decided": "1899-04-04",
             "url": "lk-0/index.html#lk-0", "marking": "OPEN", "current": False, "correspondence": None}]
    for folder, id_ in ((dist, "lk-1"), (dist / "editions" / "lk-0", "lk-0")):
        data, schema = (json.loads((folder / "export" / name).read_text("utf-8"))
                        for name in ("handbook.json", "handbook.schema.json"))
        jsonschema.validate(data, schema)
        assert (data["publication"]["id"], data["editions"]) == (id_, told)


def test_the_manifest_and_the_bundle_hold_both(project: Path) -> None:
    """The manifest names both editions, and the offline copy has the pages and documents of both."""
    told = json.loads((project / "dist" / "manifest.json").read_text("utf-8"))
    assert [each["id"] for each in told["editions"]] == ["lk-1", "lk-0"]
    with ZipFile(project / "dist" / "cmi-handbook-offline.zip") as bundle:
        names = {name.removeprefix("cmi-handbook/") for name in bundle.namelist()}
    site = {name for name in contents(project / "dist" / "site") if not name.endswith(".gz")}
    assert names == site | {"SHA256SUMS", "manifest.json", "export/handbook.json", "export/handbook.schema.json"}
    assert {"lk-0/downloads/cmi-handbook.pdf", "lk-1/downloads/cmi-handbook.pdf"} <= names
