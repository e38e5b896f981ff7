"""The command line: one module a command, each with `add_parser` and `run`."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from cmi_handbook import __version__

COMMANDS = ("check", "changed", "build", "export", "pages", "explain", "verify", "generate")
"""The commands in the order of the help; each is a module of this package."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 faults found, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that cannot show a sign shows its code
            stream.reconfigure(errors="backslashreplace")
    args = make_parser(arguments[0] if arguments else None).parse_args(arguments)
    try:
        code: int = args.run(args)
    except KeyboardInterrupt as stopped:
        print("stopped; nothing was changed", file=sys.stderr)
        return stopped.args[0] if stopped.args else 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code


def make_parser(only: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of the command line; with `only` one command is loaded, which keeps start-up short."""
    parser = argparse.ArgumentParser(prog="cmi-handbook", description="Make a doctrine handbook from structured YAML.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in [only] if only in COMMANDS else COMMANDS:
        import_module(f"cmi_handbook.cli.{name}").add_parser(commands)
    return parser
