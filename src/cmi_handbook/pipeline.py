"""The five verbs on one screen: parse, check, link, view, render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook.checks import run_checks
from cmi_handbook.checks.held_back_target import crossings
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.link import hold_back, link
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.page import Site
from cmi_handbook.render.site import render_site


class Unsound(Exception):
    """The data has faults, so there is no handbook; carries all of them."""

    def __init__(self, faults: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults in the data")
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Library:
    """The drafts of all editions in a data folder, and every fault in them."""

    drafts: tuple[Draft, ...]
    faults: tuple[Diagnostic, ...]


def read(data: Path) -> Library:
    """Parse and check every edition below a data folder."""
    drafts: list[Draft] = []
    faults: list[Diagnostic] = []
    for folder in edition_folders(data):
        draft, form = parse_edition(folder)
        drafts.append(draft)
        faults += form
        faults += run_checks(draft)
    if not drafts:
        faults.append(Diagnostic(Location(str(data)), "CMI010", "no edition in the data folder",
                                 "add a folder with a `publication.yaml`, or name another one with --data"))
    return Library(tuple(drafts), tuple(faults))


def edition_folders(data: Path) -> list[Path]:
    """Return the folders of a data folder that hold YAML files, by name."""
    if not data.is_dir():
        return []
    return sorted(folder for folder in data.iterdir() if folder.is_dir() and any(folder.rglob("*.y*ml")))


def handbooks(data: Path, ceiling: str | None = None) -> tuple[Handbook, ...]:
    """Return the linked handbooks of a sound data folder, the latest edition first.

    `ceiling` is the highest marking let through; what lies above it is held
    back before anything is linked.  Raises `Unsound` with every fault.
    """
    library = read(data)
    faults = list(library.faults)
    if ceiling is not None and not faults:
        faults += [fault for draft in library.drafts for fault in crossings(draft, ceiling)]
    if faults:
        raise Unsound(faults)
    drafts = [draft if ceiling is None else hold_back(draft, ceiling) for draft in library.drafts]
    linked = [link(draft) for draft in drafts]
    return tuple(sorted(linked, key=lambda each: each.publication.decided.iso, reverse=True))


def site(books: Sequence[Handbook], build: tuple[tuple[str, str], ...] = (), downloads: Iterable[str] = ()) -> Site:
    """Return the site's generated pages and files, as values."""
    return render_site(books, build, downloads)
