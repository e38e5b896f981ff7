"""What stands in the way of a build under a ceiling: an unknown marking, or a publication that is itself above it."""

from __future__ import annotations

from cmi_handbook.checks import against
from cmi_handbook.checks.examples import edition
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import parse_edition

from .editions import changed, codes

ABOVE = [("CMI703", "the publication is marked `CLOSED`",
          "build it under that ceiling; `OPEN` lets nothing of it out")]
UNKNOWN = [("CMI701", "unknown ceiling `OPNE`", "did you mean `OPEN`?")]


def said(draft: Draft, ceiling: str) -> list[tuple[str, str, str]]:
    """Return what stands in the way of a build."""
    return [(fault.code, fault.message, fault.help) for fault in against(draft, ceiling)]


def test_records_above_the_ceiling_stand_in_no_way() -> None:
    """Whatever is marked higher than the publication is held back, and nothing that names it is a fault."""
    for file, after, mark in (("bodies.yaml", "    name: Keepers\n", "    marking: CLOSED\n"),
                              ("text/4-scope.yaml", "    id: 3\n", "    marking: CLOSED\n"),
                              ("text/2-light.yaml", "kind: footnote,", " marking: CLOSED,"),
                              ("references.yaml", "    letter: B\n", "    marking: CLOSED\n"),
                              ("themes.yaml", "marking: OPEN\n", "")):
        with changed(file, after, after + mark if mark else "marking: CLOSED\n") as folder:
            draft, faults = parse_edition(folder)
        assert faults == []
        assert [against(draft, ceiling) for ceiling in ("OPEN", "CLOSED")] == [[], []]


def test_an_unknown_ceiling_is_a_fault_of_its_own() -> None:
    """A ceiling that the edition does not list is one fault, and the nearest marking is named."""
    with edition() as folder:
        draft, _ = parse_edition(folder)
    assert said(draft, "OPNE") == UNKNOWN


def test_a_publication_above_the_ceiling_is_a_fault_of_its_own() -> None:
    """A publication marked higher than the ceiling is one fault, whatever its records are marked; at it, none."""
    with changed("publication.yaml", "marking: OPEN", "marking: CLOSED") as folder:
        draft, _ = parse_edition(folder)
    assert (said(draft, "OPEN"), said(draft, "CLOSED")) == (ABOVE, [])


def test_without_a_publication_there_is_nothing_to_hold_against() -> None:
    """What could not be read is told by other rules."""
    with changed("publication.yaml", "publication:\n", "publication: [\n") as folder:
        draft, _ = parse_edition(folder)
    assert draft.publication is None
    assert against(draft, "OPEN") == []


def test_a_file_without_a_marking_is_a_fault() -> None:
    """Each data file says how it is marked."""
    assert codes("seats.yaml", "marking: OPEN\n", "") == ["CMI701"]
