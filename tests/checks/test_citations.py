"""Citations are read as the policy writes them, ranges and all."""

from __future__ import annotations

import pytest

from cmi_handbook.checks.citations import letters

from .editions import codes


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ref A", "A"),
        ("references A and E", "AE"),
        ("References B through D", "BCD"),
        ("References B through D and F", "BCDF"),
        ("Refs. A, C to E", "ACDE"),
        ("the Reference Fund", ""),
        ("for reference. A lamp", ""),
    ],
)
def test_letters(words: str, found: str) -> None:
    assert letters(words) == list(found)


def test_a_live_citation_marked_as_struck_is_a_fault() -> None:
    assert "CMI603" in codes("references.yaml", "{para: 1, text: Ref A}", "{para: 1, text: Ref A, struck: true}")


def test_a_citation_of_another_letter_is_a_fault() -> None:
    assert "CMI604" in codes("references.yaml", "text: Ref B, struck: true", "text: Ref A")
