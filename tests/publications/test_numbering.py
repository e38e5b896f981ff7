"""Paragraphs are printed, cited and found by the numbering of their own publication."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.library import check_edition
from tests.publications.outputs import data_of, document, folded, page, pages, shown, squeezed
from tests.publications.projects import HARBOUR, Built

PARAGRAPHS = (
    ("182.1", "§ 182.1", "182.1", None, "section-a", "para-182-1"),
    ("182.2", "§ 182.2", "182.2", None, "section-a", "para-182-2"),
    ("182.4", "§ 182.4", "182.4", None, "section-a", "para-182-4"),
    ("182.4.a", "(a)", "182.4(a)", "182.4", "section-a", "para-182-4-a"),
    ("182.4.b", "(b)", "182.4(b)", "182.4", "section-a", "para-182-4-b"),
    ("182.4.c", "(c)", "182.4(c)", "182.4", "section-a", "para-182-4-c"),
    ("182.4.d", "(d)", "182.4(d)", "182.4", "section-a", "para-182-4-d"),
    ("182.4.e", "(e)", "182.4(e)", "182.4", "section-a", "para-182-4-e"),
    ("182.4.f", "(f)", "182.4(f)", "182.4", "section-a", "para-182-4-f"),
    ("182.4.f.1", "(1)", "182.4(f)(1)", "182.4.f", "section-a", "para-182-4-f-1"),
    ("182.4.f.2", "(2)", "182.4(f)(2)", "182.4.f", "section-a", "para-182-4-f-2"),
    ("182.5", "§ 182.5", "182.5", None, "section-b", "para-182-5"),
    ("182.6", "§ 182.6", "182.6", None, "section-b", "para-182-6"),
    ("182.6.a", "(a)", "182.6(a)", "182.6", "section-b", "para-182-6-a"),
    ("182.6.b", "(b)", "182.6(b)", "182.6", "section-b", "para-182-6-b"),
    ("182.6.c", "(c)", "182.6(c)", "182.6", "section-b", "para-182-6-c"),
    ("182.7", "§ 182.7", "182.7", None, "section-b", "para-182-7"),
)
"""Id, printed label, citation, parent, section and anchor of every paragraph, as the numbering gives them."""

ID_OF_AN_ITEM = re.compile(r"182\.\d\.[a-z][.\w]*")
CAPITAL = re.compile(r"182\.\d\([A-Z]\)[()\d]*")


def test_pages_print_and_cite_by_the_numbering(harbour: Built) -> None:
    """Label, number and anchor of each paragraph stand on the page of its section."""
    found = []
    for section in ("section-a", "section-b"):
        for part in page(harbour.pages / "policy" / f"{section}.html").xpath("//article[@data-number]"):
            label, = part.xpath("./div[@class='para__number']")
            cite, = part.xpath(".//a[@class='para__cite']")
            heard = part.xpath("string(.//span[@class='sr'][starts-with(., 'Paragraph')])")
            found.append((part.get("data-para"), label.text_content(), part.get("data-number"), part.get("data-cite"),
                          cite.text_content(), heard, section, part.get("id")))
    head = "Port Rules, Part 182, second issue, 4 September 1998, para"
    assert found == [(id_, label, cited, f"{head} {cited}", f"para {cited}", f"Paragraph {cited}. ", section, anchor)
                     for id_, label, cited, _, section, anchor in PARAGRAPHS]


def test_the_export_has_labels_citations_and_parents(harbour: Built) -> None:
    """Each paragraph of the export says how it is printed and cited, on which one it hangs and where it stands."""
    exported = json.loads((harbour.files / "export" / "handbook.json").read_text("utf-8"))
    assert [(each["id"], each["label"], each["cited"], each["parent"], each["section"], each["url"])
            for each in exported["paragraphs"]] == [
        (id_, label, cited, parent, section, f"harbour/policy/{section}.html#{anchor}")
        for id_, label, cited, parent, section, anchor in PARAGRAPHS]


def test_the_search_has_citations(harbour: Built) -> None:
    """Each paragraph can be found by its citation, which stands in its title too."""
    entries = data_of(harbour.pages / "data" / "search.js")["entries"]
    found = [(each["id"], each["cited"], each["title"].partition(":")[0], each["url"])
             for each in entries if each["kind"] == "paragraph"]
    assert found == [(id_, cited, f"Para {cited}", f"harbour/policy/{section}.html#{anchor}")
                     for id_, _, cited, _, section, anchor in PARAGRAPHS]


def test_the_register_has_citations(harbour: Built) -> None:
    """Each row of the register is cited by the number of its paragraph."""
    rows = data_of(harbour.pages / "data" / "register.js")["rows"]
    numbers = {id_: cited for id_, _, cited, *_ in PARAGRAPHS}
    assert {(row["para"], row["cited"], row["citation"]) for row in rows} == {
        (row["para"], numbers[row["para"]],
         f"Port Rules, Part 182, second issue, 4 September 1998, para {numbers[row['para']]}") for row in rows}


def test_no_page_shows_an_id_for_a_number(harbour: Built) -> None:
    """Ids of items are for addresses; what is shown or heard, in drawings too, is the citation."""
    found = {name: ID_OF_AN_ITEM.findall(shown(root)) for name, root in pages(harbour.site).items()}
    assert {name: ids for name, ids in found.items() if ids} == {}


def test_no_entry_of_the_search_shows_an_id_for_a_number(harbour: Built) -> None:
    """Titles and explanations of what is found name paragraphs by their citations."""
    entries = data_of(harbour.pages / "data" / "search.js")["entries"]
    found = {each["id"]: ID_OF_AN_ITEM.findall(f"{each['title']} {each.get('gist', '')}") for each in entries}
    assert {id_: ids for id_, ids in found.items() if ids} == {}


def test_no_document_shows_an_id_for_a_number(harbour: Built) -> None:
    """Paper names items by their citations."""
    found = {path.name: ID_OF_AN_ITEM.findall(document(path)) for path in harbour.documents}
    assert {name: ids for name, ids in found.items() if ids} == {}


@pytest.mark.parametrize("name", ["chapters/policy.pdf", "cmi-handbook.pdf", "cmi-handbook-a5.pdf"])
def test_paper_prints_labels_titles_and_words_in_order(harbour: Built, name: str) -> None:
    """Label, run-in title and every sentence of each paragraph follow one another as in the data."""
    exported = json.loads((harbour.files / "export" / "handbook.json").read_text("utf-8"))
    text, at, missing = squeezed(document(harbour.files / name)), 0, []
    for each in exported["paragraphs"]:
        title = f"{each['title']}." if each["title"] else ""
        found = text.find(squeezed(each["label"] + title + each["text"]), at)
        if found < 0:
            missing.append(each["id"])
        at = max(at, found)
    assert missing == []


def test_paper_cites_in_the_letters_of_the_numbering(harbour: Built) -> None:
    """A small letter of a citation stays small: (A) would be another item than (a)."""
    found = {path.name: sorted(set(CAPITAL.findall(document(path)))) for path in harbour.documents}
    assert {name: cited for name, cited in found.items() if cited} == {}


def test_an_item_below_an_item_is_told_from_its_parent(harbour: Built) -> None:
    """Each level of the numbering is another element on the page, so that (1) is not taken for a sibling of (f)."""
    own = {"id", "data-para", "data-number", "data-cite", "data-marking"}
    looks = {}
    for part in page(harbour.pages / "policy" / "section-a.html").xpath("//article[@data-number]"):
        says = frozenset((key, value) for key, value in part.items() if key not in own)
        looks[part.get("data-para")] = (says, len(list(part.iterancestors())))
    top, item, below = looks["182.4"], looks["182.4.f"], looks["182.4.f.1"]
    assert (len({top, item, below}), looks["182.2"], looks["182.4.a"], looks["182.4.f.2"]) == (3, top, item, below)


def test_an_item_below_an_item_stands_further_in_on_paper(harbour: Built) -> None:
    """Each level of the numbering is printed further to the right than the one above it."""
    done = subprocess.run(["pdftotext", "-bbox", str(harbour.files / "chapters" / "policy.pdf"), "-"],
                          capture_output=True, check=True)
    word_at = re.compile(r'xMin="([\d.]+)"[^>]*>([^<]*)</word>')
    sheets = [word_at.findall(sheet) for sheet in done.stdout.decode().split("<page ")]
    words = next(words for words in sheets if "(1)" in {word for _, word in words})
    left = {label: {at for at, word in words if word == label} for label in ("(f)", "(1)", "(2)")}
    assert [len(each) for each in left.values()] == [1, 1, 1]
    assert (left["(1)"], max(left["(1)"], key=float) > max(left["(f)"], key=float)) == (left["(2)"], True)


def test_an_item_is_quoted_with_all_that_it_hangs_on(harbour: Built) -> None:
    """Where an item is quoted alone the lead-ins of every level stand before it, each once, for one says `must`."""
    quoted = page(harbour.pages / "themes" / "theme-fuel.html").xpath("//blockquote/@data-para")
    assert " ".join(quoted).split() == ["182.4", "182.4.f", "182.4.f.1", "182.4.f.2"]


def test_the_search_knows_all_that_an_item_hangs_on(harbour: Built) -> None:
    """The words of every lead-in lead to an item, not those of the nearest alone."""
    entries = {each["id"]: each for each in data_of(harbour.pages / "data" / "search.js")["entries"]}
    lead_ins = [entries[id_]["text"] for id_ in ("182.4", "182.4.f")]
    assert [words for words in lead_ins if words not in entries["182.4.f.1"]["extra"]] == []


def test_contents_list_what_the_first_level_numbers(harbour: Built) -> None:
    """The contents show label and title of the paragraphs that hang on no other."""
    listed = page(harbour.pages / "policy" / "index.html").xpath("//ol[@class='contents__paras']/li")
    assert [folded(each.text_content()) for each in listed] == [
        "§ 182.1 Purpose", "§ 182.2 Scope", "§ 182.4 Arrival", "§ 182.5 Officers", "§ 182.6 Tasks",
        "§ 182.7 Stores and departure"]


def test_sections_keep_their_numbers(harbour: Built) -> None:
    """A section that is numbered with a capital letter has it wherever it is named."""
    small = re.compile(r"\b[Ss]ection [ab]\b")
    found = {name: small.findall(shown(root)) for name, root in pages(harbour.pages).items()}
    assert {name: named for name, named in found.items() if named} == {}


def faults_of(folder: Path, file: str, old: str, new: str) -> list[Diagnostic]:
    """Return the faults of a copy of the harbour's edition in which some words of a file are others."""
    shutil.copytree(HARBOUR, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")
    return check_edition(folder)[1]


def test_an_undeclared_gap_is_a_fault(tmp_path: Path) -> None:
    """A number that the source leaves out is accepted when it is declared; if not, the next one is a fault, once."""
    faults = faults_of(tmp_path / "harbour", "publication.yaml", "    gaps: [182.3]\n", "")
    assert [(each.code, each.at.file, each.at.source.strip(), each.message, each.help) for each in faults] == [
        ("CMI201", "harbour/text/2-section-a.yaml", "id: 182.4", "paragraph `182.4` stands after paragraph `182.2`",
         "paragraph `182.3` is due here; what the source leaves out stands in `numbering.gaps`")]


def test_a_gap_is_one_number_and_no_more(tmp_path: Path) -> None:
    """Declaring another number, on whatever level, lets nothing else through."""
    faults = faults_of(tmp_path / "harbour", "publication.yaml", "gaps: [182.3]", "gaps: [182.4.c, 182.8]")
    assert [(each.code, each.message) for each in faults] == [
        ("CMI201", "paragraph `182.4` stands after paragraph `182.2`"),
        ("CMI201", "paragraph `182.4.c` stands after paragraph `182.4.b`")]


@pytest.mark.parametrize("wrong", ["182.04", "183.4", "182.4.f.a", "182.4.f.1.a", "4"])
def test_an_id_that_the_numbering_cannot_give_is_malformed(tmp_path: Path, wrong: str) -> None:
    """Ids follow the publication's own numbering, level by level."""
    faults = faults_of(tmp_path / "harbour", "text/2-section-a.yaml", "id: 182.4.f.2\n", f"id: {wrong}\n")
    assert ("CMI102", f"id `{wrong}` is malformed") in [(each.code, each.message) for each in faults]


def test_the_mark_of_a_list_is_no_word_before_any_label(tmp_path: Path) -> None:
    """The source may write an item as an item of a list, whatever its label looks like."""
    folder = tmp_path / "harbour"
    text = (HARBOUR / "source.txt").read_text("utf-8")
    shutil.copytree(HARBOUR, folder)
    (folder / "source.txt").write_text(re.sub(r"^(?=\([a-f1-2]\) )", "- ", text, flags=re.M), "utf-8")
    assert [each.code for each in check_edition(folder)[1]] == ["CMI203"]


def test_a_shifted_citation_form_is_data(tmp_path: Path) -> None:
    """Another way of printing is another word of the source: the label is compared as it is declared."""
    faults = faults_of(tmp_path / "harbour", "publication.yaml", 'printed: "§ {}"', 'printed: "Rule {}."')
    assert {(each.code, each.message) for each in faults} == {
        ("CMI202", f"`Rule {number}.` stands where the source has `§ {number}`") for number in
        ("182.1", "182.2", "182.4", "182.5", "182.6", "182.7")}
