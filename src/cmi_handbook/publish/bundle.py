"""The offline bundle: one folder in a zip file, the same bytes each time, and nothing in it but its files."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from struct import pack
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import MAX_WBITS, crc32, decompressobj

from cmi_handbook.publish.hashes import LIST, hash_bytes, to_text

FOLDER = "cmi-handbook"
"""The one folder at the top of the bundle."""

RIGHTS = 0o100644 << 16
UNIX = 3
BLOCK = 1 << 16


def write_bundle(path: Path, contents: Mapping[str, bytes], timestamp: int) -> None:
    """Write the zip file: contents by name in fixed order at a fixed time, then their list of hashes."""
    ordered = {name: contents[name] for name in sorted(contents, key=str.encode)}
    sums = to_text({name: hash_bytes(content) for name, content in ordered.items()})
    moment = datetime.fromtimestamp(timestamp, UTC).timetuple()[:6]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, content in (*ordered.items(), (LIST, sums.encode())):
            bundle.writestr(_entry(f"{FOLDER}/{name}", moment), content)


def read_bundle(file: IO[bytes], entries: Sequence[ZipInfo]) -> dict[str, str]:
    """Return the hash of each file of a zip file; raise `BadZipFile` for what `write_bundle` would not have written.

    All but the packed bytes is made anew from the names, the sizes and one date, and compared: so nothing can stand
    before, between or behind the files, nor in a field of theirs that programs skip.
    """
    names, last = [entry.filename for entry in entries], f"{FOLDER}/{LIST}"
    below = {name for name in names if name.startswith(f"{FOLDER}/")} - {last}
    if names != [*sorted(below, key=str.encode), last]:
        raise BadZipFile(f"its files do not stand once each, in order, in one folder {FOLDER} with {LIST} at their end")
    found, directory, at = {}, bytearray(), 0
    for entry in entries:
        head = _head(entry, entries[0].date_time)
        file.seek(at)
        if file.read(len(head)) != head:
            raise BadZipFile(f"there are other bytes, another date or another field before {entry.filename!a}")
        found[entry.filename.removeprefix(f"{FOLDER}/")] = _unpacked(file, entry)
        directory += pack("<4s2B26s3H2L", b"PK\1\2", head[4], UNIX, head[4:30], 0, 0, 0, RIGHTS, at) + head[30:]
        at = file.tell()
    end = pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), at, 0)
    if file.read(len(directory + end) + 1) != directory + end:
        raise BadZipFile("there are other rights, a comment or other bytes after its files")
    return found


def _entry(name: str, moment: tuple[int, ...]) -> ZipInfo:
    entry = ZipInfo(name, moment)  # type: ignore[arg-type]
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, RIGHTS
    return entry


def _head(entry: ZipInfo, moment: tuple[int, ...]) -> bytes:
    """Return what stands before the packed bytes of a file."""
    made = _entry(entry.filename, moment)
    made.CRC, made.compress_size, made.file_size = entry.CRC, entry.compress_size, entry.file_size
    return made.FileHeader()


def _unpacked(file: IO[bytes], entry: ZipInfo) -> str:
    """Return the hash of what is packed from here on: one stream, which ends with its last byte."""
    stream, digest, crc, size, left = decompressobj(-MAX_WBITS), sha256(), 0, 0, entry.compress_size
    while block := file.read(min(left, BLOCK)):
        content = stream.decompress(block)
        digest.update(content)
        crc, size, left = crc32(content, crc), size + len(content), left - len(block)
    if (crc, size, left, stream.eof, stream.unused_data) != (entry.CRC, entry.file_size, 0, True, b""):
        raise BadZipFile(f"the packed bytes of {entry.filename!a} are not that file alone")
    return digest.hexdigest()
