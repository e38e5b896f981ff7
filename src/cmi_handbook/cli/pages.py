"""`cmi-handbook pages DIR`: the site's pages as Markdown files, for another site engine."""

import argparse
import shutil
from pathlib import Path

from cmi_handbook import pipeline
from cmi_handbook.cli.project import Commands, add_data, refuse, tell_faults
from cmi_handbook.provenance import build_facts
from cmi_handbook.render.write import write_text


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("pages", help="write the site's pages as Markdown", description=__doc__)
    parser.add_argument("dir", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR",
                        help="the hand-written pages to put beside them (default: docs)")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write every generated page and file, and copies of the hand-written ones."""
    if args.dir.exists() and (not args.dir.is_dir() or any(args.dir.iterdir())):
        return refuse(f"{args.dir} is not an empty folder")
    try:
        books = pipeline.handbooks(args.data)
    except pipeline.Unsound as unsound:
        return tell_faults(unsound)
    site = pipeline.site(pipeline.views(books), build_facts(Path()))
    try:
        if args.docs.is_dir():
            shutil.copytree(args.docs, args.dir, dirs_exist_ok=True)
        for each in site.files:
            write_text(args.dir / each.uri, each.text)
    except OSError as error:
        return refuse(f"cannot write to {args.dir}: {error.strerror}")
    return 0
