"""`cmi-handbook verify`: what was changed, added or lost since it was built, and whether a publisher signed it."""

import argparse
import sys
from pathlib import Path

from cmi_handbook.cli.project import FAULTS, Commands, refuse
from cmi_handbook.publish.verify import Differences, Unverified, verify


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("verify", help="compare a copy with what was built", description=__doc__)
    parser.add_argument("path", type=Path, metavar="DIR-or-ZIP",
                        help="a dist folder, an unpacked offline bundle, or its zip file")
    parser.add_argument("--signers", type=Path, metavar="FILE",
                        help="the publishers' keys, as OpenSSH keeps allowed signers: one of them must have signed")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one line a difference; return 0 for none, 1 for some, 2 when it cannot be verified."""
    try:
        found = verify(args.path, args.signers)
    except Unverified as fault:
        return refuse(f"{args.path}: {fault}")
    sys.stdout.writelines(_lines(found))
    print(_sum(found), file=sys.stderr)
    return FAULTS if found.any else 0


def _lines(found: Differences) -> list[str]:
    """Return the differences; a name that could steer a terminal is shown with escapes."""
    kinds = (("changed", found.changed), ("added", found.added), ("lost", found.lost))
    return [f"{kind:<9}{_shown(name)}\n" for kind, names in kinds for name in names]


def _shown(name: str) -> str:
    return name if name.isprintable() else ascii(name)


def _sum(found: Differences) -> str:
    if found.any:
        counts = f"{len(found.changed)} changed, {len(found.added)} added, {len(found.lost)} lost"
        return f"{counts}; {found.whole} files as they were built"
    if found.signed:
        return f"{found.whole} files, all as a publisher signed them"
    return f"{found.whole} files, all as list and manifest say; nothing shows who wrote those two"
