"""The page of checks: what each wants, why, and the examples its test runs."""

from cmi_handbook.checks import RULES, Rule
from cmi_handbook.checks.examples import Example, example
from cmi_handbook.render.reference.markdown import fenced, page, table

GROUPS = {"0": "form", "1": "ids", "2": "text", "3": "excerpts", "4": "statements", "5": "terms and parties",
          "6": "references", "7": "release", "8": "safety"}
"""First digit of a code to what the codes are about; each group has a page."""


def checks_pages() -> dict[str, str]:
    """Return file name to page: the list of all checks, and a page for each group."""
    return {"checks.md": _index(), **{_file_name(digit): _group(digit) for digit in GROUPS}}


def _file_name(digit: str) -> str:
    return f"checks-{GROUPS[digit].replace(' ', '-')}.md"


def _digit(rule: Rule) -> str:
    return rule.code.removeprefix("CMI")[0]


def _index() -> str:
    rows = [(f"[{rule.code}]({_file_name(_digit(rule))}#{rule.code.lower()})", rule.name.replace("-", " "))
            for rule in RULES]
    return page(
        "# Checks",
        f"`cmi-handbook check` holds the data to {len(RULES)} rules and reports all faults at once. "
        "Codes are permanent. The examples are those that the tests run; `cmi-handbook explain CODE` prints one.",
        table(("Code", "What is wrong"), rows),
    )


def _group(digit: str) -> str:
    return page(
        f"# Checks of {GROUPS[digit]}",
        *(part for rule in RULES if _digit(rule) == digit for part in _rule(rule)),
    )


def _rule(rule: Rule) -> list[str]:
    bad, good = example(rule.code, "bad"), example(rule.code, "good")
    return [
        f"## {rule.code} {rule.name.replace('-', ' ')} {{ #{rule.code.lower()} }}",
        rule.about.strip(),
        "A fault:",
        *_files(bad, bad.shown),
        "What is said of it:",
        fenced(bad.expected),
        "Sound:" if any(name in good.files for name in bad.shown) else "",
        *_files(good, bad.shown),
    ]


def _files(of: Example, names: tuple[str, ...]) -> list[str]:
    return [fenced(of.text(name), "yaml" if name.endswith("yaml") else "text") for name in names if name in of.files]
