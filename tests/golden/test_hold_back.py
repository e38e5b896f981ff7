"""What a ceiling holds back of the tiny edition, what the rest loses, and that the rule comes to an end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.library import check_edition
from cmi_handbook.link import Released, hold_back
from cmi_handbook.link.release import WITHHELD, Held, Loss
from cmi_handbook.link.told import Told, only_in, runs
from cmi_handbook.model.draft import HeldBack
from tests.checks.editions import changed

Change = tuple[str, str, str]

CLOSED = {
    "a statement": (
        [("statements/3-scope.yaml", "    negated: true\n", "    negated: true\n    marking: CLOSED\n")],
        [("statements", "tides-are-left-out", "marked CLOSED")],
        [("relation-tides", "statements", "tides-are-left-out")]),
    "a term": (
        [("terms.yaml", "    kind: defined\n", "    kind: defined\n    marking: CLOSED\n")],
        [("terms", "lamp", "marked CLOSED")],
        [("signals", "see", "lamp"), ("lantern", "see", "lamp"), ("lamp-is-the-light", "subject", "lamp"),
         ("synonyms", "leads_to", "lamp")]),
    "a theme": (
        [("themes.yaml", "    title: The sea\n", "    title: The sea\n    marking: CLOSED\n")],
        [("themes", "theme-sea", "marked CLOSED")],
        [("seat-watch", "themes", "theme-sea")]),
    "a paragraph with a footnote": (
        [("text/2-light.yaml", "    id: 1\n", "    id: 1\n    marking: CLOSED\n")],
        [("paragraph", "1", "marked CLOSED"), ("footnote", "fn.1", "called by nothing that goes out"),
         ("terms", "lamp", "does not stand without `1`"),
         ("statements", "lamp-is-the-light", "does not stand without `1`"),
         ("statements", "keepers-trim-the-lamp", "does not stand without `1`"),
         ("goals", "goal-light", "does not stand without `1`"),
         ("notes", "struck-reference", "does not stand without `1`"),
         ("synonyms", None, "does not stand without `lamp`")],
        [("signals", "see", "lamp"), ("lantern", "see", "lamp"), ("keepers", "named_at", "1"),
         ("keepers", "summary", "words of what is held back"),
         ("ref.A", "citations", "1"), ("ref.B", "citations", "1")]),
    "an item that others stand by": (
        [("text/3-rules.yaml", "    id: 2.a\n", "    id: 2.a\n    marking: CLOSED\n")],
        [("paragraph", "2.a", "marked CLOSED"), ("terms", "signals", "does not stand without `signals`"),
         ("statements", "keepers-answer-signals", "does not stand without `2.a`"),
         ("principles", "principle-answer", "does not stand without `2.a`"),
         ("themes", "theme-sea", "does not stand without `2.a`")],
        [("fishermen", "named_at", "2.a"), ("fishermen", "forms", "fishermen"), ("seat-watch", "themes", "theme-sea")]),
    "a body that a seat needs": (
        [("bodies.yaml", "    name: Keepers\n", "    name: Keepers\n    marking: CLOSED\n")],
        [("bodies", "keepers", "marked CLOSED"),
         ("statements", "keepers-trim-the-lamp", "does not stand without `keepers`"),
         ("statements", "keepers-answer-signals", "does not stand without `keepers`"),
         ("statements", "head-keeper-reports-storms", "does not stand without `keepers`"),
         ("seats", "seat-watch", "does not stand without `keepers`")],
        [("head-keeper", "member_of", "keepers"), ("principle-answer", "statements", "keepers-answer-signals"),
         ("synonyms", "leads_to", "keepers-trim-the-lamp")]),
    "a section with all its paragraphs": (
        [("text/5-tasks.yaml", "marking: OPEN", "marking: CLOSED")],
        [("section", "section-2", "marked CLOSED"), ("paragraph", "4", "marked CLOSED"),
         ("paragraph", "4.a", "marked CLOSED"), ("bodies", "head-keeper", "does not stand without `4`"),
         ("statements", "head-keeper-reports-storms", "does not stand without `4.a`")],
        [("lk-1", "assigned_in", "4"), ("board", "named_at", "4.a"), ("keepers", "member_of", "4.a")]),
}


@pytest.mark.parametrize(("changes", "held", "losses"), CLOSED.values(), ids=CLOSED)
def test_what_goes_and_what_is_lost(changes: list[Change], held: list[tuple[str, str | None, str]],
                                    losses: list[tuple[str, str, str]]) -> None:
    """Each record that is held back says why, and each that goes out says what it loses."""
    made = released(*changes)
    assert ([*made.held], [*made.losses]) == ([Held(*each) for each in held], [Loss(*each) for each in losses])


def released(*changes: Change) -> Released:
    """Return what goes out of a changed edition under the lowest ceiling."""
    (file, old, new), *more = changes
    with changed(file, old, new) as folder:
        for name, was, now in more:
            text = (folder / name).read_text(encoding="utf-8")
            assert was in text
            (folder / name).write_text(text.replace(was, now, 1), encoding="utf-8")
        draft, faults = check_edition(folder)
    assert faults == []
    return hold_back(draft, "OPEN")


def test_nothing_is_held_back_of_an_open_edition() -> None:
    """Without anything above the ceiling all goes out as it is, but for the hash of the source."""
    with edition() as folder:
        draft, _ = check_edition(folder)
    for ceiling in ("OPEN", "CLOSED"):
        made = hold_back(draft, ceiling)
        assert draft.publication
        head = replace(draft.publication, record=replace(draft.publication.record, source_sha256=WITHHELD))
        assert made == Released(replace(draft, publication=head), (), (), Told())


def test_a_higher_ceiling_lets_it_through() -> None:
    """What lies at the ceiling goes out."""
    with changed("seats.yaml", "marking: OPEN", "marking: CLOSED") as folder:
        draft, _ = check_edition(folder)
    assert [(each.kind, each.id) for each in hold_back(draft, "OPEN").held] == [("seats", "seat-watch")]
    assert hold_back(draft, "CLOSED").held == ()


def test_a_form_at_the_end_of_a_paragraph_stands() -> None:
    """The last word of a paragraph is a whole word, whatever the next one begins with."""
    with edition() as folder:
        for file, old, new in (
            ("seats.yaml", "marking: OPEN", "marking: CLOSED"), ("terms.yaml", "forms: [signals]", "forms: [alone]"),
            ("text/3-rules.yaml", "paint alone.", "paint alone"),
            ("text/4-scope.yaml", "id: 3\n", "id: 3\n    title: Sea\n"),
        ):  # fmt: skip
            path = folder / file
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        draft, _ = check_edition(folder)
    assert [each.id for each in hold_back(draft, "OPEN").held] == ["seat-watch"]


def test_places_of_what_is_held_back() -> None:
    """A paragraph that is held back leaves its number, its section and the paragraph before it; records are counted."""
    made = released(
        ("text/1-sheet.yaml", "    id: AP.note\n", "    id: AP.note\n    marking: CLOSED\n"),
        ("text/3-rules.yaml", "    id: 2.a\n", "    id: 2.a\n    marking: CLOSED\n"),
        ("text/3-rules.yaml", "    id: 2.b\n", "    id: 2.b\n    marking: CLOSED\n"),
        ("text/5-tasks.yaml", "    id: 4\n", "    id: 4\n    marking: CLOSED\n"),
    )
    assert made.draft.held_back == (
        HeldBack("AP.note", "approval-sheet", "AP.1"),
        HeldBack("2.a", "section-1", "2"), HeldBack("2.b", "section-1", "2"),
        HeldBack("4", "section-2", None),
    )  # fmt: skip
    assert (len(made.held), made.draft.held_records) == (10, 6)


def test_a_section_keeps_its_number_while_a_paragraph_of_it_goes_out() -> None:
    """The title is withheld, the place stays; without a paragraph the section is gone."""
    title = ("text/5-tasks.yaml", "printed: SECTION 2 - TASKS}", "printed: SECTION 2 - TASKS, marking: CLOSED}")
    made = released(title)
    assert sections(made) == [("section-1", "THE LIGHT", "SECTION 1 - THE LIGHT", "OPEN"),
                              ("section-2", WITHHELD, WITHHELD, "OPEN")]
    assert [(each.kind, each.id) for each in made.held] == [("section", "section-2")]
    made = released(("text/5-tasks.yaml", "marking: OPEN", "marking: CLOSED"))
    assert sections(made) == [("section-1", "THE LIGHT", "SECTION 1 - THE LIGHT", "OPEN")]


def test_a_section_before_others_goes_with_its_own_paragraphs() -> None:
    """Paragraphs of a later section hold no place for one before it."""
    first = [(f"text/{name}.yaml", "marking: OPEN", "marking: CLOSED") for name in ("2-light", "3-rules", "4-scope")]
    assert [each[0] for each in sections(released(*first))] == ["section-2"]


def sections(made: Released) -> list[tuple[str, str, str, str | None]]:
    return [(each.record.id, each.record.title, each.record.printed, each.marking)
            for each in made.draft.blocks if each.record.kind == "section"]


def test_a_text_that_tells_is_withheld() -> None:
    """A text of the editor's with three words that stand in nothing that goes out is withheld, other fields stay."""
    made = released(
        ("text/4-scope.yaml", "    id: 3\n", "    id: 3\n    marking: CLOSED\n"),
        ("bodies.yaml", "open: Who sits on it is not said.", "open: Fishermen, may Hail it."),
        ("bodies.yaml", "open: How many there are is not said.", "open: Fishermen may be hailed by the Keepers."),
    )
    assert {each.record.id: each.record.open for each in made.draft.bodies} == {
        "board": WITHHELD, "keepers": "Fishermen may be hailed by the Keepers.",
        "head-keeper": "Who appoints this office is not said."}  # fmt: skip
    assert Loss("board", "open", "words of what is held back") in made.losses
    assert "keepers" not in {each.id for each in made.losses if each.field == "open"}


