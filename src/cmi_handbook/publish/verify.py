"""What was changed, added or lost since a build: a copy held against its own list, manifest and signature.

The thing to be verified may come from anybody.  Nothing is unpacked, no link
is followed, and a zip file that would grow without bound is not read at all.
"""

import json
import os
import stat
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from cmi_handbook.publish.bundle import FOLDER, read_bundle
from cmi_handbook.publish.hashes import LIST, MARK, SIGNATURE, BadList, files_below, from_text, hash_file

LARGEST = 1 << 31
"""Bytes a zip file may hold when it is unpacked."""

MOST = 65_535
"""Files a zip file may hold."""

GROWTH = 200
"""Times its own size that a zip file may hold; the handbook's text shrinks to a seventh."""

LONGEST_LIST = 1 << 26


class Unverified(Exception):
    """It cannot be verified; the message says why, or what to do."""


@dataclass(frozen=True)
class Differences:
    """File names, each list in order; `whole` counts the files that are as they were built."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    lost: tuple[str, ...]
    whole: int
    signed: bool

    @property
    def any(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.added or self.lost)


Held: TypeAlias = tuple[bytes, bytes, dict[str, str], float | None]
"""The list and the manifest of a copy, the hashes of what is in it, and the one date of a zip file."""


def verify(path: Path, signers: Path | None = None) -> Differences:
    """Hold a folder or a zip file against its list, its manifest and the signature of one of `signers`.

    Raises `Unverified` when there is no list to trust, and for a signature that is not checked or does not hold.
    """
    try:
        if path.is_dir():
            held = _read_folder(path)
            return _compare(held, _is_signed(path, held[0], signers))
        return _compare(_read_zip(path), _is_zip_signed(path, signers))
    # The zip library's own words are for what it cannot open; a list, or a name in a zip, may be no text.
    except (BadList, BadZipFile, ZlibError, NotImplementedError, UnicodeDecodeError) as fault:
        raise Unverified(f"it is damaged or not as a build writes it: {fault}") from fault
    except OSError as fault:
        raise Unverified(f"cannot read {fault.filename or path}: {fault.strerror or fault}") from fault


def _compare(held: Held, signed: bool) -> Differences:
    found, listed = held[2], from_text(held[0].decode())
    told = _told(held, listed)
    both = listed.keys() & told.keys()
    changed = tuple(name for name in found if name in both and not listed[name] == told[name] == found[name])
    added = tuple(name for name in found if name not in both)
    lost = tuple(name for name in sorted(listed.keys() | told.keys()) if name not in found)
    return Differences(changed, added, lost, len(found) - len(changed) - len(added), signed)


def _told(held: Held, listed: dict[str, str]) -> dict[str, str]:
    """Return the hashes that the manifest names; of one that is lost or changed the list's, which tells that."""
    _, manifest, found, dated = held
    if MARK in listed and found.get(MARK) != listed[MARK]:
        return listed
    try:
        parsed = json.loads(manifest)
    except (ValueError, RecursionError) as fault:  # no JSON, no text, a number or a nesting without end
        raise Unverified(f"its {MARK} cannot be read: {fault}") from fault
    match parsed:
        case {"files": dict(files), "date": int(date)} if MARK in listed and dated in (None, date - date % 2):
            return files | {MARK: listed[MARK]}
    raise Unverified(f"its {MARK} is not listed, names no files, or another date than the zip file's")


def _read_folder(folder: Path) -> Held:
    if not (sums := _content(folder / LIST)):
        raise Unverified(f"it holds no {LIST}; name the folder of a build, an unpacked bundle, or a zip file")
    names = [name for name in files_below(folder) if name not in (LIST, SIGNATURE)]
    return sums, _content(folder / MARK), {name: _plain_hash(folder / name) for name in names}, None


def _content(path: Path) -> bytes:
    """Return what is in a list or manifest, up to a length that none has; nothing where it is no plain file."""
    if path.is_symlink() or not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(LONGEST_LIST)


def _plain_hash(path: Path) -> str:
    """Return the hash of a plain file; a link or a device is never opened, and what is returned equals no hash."""
    return hash_file(path) if stat.S_ISREG(path.lstat().st_mode) else ""


def _read_zip(path: Path) -> Held:
    with path.open("rb") as file, ZipFile(file) as bundle:
        entries = bundle.infolist()
        _refuse_hunger(entries, path.stat().st_size)
        found = read_bundle(file, entries)
        sums, manifest = (bundle.open(f"{FOLDER}/{name}").read(LONGEST_LIST) if name in found else b""
                          for name in (LIST, MARK))
        del found[LIST]
        try:
            moment = datetime(*entries[0].date_time, tzinfo=UTC)
        except ValueError as fault:  # four bits can name sixteen months
            raise BadZipFile(f"its files bear no day that there is: {fault}") from fault
        return sums, manifest, found, moment.timestamp()


def _refuse_hunger(entries: list[ZipInfo], size: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST or size > LARGEST or total > min(LARGEST, GROWTH * size):
        raise Unverified(f"the zip file would unpack to {len(entries)} files of {total >> 20} MiB, "
                         "more than a handbook can be")


def _is_zip_signed(path: Path, signers: Path | None) -> bool:
    """Tell whether a signed list lies beside a zip file; it has to name the hash of that file."""
    sums = _content(path.parent / LIST)
    signed = _is_signed(path.parent, sums, signers)
    if signed and hash_file(path) not in from_text(sums.decode()).values():
        raise Unverified(f"the {LIST} beside it is signed and does not name it: get both from the publisher")
    return signed


def _is_signed(folder: Path, sums: bytes, signers: Path | None) -> bool:
    """Tell whether one of `signers` signed the list in a folder, under the names that `deploy/README.md` gives.

    Raises `Unverified` for a signature that is not checked or does not hold,
    and for none where `signers` are named: who asks for one must not go without.
    """
    signature = folder / SIGNATURE
    if signers is None:
        if os.path.lexists(signature):
            raise Unverified(f"{SIGNATURE} was not checked: name the file of the publishers' keys with --signers")
        return False
    if signature.is_symlink() or not signature.is_file():
        raise Unverified(f"there is no {SIGNATURE} in {folder}: get it from the publisher, or leave --signers out")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", "publisher@handbook", "-n", "handbook",
               "-s", str(signature)]
    try:
        done = subprocess.run(command, input=sums, capture_output=True, check=False)
    except FileNotFoundError as missing:
        raise Unverified("ssh-keygen is wanted to check its signature, and is not installed (OpenSSH)") from missing
    if done.returncode:
        said = ascii((done.stdout + done.stderr).decode(errors="replace"))
        raise Unverified(f"the signature of {LIST} does not hold: get another copy, and tell the publisher; "
                         f"ssh-keygen says {said}")
    return True
