"""All PDFs of the real edition, typeset once."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

from cmi_handbook.render.pdf import render_pdfs
from cmi_handbook.views.views import Views

NOON = 1_400_000_000
"""A day in May 2014, in seconds since 1970."""


@pytest.fixture(scope="session")
def printed(views: Views, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the book, its pocket edition, the sheets and the chapters."""
    out = tmp_path_factory.mktemp("printed")
    render_pdfs(views, out, timestamp=NOON, progress=lambda name: None)
    return out


@cache
def text_of(path: Path, *, first: int | None = None, as_written: bool = False) -> str:
    """Return what a reader's program extracts from a PDF, or from one of its pages, with white space folded.

    `as_written` takes the words in the order in which the file has them, and not as they seem to lie on the sheet.
    """
    options = ["-f", str(first), "-l", str(first)] if first else []
    options += ["-raw"] if as_written else []
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())
