"""The small functions that look for words: where they stand, what they cite, what was meant."""

from __future__ import annotations

import pytest

from cmi_handbook.checks.citations import Cited, letters
from cmi_handbook.checks.corpus import Corpus, narrow, shorten
from cmi_handbook.checks.modals import EXCLUDING, modality_of
from cmi_handbook.checks.nearest import did_you_mean, nearest, nearest_wording, with_article
from cmi_handbook.checks.source_words import STROKE, source_words, strike
from cmi_handbook.diagnostics import Location
from cmi_handbook.link.finder import Finder
from cmi_handbook.model.handbook import Link
from cmi_handbook.render.site import data
from cmi_handbook.render.site.navigation import navigation
from cmi_handbook.views import wording
from cmi_handbook.views.address import in_order
from tests.golden.test_golden import drafts


@pytest.mark.parametrize(("words", "most", "shown"), [
    ("a" * 60, 60, "a" * 60), ("a" * 61, 60, "a" * 30 + " … " + "a" * 30), ("one two three", 8, "one … hree"),
    ("one  two  four", 10, "one … four"), ("", 4, ""),
])  # fmt: skip
def test_many_words_are_cut_in_the_middle(words: str, most: int, shown: str) -> None:
    """Both ends of a long text are shown, without blanks at the cut."""
    assert shorten(words, most) == shown


LINE = "  text: the sea, the sea"


@pytest.mark.parametrize(("words", "column", "width", "place"), [
    ("text", 3, 22, (3, 4)), ("sea,", 3, 22, (13, 4)), ("the", 3, 22, (3, 22)), ("the", 9, 8, (9, 3)),
    ("sea", 3, 13, (13, 3)), ("rum", 3, 22, (3, 22)), ("text", 4, 21, (4, 21)), ("sea", 3, 12, (3, 12)),
    ("  text", 1, 24, (1, 6)),
])  # fmt: skip
def test_words_are_found_within_their_field(words: str, column: int, width: int, place: tuple[int, int]) -> None:
    """A place shrinks to the words where they stand once in it; else it stays."""
    at = Location("a.yaml", 7, column, width, LINE)
    assert narrow(at, words) == Location("a.yaml", 7, *place, LINE)


def test_a_place_can_be_given_its_width() -> None:
    """A word is shown though it was found by the words behind it."""
    assert narrow(Location("a.yaml", 7, 3, 22, LINE), "sea, the", 3) == Location("a.yaml", 7, 13, 3, LINE)


def test_the_text_of_an_edition_leads_back_to_its_paragraphs() -> None:
    """Each paragraph begins with its run-in title, and each place in it leads to it."""
    corpus = Corpus(drafts()[0])
    lines = corpus.text.split("\n")
    assert (lines[2][:22], lines[-1]) == ("Lamp. The lamp is the ", "Nothing more is said of smugglers.")
    places = [corpus.text.find(words) for words in ("On 3 March", "1.\nTwo", "Two sheets", "Lamp. ", "B).", "Nothing")]
    assert [corpus.para(at) for at in places] == ["AP.1", "AP.1", "AP.note", "1", "1", "13"]
    assert corpus.para(len(corpus.text) - 1) == "13"
    assert [corpus.holds(words) for words in ("smugglers", "smuggler", "Lamp. The")] == [True, False, True]


def test_of_forms_that_overlap_the_longest_counts() -> None:
    """A shorter form inside a longer one names nobody there, and where two overlap the first one counts."""
    corpus = Corpus(drafts()[0])
    owners = {"Head Keeper": "head", "Keeper": "keeper", "The Head": "the", "Keepers": "keeper", "old": "old"}
    found = {owner: list(paras) for owner, paras in corpus.named_at(owners).items()}
    assert found == {"the": ["4"], "keeper": ["1", "2", "3", "4", "5"], "head": ["8", "9"], "old": ["1", "9"]}


@pytest.mark.parametrize(("words", "found"), [
    ("Ref A", "A"), ("ref. B", "B"), ("refs C and D", "C D"), ("Refs. A, C", "A C"), ("Reference AB", "AB"),
    ("References A-C", "A B C"), ("References A – C", "A B C"), ("References A to C, E/F & G", "A B C E F G"),
    ("References A through D and F", "A B C D F"), ("Refs A or B, or C, and D", "A B C D"),
    ("References Y through AB", "Y AB"), ("References AA through AC", "AA AC"), ("Ref A, Ref C", "A C"),
    ("Href A", ""), ("Ref a", ""), ("Ref ABC", ""), ("Reference Fund", ""), ("References C through A", "C A"),
])  # fmt: skip
def test_letters(words: str, found: str) -> None:
    """Ranges are counted letter by letter, where they are of single letters."""
    assert letters(words) == found.split()


@pytest.mark.parametrize(("words", "modality"), [
    ("must", "must"), ("shall", "must"), ("has to", "must"), ("have to", "must"), ("need to", "must"),
    ("needs to", "must"), ("is to", "must"), ("are to", "must"), ("require", "requires"), ("requires", "requires"),
    ("will", "will"), ("Should", "should"), ("may not", "may"), ("can", "can"), ("could", "can"), ("cannot", "can"),
    ("will require", "will"), ("required", None), ("May 2014", None), ("May 201", "may"), ("mustard", None), ("", None),
])  # fmt: skip
def test_modality_of_a_trigger(words: str, modality: str | None) -> None:
    """The first modal word of a trigger shows its modality; the month of May shows none."""
    assert modality_of(words) == modality


