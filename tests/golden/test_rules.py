"""The rules as a whole: codes and names that never change, and what only their machinery shows."""

from __future__ import annotations

import pytest

from cmi_handbook.checks import RULES, against, rule
from cmi_handbook.checks.differs_from_source import _runs
from cmi_handbook.checks.examples import Example, edition, example, faults
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.library import check_edition
from cmi_handbook.render.site.faults import fault_page
from tests.checks.editions import changed

KNOWN = """\
CMI001 unreadable-file
CMI002 broken-yaml
CMI003 yaml-feature
CMI004 deep-nesting
CMI005 exploding-alias
CMI006 duplicate-key
CMI007 unknown-field
CMI008 wrong-type
CMI009 missing-field
CMI010 unexpected-file
CMI011 empty-file
CMI101 duplicate-id
CMI102 malformed-id
CMI103 retired-id
CMI104 unknown-id
CMI105 membership-circle
CMI106 id-not-folder
CMI201 paragraph-order
CMI202 differs-from-source
CMI203 source-hash
CMI204 unused-sentence
CMI205 narrative-though-used
CMI206 inline-mark
CMI301 excerpt-not-in-paragraph
CMI401 modal-outside-statements
CMI402 trigger-not-in-quotes
CMI403 modality-against-trigger
CMI404 force-without-bearer
CMI405 judgement-without-reason
CMI406 assigned-outside-responsibilities
CMI407 home-not-quoted
CMI408 unknown-value
CMI409 subject-not-quoted
CMI501 term-never-used
CMI502 form-matches-nothing
CMI503 form-claimed-twice
CMI504 alias-in-text
CMI505 definition-against-kind
CMI506 named-at-wrong
CMI601 unknown-reference
CMI602 reference-never-cited
CMI603 struck-citation-live
CMI604 citation-not-in-text
CMI605 citation-unrecorded
CMI701 unknown-marking
CMI702 conflict-without-decision
CMI703 publication-held-back
CMI801 control-character
"""


def test_codes_and_names_are_permanent() -> None:
    """A code and a name that once stood in a report mean the same for ever; a new rule needs no line here."""
    there = {f"{each.code} {each.name}" for each in RULES}
    assert [line for line in KNOWN.splitlines() if line not in there] == []


def test_a_rule_is_found_by_its_code() -> None:
    """Each code leads to its own rule, and another to none."""
    assert [rule(each.code) for each in RULES] == list(RULES)
    assert rule("CMI999") is None


@pytest.mark.parametrize("code", [each.code for each in RULES])
def test_the_files_of_an_example_come_in_order(code: str) -> None:
    """The files that an example changes are named in one order wherever it is shown."""
    for kind in ("good", "bad"):
        files = example(code, kind).files
        assert files == tuple(sorted(files))
        assert {"expected.txt", "ceiling.txt"}.isdisjoint(files)


def test_an_example_shows_the_files_with_faults() -> None:
    """Files without a fault are left out, unless the fault lies elsewhere or under a ceiling."""
    assert {code: example(code, "bad").shown for code in ("CMI104", "CMI602", "CMI010", "CMI703")} == {
        "CMI104": ("seats.yaml",), "CMI602": ("references.yaml",), "CMI010": ("seat.yaml",),
        "CMI703": ("publication.yaml",)}  # fmt: skip
    assert example("CMI703", "good").ceiling
    some = example("CMI602", "bad")
    assert Example(some.folder, some.files, "", None).shown == some.files


def test_an_example_under_a_ceiling_is_tried_under_it() -> None:
    """The same files are sound without the ceiling."""
    bad = example("CMI703", "bad")
    assert [each.code for each in faults(bad)] == ["CMI703"]
    assert faults(Example(bad.folder, bad.files, bad.expected, None)) == []


def test_a_publication_at_its_ceiling_goes_out() -> None:
    """Only a publication above the ceiling, or a ceiling that nobody ranks, stands in the way."""
    with edition() as folder:
        draft, _ = check_edition(folder)
    assert [against(draft, ceiling) for ceiling in ("OPEN", "CLOSED")] == [[], []]
    assert [(fault.code, fault.message, fault.help) for fault in against(draft, "CLOSE")] \
        == [("CMI701", "unknown ceiling `CLOSE`", "did you mean `CLOSED`?")]
    with changed("publication.yaml", "marking: OPEN", "marking: CLOSED") as folder:
        draft, _ = check_edition(folder)
    assert [(fault.code, fault.message, fault.help, fault.at.line) for fault in against(draft, "OPEN")] \
        == [("CMI703", "the publication is marked `CLOSED`",
             "build it under that ceiling; `OPEN` lets nothing of it out", 3)]
    assert against(draft, "CLOSED") == []


def test_a_word_that_stands_often_is_compared_like_others() -> None:
    """In a long text the words between two faults are not taken for one fault, however often each of them stands."""
    middle = ["the", "of"] * 200
    assert list(_runs(["x", *middle, "y"], ["a", *middle, "b"])) == [(0, 1, 0, 1), (401, 402, 401, 402)]


@pytest.mark.parametrize(("data", "source", "runs"), [
    ("a b c", "a b c", []), ("a b", "a b c", [(2, 2, 2, 3)]), ("a b c", "a b", [(2, 3, 2, 2)]),
    ("b", "a b", [(0, 0, 0, 1)]), ("", "a", [(0, 0, 0, 1)]), ("a", "", [(0, 1, 0, 0)]),
    ("a x c y e", "a b c d e", [(1, 2, 1, 2), (3, 4, 3, 4)]), ("a a", "a a a", [(2, 2, 2, 3)]),
    ("x", "y", [(0, 1, 0, 1)]),
])  # fmt: skip
def test_where_words_differ(data: str, source: str, runs: list[tuple[int, int, int, int]]) -> None:
    """Each run of words that differs is told by its places in both."""
    assert list(_runs(data.split(), source.split())) == runs


def test_the_page_of_faults() -> None:
    """A preview shows each fault as it is printed, its lines kept, and nothing of it as markup."""
    faults_ = [Diagnostic(Location("a.yaml", 2, 3, 1, "x <b>"), "CMI001", "broken & <i>", "mend it"),
               Diagnostic(Location("a.yaml"), "CMI002", "worse", None, "so")]
    page = fault_page(faults_)
    assert (page.uri, page.title, page.marking, page.nav) == ("index.md", "Faults in the data", "", ())
    assert page.body == (
        "# Faults in the data\n\n"
        '<p class="lead">2 to mend. The preview comes back when the data is sound.</p>\n\n'
        '<pre class="faults">error[CMI002]: worse&#10;  --&gt; a.yaml:1:1&#10;  note: so&#10;&#10;'
        "error[CMI001]: broken &amp; &lt;i&gt;&#10;  --&gt; a.yaml:2:3&#10;  |&#10;2 | x &lt;b&gt;&#10;  |   ^&#10;"
        "  help: mend it&#10;</pre>\n")
