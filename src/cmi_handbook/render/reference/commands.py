"""The command reference, from the commands' own help."""

import argparse
import os

from cmi_handbook.render.reference.markdown import fenced, page


def commands_page(program: argparse.ArgumentParser) -> str:
    """Return the page of all commands of a program."""
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        parts = [part for name, parser in _parsers(program).items() for part in _command(name, parser)]
    finally:
        os.environ.pop("COLUMNS") if width is None else os.environ.update(COLUMNS=width)
    return page(
        "# Commands",
        "Exit codes: 0 done, 1 faults found, 2 wrong use or unreadable input. "
        "Long work shows progress on a terminal and is quiet in a pipe.",
        *parts,
    )


def _parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the commands by name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _command(name: str, parser: argparse.ArgumentParser) -> list[str]:
    return [f"## {name}", fenced(parser.format_help())]
