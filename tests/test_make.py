"""`make` sets up an environment where there is none of this place."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PYTHON = """#!/bin/sh
case "$*" in
    -c*) exit 0 ;;
    "-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
esac
echo "$*"
"""
"""Stands for Python: says what it is asked for, and makes an environment that has but itself."""

SET_UP = ["-m venv --clear .venv", "-m pip install --quiet --require-hashes --requirement requirements.lock",
          "-m pip install --quiet --no-deps --no-build-isolation --editable ."]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with what `make` reads to set up an environment."""
    folder = tmp_path / "one place"
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    return folder


def asked(folder: Path) -> list[str]:
    """What `make` asks of Python to have an environment in a folder."""
    done = subprocess.run(["make", "--silent", ".venv/.handbook", f"PYTHON={folder.parent}/python"], cwd=folder,
                          capture_output=True, text=True, check=True,
                          env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")})
    return [line for line in done.stdout.splitlines() if line.startswith("-m")]


def test_an_environment_is_made_once(place: Path) -> None:
    """The second `make` leaves the environment alone, and a newer lock is installed into the one there is."""
    assert [asked(place), asked(place)] == [SET_UP, []]
    stamp = (place / ".venv" / ".handbook").stat().st_mtime
    os.utime(place / "requirements.lock", (stamp + 10, stamp + 10))
    assert asked(place) == SET_UP[1:]


def test_the_environment_of_another_place_is_made_anew(place: Path) -> None:
    """In a copied folder, and in a moved one, `make` sets up an environment of that place."""
    assert asked(place) == SET_UP
    copy = Path(shutil.copytree(place, place.with_name("copy")))
    assert [asked(copy), asked(copy)] == [SET_UP, []]
    moved = place.rename(place.with_name("moved"))
    assert [asked(moved), asked(moved)] == [SET_UP, []]
