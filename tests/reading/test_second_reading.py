"""The source was read twice from scratch; every difference that is left was settled with a reason."""

from __future__ import annotations

from pathlib import Path

import yaml

from cmi_handbook.model.handbook import Handbook
from tests.reading.compare import differences

HERE = Path(__file__).parent


def load(name: str) -> dict:
    """Return a file beside this test."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def test_every_difference_is_settled(handbook: Handbook) -> None:
    """What differs between the two readings is just what the list of settled differences names."""
    readings = [reading | {"para": str(reading["para"])} for reading in load("second-reading.yaml")["readings"]]
    settled = load("settled.yaml")["settled"]
    assert differences(handbook, readings) == sorted(each["difference"] for each in settled)


def test_every_settlement_has_a_reason() -> None:
    """No difference was settled without saying why."""
    assert [each["difference"] for each in load("settled.yaml")["settled"] if len(each["reason"]) < 20] == []
