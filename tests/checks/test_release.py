"""What goes out under a ceiling points at nothing that is held back."""

from __future__ import annotations

import pytest

from cmi_handbook.checks import crossings
from cmi_handbook.checks.examples import edition
from cmi_handbook.parse import parse_edition

from .editions import changed, codes

CLOSED = {
    "keepers": ("bodies.yaml", "    name: Keepers\n", 7),
    "3": ("text/4-scope.yaml", "    id: 3\n", 13),
    "fn.1": ("text/2-light.yaml", "kind: footnote,", 3),
    "ref.B": ("references.yaml", "    letter: B\n", 1),
    "tides-are-left-out": ("statements/3-scope.yaml", "    negated: true\n", 1),
}


@pytest.mark.parametrize(("id_", "change"), CLOSED.items(), ids=CLOSED)
def test_whatever_points_at_a_held_back_record_is_a_fault(id_: str, change: tuple[str, str, int]) -> None:
    file, after, pointing = change
    mark = after + (" marking: CLOSED," if after.endswith(",") else "    marking: CLOSED\n")
    with changed(file, after, mark) as folder:
        draft, _ = parse_edition(folder)
    assert crossings(draft, "CLOSED") == []
    faults = crossings(draft, "OPEN")
    assert {fault.message for fault in faults} == {f"`{id_}` is held back under `OPEN`"}
    assert len(faults) == pointing


def test_an_unknown_ceiling_is_a_fault_of_its_own() -> None:
    with edition() as folder:
        draft, _ = parse_edition(folder)
    assert [fault.code for fault in crossings(draft, "OPNE")] == ["CMI701"]


def test_a_publication_above_the_ceiling_is_a_fault_of_its_own() -> None:
    with changed("publication.yaml", "marking: OPEN", "marking: CLOSED") as folder:
        draft, _ = parse_edition(folder)
    assert [fault.code for fault in crossings(draft, "OPEN")] == ["CMI703"]


def test_a_file_without_a_marking_is_a_fault() -> None:
    assert codes("seats.yaml", "marking: OPEN\n", "") == ["CMI701"]
