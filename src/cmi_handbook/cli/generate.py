"""`cmi-handbook generate`: write the editors' reference pages and the schemas from the code, the ids from the data."""

import argparse
import sys
from pathlib import Path

from cmi_handbook.cli import make_parser
from cmi_handbook.cli.project import FAULTS, Commands, refuse
from cmi_handbook.library import parse_and_check
from cmi_handbook.render.reference import ids_file, reference_files
from cmi_handbook.render.write import write_text


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("generate", help="write reference pages and schemas", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is out of date")
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR",
                        help="the project's folder (default: the current one)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, or tell which differ from what would be written."""
    files = reference_files(make_parser())
    if not args.check:  # a new record must not make the check fail; until the next run its id is not offered
        files |= ids_file(parse_and_check(args.project / "data").drafts)
    stale = [path for path, text in files.items() if _differs(args.project / path, text)]
    if args.check:
        for path in stale:
            print(f"{path} is out of date; run `cmi-handbook generate`", file=sys.stderr)
        return FAULTS if stale else 0
    try:
        for path in stale:
            write_text(args.project / path, files[path])
    except OSError as error:
        return refuse(f"cannot write: {error}")
    return 0


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text
