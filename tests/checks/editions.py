"""Tiny editions with one thing changed, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmi_handbook.checks.examples import edition
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.library import check_edition
from cmi_handbook.model.draft import Draft


@contextmanager
def changed(file: str, old: str, new: str) -> Iterator[Path]:
    """Give the tiny edition with the first `old` in a file replaced."""
    with edition() as folder:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        yield folder


def checked(file: str, old: str, new: str) -> tuple[Draft, list[Diagnostic]]:
    """Return the draft of a changed edition and its faults."""
    with changed(file, old, new) as folder:
        return check_edition(folder)


def codes(file: str, old: str, new: str) -> list[str]:
    """Return the codes of the faults of a changed edition."""
    return [fault.code for fault in checked(file, old, new)[1]]
