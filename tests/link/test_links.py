"""Links in running text: longest form first, once a paragraph, never nested, no character altered."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmi_handbook.link.finder import Finder
from cmi_handbook.model.handbook import Handbook, Link
from cmi_handbook.model.whole_words import holds, places, stands
from cmi_handbook.views.runs import runs

FORMS = ["CMI", "CIMIC", "CMI mindset", "mindset", "S&R", "a", "<b>", "NATO military bodies", "military", "x*y"]
TEXTS = st.lists(st.sampled_from([*FORMS, " ", ". ", "CMIx", "-", "&", "é", "<", "`", "|"]), max_size=30).map("".join)


@given(TEXTS)
def test_links_lie_side_by_side_and_hold_a_form(text: str) -> None:
    """Links never overlap, each holds one of the forms, and no target is linked twice."""
    found = Finder({form: f"id-{place}" for place, form in enumerate(FORMS)}).links(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(FORMS[int(each.target.removeprefix("id-"))] == text[each.start : each.end] for each in found)
    assert len({each.target for each in found}) == len(found)


@given(TEXTS)
def test_a_place_that_is_taken_stays_taken(text: str) -> None:
    """A citation's span is kept, and no term is linked inside it."""
    taken = [Link(start=0, end=min(3, len(text)), target="ref.A")] if text else []
    found = Finder({form: form for form in FORMS}).links(text, taken)
    assert [each for each in found if each.target == "ref.A"] == taken
    assert all(each.start >= 3 for each in found if each.target != "ref.A" and taken)


def test_the_longest_form_wins() -> None:
    """`CMI mindset` is linked as itself; `CMI` then where it stands alone."""
    finder = Finder({"CMI": "cmi", "CMI mindset": "cmi-mindset"})
    text = "A CMI mindset needs CMI and CMI."
    assert [(text[each.start : each.end], each.target) for each in finder.links(text)] == [
        ("CMI mindset", "cmi-mindset"),
        ("CMI", "cmi"),
    ]


def test_whole_words_alone_count() -> None:
    """A form inside a longer word is no use of it; a hyphen ends a word."""
    assert [stands("CMI", text) for text in ("CMI-related", "CMIs", "(CMI)", "cmi")] == [True, False, True, False]
    assert list(places("CMI", "CMI, CMIs, a CMI-CMI and xCMI; CMI")) == [0, 13, 17, 31]
    assert [holds("S&R and more.", forms) for forms in ([], [""], ["R"], ["and mor", "more."])] == [
        False, False, True, True]  # fmt: skip


@given(st.sampled_from([*FORMS, "&", "x*", " a", "CMIx-"]), TEXTS)
def test_places_are_those_that_a_pattern_finds(form: str, text: str) -> None:
    """Places are what the pattern for whole words finds, where the form begins and ends in a letter."""
    word = re.compile(rf"(?<!\w)(?={re.escape(form)}(?!\w))")
    if form[0].isalnum() and form[-1].isalnum():
        assert list(places(form, text)) == [found.start() for found in word.finditer(text)]
    assert stands(form, text) == bool(list(places(form, text))) == holds(text, [form])


def test_runs_leave_every_paragraph_as_it_is(handbook: Handbook) -> None:
    """The runs of each paragraph, joined without footnote calls, are its text."""
    changed = [
        paragraph.id
        for paragraph in handbook.paragraphs.values()
        if "".join(run.text for run in runs(handbook, paragraph) if run.kind != "call") != paragraph.text
    ]
    assert changed == []
