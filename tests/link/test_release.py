"""Holding back: a record above the ceiling goes, and with it what cannot stand without it; the rest loses a little."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmi_handbook.checks import RULES
from cmi_handbook.checks.examples import edition
from cmi_handbook.checks.pointers import pointers
from cmi_handbook.link import Released, hold_back, link
from cmi_handbook.link.release import WITHHELD, Held, Loss
from cmi_handbook.link.told import Told
from cmi_handbook.model.draft import Draft, HeldBack, kinds
from cmi_handbook.model.text import SectionTitle
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.export import export
from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.site import render_site
from cmi_handbook.views.views import Views


@cache
def lighthouse() -> Draft:
    """Return the draft of the tiny edition."""
    with edition() as folder:
        draft, faults = parse_edition(folder)
    assert faults == []
    return draft


def places() -> list[tuple[str, int]]:
    """Return list and place of every record of the tiny edition."""
    return [(kind.key, at) for kind in kinds(Draft) for at in range(len(getattr(lighthouse(), kind.key)))]


def closed(*which: tuple[str, int] | str) -> Draft:
    """Return the tiny edition with some records, by id or by list and place, marked CLOSED."""
    draft = lighthouse()
    for key, at in places():
        entry = getattr(draft, key)[at]
        if (key, at) in which or getattr(entry.record, "id", None) in which:
            entries = list(getattr(draft, key))
            entries[at] = replace(entry, marking="CLOSED")
            draft = replace(draft, **{key: tuple(entries)})
    return draft


class Case(NamedTuple):
    """What is held back besides the record that is marked, each with what it cannot do without; and what is lost."""

    kind: str
    with_it: Mapping[tuple[str, str | None], str] = MappingProxyType({})
    lost: tuple[tuple[str, str, str], ...] = ()
    places: tuple[HeldBack, ...] = ()


SEAT, ANSWER = ("seats", "seat-watch"), ("statements", "keepers-answer-signals")
TRIM, STORMS = ("statements", "keepers-trim-the-lamp"), ("statements", "head-keeper-reports-storms")
CASES = {
    "keepers": Case("bodies", {TRIM: "keepers", ANSWER: "keepers", STORMS: "keepers", SEAT: "keepers"}, (
        ("head-keeper", "member_of", "keepers"), ("principle-answer", "statements", "keepers-answer-signals"),
        ("synonyms", "leads_to", "keepers-trim-the-lamp"))),
    "fishermen": Case("actors", {
        ANSWER: "fishermen", ("statements", "fishermen-hail-the-keepers"): "fishermen",
        ("themes", "theme-sea"): "fishermen-hail-the-keepers"}, (
        ("signals", "see", "fishermen"), ("principle-answer", "statements", "keepers-answer-signals"),
        ("seat-watch", "themes", "theme-sea"))),
    "3": Case("paragraph", {
        ("statements", "tides-are-left-out"): "3", ("statements", "fishermen-hail-the-keepers"): "3",
        ("policy_relations", "relation-tides"): "3", ("themes", "theme-sea"): "3"}, (
        ("keepers", "named_at", "3"), ("fishermen", "named_at", "3"), ("fishermen", "forms", "Fishermen"),
        ("fishermen", "described_at", "3"), ("seat-watch", "themes", "theme-sea")),
        (HeldBack("3", "section-1", "2.b"),)),
    "1": Case("paragraph", {
        ("footnote", "fn.1"): "", ("terms", "lamp"): "1", ("statements", "lamp-is-the-light"): "1", TRIM: "1",
        ("goals", "goal-light"): "1", ("notes", "struck-reference"): "1", ("synonyms", None): "lamp"}, (
        ("signals", "see", "lamp"), ("lantern", "see", "lamp"), ("keepers", "named_at", "1"),
        ("keepers", "summary", "words of what is held back"), ("ref.A", "citations", "1"), ("ref.B", "citations", "1")),
        (HeldBack("1", "section-1", None),)),
    "2": Case("paragraph", {ANSWER: "2"}, (
        ("keepers", "named_at", "2"), ("ref.A", "citations", "2"), ("ref.B", "citations", "2"),
        ("principle-answer", "statements", "keepers-answer-signals")),
        (HeldBack("2", "section-1", "1"),)),
    "2.a": Case("paragraph", {
        ("terms", "signals"): "signals", ANSWER: "2.a", ("principles", "principle-answer"): "2.a",
        ("themes", "theme-sea"): "2.a"}, (
        ("fishermen", "named_at", "2.a"), ("fishermen", "forms", "fishermen"), ("seat-watch", "themes", "theme-sea")),
        (HeldBack("2.a", "section-1", "2"),)),
    "4": Case("paragraph", {("bodies", "head-keeper"): "4", STORMS: "4"}, (("lk-1", "assigned_in", "4"),),
              (HeldBack("4", "section-2", None),)),
    "AP.1": Case("paragraph", {}, (
        ("lk-1", "approver", "AP.1"), ("lk-1", "documents", "AP.1"), ("board", "named_at", "AP.1")),
        (HeldBack("AP.1", "approval-sheet", None),)),
    "section-2": Case("section"),
    "ref.B": Case("references", {("notes", "struck-reference"): "ref.B"}),
    "lamp": Case("terms", {}, (
        ("signals", "see", "lamp"), ("lantern", "see", "lamp"), ("lamp-is-the-light", "subject", "lamp"),
        ("synonyms", "leads_to", "lamp"))),
    "tides-are-left-out": Case("statements", {}, (("relation-tides", "statements", "tides-are-left-out"),)),
    "theme-sea": Case("themes", {}, (("seat-watch", "themes", "theme-sea"),)),
    "seat-watch": Case("seats"),
}


@pytest.mark.parametrize("id_", CASES)
def test_what_goes_what_is_lost_and_what_leaves_its_number(id_: str) -> None:
    """A record above the ceiling takes along just what cannot stand without it, and the report names each and why."""
    case = CASES[id_]
    released = hold_back(closed(id_), "OPEN")
    reasons = {key: f"does not stand without `{lost}`" if lost else "called by nothing that goes out"
               for key, lost in case.with_it.items()} | {(case.kind, id_): "marked CLOSED"}
    assert {(each.kind, each.id): each.why for each in released.held} == reasons
    assert len(released.held) == len(reasons)
    assert released.losses == tuple(Loss(*each) for each in case.lost)
    assert released.draft.held_back == case.places


def test_a_lost_call_of_a_footnote_is_reported() -> None:
    """Without the footnote its paragraph goes out with the call taken out of its words, and the report says so."""
    released = hold_back(closed("fn.1"), "OPEN")
    assert released.held == (Held("footnote", "fn.1", "marked CLOSED"),
                             Held("notes", "struck-reference", "does not stand without `fn.1`"))
    one = released.draft.paragraphs["1"].record
    assert [each.text for each in one.sentences] == [
        "The lamp is the light that Keepers tend.", "It is old.",
        "Every Keeper must trim it at dusk (Ref A; ~~Ref B~~)."]  # fmt: skip
    assert released.losses == (Loss("1", "sentences", "fn.1"),)


def test_a_section_that_is_held_back_keeps_its_number_for_the_paragraphs_that_go_out() -> None:
    """Its title is withheld and its page stands; without a paragraph left in it the section is gone altogether."""
    titles = {each.record.id: (each.record.number, each.record.title, each.record.printed, each.marking)
              for each in hold_back(closed("section-2"), "OPEN").draft.blocks if isinstance(each.record, SectionTitle)}
    assert titles == {"section-1": ("1", "THE LIGHT", "SECTION 1 - THE LIGHT", "OPEN"),
                      "section-2": ("2", WITHHELD, WITHHELD, "OPEN")}
    book = link(hold_back(closed("section-2", "4", "4.a"), "OPEN").draft)
    assert list(book.sections) == ["section-1"]


def test_under_the_highest_ceiling_all_goes_out() -> None:
    """Nothing is held back and nothing lost; only the hash of the source is not shown."""
    draft = closed("keepers", "3", "lamp")
    assert draft.publication is not None
    head = replace(draft.publication, record=replace(draft.publication.record, source_sha256=WITHHELD))
    assert hold_back(draft, "CLOSED") == Released(replace(draft, publication=head), (), (), Told())


def test_a_form_that_stands_nowhere_any_more_is_lost_and_one_that_never_mattered_is_not() -> None:
    """What a form is lost for is a paragraph that is held back, not the ceiling by itself."""
    assert hold_back(lighthouse(), "OPEN").losses == ()
    assert hold_back(closed("2.b"), "OPEN").losses == ()
    assert Loss("fishermen", "forms", "Fishermen") in hold_back(closed("3"), "OPEN").losses


PICKED = st.sets(st.sampled_from(places()), max_size=12)


def going_out(draft: Draft) -> set[str]:
    """Return the ids of what goes out, or the words of what has none; a section may stand without its title."""
    return {str(getattr(entry.record, "id", getattr(entry.record, "words", entry.record))) for entry in draft.marked
            if not isinstance(entry.record, SectionTitle)}


@given(PICKED)
def test_whatever_is_marked_it_ends_and_what_goes_out_points_at_nothing_else(picked: set[tuple[str, int]]) -> None:
    """Any records may be marked: nothing above the ceiling is left, and every pointer and excerpt leads somewhere."""
    released = hold_back(closed(*picked), "OPEN")
    draft = released.draft
    assert {entry.marking for entry in draft.marked} == {"OPEN"}
    untitled = sum(isinstance(each.record, SectionTitle) and each.record.title == WITHHELD for each in draft.blocks)
    assert len(released.held) + len(draft.marked) == len(places()) + 1 + untitled
    known = {id_ for _, id_, _ in draft.identified()}
    assert [each.id for each in pointers(draft) if each.id not in known] == []
    looked_at = {"CMI104", "CMI105", "CMI206", "CMI301", "CMI502"}
    assert [fault for rule in RULES if rule.code in looked_at and rule.check for fault in rule.check(draft)] == []


@given(PICKED, PICKED)
def test_what_is_held_back_grows_with_what_is_marked(some: set[tuple[str, int]], more: set[tuple[str, int]]) -> None:
    """Marking more never lets out what was held back, and a second time nothing more goes."""
    one, other = hold_back(closed(*some), "OPEN"), hold_back(closed(*some, *more), "OPEN")
    assert going_out(other.draft) <= going_out(one.draft)
    again = hold_back(one.draft, "OPEN")
    assert (again.held, again.losses) == ((), ())
    before = one.draft
    assert replace(again.draft, held_back=before.held_back, held_records=before.held_records) == before


@settings(max_examples=25)
@given(PICKED)
def test_whatever_is_held_back_the_rest_can_be_shown(picked: set[tuple[str, int]]) -> None:
    """Pages, sheets and export are made of what is left, whatever that is, and name the paragraphs that are missing."""
    released = hold_back(closed(*picked), "OPEN")
    views = Views(link(released.draft))
    pages = {page.uri: page.body for page in render_site([views]).pages}
    export(views, [views])
    assert [job.name for jobs in batches(views) for job in jobs][:2] == ["cmi-handbook.pdf", "cmi-handbook-a5.pdf"]
    numbers = [f"para {each.cited}" for each in released.draft.held_back]
    others = len(released.held) - len(numbers)
    parts = [*numbers, *([f"{others} other record{'s' if others > 1 else ''}"] if others else [])]
    said = f"Held back under the ceiling of this rendering: {', '.join(parts)}."
    for uri in ("index.md", "lk-1/index.md", "lk-1/about.md"):
        assert (said in pages[uri], "Held back" in pages[uri]) == (bool(parts), bool(parts))


def test_what_the_source_prints_goes_out_as_it_is() -> None:
    """A run-in title that repeats words of a paragraph held back is the source's own, and lets nobody tell of it."""
    titled = tuple(replace(entry, record=replace(entry.record, title="Answer the signals of fishermen"))
                   if getattr(entry.record, "id", None) == "1" else entry for entry in closed("2.a").blocks)
    out = hold_back(replace(closed("2.a"), blocks=titled), "OPEN").draft
    assert out.paragraphs["1"].record.title == "Answer the signals of fishermen"


