"""Lists of hashes as `sha256sum` writes and reads them."""

import os
import re
from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path

LIST = "SHA256SUMS"
MARK = "manifest.json"
"""Beside the list: by it a build is known, and it names every file once more."""
SIGNATURE = f"{LIST}.sig"
"""What a publisher lays beside the list; it is worth nothing for the next one."""
LINE = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<name>.+)")


class BadList(Exception):
    """A list of hashes that cannot be trusted to name files below its folder; the message says why."""


def files_below(folder: Path) -> list[str]:
    """Return the files below a folder (and links, which are not followed) by name, in the order of their bytes."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted((path.relative_to(folder).as_posix() for path in found), key=os.fsencode)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def hash_bytes(content: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return sha256(content).hexdigest()


def hash_folder(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder, in fixed order."""
    return {name: hash_file(folder / name) for name in files_below(folder)}


def to_text(hashes: Mapping[str, str]) -> str:
    """Return the list as text."""
    return "".join(f"{digest}  {name}\n" for name, digest in hashes.items())


def from_text(text: str) -> dict[str, str]:
    """Return the list in a text; raises `BadList` for a line that is none, a name twice, or one that leads outside."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise BadList(f"line {number} of {LIST} is not a hash and a name")
        if not is_inside(match["name"]) or match["name"] in found:
            raise BadList(f"line {number} of {LIST} names a file twice or outside its folder")
        found[match["name"]] = match["hash"]
    return found


def is_inside(name: str) -> bool:
    """Tell whether a name with `/` stays below the folder it is looked up in, on every system."""
    parts = name.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not re.search(r"[\\\0]|^[A-Za-z]:", name)
