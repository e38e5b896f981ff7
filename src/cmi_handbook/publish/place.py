"""Where a build happens: beside the output, one at a time, swapped in by one rename.

Nothing here deletes what it did not make: the folder that takes the output's
place and the lock have names of their own, and an output is replaced only when
its own list of hashes names every file in it, as it is.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook.publish.exchange import exchange
from cmi_handbook.publish.hashes import LIST, MARK, SIGNATURE, BadList, files_below, from_text, hash_file


class Refused(Exception):
    """The output cannot be used; the message says why, in one clause."""


@dataclass(frozen=True)
class Place:
    """The folder a build writes into (`draft`) and the one it is meant for."""

    draft: Path
    out: Path
    before: Path

    def swap(self) -> None:
        """Make the draft the output.  Raises `OSError` and leaves the output as it was."""
        level(self.draft)
        swap(self.draft, self.out, self.before)


@contextmanager
def workplace(out: Path) -> Iterator[Place]:
    """Yield an empty folder beside `out`, on the same file system; what was not swapped goes away at the end.

    Raises `Refused` when another build is at work or `out` holds something
    else; `OSError` when the disk does not do what it is asked.
    """
    out = out.resolve()
    if not out.name:
        raise Refused(f"{out} is no folder that could be replaced")
    out.parent.mkdir(parents=True, exist_ok=True)
    place = Place(out.with_name(f".{out.name}.new"), out, out.with_name(f".{out.name}.old"))
    with _locked(out.with_name(f".{out.name}.lock"), out):
        _recover(place)
        _accept(out)
        place.draft.mkdir(mode=0o755)
        try:
            yield place
        finally:
            shutil.rmtree(place.draft, ignore_errors=True)
            shutil.rmtree(place.before, ignore_errors=True)


def swap(draft: Path, out: Path, before: Path) -> None:
    """Put `draft` in the place of `out`.

    Where the system can exchange two folders it does so at once; elsewhere
    (some network file systems) `out` is missing between two renames, and the
    next build puts the old one back should this one be killed there.
    """
    if not out.exists():
        draft.rename(out)
    elif not exchange(draft, out):
        out.rename(before)
        try:
            draft.rename(out)
        except OSError:
            before.rename(out)
            raise


def level(folder: Path) -> None:
    """Give every file and folder the same rights, whatever the umask of who builds."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _recover(place: Place) -> None:
    """Clean up after a build that was killed; if it had moved the output away, put that back."""
    if place.before.exists() and not place.out.exists():
        place.before.rename(place.out)
    for left in (place.draft, place.before):
        if left.exists():
            shutil.rmtree(left)


def _accept(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise Refused(f"{out} is not a folder")
    if any(out.iterdir()) and (strange := _strange(out)):
        raise Refused(f"{out} holds something else than a build ({strange}); "
                      "move away what is yours, or name an empty or a new folder")


def _strange(out: Path) -> str | None:
    """Return what shows that a folder holds more than a build wrote, or nothing."""
    try:
        listed = from_text((out / LIST).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, BadList):
        return f"no list of hashes {LIST} that can be read"
    if MARK not in listed:
        return f"{LIST} names no {MARK}"
    for name in files_below(out):
        if name not in listed and name not in (LIST, SIGNATURE):
            return f"{name} is not in {LIST}"
        if name in listed and hash_file(out / name) != listed[name]:
            return f"{name} was changed since"
    return None


@contextmanager
def _locked(lock: Path, out: Path) -> Iterator[None]:
    """Hold the lock file; it goes away with the build, and a killed build holds nothing."""
    handle = _take(lock)
    if handle is None:
        raise Refused(f"another build is at work on {out}; wait for it, or give --out another folder")
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(handle)


def _take(lock: Path) -> int | None:
    """Return the open lock file, or nothing when somebody else has it.

    A file that was unlinked between opening and locking is nobody's lock: try again.
    """
    try:
        import fcntl  # here, so that all but a build works without it
    except ImportError as missing:
        raise Refused("a build needs POSIX locks (`fcntl`), and this system has none: use Linux or macOS") from missing
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        if lock.exists() and lock.stat().st_ino == os.fstat(handle).st_ino:
            return handle
        os.close(handle)
