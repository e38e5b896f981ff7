"""Publications of several owners on one site: each has its own menu, search and files, and none speaks for another."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cmi_handbook.pipeline import handbooks, site, views
from tests.publications.outputs import code, data_of, document, folded, page, pages, shown
from tests.publications.projects import Built, project_of
from tests.publications.test_another_owner import only, said
from tests.publish.projects import contents

MENU, PATH, TURN = "//nav[@class='nav']//a", "//nav[@class='path']//li", "//nav[@class='turn']//a"
NEIGHBOURS = "//head/link[@rel='prev' or @rel='next']"
BY_HAND = {"book"}
"""Folders of pages that belong to no publication."""

Shelf = dict[str, Built]


def everything(shelf: Shelf) -> dict[str, object]:
    return pages(shelf["mc-0411-2"].site)


def target(shelf: Shelf, name: str, link: str) -> str:
    """Return the place that a page's link leads to, below the site's root."""
    root = shelf["mc-0411-2"].site.resolve()
    path = unquote(urlsplit(link).path)
    start = root if path.startswith("/") else (root / name).parent  # the page for lost readers counts from the root
    return (start / path.lstrip("/")).resolve().relative_to(root).as_posix()


def folder_of(place: str) -> str:
    return place.partition("/")[0]


def owned(shelf: Shelf) -> dict[str, dict[str, object]]:
    """Return the pages of each publication by their place on the site."""
    return {id_: {name: root for name, root in everything(shelf).items() if folder_of(name) == id_} for id_ in shelf}


def names_in(root, *ways: str) -> set[str]:
    """Return the names in the menu, the breadcrumb or between neighbours, without the words before them."""
    return {folded(each.xpath("string(text()[last()])")) for way in ways for each in root.xpath(way)}


def test_every_publication_is_built(shelf: Shelf) -> None:
    """Each has its pages, its books, its chapters and its export; the one decided last has them at the top."""
    assert {id_: (built.files / "cmi-handbook.pdf").is_file() and (built.files / "export" / "handbook.json").is_file()
            and (built.pages / "policy" / "index.html").is_file() for id_, built in shelf.items()} \
        == dict.fromkeys(shelf, True)
    told = json.loads((shelf["mc-0411-2"].dist / "manifest.json").read_text("utf-8"))
    assert [each["id"] for each in told["editions"]] == ["mc-0411-2", "harbour", "lk-1"]


def test_every_link_leads_somewhere(shelf: Shelf) -> None:
    """No page links to a page, a file or an anchor that is not there."""
    found = everything(shelf)
    anchors = {name: set(root.xpath("//@id")) for name, root in found.items()}
    broken = []
    for name, root in found.items():
        for link in root.xpath("//@href | //@src"):
            parts = urlsplit(link)
            place = target(shelf, name, link) if parts.path else name
            there = (shelf["mc-0411-2"].site / place).is_file()
            if not there or (parts.fragment and place in anchors and unquote(parts.fragment) not in anchors[place]):
                broken.append((name, link))
    assert broken == []


def test_a_menu_leads_to_its_own_publication(shelf: Shelf) -> None:
    """Menus, neighbours and breadcrumbs of a publication's pages lead to its own pages and those by hand."""
    strange = []
    for id_, own in owned(shelf).items():
        for name, root in own.items():
            for way in (MENU, TURN, NEIGHBOURS):
                places = [target(shelf, name, each) for each in root.xpath(f"{way}/@href")]
                strange += [(name, place) for place in places if folder_of(place) not in {id_, *BY_HAND}]
    assert strange == []


def test_no_name_of_another_publication_is_in_a_menu(shelf: Shelf) -> None:
    """What a menu, a breadcrumb or a neighbour is called is a name of the publication's own pages."""
    names = {id_: set.union(*(names_in(root, MENU) for root in own.values())) for id_, own in owned(shelf).items()}
    strange = []
    for id_, own in owned(shelf).items():
        others = set.union(*(names[other] for other in shelf if other != id_), set(shelf)) - names[id_]
        strange += [(name, each) for name, root in own.items() for each in names_in(root, MENU, PATH, TURN) & others]
    assert {id_: len(found) > 10 for id_, found in names.items()} == dict.fromkeys(shelf, True)
    assert strange == []


def test_pages_outside_have_the_menu_of_the_front_one(shelf: Shelf) -> None:
    """The root, the list of all, the pages by hand and that for lost readers show the menu of the one decided last."""
    outside = {name: root for name, root in everything(shelf).items() if folder_of(name) not in shelf}
    assert sorted(outside) == ["404.html", "book/how-to-read.html", "book/what-this-is.html", "editions.html",
                               "index.html"]
    ways = " | ".join(f"{way}/@href" for way in (MENU, TURN, NEIGHBOURS))
    led = {name: {folder_of(target(shelf, name, each)) for each in root.xpath(ways)} & {*shelf, "book"}
           for name, root in outside.items()}
    assert led == {name: {"mc-0411-2", "book"} for name in outside}


