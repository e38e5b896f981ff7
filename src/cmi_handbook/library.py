"""All editions of a data folder: parsed and checked, with every fault in them."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from cmi_handbook.checks import run_checks
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import parse_edition


@dataclass(frozen=True)
class Library:
    """The drafts of all editions, and the faults in them; files are named as seen from the current folder."""

    drafts: tuple[Draft, ...]
    faults: tuple[Diagnostic, ...]


def parse_and_check(data: Path, *, signed: bool = True) -> Library:
    """Parse and check every edition below a data folder, in the order of their names.

    Without `signed`, readings that changed since they were signed are no faults.
    """
    drafts: list[Draft] = []
    faults: list[Diagnostic] = []
    with _without_collector():
        for folder in edition_folders(data):
            draft, found = check_edition(folder, signed=signed)
            drafts.append(draft)
            faults += found
    return Library(tuple(drafts), tuple(named_from_here(fault, data) for fault in faults))


def check_edition(folder: Path, *, signed: bool = True) -> tuple[Draft, list[Diagnostic]]:
    """Return the draft of an edition, and all that is wrong with it."""
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink():
            return Draft(folder=folder.name, incomplete=True), [Diagnostic(
                Location(path.relative_to(folder.parent).as_posix()), "CMI010", "a link in the data",
                "put the file or folder itself here")]
    draft, faults = parse_edition(folder)
    return draft, faults + run_checks(draft, signed=signed)


def edition_folders(data: Path) -> list[Path]:
    """Return the folders of a data folder that hold an edition, or something meant as one, by name."""
    if not data.is_dir():
        return []
    return sorted(folder for folder in data.iterdir()
                  if folder.is_symlink() or (folder.is_dir() and any(folder.rglob("*.y*ml"))))


def named_from_here(fault: Diagnostic, data: Path) -> Diagnostic:
    """Return a fault with the file name that an editor opens from the current folder."""
    base = data.resolve()
    if base.is_relative_to(Path.cwd()):
        base = Path(os.path.relpath(base))
    return replace(fault, at=replace(fault.at, file=(base / fault.at.file).as_posix()))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stop looking for garbage for a while: reading makes many small records and hardly any garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
