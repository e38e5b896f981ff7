"""The five verbs on one screen: parse, check, link, view, render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cmi_handbook.checks.held_back_target import crossings
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.library import Library, named_from_here, read
from cmi_handbook.link import hold_back, link
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.page import Site
from cmi_handbook.render.site import render_site


class Unsound(Exception):
    """The data has faults, so there is no handbook; carries all of them."""

    def __init__(self, faults: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults in the data")
        self.faults = tuple(faults)


def handbooks(data: Path, ceiling: str | None = None) -> tuple[Handbook, ...]:
    """Return the linked handbooks of a sound data folder, the latest edition first.

    `ceiling` is the highest marking let through; what lies above it is held
    back before anything is linked.  Raises `Unsound` with every fault.
    """
    library = read(data)
    faults = list(library.faults) or _none(library, data)
    if ceiling is not None and not faults:
        faults = [named_from_here(each, data) for draft in library.drafts for each in crossings(draft, ceiling)]
    if faults:
        raise Unsound(faults)
    drafts = [draft if ceiling is None else hold_back(draft, ceiling) for draft in library.drafts]
    linked = [link(draft) for draft in drafts]
    return tuple(sorted(linked, key=lambda each: each.publication.decided.iso, reverse=True))


def _none(library: Library, data: Path) -> list[Diagnostic]:
    if library.drafts:
        return []
    return [Diagnostic(Location(str(data)), "CMI010", "no edition in the data folder",
                       "add a folder with a `publication.yaml`, or name another one with --data")]


def site(books: Sequence[Handbook], build: tuple[tuple[str, str], ...] = (), downloads: Iterable[str] = ()) -> Site:
    """Return the site's generated pages and files, as values."""
    return render_site(books, build, downloads)
