"""`cmi-handbook check`: every fault in the data, all at once; what a ceiling would hold back; what can be computed."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from cmi_handbook import pipeline
from cmi_handbook.checks.changed_reading import signable
from cmi_handbook.checks.computed import computed
from cmi_handbook.cli.project import FAULTS, WRONG_USE, Commands, add_data, refuse
from cmi_handbook.diagnostics import FORMATS, Diagnostic, render
from cmi_handbook.library import parse_and_check
from cmi_handbook.link import Released
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse.edit import with_field
from cmi_handbook.render.write import write_text
from cmi_handbook.views.wording import count


def add_parser(commands: Commands) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser("check", help="check the data", description=__doc__)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how faults are written (text)")
    parser.add_argument("--ceiling", metavar="MARKING",
                        help="say also what a build under this highest marking would hold back, and why")
    parser.add_argument("--fix", action="store_true",
                        help="write what can be computed (`named_at`, `citations`) first, and say what was written")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the faults of every edition; return 0 for none, 1 for some, 2 when there is nothing to check."""
    library = parse_and_check(args.data)
    if not library.drafts:
        print(f"no edition in `{args.data}`: a folder with a publication.yaml is wanted", file=sys.stderr)
        return WRONG_USE
    if args.fix:
        try:
            fix(library.drafts, args.data)
        except OSError as error:
            return refuse(f"cannot write {error.filename}: {error.strerror}")
        library = parse_and_check(args.data)
    sys.stdout.write(render(library.faults, args.format))
    if library.faults:
        print(_unsound(library.faults), file=sys.stderr)
        return FAULTS
    for draft in library.drafts:
        print(_sound(draft), file=sys.stderr)
    return 0 if args.ceiling is None else tell_ceiling(args.data, args.ceiling, args.format)


def fix(drafts: Iterable[Draft], data: Path) -> None:
    """Write every field that can be computed, and say each."""
    for draft in drafts:
        # From the last line up, so that no line moves before its own record is written.
        for field in sorted(computed(draft), key=lambda field: field.record, reverse=True):
            path = data / field.record.file
            changed = with_field(path.read_bytes().decode(), field.record.line, field.field, field.lines)
            if changed is None:
                print(f"{path}:{field.record.line}: `{field.field}` of `{field.id}` is left: it cannot be written "
                      "without losing a comment or the record's form", file=sys.stderr)
                continue
            write_text(path, changed)
            print(f"{path}:{field.record.line}: wrote `{field.field}` of `{field.id}`", file=sys.stderr)


def tell_ceiling(data: Path, ceiling: str, form: str) -> int:
    """Print what a build under a ceiling would hold back; return 1 where there could be none."""
    try:
        found = pipeline.released(data, ceiling)
    except pipeline.Unsound as unsound:
        sys.stdout.write(render(unsound.faults, form))
        return FAULTS
    if form == "json":
        sys.stdout.write(json.dumps([_as_data(released, ceiling) for released in found],
                                    ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for released in found for line in _as_lines(released, ceiling)))
    return 0


def _as_data(released: Released, ceiling: str) -> dict[str, object]:
    return {"edition": released.draft.folder, "ceiling": ceiling, "held_back": [asdict(held) for held in released.held],
            "losses": [asdict(loss) for loss in released.losses]}


def _as_lines(released: Released, ceiling: str) -> Iterable[str]:
    yield (f"{released.draft.folder} under `{ceiling}`: {count(len(released.held), 'record')} held back, "
           f"{count(len(released.losses), 'reference')} left out of others")
    for held in released.held:
        yield f"  {held.kind} {held.id or '(no id)'}: {held.why}"
    for loss in released.losses:
        yield f"  {loss.id} loses of its `{loss.field}`: {loss.lost}"


def _sound(draft: Draft) -> str:
    signed = {entry.record.of for entry in draft.signatures}
    unsigned = len(signable(draft).keys() - (signed if draft.head.id in signed else set()))
    left = f"; {count(unsigned, 'record')} not signed yet" if draft.signatures and unsigned else ""
    return f"{draft.folder}: {count(len(draft.statements), 'statement')}, no fault{left}"


def _unsound(faults: Iterable[Diagnostic]) -> str:
    files = [fault.at.file for fault in faults]
    return f"{count(len(files), 'fault')} in {count(len(set(files)), 'file')}"
