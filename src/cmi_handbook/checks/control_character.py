"""No text of any record holds a control character, a line break, a sign that turns the direction of writing,
or half of a surrogate pair.

YAML can bring them in behind an escape such as `"\\u202e"`; on a page they hide words, turn them round or
break the line they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

from cmi_handbook.checks.pointers import Path
from cmi_handbook.checks.rule import Rule
from cmi_handbook.checks.unknown_marking import marked
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft

FORBIDDEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff]"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each text with such a character."""
    for entry in marked(draft):
        for path, found in _strings(entry.record, ()):
            yield RULE.fault(entry.at(*path), f"character U+{ord(found):04X} in a text",
                             "remove it; break long lines with `>-`, which folds them")


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path of each string with a forbidden character, and the character."""
    if isinstance(value, str):
        if not value.isprintable() and (found := FORBIDDEN.search(value)):
            yield path, found[0]
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _strings(each, (*path, place))
    elif is_dataclass(value):
        for name, each in vars(value).items():
            if each is not None:
                yield from _strings(each, (*path, name))


RULE = Rule("CMI801", "control-character", __doc__, check)
