"""What is no plain file of text is refused before it is read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.library import parse_and_check
from cmi_handbook.parse.files import LARGEST, read_text


def endless(path: Path) -> None:
    """Make a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    """Make a file that is one byte too large; it takes no room on the disk."""
    path.touch()
    os.truncate(path, LARGEST + 1)


@pytest.mark.parametrize(("make", "why"), [
    (os.mkfifo, "not a plain file"),
    (endless, "not a plain file"),
    (Path.mkdir, "not a plain file"),
    (large, "larger than 4000000 bytes"),
])
def test_an_odd_file_is_named(make: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    """A pipe, a device, a folder and a file without measure each say what they are."""
    make(tmp_path / "terms.yaml")
    text, faults = read_text(tmp_path / "terms.yaml", "terms.yaml")
    assert (text, [fault.message for fault in faults]) == (None, [f"unreadable file: {why}"])


def test_a_name_that_no_file_can_have_is_named() -> None:
    """A zero byte in the name of the source is a fault like a missing file."""
    text, faults = read_text(Path("a\0b"), "source")
    assert (text, [fault.code for fault in faults]) == (None, ["CMI001"])


def test_a_link_to_a_folder_is_no_edition(tmp_path: Path) -> None:
    """A link beside the editions is one fault, whatever it leads to."""
    with edition() as folder:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "lk-1").symlink_to(folder)
        (tmp_path / "data" / "nothing").symlink_to(tmp_path / "gone")
        shutil.copytree(folder, tmp_path / "data" / "lk-2")
        (tmp_path / "data" / "lk-2" / "more").symlink_to("/")
        found = parse_and_check(tmp_path / "data").faults
    assert [(fault.code, fault.message, Path(fault.at.file).name) for fault in found] == [
        ("CMI010", "a link in the data", name) for name in ("lk-1", "more", "nothing")]
