"""`cmi-handbook check`: every fault in the data, all at once."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cmi_handbook.checks import run_checks
from cmi_handbook.diagnostics import FORMATS, Diagnostic, render
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import parse_edition

CLEAN, FAULTS, WRONG_USE = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser of the program."""
    parser = subparsers.add_parser("check", help="check the data", description=__doc__)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how faults are written (text)")
    parser.add_argument("--data", metavar="DIR", type=Path, default=Path("data"), help="folder of the editions (data)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the faults of every edition; return 0 for none, 1 for some, 2 when there is nothing to check."""
    folders = edition_folders(args.data)
    if not folders:
        print(f"no edition in `{args.data}`: a folder with a publication.yaml is wanted", file=sys.stderr)
        return WRONG_USE
    faults: list[Diagnostic] = []
    for folder in folders:
        with _without_collector():
            draft, found = check_edition(folder)
        faults += named_from_here(found, args.data)
        if not found:
            print(_sound(draft), file=sys.stderr)
    sys.stdout.write(render(faults, args.format))
    if not faults:
        return CLEAN
    print(_unsound(faults), file=sys.stderr)
    return FAULTS


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stop looking for garbage for a while: reading makes many small records and hardly any garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def edition_folders(data: Path) -> list[Path]:
    """Return the folders of a data folder that hold an edition, or something meant as one, by name."""
    if not data.is_dir():
        return []
    return sorted(each for each in data.iterdir() if each.is_dir() and any(each.rglob("*.y*ml")))


def check_edition(folder: Path) -> tuple[Draft, list[Diagnostic]]:
    """Return the draft of an edition, and all that is wrong with it."""
    draft, faults = parse_edition(folder)
    return draft, faults + run_checks(draft)


def named_from_here(faults: Iterable[Diagnostic], data: Path) -> list[Diagnostic]:
    """Return the faults with file names that an editor opens from the current folder."""
    base = data.resolve()
    if base.is_relative_to(Path.cwd()):
        base = Path(os.path.relpath(base))
    return [replace(each, at=replace(each.at, file=(base / each.at.file).as_posix())) for each in faults]


def _sound(draft: Draft) -> str:
    return f"{draft.folder}: {_count(len(draft.statements), 'statement')}, no fault"


def _unsound(faults: Iterable[Diagnostic]) -> str:
    files = [each.at.file for each in faults]
    return f"{_count(len(files), 'fault')} in {_count(len(set(files)), 'file')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
