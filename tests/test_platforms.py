"""What works where the system is no POSIX one, as far as that can be tried on one that is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.publish.projects import run, small_project


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project beside a module that keeps POSIX locks from being imported."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "fcntl.py").write_text('raise ImportError("no POSIX locks here")')
    return small_project(folder / "project")


def without_locks(project: Path, *words: str) -> tuple[int, str]:
    """The exit code of a command where there are no POSIX locks, and what it complains of."""
    path = os.pathsep.join(filter(None, (str(project.parent), os.environ.get("PYTHONPATH"))))
    done = run(project, *words, env={"PYTHONPATH": path})
    return done.returncode, done.stderr


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check",), ("export", "json"), ("pages", "pages"),
                                   ("explain", "CMI101"), ("generate", "--project", "reference")])
def test_without_posix_locks_all_but_a_build_works(elsewhere: Path, words: tuple[str, ...]) -> None:
    """Every other command does its work."""
    code, said = without_locks(elsewhere, *words)
    assert (code, "Traceback" in said) == (0, False)


def test_without_posix_locks_a_copy_can_be_verified(elsewhere: Path) -> None:
    """A reader's machine tells what is no build, without a word about locks."""
    assert without_locks(elsewhere, "verify", "data") == (2, (
        "cmi-handbook: data: it holds no SHA256SUMS; "
        "name the folder of a build, an unpacked bundle, or a zip file\n"))


def test_without_posix_locks_a_build_says_what_is_missing(elsewhere: Path) -> None:
    """A build ends with exit code 2 and says where one can be made."""
    assert without_locks(elsewhere, "build") == (2, (
        "cmi-handbook: a build needs POSIX locks (`fcntl`), and this system has none: use Linux or macOS; "
        "dist is as it was\n"))
    assert not (elsewhere / "dist").exists()
