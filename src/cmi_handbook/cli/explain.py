"""`cmi-handbook explain`: what one check wants and why, with the examples that its test runs."""

import argparse
import sys

from cmi_handbook.checks import RULES, Rule, rule
from cmi_handbook.checks.examples import Example, example
from cmi_handbook.cli.project import WRONG_USE, Commands


def add_parser(commands: Commands) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser("explain", help="explain one check", description=__doc__)
    parser.add_argument("code", metavar="CODE", help="the code of a check, such as CMI104, or its name")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what a check wants; return 2 when there is none of this code or name."""
    found = rule(args.code.upper()) or next((rule_ for rule_ in RULES if rule_.name == args.code), None)
    if found is None:
        print(_unknown(args.code), file=sys.stderr)
        return WRONG_USE
    sys.stdout.write(explanation(found))
    return 0


def explanation(of: Rule) -> str:
    """Return the page of one check as plain text."""
    bad, good = example(of.code, "bad"), example(of.code, "good")
    parts = [f"{of.code} {of.name}\n", of.about.strip() + "\n", "Faulty:\n", *_files(bad, bad.shown)]
    command = f"build --ceiling {bad.ceiling}" if bad.ceiling else "check"
    parts += [f"What `{command}` says of it:\n", _indent(bad.expected), "Sound:\n", *_files(good, bad.shown)]
    return "\n".join(parts)


def _files(of: Example, names: tuple[str, ...]) -> list[str]:
    """Return the named files of an example with their contents; a file that it has not is left out."""
    return [f"  {name}\n\n{_indent(of.text(name))}" for name in names if name in of.files]


def _indent(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.splitlines())


def _unknown(code: str) -> str:
    from cmi_handbook.checks.nearest import did_you_mean

    return f"no check `{code}`: " + did_you_mean(code.upper(), [rule_.code for rule_ in RULES],
                                                 f"codes run from {RULES[0].code} to {RULES[-1].code}")
