"""Numbers taken apart and put together: every counter, prefix, width and gap."""

from __future__ import annotations

import pytest

from cmi_handbook.checks.paragraph_order import _Order
from cmi_handbook.checks.unusable_numbering import cited_alike
from cmi_handbook.model.numbering import cited, following, is_paragraph, join, label, parent, place, split, write
from cmi_handbook.model.publication import Counter, Numbering

LETTER, CAPITAL, ROMAN = (Counter(counts=counts) for counts in ("letter", "capital", "roman"))
PLAIN = Numbering()
DEEP = Numbering(
    levels=(Counter(counts="number", prefix="182.", width=2, printed="§ {}", cited="{}"),
            Counter(counts="letter", printed="({})", cited="({})"), Counter(counts="roman", cited=" {}")),
    gaps=("182.03", "182.04", "182.05.b"),
)  # fmt: skip


@pytest.mark.parametrize(("counter", "number", "written"), [
    (LETTER, 1, "a"), (LETTER, 26, "z"), (LETTER, 27, "aa"), (LETTER, 52, "az"), (LETTER, 53, "ba"),
    (LETTER, 702, "zz"),
    (CAPITAL, 2, "B"), (CAPITAL, 28, "AB"),
    (ROMAN, 1, "i"), (ROMAN, 4, "iv"), (ROMAN, 5, "v"), (ROMAN, 8, "viii"), (ROMAN, 9, "ix"), (ROMAN, 10, "x"),
    (ROMAN, 24, "xxiv"), (ROMAN, 39, "xxxix"), (ROMAN, 40, "xl"), (ROMAN, 99, "xcix"), (ROMAN, 444, "cdxliv"),
    (Counter(counts="number"), 12, "12"), (Counter(counts="number", width=3), 12, "012"),
    (Counter(counts="number", width=3), 1234, "1234"),
])  # fmt: skip
def test_a_number_is_written_and_read_by_one_rule(counter: Counter, number: int, written: str) -> None:
    """What a level writes for a number it reads as that number."""
    assert (write(counter, number), place(counter, written)) == (written, number)


@pytest.mark.parametrize(("counter", "written"), [
    (Counter(counts="number"), "0"), (Counter(counts="number"), "01"), (Counter(counts="number"), "x"),
    (Counter(counts="number"), ""), (Counter(counts="number"), "1234567890"), (Counter(counts="number"), "٣"),
    (Counter(counts="number", width=2), "1"), (Counter(counts="number"), "-1"),
    (LETTER, ""), (LETTER, "A"), (LETTER, "aaa"), (LETTER, "1"), (CAPITAL, "b"), (ROMAN, "iiii"), (ROMAN, "a"),
])  # fmt: skip
def test_what_no_level_writes_is_no_count(counter: Counter, written: str) -> None:
    """A count in another form than its level's is none."""
    assert place(counter, written) is None


@pytest.mark.parametrize(("numbering", "id_", "counts", "above", "printed", "number"), [
    (PLAIN, "34", ("34",), None, "34.", "34"), (PLAIN, "34.c", ("34", "c"), "34", "c.", "34.c"),
    (PLAIN, "34.c.i", None, None, "i.", "34.c.i"), (PLAIN, "FD.1", None, None, "1.", "FD.1"),
    (PLAIN, "FD.note", None, None, "Note:", "FD.note"), (PLAIN, "c.34", None, None, "34.", "c.34"),
    (DEEP, "182.07", ("07",), None, "§ 182.07", "182.07"),
    (DEEP, "182.07.c", ("07", "c"), "182.07", "(c)", "182.07(c)"),
    (DEEP, "182.07.c.iv", ("07", "c", "iv"), "182.07.c", "iv.", "182.07(c) iv"),
    (DEEP, "182.7", None, None, "7.", "182.7"), (DEEP, "07.c", None, None, "c.", "07.c"),
])  # fmt: skip
def test_an_id_is_taken_apart(numbering: Numbering, id_: str, counts: tuple[str, ...] | None, above: str | None,
                              printed: str, number: str) -> None:
    """Counts, lead-in, printed label and citation of an id come from its numbering."""
    assert (split(numbering, id_), parent(numbering, id_), label(numbering, id_), cited(numbering, id_)) \
        == (counts, above, printed, number)
    assert counts is None or join(numbering, counts) == id_


