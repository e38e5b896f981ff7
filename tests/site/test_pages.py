"""The finished site, page by page: links hold, markings stand, nothing comes from elsewhere."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.address import addresses

REMINDER = "Derived rendering; the signed MC 0411/2 prevails. As approved in 2014; currency: "


@cache
def page(path: Path) -> html.HtmlElement:
    """Return a parsed page."""
    return html.fromstring(path.read_bytes())


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """All pages but the one for lost readers, by their place below the root."""
    return {path.relative_to(site).as_posix(): page(path) for path in sorted(site.rglob("*.html"))
            if path.name != "404.html"}


def test_nothing_hyphenates(site: Path, pages) -> None:
    """No style sheet breaks words by hyphens, no page holds a place for one: what is copied has its own signs alone."""
    told = [sheet.name for sheet in site.rglob("*.css") if "hyphens" in sheet.read_text(encoding="utf-8")]
    held = [name for name, root in pages.items() if {*"\u00ad\u200b\u2060"} & {*root.text_content()}]
    assert (told, held) == ([], [])


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, pages) -> None:
    """No link points at a page, file or anchor that is not there."""
    broken = []
    for name, root in pages.items():
        for link in root.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            if not _leads_somewhere(target.resolve(), unquote(parts.fragment)):
                broken.append((name, link))
    assert broken == []


def _leads_somewhere(target: Path, fragment: str) -> bool:
    return target.is_file() and (not fragment or target.suffix != ".html" or _has(target, fragment))


def _has(path: Path, anchor: str) -> bool:
    return anchor in _anchors(path)


@cache
def _anchors(path: Path) -> frozenset[str]:
    return frozenset(page(path).xpath("//@id"))


def test_every_id_has_its_home(site: Path, handbook: Handbook) -> None:
    """Each address of the export is a page that carries its anchor."""
    missing = [id_ for id_, home in addresses(handbook).items()
               if not (site / f"{home.page}.html").is_file() or not _has(site / f"{home.page}.html", home.anchor)]
    assert missing == []


def test_no_anchor_stands_twice_on_a_page(pages) -> None:
    """Ids are unique on every page."""
    twice = {name: [each for each, times in Counter(root.xpath("//@id")).items() if times > 1]
             for name, root in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_page_is_marked_at_top_and_bottom(pages) -> None:
    """The marking stands as text before and after the content of each page, and so does the reminder."""
    wrong = [name for name, root in pages.items()
             if [each.text_content().strip() for each in root.find_class("marking")] != ["NATO UNCLASSIFIED"] * 2
             or REMINDER not in root.text_content()]
    assert [name for name in wrong if name.startswith("mc-0411-2/") or name == "index.html"] == []


def test_titles_are_unique_and_the_language_is_set(pages) -> None:
    """No two pages share a title; each says its language and has one main heading."""
    titles = Counter(root.findtext(".//title") for root in pages.values())
    assert [title for title, times in titles.items() if times > 1] == []
    assert {root.get("lang") for root in pages.values()} == {"en"}
    assert [name for name, root in pages.items() if len(root.xpath("//h1")) != 1] == []


def test_titles_name_the_edition(pages) -> None:
    """Each page of an edition names it in its title, before the site."""
    named = " - MC 0411/2 - CIMIC and CMI Handbook"
    assert [name for name, root in pages.items() if name.startswith("mc-0411-2/")
            and not root.findtext(".//title").endswith(named)] == []


def test_the_start_page_is_the_front_door(pages) -> None:
    """The page at the root is the edition's home, its links one folder down, and there is no list of editions."""
    front, home = (pages[name].get_element_by_id("content") for name in ("index.html", "mc-0411-2/index.html"))
    assert " ".join(front.text_content().split()) == " ".join(home.text_content().split())
    there = [link for link in home.xpath(".//a/@href") if not link.startswith("#")]
    assert [link for link in front.xpath(".//a/@href") if not link.startswith("#")] == [
        f"mc-0411-2/{link}" for link in there]
    assert "editions.html" not in pages


def test_every_page_is_searched_and_has_a_menu(pages) -> None:
    """Each page, hand-written ones included, says which edition is searched from it, and has that edition's menu."""
    top = {"Home", "Policy", "Roles", "Glossary", "Statements", "About"}
    wrong = [name for name, root in pages.items() if root.xpath("//form[@role='search']/@data-edition") != ["mc-0411-2"]
             or not top <= set(root.xpath("//nav[@class='nav']//a/text()"))]
    assert wrong == []


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages) -> None:
    """No inline script, style or handler; no script, style, font or picture of another origin."""
    inline = "//script[not(@src) and not(@type='application/json')] | //style | //*[@style] | //*[@onclick]"
    foreign = "//script[contains(@src, '//')] | //link[contains(@href, '//')] | //img[contains(@src, '//')]"
    wrong = [name for name, root in pages.items() if root.xpath(inline) or root.xpath(foreign)]
    assert wrong == []


def test_paragraphs_are_shown_word_for_word(site: Path, handbook: Handbook) -> None:
    """At its home each paragraph's words are those of the data, links or not."""
    homes = addresses(handbook)
    changed = []
    for paragraph in handbook.paragraphs.values():
        home = homes[paragraph.id]
        box = page(site / f"{home.page}.html").get_element_by_id(home.anchor)
        words = box.xpath("(.//div[contains(@class, 'policy')]//p)[1]")[0]
        for aid in words.xpath(".//*[contains(@class, 'sr')] | .//sup"):
            aid.drop_tree()
        if paragraph.text not in " ".join(words.text_content().split()):
            changed.append(paragraph.id)
    assert changed == []


def test_quotes_and_statements_name_their_paragraphs(pages, handbook: Handbook) -> None:
    """What carries `data-para` or `data-statement` names ids that exist."""
    known = {*handbook.paragraphs, *handbook.references, *handbook.footnotes}
    for root in pages.values():
        assert {each for value in root.xpath("//@data-para") for each in value.split()} <= known
        assert set(root.xpath("//@data-statement")) <= set(handbook.statements)


def test_personal_details_are_in_no_file(site: Path) -> None:
    """The action officers of the registry lines stand in no file of the site."""
    found = [path.name for path in site.rglob("*") if path.is_file()
             for name in (b"Lebrun", b"Metelko") if name in path.read_bytes()]
    assert found == []


def test_the_front_door_turns_to_no_page(pages) -> None:
    """It stands outside the edition whose home it shows; the edition's own pages turn on, the last one back only."""
    turns = {name: len(pages[name].xpath("//nav[@class='turn']/a")) for name in ("index.html", "mc-0411-2/index.html")}
    assert turns == {"index.html": 0, "mc-0411-2/index.html": 1}
