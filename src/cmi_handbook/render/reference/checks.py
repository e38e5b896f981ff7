"""The page of checks: what each wants, why, and the examples its test runs."""

from __future__ import annotations

from cmi_handbook.checks import RULES, Rule
from cmi_handbook.checks.examples import Example, example
from cmi_handbook.render.reference.markdown import fenced, page, table


def checks_page() -> str:
    """Return the page of all checks in the order of their codes."""
    rows = [(f"[{each.code}](#{each.code.lower()})", each.name.replace("-", " ")) for each in RULES]
    return page(
        "# Checks",
        f"`cmi-handbook check` holds the data to {len(RULES)} rules and reports all faults at once. "
        "Codes are permanent. The examples are those that the tests run; `cmi-handbook explain CODE` prints one.",
        table(("Code", "What is wrong"), rows),
        *(part for each in RULES for part in _rule(each)),
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