def test_each_publication_has_its_own_search(shelf: Shelf) -> None:
    """A page searches its own publication, and what is found there stands on that publication's pages."""
    asked = {id_: {box for root in own.values() for box in root.xpath("//form[@id='handbook-search']/@data-edition")}
             for id_, own in owned(shelf).items()}
    assert asked == {id_: {id_} for id_ in shelf}
    keys = {id_: {path.stem: path.read_text("utf-8").partition(",")[0] for path in (built.pages / "data").glob("*.js")}
            for id_, built in shelf.items()}
    assert keys == {id_: {name: f'handbookData("{id_}/{name}"' for name in ("register", "search", "terms")}
                    for id_ in shelf}
    for id_, built in shelf.items():
        found = data_of(built.pages / "data" / "search.js")
        exported = json.loads((built.files / "export" / "handbook.json").read_text("utf-8"))
        assert {folder_of(each["url"]) for each in found["entries"]} | {folder_of(way) for _, way in found["ways"]} \
            == {id_}
        assert [each["id"] for each in found["entries"] if each["kind"] == "paragraph"] \
            == [each["id"] for each in exported["paragraphs"]]
        assert found["markings"] == exported["publication"]["markings"]


def test_downloads_are_the_publications_own(shelf: Shelf) -> None:
    """Pages offer the PDFs of their own publication, and these are the files beside the site."""
    for id_, own in owned(shelf).items():
        built = shelf[id_]
        offered = {target(shelf, name, link) for name, root in own.items()
                   for link in root.xpath("//a/@href") if link.endswith(".pdf")}
        files = contents(built.pages / "downloads")
        assert offered == {f"{id_}/downloads/{name}" for name in files}
        beside = {path.relative_to(built.files).as_posix() for path in built.documents}
        assert set(files) == beside
        assert files == {name: digest for name, digest in contents(built.files).items() if name in beside}


def test_titles_are_unique(shelf: Shelf) -> None:
    """No two pages of the site share a title."""
    titles = Counter(root.findtext(".//title") for root in everything(shelf).values())
    assert {title: times for title, times in titles.items() if times > 1} == {}


def test_the_root_is_the_front_door_of_the_one_decided_last(shelf: Shelf) -> None:
    """The page at the root is that of the latest decision; it leads to the list of all, which names each in order."""
    front = page(shelf["mc-0411-2"].site / "index.html")
    assert front.findtext(".//h1") == \
        "NATO Military Policy on Civil-Military Cooperation (CIMIC) and Civil-Military Interaction (CMI)"
    assert front.xpath("//*[@id='content']//a[.='All editions']/@href") == ["editions.html"]
    listed = page(shelf["mc-0411-2"].site / "editions.html").xpath("//*[@id='content']//li")
    assert [(each.xpath("./a/@href")[0], folded(each.text_content())) for each in listed] == [
        ("mc-0411-2/index.html", "NATO Military Policy on Civil-Military Cooperation (CIMIC) and Civil-Military "
                                 "Interaction (CMI) (MC 0411/2 (Final))"),
        ("harbour/index.html", "Port Rules, Part 182: Berths (Part 182, second issue)"),
        ("lk-1/index.html", "The Keeping of the Light (LK 1)"),
    ]


def test_exports_name_all_and_the_current_one(shelf: Shelf) -> None:
    """Every export lists the publications beside it and says which one stands at the front."""
    listed = {id_: [(each["id"], each["current"]) for each in
                    json.loads((built.files / "export" / "handbook.json").read_text("utf-8"))["editions"]]
              for id_, built in shelf.items()}
    assert listed == {id_: [("mc-0411-2", True), ("harbour", False), ("lk-1", False)] for id_ in shelf}


def test_the_first_policy_says_nothing_on_the_pages_of_others(shelf: Shelf) -> None:
    """Beside the first policy too, no page and no data of the others states a fact of it."""
    for id_ in ("harbour", "lk-1"):
        assert only({name: said(shown(root)) for name, root in pages(shelf[id_].pages).items()}) == {}
        assert only({path.name: said(folded(code(path))) for path in (shelf[id_].pages / "data").iterdir()
                     if path.suffix == ".js"}) == {}


def test_the_first_policy_says_nothing_in_the_documents_of_others(shelf: Shelf) -> None:
    """Nor does a PDF of the others."""
    for id_ in ("harbour", "lk-1"):
        assert only({path.name: said(document(path)) for path in shelf[id_].documents}) == {}


def test_of_two_the_one_decided_last_is_at_the_front(tmp_path: Path) -> None:
    """Without the first policy the harbour's rule book, decided after the lighthouse's book, is the front one."""
    project = project_of(tmp_path / "two", "Two", "lk-1", "harbour")
    made = site(views(handbooks(project / "data")))
    found = {each.uri: each for each in made.pages}
    assert (made.meta["edition"], made.meta["editions"], made.meta["marking"], found["index.md"].citation) == (
        "harbour", ["harbour", "lk-1"], "PUBLIC", "Port Rules, Part 182, second issue, 4 September 1998")
    body = found["editions.md"].body
    assert 0 < body.index("harbour/index.html") < body.index("lk-1/index.html")
