"""A publication of another owner is shown as what it is: no fact of the first policy is left in the code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.publications.outputs import code, data_of, document, folded, page, pages, shown
from tests.publications.projects import DATA, PROJECT, Built, project_of
from tests.publish.projects import run

FACTS = (
    "NATO", "NAC", "North Atlantic", "Atlantic", "Alliance", "Allied", "Allies", "CIMIC", "CMI", "SACEUR", "SACT",
    "MC 0411", "0411", "Military Committee", "military", "non-military", "civil-military", "civil organisations?",
    "civilian", "humanitarian", "crisis", "comprehensive approach", "host nation", "nations?", "doctrine",
    r"FD\.1", r"MD\.1", r"34\.c", r"para(graph)? 23", r"para(graph)? 36", "minimi[sz]e interference",
    "strategic", "operational", "tactical", "levels? of command",
)
"""Names, words and numbers of the first policy.  Neither of the other publications has levels."""

PATTERNS = {fact: re.compile(rf"(?<![\w-]){fact}(?!\w)", re.IGNORECASE) for fact in FACTS}
POLICY = re.compile(r"(?<![\w/-])polic(y|ies)(?![\w/])", re.IGNORECASE)
"""The word for the first publication; in an address that is printed it is the name of a folder."""

LEVEL = re.compile(r"(?<![\w-])levels?(?!\w)", re.IGNORECASE)

OWN_NAME = re.compile(r'cmi-handbook|"[nN]ato"')
"""Allowed: the program's own name, in names of files and in the format that it writes an aide-memoire in; and the
name by which the export's readers know the field that says on whose side a party stands."""

OF_THE_PROGRAM = ("sbom.cdx.json", "assets/stylesheets/", "assets/vendor/", "assets/fonts/")
"""Allowed: the list of the program's parts says what the program is; the others are by others."""

CODE = {".js", ".json", ".css", ".svg", ".txt", ".xml"}

HAS_NOT = {
    "lk-1": {"levels": LEVEL},
    "harbour": {"levels": LEVEL, "decision sheets": re.compile("decision sheets", re.IGNORECASE),
               "goals": re.compile(r"(?<![\w/-])goals", re.I), "relations to others": re.compile("other polic", re.I)},
}
"""What each publication has none of, and the words that would say so."""


def said(text: str) -> list[str]:
    """Return the facts of the first policy that stand in a text, each with the words around it."""
    found = (f"{fact}: {around(text, hit)}" for fact, pattern in PATTERNS.items() for hit in pattern.finditer(text))
    return list(dict.fromkeys(found))


def policies(text: str) -> list[str]:
    """Return where a text calls something a policy."""
    return list(dict.fromkeys(around(text, hit) for hit in POLICY.finditer(text)))


def around(text: str, hit: re.Match[str]) -> str:
    return f"... {text[max(hit.start() - 30, 0) : hit.end() + 30]} ..."


