"""What commands share: where the project is, how faults are told, how progress is shown."""

import argparse
import sys
from pathlib import Path
from typing import TypeAlias

from cmi_handbook.diagnostics import render
from cmi_handbook.pipeline import Unsound

FAULTS, WRONG_USE = 1, 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What a command adds itself to."""


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the data folder."""
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR",
                        help="the folder that holds the editions (default: data)")


def tell_faults(unsound: Unsound) -> int:
    """Print the faults of unsound data and return the exit code."""
    print(render(unsound.faults, "text"), file=sys.stderr, end="")
    print(f"{len(unsound.faults)} faults in the data; nothing was written", file=sys.stderr)
    return FAULTS


def refuse(message: str) -> int:
    """Print why the command cannot be carried out and return the exit code."""
    print(f"cmi-handbook: {message}", file=sys.stderr)
    return WRONG_USE
