"""Pairs of a data file and what is read from it: the records, or what is said of them.

After a wanted change `python -m tests.parse.test_pairs` writes the expected
files anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from cmi_handbook.diagnostics import render
from cmi_handbook.parse.edition import KINDS
from cmi_handbook.parse.files import source_file
from cmi_handbook.parse.records import read_record
from cmi_handbook.parse.tree import read_tree

PAIRS = Path(__file__).parent / "pairs"
"""`<kind>-<what>.yaml` beside `<kind>-<what>.json`; the kind is that of the edition's file."""


def read(path: Path) -> str:
    """Return what comes of a file: records as JSON, each with its marking, and the faults as text."""
    text = path.read_text(encoding="utf-8")
    file = source_file(path.name, text)
    root, faults = read_tree(file, text)
    kind = KINDS[path.name.partition("-")[0]].record
    entries = []
    for node in root.value if root else ():
        entry, found = read_record(kind, node, file, "LOW")
        faults += found
        entries += [entry] if entry else []
    records = [{"marking_of_entry": each.marking, **asdict(each.record)} for each in entries]
    told = {"records": records, "faults": render(faults, "text").splitlines()}
    return json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n"


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_is_read_as_expected(path: Path) -> None:
    """Records and faults of the file are the expected ones, defaults, places and all."""
    assert read(path) == path.with_suffix(".json").read_text(encoding="utf-8")


if __name__ == "__main__":
    for given in PAIRS.glob("*.yaml"):
        given.with_suffix(".json").write_text(read(given), encoding="utf-8")