def only(found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the places with something in them."""
    return {place: each for place, each in found.items() if each}


def files_of_code(dist: Path) -> dict[str, str]:
    """Return every text file of the output that is no page, without what is allowed in it."""
    found = {path.relative_to(dist).as_posix(): path for path in sorted(dist.rglob("*")) if path.suffix in CODE}
    return {name: OWN_NAME.sub("", code(path)) for name, path in found.items()
            if not any(own in name for own in OF_THE_PROGRAM)}


def test_the_data_is_sound(tmp_path: Path) -> None:
    """The publications are checked side by side without a fault."""
    project = project_of(tmp_path / "project", "All", *DATA)
    done = run(project, "check")
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (0, "", [
        "harbour: 22 statements, no fault", "lk-1: 6 statements, no fault", "mc-0411-2: 173 statements, no fault"])


def test_no_page_states_a_fact_of_the_first_policy(owner: Built) -> None:
    """Neither words nor drawings nor attributes of any page, by hand or not, state what holds for the first alone."""
    assert only({name: said(shown(root)) for name, root in pages(owner.site).items()}) == {}


def test_no_file_for_programs_states_a_fact_of_the_first_policy(owner: Built) -> None:
    """Neither scripts nor the data of the site, nor the export, its schema or the manifest do."""
    assert only({name: said(folded(text)) for name, text in files_of_code(owner.dist).items()}) == {}


def test_no_document_states_a_fact_of_the_first_policy(owner: Built) -> None:
    """No PDF does, nor its title, subject and keywords."""
    assert only({path.name: said(document(path)) for path in owner.documents}) == {}


def test_the_pages_of_the_book_hold_for_every_publication() -> None:
    """The hand-written pages go into every publication's book, so they state no fact of one of them."""
    assert only({path.name: said(folded(path.read_text("utf-8"))) for path in (PROJECT / "docs" / "book").iterdir()}) \
        == {}


def test_no_page_calls_it_a_policy(owner: Built) -> None:
    """Pages call a publication by the word that its vocabulary has for it."""
    assert only({name: policies(shown(root)) for name, root in pages(owner.site).items()}) == {}


def test_no_document_calls_it_a_policy(owner: Built) -> None:
    """So do PDFs."""
    assert only({path.name: policies(document(path)) for path in owner.documents}) == {}


def test_no_script_calls_it_a_policy(owner: Built) -> None:
    """So do scripts in what they write into a page; the names of styles and folders are not read by anybody."""
    quoted = re.compile(r"[^\"'`]*(?:(?:the|this|whole|that) policy|policy text)[^\"'`]*", re.I)
    found = {path.name: quoted.findall(code(path)) for path in sorted((owner.site / "assets" / "js").glob("*.js"))}
    assert only(found) == {}


def test_what_it_has_not_is_not_shown(owner: Built) -> None:
    """No page, menu or chapter is about levels, sheets, goals or relations that the publication has none of."""
    words = {name: shown(root) for name, root in pages(owner.pages).items()}
    words |= {path.name: document(path) for path in owner.documents}
    assert only({name: [what for what, pattern in HAS_NOT[owner.id].items() if pattern.search(text)]
                 for name, text in words.items()}) == {}


def test_no_heading_stands_over_nothing(owner: Built) -> None:
    """Between a heading and the next of its rank there is something to read."""
    assert only({name: empty_headings(root) for name, root in pages(owner.site).items()}) == {}


def empty_headings(root) -> list[str]:
    """Return the headings of a page below which nothing stands before the next of the same rank or a higher one."""
    found = []
    for head in root.xpath("//*[@id='content']//*[self::h1 or self::h2 or self::h3]"):
        below = ""
        for each in head.itersiblings():
            if each.tag in ("h1", "h2", "h3") and each.tag <= head.tag:
                break
            below += folded(each.text_content())
        if not below:
            found.append(folded(head.text_content()))
    return found


def test_it_is_called_by_its_own_words(harbour: Built) -> None:
    """The words of the vocabulary stand where pages speak of the publication, its owner and whom it deals with."""
    heads = {name: page(harbour.pages / f"{name}.html").findtext(".//h1")
             for name in ("index", "policy/index", "roles/index", "actors/index", "pictures/matrix-actors")}
    assert heads == {
        "index": "Port Rules, Part 182: Berths",
        "policy/index": "The rule book",
        "roles/index": "Roles: who is named on the side of the Harbour Authority",
        "actors/index": "All port users",
        "pictures/matrix-actors": "Bodies and port users",
    }
    ways = page(harbour.pages / "index.html").xpath("//*[contains(@class, 'ways__way')]/h2")
    assert [folded(each.text_content()) for each in ways] == [
        "I have a role", "I deal with someone", "I look for a word", "I read the rule book"]
    labels = {folded(each.text_content()) for each in page(harbour.pages / "policy" / "section-a.html")
              .xpath("//div[contains(@class, 'policy')]/span[@class='who']")}
    assert labels == {"Rule book text"}


def test_what_it_is_stands_on_the_page_about_it(harbour: Built) -> None:
    """Title, days, currency and citation are the data's; of what the data has not there is no word and no page."""
    root = page(harbour.pages / "about.html")
    facts = zip(root.xpath("(//dl)[1]/dt"), root.xpath("(//dl)[1]/dd"), strict=True)
    assert {folded(label.text_content()): folded(value.text_content()) for label, value in facts} == {
        "Title": "Port Rules, Part 182: Berths",
        "Edition": "Part 182, second issue",
        "Published by": "Saltmere Harbour Authority",
        "Approved": "21 August 1998",
        "Decided": "4 September 1998",
        "Currency": "in force",
        "Checked": "2021-03-02; the Authority's own list of its rules",
        "Cite as": "Port Rules, Part 182, second issue, 4 September 1998, para 182.1",
        "Source, SHA-256": sha256((DATA["harbour"] / "source.txt").read_bytes()).hexdigest(),
    }
    assert sorted(path.name for path in harbour.pages.glob("*.html")) == ["about.html", "aide-memoire.html",
                                                                           "index.html"]
    letters = sorted(path.stem for path in (harbour.pages / "glossary").glob("*.html"))
    assert letters == ["a", "b", "d", "f", "index", "q"]


def test_its_markings_are_its_own(harbour: Built) -> None:
    """Banners carry the publication's markings, the higher one where a note that bears it is shown."""
    banners = {name: {folded(each.text_content()) for each in root.find_class("marking")}
               for name, root in pages(harbour.site).items()}
    assert {name for name, marking in banners.items() if marking == {"INTERNAL"}} == {
        "harbour/coverage/notes-1.html", "harbour/policy/section-a.html"}
    assert set.union(*banners.values()) == {"PUBLIC", "INTERNAL"}
    assert {path.stem for path in harbour.documents if "INTERNAL" in document(path)} == {
        "cmi-handbook", "cmi-handbook-a5", "source-notes"}


def test_its_scales_are_its_own(harbour: Built) -> None:
    """Actors are placed on the publication's axis, statements in its phases; the register has no levels to choose."""
    rows = {name: folded(page(harbour.pages / "actors" / f"{name}.html").xpath("string(//table[contains(@class,"
                         " 'axes')])")) for name in ("masters", "yacht-crews", "chandlers")}
    assert rows == {"masters": "ErrandNot placed on it.", "yacht-crews": "ErrandOn passage the editor’s reading",
                    "chandlers": "ErrandIn trade the editor’s reading"}
    filters = data_of(harbour.pages / "data" / "register.js")["filters"]
    assert (filters["level"], filters["phase"]) == (
        [], [["arrival", "Arrival"], ["stay", "Stay"], ["departure", "Departure"]])
