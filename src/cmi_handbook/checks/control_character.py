"""No text of any record holds a control character, a line break, a sign that turns the direction of writing,
or half of a surrogate pair.

YAML can bring them in behind an escape such as `"\\u202e"`; on a page they hide words, turn them round or
break the line they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft

FORBIDDEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff]"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each text with such a character."""
    for spot in draft.spots:
        text = spot.found.value
        if isinstance(text, str) and not text.isprintable() and (found := FORBIDDEN.search(text)):
            yield RULE.fault(spot.at, f"character U+{ord(found[0]):04X} in a text",
                             "remove it; break long lines with `>-`, which folds them")


RULE = Rule("CMI801", "control-character", __doc__, check)