@pytest.mark.parametrize(("kind", "field"), [
    ("terms", "term"), ("bodies", "name"), ("actors", "name"), ("statements", "action"), ("themes", "title"),
    ("seats", "title"), ("principles", "title"), ("goals", "title"), ("policy_relations", "title"), ("terms", "id"),
])  # fmt: skip
def test_a_record_whose_id_or_name_tells_goes(kind: str, field: str) -> None:
    """Nothing can stand in the place of what a record is called by readers or by addresses."""
    draft = closed("2.b")
    told = "leave-the-paint" if field == "id" else "Leave the paint"
    entries = tuple(replace(entry, record=replace(entry.record, **{field: told})) for entry in getattr(draft, kind)[:1])
    held = hold_back(replace(draft, **{kind: entries}), "OPEN").held
    assert [each.why for each in held if each.kind == kind and each.id == entries[0].record.id] == [
        "its id tells words of what is held back" if field == "id" else "does not stand without `Leave the paint`"]


def test_a_sentence_whose_statement_is_held_back_says_so_in_the_ledger() -> None:
    """The sentence goes out and what it fed does not; the ledger does not say that it feeds nothing."""
    views = Views(link(hold_back(closed("fishermen-hail-the-keepers"), "OPEN").draft))
    (page,) = (page.body for page in render_site([views]).pages if page.uri == "lk-1/coverage/section-1.md")
    row = next(row for row in page.split("<tr>") if "Fishermen may hail" in row)
    assert ("Held back under the ceiling." in row, "None." in row) == (True, False)
