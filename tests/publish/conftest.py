"""Builds that several tests look at, each made once for all workers."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.projects import PROJECT, built, run, small_project


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first worker to ask for it has made."""
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


@pytest.fixture(scope="session")
def dist(shared: Path) -> Path:
    """The whole handbook, built from this tree."""

    def make(folder: Path) -> None:
        done = run(PROJECT, "build", "--out", folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    return once(shared / "dist", make)


@pytest.fixture(scope="session")
def small(shared: Path) -> Path:
    """A built project with the tiny edition; not to be changed."""

    def make(folder: Path) -> None:
        draft = folder.with_name("small-draft")
        built(small_project(draft))
        draft.rename(folder)

    return once(shared / "small", make)


@pytest.fixture
def project(small: Path, tmp_path: Path) -> Path:
    """A built project of one's own."""
    return Path(shutil.copytree(small, tmp_path / "project"))
