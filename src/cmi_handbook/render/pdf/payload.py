"""Views become the JSON that the templates read; text in it is text and is never evaluated."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

LONG_WORD = re.compile(r"[^\s\-\u00ad]{31,}")
"""A run of letters that may be wider than the narrowest column; no real word of the policy is so long."""

EVERY = 20
"""Letters between two places where such a run may be broken."""


MARKUP = ("svg",)
"""Fields that hold a drawing; a soft hyphen in its numbers would ruin it."""


def payload(view: Any) -> dict[str, Any]:
    """Return a view as plain dicts and lists, long words made breakable."""
    return _plain(view)


def to_json(plain: Any) -> str:
    """Return plain data as JSON, the same for the same data."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return breakable(value)
    if dataclasses.is_dataclass(value):
        return _plain({each.name: getattr(value, each.name) for each in dataclasses.fields(value)})
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key in MARKUP else _plain(each) for key, each in value.items()}
    return value


def breakable(text: str) -> str:
    """Return text with soft hyphens in words of more than 30 letters, so that none runs off the page."""
    return LONG_WORD.sub(lambda run: "\u00ad".join(_pieces(run[0])), text) if len(text) > 30 else text


def _pieces(word: str) -> list[str]:
    return [word[at : at + EVERY] for at in range(0, len(word), EVERY)]
