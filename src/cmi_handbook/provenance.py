"""Where a build comes from: version and commit, without a clock."""

import os
import subprocess
from pathlib import Path

from cmi_handbook import __version__


def commit(project: Path) -> str:
    """Return the commit a project stands at, or `unknown` outside a repository of its own.

    `HANDBOOK_COMMIT` names it where there is no repository, as in a source archive.
    """
    named = os.environ.get("HANDBOOK_COMMIT")
    if named:
        return named
    # The prefix is empty at the top of a repository; an archive unpacked inside another one is not that one's commit.
    prefix, _, head = (_git(project, "rev-parse", "--show-prefix", "HEAD") or "").partition("\n")
    return head if head and not prefix else "unknown"


def is_modified(project: Path) -> bool | None:
    """Tell whether files of the commit were changed since; nothing where that cannot be known."""
    if commit(project) == "unknown":
        return None
    changed = _git(project, "status", "--porcelain", "--untracked-files=no")
    return None if changed is None else bool(changed)


def _git(project: Path, *words: str) -> str | None:
    """Return what git says of a project, or nothing.

    The folder may belong to somebody else than the one who builds, and git may
    be set up to look elsewhere (as it is within a hook): neither changes the answer.
    """
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", f"safe.directory={project.resolve()}", *words]
    try:
        asked = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True, env=surroundings)
    except (OSError, subprocess.CalledProcessError):
        return None
    return asked.stdout.rstrip()


def build_facts(project: Path) -> tuple[tuple[str, str], ...]:
    """Return what the page about the edition says of the build."""
    return (("Handbook version", __version__), ("Commit", commit(project)))
