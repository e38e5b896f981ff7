"""The way deploy/README.md tells to sign a handbook and to check who signed it, by hand and by `verify`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.publish.projects import PROJECT, command

GUIDE = (PROJECT / "deploy" / "README.md").read_text("utf-8")
BUNDLE = "cmi-handbook-offline.zip"
WHOLE = "files, all as a publisher signed them"


def commands(verb: str) -> str:
    """The one command of the guide that holds these words."""
    found = [line.strip() for line in GUIDE.splitlines() if line.startswith("    ") and verb in line]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def signed(small: Path, tmp_path: Path) -> Path:
    """A folder with a build, signed as the guide says with a key made as it says."""
    shutil.copytree(small / "dist", tmp_path / "dist")
    for line in (commands("ssh-keygen -t") + " -N '' -q", commands("echo"), commands("-Y sign")):
        subprocess.run(line, shell=True, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def by_hand(signed: Path) -> int:
    """The exit code of the guide's command that checks a signature without a tool of ours."""
    line = commands("-Y verify").replace("publishers", "../publishers")
    return subprocess.run(line, shell=True, cwd=signed / "dist", capture_output=True, check=False).returncode


def verdict(signed: Path, copy: str = "dist", *words: str, **env: str) -> tuple[int, str]:
    """The exit code and last words of `verify` with the guide's option, which has to find no difference to name."""
    given = words or tuple(re.findall(r"--signers \S+", commands("cmi-handbook verify"))[0].split())
    done = subprocess.run(command("verify", copy, *given), cwd=signed, capture_output=True, text=True,
                          check=False, env=os.environ | env)
    assert done.stdout == ""
    return done.returncode, done.stderr.strip().split(": ", 2)[-1]


def sign_as_a_thief(signed: Path) -> None:
    """Sign the list with another key than the one that readers know."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "thief"], cwd=signed, check=True)
    (signed / "dist" / "SHA256SUMS.sig").unlink()
    subprocess.run(re.sub(r"-f \S+", "-f thief", commands("-Y sign")), shell=True, cwd=signed, check=True,
                   capture_output=True)


def rewrite(dist: Path) -> None:
    """Change a file, and manifest and list with it, so that they agree."""
    (dist / "site" / "index.html").write_bytes(b"another")
    told = json.loads((dist / "manifest.json").read_text("utf-8"))
    told["files"]["site/index.html"] = sha256(b"another").hexdigest()
    (dist / "manifest.json").write_text(json.dumps(told), "utf-8")
    sums = told["files"] | {"manifest.json": sha256((dist / "manifest.json").read_bytes()).hexdigest()}
    (dist / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sums.items()))


def test_a_signature_by_the_publisher_is_good(signed: Path) -> None:
    """The list as it was signed passes by hand and by `verify`, and so does the bundle beside it."""
    assert by_hand(signed) == 0
    for copy in ("dist", f"dist/{BUNDLE}"):
        code, said = verdict(signed, copy)
        assert (code, re.sub(r"^\d+ ", "", said)) == (0, WHOLE)


def test_a_signature_that_is_not_checked_is_no_verification(signed: Path) -> None:
    """Where a signature lies, `verify` without the publishers' keys ends with exit code 2 and says what to name."""
    said = "SHA256SUMS.sig was not checked: name the file of the publishers' keys with --signers"
    for copy in ("dist", f"dist/{BUNDLE}"):
        done = subprocess.run(command("verify", copy), cwd=signed, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"cmi-handbook: {copy}: {said}\n")


def test_who_asks_for_a_signature_does_not_go_without(signed: Path) -> None:
    """A signature taken away, or a pipe in its place, ends with exit code 2 when keys are named."""
    (signed / "dist" / "SHA256SUMS.sig").unlink()
    said = "there is no SHA256SUMS.sig in dist: get it from the publisher, or leave --signers out"
    assert [verdict(signed), verdict(signed, f"dist/{BUNDLE}")] == [(2, said)] * 2
    os.mkfifo(signed / "dist" / "SHA256SUMS.sig")
    assert verdict(signed) == (2, said)


def test_a_changed_list_fails(signed: Path) -> None:
    """One sign more in the list, and the signature is worth nothing."""
    with (signed / "dist" / "SHA256SUMS").open("a") as sums:
        sums.write("\n")
    code, said = verdict(signed)
    assert (by_hand(signed) != 0, code, said.split(":")[0]) == (True, 2, "the signature of SHA256SUMS does not hold")


def test_a_file_changed_with_manifest_and_list_fails(signed: Path) -> None:
    """What passes without a signature, since all that was written agrees, does not pass with one."""
    rewrite(signed / "dist")
    code, said = verdict(signed)
    assert (by_hand(signed) != 0, code, said.split(":")[0]) == (True, 2, "the signature of SHA256SUMS does not hold")
    (signed / "dist" / "SHA256SUMS.sig").unlink()
    done = subprocess.run(command("verify", "dist"), cwd=signed, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_signature_by_somebody_else_fails(signed: Path) -> None:
    """A key that the reader does not know signs in vain."""
    sign_as_a_thief(signed)
    code, said = verdict(signed)
    assert (by_hand(signed) != 0, code, said.split(":")[0]) == (True, 2, "the signature of SHA256SUMS does not hold")


def test_a_bundle_that_the_signed_list_does_not_name_fails(signed: Path, project: Path) -> None:
    """A whole bundle of another build is not made good by the signature that lies beside it."""
    env = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command("build"), cwd=project, check=True, env=env, capture_output=True)
    shutil.copy(project / "dist" / BUNDLE, signed / "dist")
    said = "the SHA256SUMS beside it is signed and does not name it: get both from the publisher"
    assert verdict(signed, f"dist/{BUNDLE}") == (2, said)


def test_what_is_missing_to_check_a_signature_is_said(signed: Path) -> None:
    """Without ssh-keygen, or without the file of keys that was named, `verify` ends with exit code 2 and says so."""
    said = "ssh-keygen is wanted to check its signature, and is not installed (OpenSSH)"
    assert verdict(signed, PATH=str(signed)) == (2, said)
    code, said = verdict(signed, "dist", "--signers", "nowhere")
    assert (code, "nowhere" in said) == (2, True)
