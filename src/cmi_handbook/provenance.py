"""Where a build comes from: version and commit, without a clock."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from cmi_handbook import __version__
from cmi_handbook.model.handbook import Handbook


def commit(project: Path) -> str:
    """Return the commit a project stands at, or `unknown` outside a repository.

    `HANDBOOK_COMMIT` names it where there is no repository, as in a source archive.
    """
    named = os.environ.get("HANDBOOK_COMMIT")
    if named:
        return named
    try:
        asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return asked.stdout.strip()


def build_facts(project: Path, book: Handbook) -> tuple[tuple[str, str], ...]:
    """Return what the page about the edition says of the build."""
    return (
        ("Handbook version", __version__),
        ("Commit", commit(project)),
        ("Source, SHA-256", book.publication.source_sha256),
        ("Site engine", "MkDocs with Material for MkDocs (MIT licence)"),
    )
