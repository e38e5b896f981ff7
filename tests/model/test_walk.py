"""A field or a kind of record that nobody has heard of is held to all that holds for every field and every kind.

Nothing but the model is told of the new field: the checks, the ceiling, the
markings and the export find it by its annotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, get_args

import pytest

from cmi_handbook.checks import run_checks
from cmi_handbook.link.release import hold_back
from cmi_handbook.model.draft import Draft, Entries, Entry, File, kinds
from cmi_handbook.model.portion import rank_of
from cmi_handbook.model.record import Excerpt, Hold, OwnId, Para, record
from cmi_handbook.model.walk import changed_words, walk

LOW, HIGH = "NATO UNCLASSIFIED", "NATO RESTRICTED"


@record
class Lamp:
    """A kind of record that the handbook does not know."""

    id: OwnId
    shines_on: Para
    said: Excerpt
    marking: str | None = None


class Wider(Draft):
    """A draft with one list more."""

    __annotations__ = {"lamps": Annotated[Entries[Lamp], File("lamps", "lamp")]}
    lamps = ()


Wider = record(Wider)  # type: ignore[misc]
INVENTED = "words that nobody ever wrote"


def with_field(cls: type) -> type:
    """Return a type of record with an excerpt and a pointer more."""
    more = {"remark": Excerpt | None, "beside": Annotated[tuple[Para, ...], Hold.LOOSE]}
    return record(type(cls.__name__, (cls,), {"__annotations__": more, "remark": None, "beside": ()}))


def changed(draft: Draft, key: str, **values: Any) -> tuple[Draft, Entry[Any]]:
    """Return the draft with the first record of a list given more fields, and that record's entry."""
    first, *rest = getattr(draft, key)
    wider = with_field(type(first.record))
    entry = Entry(wider(**{**vars(first.record), **values}), first.marking, first.locate)
    return replace(draft, **{key: (entry, *rest)}), entry


LISTS = [kind.key for kind in kinds(Draft)]


def said(draft: Draft) -> list[tuple[str, str]]:
    return [(fault.code, fault.message) for fault in run_checks(draft)]


@pytest.mark.parametrize("key", LISTS)
def test_invented_words_in_a_new_field_are_found(draft: Draft, key: str) -> None:
    """An excerpt in a field that no check names is compared with its paragraph."""
    wider, _ = changed(draft, key, remark=Excerpt(para="13", text=INVENTED))
    assert said(wider) == [("CMI301", f"`{INVENTED}` does not stand in paragraph `13`")]


@pytest.mark.parametrize("key", LISTS)
def test_a_bad_pointer_in_a_new_field_is_found(draft: Draft, key: str) -> None:
    """An id in a field that no check names has to lead somewhere, and to a record of the kind that is told."""
    wider, _ = changed(draft, key, beside=("99.z", "cimic"))
    assert said(wider) == [("CMI104", "unknown id `99.z`"),
                           ("CMI104", "`cimic` is a term, and a paragraph is wanted here")]


@pytest.mark.parametrize("key", LISTS)
def test_a_control_character_in_a_new_field_is_found(draft: Draft, key: str) -> None:
    """A text in a field that no check names is looked at letter by letter."""
    wider, _ = changed(draft, key, remark=Excerpt(para="13", text="CMI\u202e"))
    assert ("CMI801", "right-to-left override (U+202E) in a text") in said(wider)


@pytest.mark.parametrize("key", LISTS)
def test_a_new_field_lets_nothing_through_the_ceiling(draft: Draft, key: str) -> None:
    """What quotes a held-back paragraph in a new field goes with it; a loose list loses the number alone."""
    closed = replace(draft, blocks=tuple(
        replace(entry, marking=HIGH) if getattr(entry.record, "id", None) == "13" else entry for entry in draft.blocks))
    quoting, entry = changed(closed, key, remark=Excerpt(para="13", text="CMI"))
    assert entry not in getattr(hold_back(quoting, LOW).draft, key)
    pointing, entry = changed(draft, key, beside=("8", "13"))
    closed = replace(pointing, blocks=tuple(
        replace(each, marking=HIGH) if getattr(each.record, "id", None) == "13" else each for each in pointing.blocks))
    left = [each.record.beside for each in getattr(hold_back(closed, LOW).draft, key) if hasattr(each.record, "beside")]
    assert left in ([("8",)], [])


@pytest.mark.parametrize("key", LISTS)
def test_a_new_field_carries_its_marking(draft: Draft, key: str) -> None:
    """The words of a new field are marked like all others of the record."""
    _, entry = changed(draft, key, remark=Excerpt(para="13", text="CMI"))
    assert rank_of(changed_words(entry.record, lambda words, excerpt: _portion(words, 1 if excerpt else 0))) == 1


def _portion(words: str, rank: int) -> str:
    from cmi_handbook.model.portion import Portion

    return Portion(words, rank)


def lamp(draft: Draft, **values: Any) -> Any:
    """Return the draft with a record of a wholly new kind."""
    known = {"id": "lamp", "shines_on": "13", "said": Excerpt(para="13", text="CMI")}
    entry = Entry(Lamp(**{**known, **values}), values.get("marking", LOW), draft.blocks[0].locate)
    return Wider(**{each: getattr(draft, each) for each in Draft.__dataclass_fields__}, lamps=(entry,))


def test_a_new_kind_of_record_is_checked(draft: Draft) -> None:
    """Its words, its pointers, its id and its marking are held to the rules that hold for all."""
    assert said(lamp(draft)) == []
    assert said(lamp(draft, said=Excerpt(para="13", text=INVENTED))) == [
        ("CMI301", f"`{INVENTED}` does not stand in paragraph `13`")]
    assert said(lamp(draft, shines_on="cimic")) == [
        ("CMI104", "`cimic` is a term, and a paragraph is wanted here")]
    assert said(lamp(draft, id="saceur")) == [("CMI101", "id `saceur` stands twice")]
    assert said(lamp(draft, id="A Lamp")) == [("CMI102", "id `A Lamp` is malformed")]
    assert said(lamp(draft, marking="NATO SECRET")) == [("CMI701", "unknown marking `NATO SECRET`")]


def test_a_new_kind_of_record_is_held_back(draft: Draft) -> None:
    """Marked higher itself, or hanging on a paragraph that is, it does not go out."""
    assert [held.id for held in hold_back(lamp(draft, marking=HIGH), LOW).held] == ["lamp"]
    closed = replace(lamp(draft), blocks=tuple(
        replace(each, marking=HIGH) if getattr(each.record, "id", None) == "13" else each for each in draft.blocks))
    released = hold_back(closed, LOW)
    assert "lamp" in {held.id for held in released.held}
    assert released.draft.lamps == ()


def test_every_string_of_a_record_is_walked_once(draft: Draft) -> None:
    """The walk yields each string of the edition with a path of its own, and its place is where it is written."""
    for entry in draft.marked:
        paths = [found.path for found in walk(entry.record) if isinstance(found.value, str)]
        assert len(paths) == len(set(paths))


def test_the_lists_of_a_draft_are_its_fields() -> None:
    """Each list says its file and its record; blocks alone hold several kinds of record."""
    assert [kind.key for kind in kinds(Draft) if len(get_args(kind.record)) > 1] == ["blocks"]
    assert kinds(Wider)[-1].record is Lamp