def test_words_that_shut_something_out() -> None:
    """An exclusion says not, cannot, outside, exclude or except."""
    words = ("does not", "cannot", "outside", "exclude", "Excludes", "excluded", "except", "knot", "exception", "cover")
    assert [bool(EXCLUDING.search(each)) for each in words] == [True] * 7 + [False] * 3


def test_what_was_meant() -> None:
    """The most similar word is named where one is half the same, and the advice is given where none is."""
    assert [nearest("keper", ["board", "keeper", "keepers"]), nearest("xyzzyx", ["board"]), nearest("a", [])] \
        == ["keeper", None, None]
    assert [did_you_mean("keper", ["keeper"], "ask"), did_you_mean("xyzzyx", ["keeper"], "ask")] \
        == ["did you mean `keeper`?", "ask"]


@pytest.mark.parametrize(("words", "near"), [
    ("from a sea", "from the sea"), ("sea", "sea"), ("hail from the sea now", "hail from the sea"), ("xyzzyx", None),
    ("hail", "hail"), ("hail from the sea now and then", "hail from the sea"),
])  # fmt: skip
def test_the_nearest_wording(words: str, near: str | None) -> None:
    """As many words of the text are named as were written."""
    assert nearest_wording(words, "hail from the sea") == near


def test_the_source_without_its_markup() -> None:
    """Marks of Markdown are no words, and each word knows its line."""
    text = "# A **b**\n---\n- a. c<sup>1</sup>\n  - (ii) *d e*, ~~f g~~\n- h *i\n1 - 2\n#j"
    assert [(word.text, word.line) for word in source_words(text)] == [
        ("A", 1), ("b", 1), ("a.", 3), ("c1", 3), ("(ii)", 4), ("d", 4), ("e,", 4), (f"f{STROKE}", 4),
        (f"g{STROKE}", 4), ("-", 5), ("h", 5), ("*i", 5), ("1", 6), ("-", 6), ("2", 6), ("#j", 7),
    ]  # fmt: skip
    assert (strike("plain"), strike("~~a b~~ c")) == ("plain", f"a{STROKE} b{STROKE} c")


def test_links_take_the_longest_form_once() -> None:
    """Each target is linked where it stands first and free; citations keep their place."""
    finder = Finder({"lamp": "lamp", "old lamp": "old", "Lamp": "lamp", "a.b": "dot"})
    text = "An old lamp, a lamp, a Lamp, lamps, axb a.b"
    assert [(text[each.start : each.end], each.start, each.target) for each in finder.links(text)] \
        == [("old lamp", 3, "old"), ("lamp", 15, "lamp"), ("a.b", 40, "dot")]
    taken = [Link(start=15, end=19, target="ref.B"), Link(start=0, end=6, target="ref.A")]
    assert [(each.start, each.end, each.target) for each in finder.links(text, taken)] \
        == [(0, 6, "ref.A"), (15, 19, "ref.B"), (23, 27, "lamp"), (40, 43, "dot")]
    assert Finder({}).links(text) == ()


def test_counts() -> None:
    """A number goes before its noun, which has an own plural where it needs one."""
    assert [wording.count(1, "line"), wording.count(0, "line"), wording.count(2, "entry", "entries"),
            wording.count(1, "entry", "entries")] == ["1 line", "0 lines", "2 entries", "1 entry"]


def test_a_data_file_calls_one_function() -> None:
    """Data stands in a script as compact JSON with letters as they are."""
    assert data._asset("a/b.js", "a/b", {"x": ["é", 1]}).text == 'handbookData("a/b",{"x":["é",1]});\n'


def test_navigation_without_pages() -> None:
    """The hand-written entries come last, and there may be none."""
    assert [navigation([], None), navigation([], [{"A": "a.md"}])] == [[], [{"A": "a.md"}]]


@pytest.mark.parametrize(("citation", "written"), [
    (Cited("1", "A", "Ref A", struck=False), "{para: 1, text: Ref A}"),
    (Cited("2.a", "B", "References A, B and C", struck=True),
     '{para: 2.a, text: "References A, B and C", struck: true}'),
])  # fmt: skip
def test_a_citation_is_offered_as_an_editor_writes_it(citation: Cited, written: str) -> None:
    """Words with a comma stand in quotes: it would end them."""
    assert citation.as_yaml() == written


def test_a_kind_is_named_with_its_article() -> None:
    """Vowels take `an`."""
    assert [with_article(noun) for noun in ("actor", "body")] == ["an actor", "a body"]


def test_words_are_in_order_without_case_and_accents() -> None:
    """A letter with an accent stands with its own, and what begins with no letter comes first."""
    assert sorted(["zone", "Éclair", "earth", "Ebb", "1st", "eddy"], key=in_order) == [
        "1st", "earth", "Ebb", "Éclair", "eddy", "zone"]
