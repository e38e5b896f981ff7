"""The site's address: what knows it, and what does not."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.publish.conftest import once
from tests.publish.projects import built, contents

ADDRESS = "https://intranet.example/doctrine/cmi/"
NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def addressed(shared: Path, small: Path) -> Path:
    """The small project, built for an address (given without its last slash)."""

    def make(folder: Path) -> None:
        draft = Path(shutil.copytree(small, folder.with_name("addressed-draft")))
        built(draft, "--site-url", ADDRESS.rstrip("/"))
        draft.rename(folder)

    return once(shared / "addressed", make)


def test_without_an_address_nothing_knows_one(small: Path) -> None:
    """There is no sitemap, and no page names a full address of its own."""
    site = small / "dist" / "site"
    assert list(site.glob("sitemap*")) == []
    named = [path for path in site.rglob("*.html")
             if re.search(r'rel="canonical"|property="og:url"', path.read_text("utf-8"))]
    assert named == []


def test_only_what_needs_the_address_differs(small: Path, addressed: Path) -> None:
    """With an address only the foot of each page, 404.html and the sitemap differ, and what holds or lists them."""
    one, other = contents(small / "dist"), contents(addressed / "dist")
    differ = {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
    pages = {name for name in one if name.startswith("site/") and name.endswith((".html", ".html.gz"))}
    assert differ == {*pages, "site/sitemap.xml", "site/sitemap.xml.gz", "cmi-handbook-offline.zip",
                      "manifest.json", "SHA256SUMS"}


def test_a_page_knows_its_published_address(small: Path, addressed: Path) -> None:
    """The foot of every page names it, in the site and in the bundle, and all else of the page is the same."""
    site = addressed / "dist" / "site"
    with ZipFile(addressed / "dist" / "cmi-handbook-offline.zip") as bundle:
        for path in set(site.rglob("*.html")) - {site / "404.html"}:
            name, text = path.relative_to(site).as_posix(), path.read_text("utf-8")
            without = (small / "dist" / "site" / name).read_text("utf-8")
            assert text == without.replace(f">{name}<", f">{ADDRESS}{name}<")
            assert text != without
            assert bundle.read(f"cmi-handbook/{name}").decode() == text


def test_the_sitemap_lists_every_page(addressed: Path) -> None:
    """Every page stands in the sitemap with its full address and the date of the data, packed and unpacked."""
    site = addressed / "dist" / "site"
    written = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == written
    listed = ElementTree.fromstring(written)
    pages = [ADDRESS + path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    assert sorted(each.findtext(f"{NAMES}loc") for each in listed) == sorted(set(pages) - {ADDRESS + "404.html"})
    assert {each.findtext(f"{NAMES}lastmod") for each in listed} == {"1980-01-01"}


@pytest.mark.parametrize(("which", "root"), [("small", "/"), ("addressed", "/doctrine/cmi/")])
def test_the_page_for_lost_readers_leads_home(which: str, root: str, request: pytest.FixtureRequest) -> None:
    """Shown at any depth, 404.html loads and leads to files that exist, from the server's root."""
    site = request.getfixturevalue(which) / "dist" / "site"
    text = (site / "404.html").read_text("utf-8")
    targets = [each.split("#")[0] for each in re.findall(r'(?:href|src)="([^"]*)"', text) if not each.startswith("#")]
    assert [each for each in targets if not each.startswith(root)] == []
    assert [each for each in targets if not (site / each.removeprefix(root)).is_file()] == []
    assert "MARKING MISSING" not in text
