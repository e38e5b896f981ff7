"""Small whole projects, and how the tests build them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from cmi_handbook.checks.examples import HERE as EXAMPLES
from cmi_handbook.publish.hashes import hash_folder

PROJECT = Path(__file__).parents[2]
PARTS = ("hooks", "overrides", "schema", "docs/assets", "docs/book")


def small_config(**changes: Any) -> dict[str, Any]:
    """The project's configuration without the editors' pages."""
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    config["nav"] = [entry for entry in config.get("nav", []) if "editors/" not in str(entry)]
    config["plugins"], config["watch"] = [], []
    return config | changes


def small_project(folder: Path) -> Path:
    """Make a project whose data is the tiny edition of the checks' examples."""
    for part in PARTS:
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copytree(EXAMPLES / "base", folder / "data" / "lk-1")
    shutil.copy(PROJECT / "pyproject.toml", folder)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(small_config()), "utf-8")
    return folder


def command(*words: str | Path, program: str = "cmi-handbook") -> list[str]:
    """The command line of one call of the program, or of another one that is installed beside it."""
    return [str(Path(sys.executable).with_name(program)), *map(str, words)]


def run(project: Path, *words: str | Path, env: Mapping[str, str] | None = None, program: str = "cmi-handbook",
        **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a program inside a project."""
    return subprocess.run(command(*words, program=program), cwd=project, capture_output=True, text=True, check=False,
                          env=os.environ | (env or {}), **options)


def built(project: Path, *words: str | Path, env: Mapping[str, str] | None = None) -> Path:
    """Build a project without a word of complaint, but for what a ceiling holds back; return its output."""
    done = run(project, "build", *words, env=env)
    said = [line for line in done.stderr.splitlines() if "Held back under the ceiling" not in line]
    assert (done.returncode, done.stdout, said) == (0, "", [])
    return project / "dist"


def contents(folder: Path) -> dict[str, str]:
    """The hashes of all files below a folder."""
    return hash_folder(folder)
