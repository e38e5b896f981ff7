"""The offline bundle: one folder in a zip file, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cmi_handbook.publish.hashes import LIST, files_below, hash_bytes, to_text

FOLDER = "cmi-handbook"
"""The one folder at the top of the bundle."""

RIGHTS = 0o100644 << 16
UNIX = 3


def write_bundle(path: Path, contents: Mapping[str, bytes], timestamp: int) -> None:
    """Write the zip file: contents by name in fixed order at a fixed time, then their list of hashes."""
    ordered = {name: contents[name] for name in sorted(contents, key=str.encode)}
    sums = to_text({name: hash_bytes(content) for name, content in ordered.items()})
    moment = datetime.fromtimestamp(timestamp, UTC).timetuple()[:6]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, content in (*ordered.items(), (LIST, sums.encode())):
            bundle.writestr(_entry(f"{FOLDER}/{name}", moment), content)


def read_site(site: Path) -> dict[str, bytes]:
    """Return the files of a site by name."""
    return {name: (site / name).read_bytes() for name in files_below(site)}


def _entry(name: str, moment: tuple[int, ...]) -> ZipInfo:
    entry = ZipInfo(name, moment)  # type: ignore[arg-type]
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, RIGHTS
    return entry
