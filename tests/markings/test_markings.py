"""Whatever shows a word of a record carries its marking, and nothing else does.

One record at a time is marked higher and given a word that stands nowhere
else; then every page, data file, picture and printed document is looked at.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.link import link
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.record import Excerpt
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.export import export
from cmi_handbook.render.pdf.driver import PROSE, batches
from cmi_handbook.render.pdf.worker import typeset
from cmi_handbook.render.site import render_site
from cmi_handbook.views.views import Views
from tests.conftest import PROJECT
from tests.markings.canaries import CANARY, marked

LOW, HIGH = "NATO UNCLASSIFIED", "NATO RESTRICTED"
Case = tuple[str, Callable[[Any], bool]]


def of_id(id_: str) -> Callable[[Any], bool]:
    return lambda record: getattr(record, "id", None) == id_


def of_kind(kind: str) -> Callable[[Any], bool]:
    return lambda record: record.kind == kind


CASES: dict[str, Case] = {
    "section": ("blocks", of_id("section-3")),
    "heading": ("blocks", of_kind("heading")),
    "withheld": ("blocks", of_kind("withheld")),
    "term": ("terms", of_id("cimic")),
    "undefined term": ("terms", of_id("doctrine")),
    "body": ("bodies", of_id("saceur")),
    "body with nothing on it": ("bodies", of_id("secretary-general")),
    "actor": ("actors", of_id("humanitarian-agencies")),
    "statement": ("statements", of_id("bodies-respect-autonomy")),
    "principle": ("principles", lambda _: True),
    "goal": ("goals", lambda _: True),
    "policy relation": ("policy_relations", lambda _: True),
    "note": ("notes", lambda record: record.paras[:1] == ("6",)),
    "theme": ("themes", lambda _: True),
    "seat": ("seats", lambda _: True),
    "synonym": ("synonyms", lambda _: True),
}
"""A record of each kind of which nothing is quoted elsewhere."""

QUOTED: dict[str, Case] = {
    "item": ("blocks", of_id("34.c")), "paragraph": ("blocks", of_id("24")), "lead-in": ("blocks", of_id("40")),
    "sheet": ("blocks", of_id("FD.1")), "footnote": ("blocks", of_id("fn.1")),
    "reference": ("references", of_id("ref.B")),
}
"""Parts of the text, whose words are quoted by others."""


def views(draft: Draft, case: Case) -> Views:
    return Views(link(marked(draft, *case)))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_page_is_marked_as_high_as_any_word_on_it(draft: Draft, case: Case) -> None:
    """Pages with a word of the record carry its marking; all others keep the lowest."""
    pages = render_site([views(draft, case)]).pages
    assert {page.uri: page.marking for page in pages} == {
        page.uri: HIGH if CANARY in page.text else LOW for page in pages}


@pytest.mark.parametrize("case", QUOTED.values(), ids=QUOTED)
def test_a_page_that_quotes_is_marked_like_what_it_quotes(draft: Draft, case: Case) -> None:
    """Beside the paragraph's own pages those are marked that show a quote of it, and no others."""
    quotes = quotes_of(draft, case)
    own = {quote for quote in quotes if len(quote.split()) >= 6 and stands_once(draft, quote)}
    for page in render_site([views(draft, case)]).pages:
        words = plain(page.text)
        if CANARY in words or any(quote in words for quote in own):
            assert (page.uri, page.marking) == (page.uri, HIGH)
        elif not any(quote in words for quote in quotes):
            assert (page.uri, page.marking) == (page.uri, LOW)


def quotes_of(draft: Draft, case: Case) -> set[str]:
    """Every excerpt from a part of the text that any record holds."""
    (id_,) = [each.record.id for each in getattr(draft, case[0]) if case[1](each.record)]
    found = (spot.found.value for spot in draft.spots)
    return {value.text for value in found if isinstance(value, Excerpt) and value.para == id_}


def stands_once(draft: Draft, quote: str) -> bool:
    """Tell whether words stand in one part of the text only."""
    return sum(quote in prose.text for prose in draft.prose.values()) == 1


def plain(markup: str) -> str:
    """The words of a page without its markup, entities resolved."""
    return unescape(re.sub(r"<[^>]*>", "", markup))


