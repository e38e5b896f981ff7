"""`cmi-handbook changed`: each change of what records say of the policy, for a second reader to look at and sign."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cmi_handbook.checks.changed_reading import RULE, digests
from cmi_handbook.cli.project import FAULTS, Commands, add_data, refuse
from cmi_handbook.diagnostics import render
from cmi_handbook.library import edition_folders, parse_and_check
from cmi_handbook.model.changes import GONE, Change, changes
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.write import write_text
from cmi_handbook.views.wording import count

SIGNATURES = "signatures.yaml"


class NoSuchState(Exception):
    """There is no earlier state of the data to compare with; the message says why."""


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("changed", help="list what records say otherwise than before", description=__doc__)
    parser.add_argument("since", nargs="?", metavar="SINCE",
                        help="the commit to compare with (default: the last one that signed)")
    parser.add_argument("until", nargs="?", metavar="UNTIL", help="another commit (default: the files as they are)")
    parser.add_argument("--sign", action="store_true",
                        help=f"compare nothing; write `{SIGNATURES}`: the second reader agrees to all that records say")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the changes, or sign; return 0 when that could be done."""
    if args.sign:
        return sign(args.data)
    try:
        with _state(args.data, args.since or _last_signed(args.data)) as before, _state(args.data, args.until) as after:
            for folder in edition_folders(after):
                earlier, later = parse_edition(before / folder.name)[0], parse_edition(folder)[0]
                if later.incomplete or later.spoilt_lists:
                    return refuse(f"{folder.name} cannot be read whole; mend what `cmi-handbook check` says first")
                sys.stdout.write("".join(f"{line}\n" for line in _lines(later, list(changes(earlier, later)))))
    except NoSuchState as fault:
        return refuse(str(fault))
    return 0


def sign(data: Path) -> int:
    """Write the digest of every record of each edition; whatever else is wrong has to be mended first."""
    library = parse_and_check(data)
    if faults := [fault for fault in library.faults if fault.code != RULE.code]:
        sys.stdout.write(render(faults, "text"))
        print("nothing was signed; mend the faults first", file=sys.stderr)
        return FAULTS
    for draft in library.drafts:
        lines = [f"  - {{of: {json.dumps(id_)}, meaning: \"{signed}\"}}" for id_, signed in digests(draft).items()]
        marking = json.dumps(draft.publication.marking if draft.publication else "", ensure_ascii=False)
        try:
            write_text(data / draft.folder / SIGNATURES, "\n".join([f"marking: {marking}", "signatures:", *lines, ""]))
        except OSError as error:
            return refuse(f"cannot write {error.filename}: {error.strerror}")
        print(f"{draft.folder}: {count(len(lines), 'record')} signed", file=sys.stderr)
    return 0


def _lines(draft: Draft, found: list[Change]) -> Iterator[str]:
    """Yield the changes record by record, each value on a line of its own."""
    yield f"{draft.folder}: {count(len(found), 'change')} of what records say"
    before = None
    for change in found:
        name = f"{change.kind} {change.id}"
        if not change.field:
            yield f"  {name}: {'new' if change.was == GONE else 'gone'}"
        else:
            if name != before:
                yield f"  {name}"
            yield from (f"    {change.field}", f"      was {_shown(change.was)}", f"      now {_shown(change.now)}")
        before = name


def _shown(value: Any) -> str:
    return GONE if value == GONE else json.dumps(value, ensure_ascii=False)


def _last_signed(data: Path) -> str:
    """Return the last commit that wrote signatures."""
    said = _git(data, "log", "-1", "--format=%H", "--", f"*/{SIGNATURES}").decode().strip()
    if not said:
        raise NoSuchState("nothing was signed yet; name the commit to compare with")
    return said


@contextmanager
def _state(data: Path, commit: str | None) -> Iterator[Path]:
    """Give the data folder as a commit has it, or as it is."""
    if commit is None:
        yield data
        return
    with TemporaryDirectory(prefix="cmi-handbook-") as place:
        names = _git(data, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", commit, "--", ".")
        for name in filter(None, names.decode().split("\0")):
            path = Path(place) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_git(data, "show", "--end-of-options", f"{commit}:./{name}"))
        yield Path(place)


def _git(data: Path, *words: str) -> bytes:
    try:
        return subprocess.run(["git", *words], cwd=data, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"").decode(errors="replace").strip()
        raise NoSuchState(f"git has no such state of {data}: {said or error}") from error