def test_words_that_stand_elsewhere_too_tell_nothing() -> None:
    """A run of words is told only where nothing that goes out holds it."""
    assert [*runs("One, two; THREE four.", 3)] == [("one", "two", "three"), ("two", "three", "four")]
    held = only_in(["The lamp is old and dim.", "A b c"], ["The lamp is old."], 3)
    assert held == {("is", "old", "and"), ("old", "and", "dim"), ("a", "b", "c")}
    told = Told(held, only_in(["one two three four five six seven"], [], 6), ("night watch",))
    assert [told.by(text) for text in ("It is OLD, and wet", "the lamp is old", "a b", "", "The Night Watch", "watch",
                                       "two three four five six", "Two three four five six seven")] \
        == ["is old and", None, None, None, "night watch", None, None, "two three four five six seven"]


def test_a_long_run_comes_from_nowhere_else() -> None:
    """In finished files six words side by side are wanted; three may stand there by chance."""
    told = Told(only_in(["The lamp is the light that Keepers tend."], [], 3))
    assert [told.for_certain(text) for text in ("the lamp is", "See: the lamp is the light that", "the lamp is not")] \
        == [None, "the lamp is the light that", None]


def test_a_name_that_is_held_back_is_withheld_wherever_it_is_typed() -> None:
    """A note that names a held-back body tells of it, and so does a note of the release."""
    watch = ("bodies.yaml", "bodies:\n", "bodies:\n  - {id: night-watch, name: Night Watch, kind: persons,"
             " nato: inside, summary: It sleeps by day., open: Where is not said., marking: CLOSED}\n")
    for typed in ("The NIGHT  watch sits.", "Night-Watches sit.", "NightWatch sits.", "See night_watch."):
        made = released(watch, ("bodies.yaml", "open: Who sits on it is not said.", f"open: {typed}"))
        assert made.draft.bodies[0].record.open == WITHHELD
    made = released(
        watch, ("bodies.yaml", "open: Who sits on it is not said.", "open: The night watch is not of it."),
        ("publication.yaml", "to: [all keepers]", "to: [all keepers], note: Not for the Night Watch."),
        ("seats.yaml", "title: The watch", "title: Night watch at sea"))
    assert made.draft.publication is not None and made.draft.publication.record.release is not None
    assert (made.draft.bodies[0].record.open, made.draft.publication.record.release.note) == (WITHHELD, WITHHELD)
    assert [(each.kind, each.id) for each in made.held] == [("bodies", "night-watch"), ("seats", "seat-watch")]