@pytest.mark.parametrize("case", (CASES | QUOTED).values(), ids=CASES | QUOTED)
def test_every_entry_of_a_data_file_is_marked_by_its_words(draft: Draft, case: Case) -> None:
    """An entry of the search, a panel and a row carry the marking of the words in them."""
    for asset in render_site([views(draft, case)]).assets:
        value = json.loads(asset.text.partition(",")[2].removesuffix(");\n"))
        listed = value.get("entries") or list(value.get("panels", {}).values()) or value["rows"]
        for entry in listed:
            if CANARY in json.dumps(entry):
                assert (asset.uri, entry["marking"]) == (asset.uri, HIGH)
            elif case in CASES.values() and "rows" not in value:
                assert (asset.uri, entry["marking"]) == (asset.uri, LOW)


@pytest.mark.parametrize("case", (CASES | QUOTED).values(), ids=CASES | QUOTED)
def test_every_record_of_the_export_is_marked_by_its_words(draft: Draft, case: Case) -> None:
    """A record of the export carries the marking of the words in it, and the export the highest of all."""
    book = views(draft, case)
    data = export(book, [book])
    records = [each for held in data.values() if isinstance(held, list) for each in held]
    wrong = [each["id"] for each in records if CANARY in json.dumps(each) and each["marking"] != HIGH]
    assert (wrong, data["marking"]) == ([], HIGH)


@pytest.fixture(scope="module")
def small() -> Draft:
    """The draft of the lighthouse, whose book is set in a moment."""
    with edition() as folder:
        return parse_edition(folder)[0]


PRINTED: dict[str, Case] = {
    "section": ("blocks", of_id("section-2")),
    "term": ("terms", of_id("lamp")), "body": ("bodies", of_id("board")), "actor": ("actors", of_id("fishermen")),
    "statement": ("statements", of_id("keepers-answer-signals")),
    "principle": ("principles", lambda _: True), "goal": ("goals", lambda _: True), "note": ("notes", lambda _: True),
    "theme": ("themes", lambda _: True), "seat": ("seats", lambda _: True),
}
WITHOUT_ITS_WORDING = {"statement": {"chapters/matrices.pdf", "chapters/relation-map.pdf"}}
"""Where a statement shows by its governing words or its relation alone."""


@pytest.mark.parametrize("name", PRINTED)
def test_a_document_is_marked_as_high_as_any_word_in_it(small: Draft, name: str, tmp_path: Path) -> None:
    """Book, chapters and sheets print the higher marking when a word of the record stands in them, else the lower."""
    found, wanted = {}, {}
    for document, text in documents(views(small, PRINTED[name]), tmp_path):
        shows = CANARY in text.replace("\u00ad", "") or document in WITHOUT_ITS_WORDING.get(name, ())
        found[document], wanted[document] = banner(text), "CLOSED" if shows else "OPEN"
    assert found == wanted
    assert set(found.values()) == ({"OPEN", "CLOSED"} if name not in ("theme", "seat") else {"OPEN"})


def test_a_document_that_quotes_is_marked_like_what_it_quotes(small: Draft, tmp_path: Path) -> None:
    """Paragraph 3 is quoted on the fishermen's pages and by the statements drawn from it, and nowhere on the sheets."""
    found = {name: banner(text) for name, text in documents(views(small, ("blocks", of_id("3"))), tmp_path)}
    assert {name for name, marking in found.items() if marking == "OPEN"} == {
        "chapters/decision-sheets.pdf", "chapters/glossary.pdf", "chapters/matrices.pdf", "chapters/references.pdf",
        "chapters/relation-map.pdf", "chapters/roles.pdf", "chapters/source-notes.pdf", "sheets/head-keeper.pdf",
        "sheets/keepers.pdf"}


def documents(book: Views, folder: Path) -> Iterator[tuple[str, str]]:
    """Each printed document with its text."""
    for jobs in batches(book, PROSE):
        for document in typeset(jobs, 0):
            (folder / "document.pdf").write_bytes(document.pdf or b"")
            command = ["pdftotext", "-q", "-layout", str(folder / "document.pdf"), "-"]
            yield document.name, subprocess.run(command, capture_output=True, check=True).stdout.decode()


def banner(text: str) -> str:
    """The marking at the head of the first page."""
    return text.split()[0]


def test_hand_written_pages_repeat_no_words_of_the_text(draft: Draft) -> None:
    """They are the same under every ceiling, so four words in a row that stand in a paragraph have no place in them."""

    def runs(text: str) -> set[str]:
        words = re.findall(r"\w+", text.lower())
        return {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}

    text = {run for prose in draft.prose.values() for run in runs(prose.text)}
    pages = [*(PROJECT / "docs" / "book").glob("*.md"), PROJECT / "docs" / "editors" / "index.md"]
    assert {page.name: found for page in pages if (found := runs(page.read_text("utf-8")) & text)} == {}