def test_paragraphs_of_the_text_and_of_the_sheets_are_known() -> None:
    """A paragraph is one of the numbering or of a sheet; nothing else is."""
    ids = ("182.07", "FD.1", "FD.note", "ABC.20", "ABCD.1", "FD.0", "fd.1", "7", "fn.1")
    assert [id_ for id_ in ids if is_paragraph(DEEP, id_)] == ["182.07", "FD.1", "FD.note", "ABC.20"]


@pytest.mark.parametrize(("before", "level", "due"), [
    ((), 0, "182.01"), (("01",), 0, "182.02"), (("02",), 0, "182.05"), (("02", "c"), 0, "182.05"),
    (("05",), 1, "182.05.a"), (("05", "a"), 1, "182.05.c"), (("05", "a"), 2, "182.05.a.i"),
    (("05", "a", "iii"), 2, "182.05.a.iv"),
])  # fmt: skip
def test_gaps_are_passed_over(before: tuple[str, ...], level: int, due: str) -> None:
    """The next id of a level leaves out what the source leaves out."""
    assert following(DEEP, before, level) == due


IS_DUE = "; what the source leaves out stands in `numbering.gaps`"


@pytest.mark.parametrize(("numbering", "ids", "faults"), [
    (PLAIN, "1 2 2.a 2.b 3", {}),
    (PLAIN, "2", {"2": ("paragraph `2` comes first", "paragraph `1` is due here")}),
    (PLAIN, "1 3 4", {"3": ("paragraph `3` stands after paragraph `1`", "paragraph `2` is due here")}),
    (PLAIN, "1 1.a 1.c 1.d 2",
     {"1.c": ("paragraph `1.c` stands after paragraph `1.a`", "paragraph `1.b` is due here")}),
    (PLAIN, "1 1.b 2", {"1.b": ("paragraph `1.b` stands after paragraph `1`", "paragraph `1.a` is due here")}),
    (PLAIN, "1 1.a 7.b 1.c 2",
     {"7.b": ("paragraph `7.b` stands after paragraph `1.a`", "paragraph `1.b` is due here")}),
    (DEEP, "182.01 182.02 182.05 182.05.a 182.05.c 182.05.c.i 182.05.c.ii 182.05.d 182.06", {}),
    (DEEP, "182.01 182.01.a 182.01.a.i 182.02.a",
     {"182.02.a": ("paragraph `182.02.a` stands after paragraph `182.01.a.i`",
                   "paragraph `182.01.a.ii` is due here")}),
    (PLAIN, "FD.1 FD.2 MD.1 FD.note 1 FD.3", {}),
])  # fmt: skip
def test_order(numbering: Numbering, ids: str, faults: dict[str, tuple[str, str]]) -> None:
    """Each paragraph out of order is named with the one that is due; the next is judged by itself."""
    order = _Order(numbering)
    found = {id_: fault for id_ in ids.split() if (fault := order.take(id_))}
    assert found == {id_: (message, f"{help_}{IS_DUE}") for id_, (message, help_) in faults.items()}


def test_each_sheet_is_counted_by_itself() -> None:
    """A sheet begins with 1, and what follows a stray number is judged by that number."""
    order = _Order(PLAIN)
    assert [order.take(id_) for id_ in ("FD.1", "FD.3", "MD.2", "FD.4", "FD.note", "MD.3")] == [
        None, ("paragraph `FD.3` is out of order", "paragraph `FD.2` is due here"),
        ("paragraph `MD.2` is out of order", "paragraph `MD.1` is due here"), None, None, None,
    ]  # fmt: skip


def test_a_citation_that_means_two_paragraphs_is_found() -> None:
    """Counts of two levels that meet without a sign between them read as one number."""
    run_in = Numbering(levels=(Counter(counts="number", cited="{}"), Counter(counts="number", cited="{}")))
    assert [*cited_alike(run_in, ["1", "1.11", "11", "11.1", "2"])] == [("11.1", "1.11")]
    assert [*cited_alike(PLAIN, ["1", "1.a", "11", "11.a", "2"])] == []
