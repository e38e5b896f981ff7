"""Views become the JSON that the templates read; text in it is text and is never evaluated."""

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from cmi_handbook.model.portion import rank_of

LONG_WORD = re.compile(r"[^\s\-\u200b]{31,}")
"""A run of letters that may be wider than the narrowest column; no real word of the policy is so long."""

EVERY = 20
"""Letters between two places where such a run may be broken."""


def payload(view: Any, markings: Sequence[str], title: str) -> dict[str, Any]:
    """Return what a document prints as plain dicts and lists, long words made breakable.

    Its `marking` is the highest of the words in it; nothing may stand in a view that is not printed.
    """
    plain: dict[str, Any] = _plain(view)
    return plain | {"title": str(title), "marking": markings[rank_of((view, title))]}


def to_json(plain: Any) -> str:
    """Return plain data as JSON, the same for the same data."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, Markup):  # a drawing: a sign within its numbers would ruin it
        return str(value)
    if isinstance(value, str):
        return breakable(str(value))
    if dataclasses.is_dataclass(value):
        return _plain({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def breakable(text: str) -> str:
    """Return text that may be broken within words of more than 30 letters, so that none runs off the page.

    At U+200B the templates set a box without size: a hash or a path is copied without a sign that is not its own.
    """
    return LONG_WORD.sub(lambda run: "\u200b".join(_pieces(run[0])), text) if len(text) > 30 else text


def _pieces(word: str) -> list[str]:
    return [word[at : at + EVERY] for at in range(0, len(word), EVERY)]
