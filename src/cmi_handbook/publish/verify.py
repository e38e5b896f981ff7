"""What was changed, added or lost since a build: a folder or a zip file held against its own list of hashes.

The thing to be verified may come from anybody.  Nothing is unpacked, no link
is followed, and a zip file that would grow without bound is not read at all.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile
from zlib import error as ZlibError

from cmi_handbook.publish.hashes import LIST, BadList, files_below, from_text, hash_file, is_inside

LARGEST = 1 << 31
"""Bytes a zip file may hold when it is unpacked."""

MOST = 100_000
"""Files a zip file may hold."""

GROWTH = 200
"""Times its own size that a zip file may hold; the handbook's text shrinks to a seventh."""

LONGEST_LIST = 1 << 26
NO_FILE = ""
"""Stands for the hash of something that is no plain file, and equals none."""


class Unreadable(Exception):
    """It cannot be verified; the message says why."""


@dataclass(frozen=True)
class Differences:
    """File names, each list in order; `whole` counts the files that are as they were built."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    lost: tuple[str, ...]
    whole: int

    @property
    def any(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.added or self.lost)


def verify(path: Path) -> Differences:
    """Hold a folder or a zip file against its list.  Raises `Unreadable` when there is none to trust."""
    try:
        if path.is_dir():
            return _compare(*_read_folder(path))
        if not path.exists():
            raise Unreadable("there is no such folder or file")
        if not is_zipfile(path):
            raise Unreadable("it is neither a folder nor a zip file")
        return _compare(*_read_zip(path))
    except BadList as fault:
        raise Unreadable(str(fault)) from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(f"its {LIST} is not text") from fault
    # The library's own words for a zip that is cut short, packed by an unknown method, or locked by a password.
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError) as fault:
        raise Unreadable(f"the zip file is damaged or of a kind this cannot read: {fault}") from fault
    except OSError as fault:
        raise Unreadable(f"cannot read {fault.filename or path}: {fault.strerror or fault}") from fault


def _compare(listed: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    changed = tuple(name for name in listed if name in found and listed[name] != found[name])
    return Differences(
        changed=changed,
        added=tuple(name for name in found if name not in listed),
        lost=tuple(name for name in listed if name not in found),
        whole=sum(name in found for name in listed) - len(changed),
    )


def _read_folder(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the list of a folder and the hashes of what is in it."""
    sums = folder / LIST
    if sums.is_symlink() or not sums.is_file():
        raise Unreadable(f"it holds no {LIST}; name the folder of a build, an unpacked bundle, or a zip file")
    if sums.stat().st_size > LONGEST_LIST:
        raise Unreadable(f"its {LIST} is too long to be one")
    names = [name for name in files_below(folder) if name != LIST]
    return from_text(sums.read_text("utf-8")), {name: _plain_hash(folder / name) for name in names}


def _plain_hash(path: Path) -> str:
    """Return the hash of a plain file; a link or a device is none and is never opened."""
    return hash_file(path) if stat.S_ISREG(path.lstat().st_mode) else NO_FILE


def _read_zip(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the list of a zip file and the hashes of what is in it, both below its one folder."""
    with ZipFile(path) as bundle:
        entries = [entry for entry in bundle.infolist() if not entry.is_dir()]
        _refuse_hostile(bundle.infolist(), path.stat().st_size)
        lists = [entry for entry in entries if entry.filename.split("/")[1:] == [LIST]]
        if len(lists) != 1:
            raise Unreadable(f"the zip file holds no {LIST} in the one folder at its top")
        if lists[0].file_size > LONGEST_LIST:
            raise Unreadable(f"its {LIST} is too long to be one")
        top = lists[0].filename.removesuffix(LIST)
        found = {_below(top, entry.filename): _zipped_hash(bundle, entry) for entry in entries if entry is not lists[0]}
        return from_text(bundle.read(lists[0]).decode()), found


def _refuse_hostile(entries: list[ZipInfo], size: int) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST or len(set(names)) < len(names):
        raise Unreadable("the zip file holds too many files, or one name twice")
    for entry in entries:
        if entry.orig_filename != entry.filename or not is_inside(entry.filename.removesuffix("/")):
            raise Unreadable("the zip file holds a name that leads outside its folder")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Unreadable("the zip file holds a link")
    total = sum(entry.file_size for entry in entries)
    if total > min(LARGEST, GROWTH * size):
        raise Unreadable(f"the zip file would unpack to {total >> 20} MiB, more than a handbook can be")


def _zipped_hash(bundle: ZipFile, entry: ZipInfo) -> str:
    with bundle.open(entry) as file:
        return file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def _below(top: str, name: str) -> str:
    """Return a name below the top folder; what lies beside that folder keeps a name no list can hold."""
    return name.removeprefix(top) if name.startswith(top) else f"../{name}"
