"""The same commit gives the same bytes, wherever, by whomever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from cmi_handbook.publish import hashes
from tests.publish.projects import PROJECT, built, command, contents

NOBODY = 65534


def other_copy(folder: Path) -> Path:
    """Copy this tree as it stands, with its history, to a folder with a space and an accent in its name.

    The history is cloned, for this tree may be one of several that share it; no file of it is shared with the copy,
    which will belong to somebody else.
    """
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", "--no-hardlinks", str(PROJECT), str(folder)],
                   check=True)
    subprocess.run(["git", "reset", "--quiet", "--mixed"], cwd=folder, check=True, capture_output=True)
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,
                            capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    return folder


def another_user(folder: Path) -> dict[str, int]:
    """Give a folder to nobody and return what makes a process nobody's: root can, where nobody may run this Python."""
    if os.geteuid() != 0:
        return {}
    try:
        subprocess.run(command("--version"), user=NOBODY, group=NOBODY, cwd="/", capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    for above in folder.parents:
        if above.stat().st_uid == os.geteuid() and above != Path(above.anchor):
            above.chmod(above.stat().st_mode | 0o011)
    return {"user": NOBODY, "group": NOBODY}


def test_two_builds_give_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    """Another folder, user, umask, hash seed, time zone, locale and terminal change no byte of any file."""
    copy = other_copy(tmp_path / "anderer Ort, à côté")
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(copy / "src"), "PYTHONHASHSEED": "4711", "LC_ALL": "C",
           "TZ": "Pacific/Kiritimati", "HOME": str(tmp_path), "COLUMNS": "40", "PYTHONUTF8": "0",
           "USER": "nobody", "LOGNAME": "nobody"}
    if "PYTHONPATH" in os.environ:
        env["PYTHONPATH"] += ":" + os.environ["PYTHONPATH"]
    done = subprocess.run(command("build"), cwd=copy, env=env, capture_output=True, text=True, check=False, umask=0o077,
                          **another_user(copy))  # type: ignore[call-overload]
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    one, other = contents(dist), contents(copy / "dist")
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()
    assert {path.stat().st_mode & 0o777 for path in (copy / "dist").rglob("*")} == {0o644, 0o755}


def test_a_given_date_is_the_only_date(project: Path) -> None:
    """SOURCE_DATE_EPOCH is the one way to date a build otherwise, and two such builds are the same."""
    before = contents(project / "dist")
    env = {"SOURCE_DATE_EPOCH": "1700000000"}
    one = contents(built(project, env=env))
    other = contents(built(project, env=env | {"TZ": "Asia/Tokyo"}))
    assert one == other
    assert {name for name in one if name.startswith("site/") and one[name] != before[name]
            and not name.endswith(".pdf")} == set()


def test_a_build_over_another_leaves_nothing_of_it(project: Path) -> None:
    """Files that an earlier build made and listed, and that are no longer made, are gone after the next."""
    dist = project / "dist"
    (dist / "site" / "old.html").write_text("old")
    (dist / hashes.LIST).unlink()
    (dist / hashes.LIST).write_text(hashes.to_text(hashes.hash_folder(dist)))
    assert "site/old.html" not in contents(built(project))


