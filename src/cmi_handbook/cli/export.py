"""`cmi-handbook export json`: the whole handbook as data."""

import argparse
import sys
from pathlib import Path

from cmi_handbook import pipeline
from cmi_handbook.cli.project import Commands, add_data, refuse, tell_faults
from cmi_handbook.render.export import export, to_json
from cmi_handbook.render.write import write_text


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("export", help="write the handbook as data", description=__doc__)
    parser.add_argument("form", choices=["json"], help="the form of the export")
    parser.add_argument("--edition", metavar="ID", help="the edition to write (default: the current one)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to a file instead of standard output")
    parser.add_argument("--ceiling", metavar="MARKING", help="the highest marking let through")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the export of one edition."""
    try:
        editions = pipeline.views(pipeline.handbooks(args.data, args.ceiling))
    except pipeline.Unsound as unsound:
        return tell_faults(unsound)
    wanted = [edition for edition in editions if args.edition in (None, edition.root)]
    if not wanted:
        return refuse(f"no edition `{args.edition}`; there is {', '.join(edition.root for edition in editions)}")
    text = to_json(export(wanted[0], editions))
    if args.out is None:
        sys.stdout.buffer.write(text.encode())
        return 0
    try:
        write_text(args.out, text)
    except OSError as error:
        return refuse(f"cannot write {args.out}: {error.strerror}")
    return 0
