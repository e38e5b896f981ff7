"""`cmi-handbook check`: every fault in the data, all at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from cmi_handbook.cli.project import Commands
from cmi_handbook.diagnostics import FORMATS, Diagnostic, render
from cmi_handbook.library import parse_and_check
from cmi_handbook.model.draft import Draft

CLEAN, FAULTS, WRONG_USE = 0, 1, 2


def add_parser(commands: Commands) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser("check", help="check the data", description=__doc__)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how faults are written (text)")
    parser.add_argument("--data", metavar="DIR", type=Path, default=Path("data"), help="folder of the editions (data)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the faults of every edition; return 0 for none, 1 for some, 2 when there is nothing to check."""
    library = parse_and_check(args.data)
    if not library.drafts:
        print(f"no edition in `{args.data}`: a folder with a publication.yaml is wanted", file=sys.stderr)
        return WRONG_USE
    sys.stdout.write(render(library.faults, args.format))
    if library.faults:
        print(_unsound(library.faults), file=sys.stderr)
        return FAULTS
    for draft in library.drafts:
        print(_sound(draft), file=sys.stderr)
    return CLEAN


def _sound(draft: Draft) -> str:
    return f"{draft.folder}: {_count(len(draft.statements), 'statement')}, no fault"


def _unsound(faults: Iterable[Diagnostic]) -> str:
    files = [each.at.file for each in faults]
    return f"{_count(len(files), 'fault')} in {_count(len(set(files)), 'file')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
