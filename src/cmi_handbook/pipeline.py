"""The five verbs on one screen: parse, check, link, view, render."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from cmi_handbook.checks import against
from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.library import named_from_here, parse_and_check
from cmi_handbook.link import Released, hold_back, link
from cmi_handbook.link.told import Told
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.page import Site
from cmi_handbook.render.site import render_site
from cmi_handbook.views.edition import Facts
from cmi_handbook.views.views import Views


class Unsound(Exception):
    """The data has faults, so there is no handbook; carries all of them."""

    def __init__(self, faults: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults in the data")
        self.faults = tuple(faults)


def drafts(data: Path, *, signed: bool = True) -> tuple[Draft, ...]:
    """Parse and check every edition of a data folder; raises `Unsound` with every fault."""
    library = parse_and_check(data, signed=signed)
    if library.faults:
        raise Unsound(library.faults)
    if not library.drafts:
        raise Unsound([Diagnostic(Location(str(data)), "CMI010", "no edition in the data folder",
                                  "add a folder with a `publication.yaml`, or name another one with --data")])
    return library.drafts


def released(data: Path, ceiling: str, *, signed: bool = True) -> tuple[Released, ...]:
    """Return what of each edition goes out under a ceiling, and what is held back; raises `Unsound`."""
    sound = drafts(data, signed=signed)
    if faults := [named_from_here(fault, data) for draft in sound for fault in against(draft, ceiling)]:
        raise Unsound(faults)
    return tuple(hold_back(draft, ceiling) for draft in sound)


def handbooks(data: Path, ceiling: str | None = None, *, signed: bool = True) -> tuple[Handbook, ...]:
    """Return the linked handbooks of a sound data folder, the latest edition first.

    `ceiling` is the highest marking let through; what lies above it is held
    back before anything is linked.  Raises `Unsound` with every fault; a reading
    that changed since it was signed is one where `signed` asks for it.
    """
    sound = (drafts(data, signed=signed) if ceiling is None
             else [edition.draft for edition in released(data, ceiling, signed=signed)])
    return tuple(sorted(map(link, sound), key=lambda book: book.publication.decided.iso, reverse=True))


def told(data: Path, ceiling: str | None) -> tuple[Told, ...]:
    """Return what would tell of whatever a ceiling holds back, for each edition; nothing without a ceiling."""
    return tuple(each.told for each in released(data, ceiling)) if ceiling else ()


def views(books: Sequence[Handbook]) -> tuple[Views, ...]:
    """Return the finished views of some handbooks."""
    return tuple(map(Views, books))


def site(all_views: Sequence[Views], build: Facts = (), downloads: Iterable[str] = ()) -> Site:
    """Return the site's generated pages and files, as values."""
    return render_site(all_views, build, downloads)
