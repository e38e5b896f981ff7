"""The comparison with the source sees every word and every stroke, and nothing but them."""

from __future__ import annotations

import pytest

from cmi_handbook.checks.source_words import STROKE, source_words, strike

from .editions import checked, codes


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**BOLD  \nTITLE**", "BOLD TITLE"),
        ("*For*   \nSir", "For Sir"),
        ("## **AIM**", "AIM"),
        ("a\n---\nb", "a b"),
        ("levels<sup>1</sup>.", "levels1."),
        ("- a. To this", "a. To this"),
        ("  - b. Ensures", "b. Ensures"),
        ("(Final)\t- Page 1", "(Final) - Page 1"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_markup_is_no_word(markdown: str, words: str) -> None:
    assert " ".join(word.text for word in source_words(markdown)) == words


def test_a_word_knows_its_line() -> None:
    assert [word.line for word in source_words("a\n\nb c")] == [1, 3, 3]


def test_struck_letters_differ_from_others() -> None:
    assert strike("(~~A b~~).") == f"(A{STROKE} b{STROKE})."


DIFFERENT = {"lost": "It is.", "added": "It is very old.", "mended": "It is aged.", "moved stroke": "It is ~~old.~~"}


@pytest.mark.parametrize("name", DIFFERENT)
def test_each_kind_of_difference_is_one_fault(name: str) -> None:
    _, faults = checked("text/2-light.yaml", "text: It is old.", f'text: "{DIFFERENT[name]}"')
    assert [fault.code for fault in faults] == ["CMI202"]
    assert faults[0].note is not None
    assert faults[0].note.startswith("source.txt, line 1")


def test_quotes_of_words_that_the_data_lost_are_not_reported_too() -> None:
    assert codes("text/4-scope.yaml", "does not cover tides", "does not cover the tides") == ["CMI202"]
    assert codes("text/2-light.yaml", "is the light that", "is a light that") == ["CMI202"]


def test_furniture_withheld_words_and_headings_are_compared_too() -> None:
    assert codes("text/1-sheet.yaml", "J. Tidewater", "J. Tidewaiter") == ["CMI202"]
    assert codes("text/1-sheet.yaml", "words: HARBOUR BOARD", "words: HARBOR BOARD") == ["CMI202"]
    assert codes("text/2-light.yaml", "words: KEEPING", "words: KEEPERS") == ["CMI202"]
    assert codes("text/2-light.yaml", "printed: SECTION 1 - THE", "printed: SECTION 1 – THE") == ["CMI202"]
    assert codes("text/2-light.yaml", "1 May 1899", "2 May 1899") == ["CMI202"]
    assert codes("references.yaml", "text: LK 9, On Oil,", "text: LK 9 On Oil,") == ["CMI202"]
