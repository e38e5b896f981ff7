"""Words that carry the rank of their marking into whatever is made of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cmi_handbook.model.portion import Portion, joined, phrase, rank_of

LOW, HIGH = Portion("the lamp", 1), Portion("the oil store", 2)


@dataclass(frozen=True)
class Box:
    """Something that holds words."""

    words: str
    more: tuple[str, ...] = ()


@pytest.mark.parametrize(("made", "words", "rank"), [
    (LOW + " and " + HIGH, "the lamp and the oil store", 2), ("By " + HIGH, "By the oil store", 2),
    (HIGH[4:7], "oil", 2), (HIGH[0], "t", 2), (HIGH.split()[1], "oil", 2), (HIGH.removeprefix("the "), "oil store", 2),
    (LOW.capitalize(), "The lamp", 1), (Portion(HIGH, 1), "the oil store", 2), (Portion(LOW, 2), "the lamp", 2),
    (phrase("{1}, {0} and {2}", LOW, "soot", 3), "soot, the lamp and 3", 1),
    (phrase("no words of anybody’s"), "no words of anybody’s", 0),
    (joined(", ", (LOW, "soot", HIGH)), "the lamp, soot, the oil store", 2), (joined(", ", ()), "", 0),
])  # fmt: skip
def test_what_is_made_of_portions_is_marked_as_high_as_the_highest(made: Portion, words: str, rank: int) -> None:
    """Cut, added, put into a phrase or joined, words keep the rank of the highest of them."""
    assert (type(made), made, made.rank) == (Portion, words, rank)


def test_the_rank_of_a_value_is_that_of_the_words_in_it() -> None:
    """Records, lists and mappings are as high as the highest words anywhere in them; anything else is low."""
    values = ["soot", LOW, (LOW, [HIGH]), {"a": LOW, "b": ("soot",)}, Box("soot", (LOW, HIGH)), [Box(LOW)], None, 7, ()]
    assert [rank_of(value) for value in values] == [0, 1, 2, 1, 2, 1, 0, 0, 0]


@pytest.mark.parametrize("spec", ["", ">20"])
def test_an_f_string_refuses_a_portion(spec: str) -> None:
    """What would come out of an f-string would have lost its marking, so it is a plain error that says what to use."""
    with pytest.raises(TypeError, match=r"`the oil store` would lose its marking in an f-string; use phrase\(\)"):
        format(HIGH, spec)
    assert f"{HIGH!s}" == "the oil store"
