"""The way deploy/README.md tells to sign a handbook and to check who signed it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.publish.projects import PROJECT

GUIDE = (PROJECT / "deploy" / "README.md").read_text("utf-8")


def commands(verb: str) -> str:
    """The one command of the guide that holds these words."""
    found = [line.strip() for line in GUIDE.splitlines() if line.startswith("    ") and verb in line]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def signed(small: Path, tmp_path: Path) -> Path:
    """A folder with a list of hashes, signed as the guide says with a key made as it says."""
    (tmp_path / "SHA256SUMS").write_bytes((small / "dist" / "SHA256SUMS").read_bytes())
    make = commands("ssh-keygen -t").replace("handbook-key", f"{tmp_path}/handbook-key") + " -N '' -q"
    for line in (make, commands("echo"), commands("-Y sign").replace("handbook-key", f"{tmp_path}/handbook-key")):
        subprocess.run(line.replace("dist/", ""), shell=True, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def verdict(folder: Path) -> int:
    """The exit code of the guide's command that checks a signature."""
    return subprocess.run(commands("-Y verify"), shell=True, cwd=folder, capture_output=True, check=False).returncode


def test_a_signature_by_the_publisher_is_good(signed: Path) -> None:
    """The list as it was signed passes."""
    assert verdict(signed) == 0


def test_a_changed_list_fails(signed: Path) -> None:
    """One sign more in the list, and the signature is worth nothing."""
    with (signed / "SHA256SUMS").open("a") as sums:
        sums.write("\n")
    assert verdict(signed) != 0


def test_a_signature_by_somebody_else_fails(signed: Path) -> None:
    """A key that the reader does not know signs in vain."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "thief"], cwd=signed, check=True)
    (signed / "SHA256SUMS.sig").unlink()
    sign = re.sub(r"-f \S+", "-f thief", commands("-Y sign")).replace("dist/", "")
    subprocess.run(sign, shell=True, cwd=signed, check=True, capture_output=True)
    assert verdict(signed) != 0
