"""What was built from what, under which release."""

import dataclasses
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cmi_handbook import __version__
from cmi_handbook.model.publication import Publication
from cmi_handbook.provenance import commit, is_modified
from cmi_handbook.publish.hashes import hash_file
from cmi_handbook.views.views import Views

TOOLS = ("cyclonedx-bom", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pydantic", "pymdown-extensions",
         "pyyaml", "typst")
"""The distributions whose versions show in the output."""

FORMAT = 1
"""Version of the manifest's own shape."""


def manifest(project: Path, editions: Sequence[Views], ceiling: str | None, site_url: str | None,
             timestamp: int, files: Mapping[str, str]) -> dict[str, Any]:
    """Return the manifest; `files` are the hashes of all others by name."""
    return {
        **origin(project, timestamp),
        "modified": is_modified(project),
        "ceiling": ceiling,
        "site_url": site_url,
        "editions": [_edition(edition, project / "data" / edition.root) for edition in editions],
        "tools": {"python": "{}.{}".format(*sys.version_info)} | {name: version(name) for name in TOOLS},
        "files": dict(files),
    }


def origin(project: Path, timestamp: int) -> dict[str, Any]:
    """Return what a bundle says of itself too: no address, and nothing that a ceiling may hold back."""
    return {"format": FORMAT, "version": __version__, "commit": commit(project), "date": timestamp}


def _edition(views: Views, folder: Path) -> dict[str, Any]:
    publication = views.publication
    release = publication.release
    return {
        "id": publication.id,
        "edition": publication.edition,
        "marking": views.marking(views.handbook),
        "held_back": views.imprint.held_back,
        "source_sha256": _source_hash(folder / publication.source_file, publication),
        "release": None if release is None else _plain(dataclasses.asdict(release)),
    }


def _source_hash(source: Path, publication: Publication) -> str:
    """Return the hash of the whole source, which a book under a ceiling does not show."""
    return hash_file(source) if source.is_file() else publication.source_sha256


def _plain(release: dict[str, Any]) -> dict[str, Any]:
    return release | {"date": release["date"].isoformat(), "to": list(release["to"])}
