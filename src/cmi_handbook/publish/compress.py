"""Compressed files beside the site's text files, for servers that send them as they are."""

import gzip
from pathlib import Path

TEXT = {".html", ".css", ".js", ".json", ".map", ".svg", ".txt", ".xml"}
"""Endings of files that shrink; fonts and PDFs are compressed already."""

SMALLEST = 1000
"""Bytes below which one network packet takes the file as it is."""


def compress_site(site: Path) -> None:
    """Write `name.gz` beside every larger text file, without time, name or system in it."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXT and path.is_file() and path.stat().st_size > SMALLEST:
            packed = gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
            # The tenth byte names the system, or none: that is up to the version of Python.
            path.with_name(f"{path.name}.gz").write_bytes(packed[:9] + b"\xff" + packed[10:])
