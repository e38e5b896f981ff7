"""What a record says of the policy and of who must do what, apart from the editor's own words: what is signed."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from cmi_handbook.model.record import By
from cmi_handbook.model.walk import meanings

LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def meaning(record: Any, *left_out: By) -> dict[str, Any]:
    """Return the fields of a record as plain values, without those that are one's of `left_out`.

    A field that has its default is left out as well, so that a field which the
    model gains later changes no digest.
    """
    return {field.name: _plain(value, left_out) for field in fields(record)
            if meanings(type(record))[field.name].by not in left_out
            and (value := getattr(record, field.name)) != _default(field)}


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _plain(value: Any, left_out: tuple[By, ...]) -> Any:
    if is_dataclass(value):
        return meaning(value, *left_out)
    if isinstance(value, tuple):
        return [_plain(inner, left_out) for inner in value]
    if isinstance(value, Mapping):
        return {key: _plain(inner, left_out) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def digest(record: Any, *beside: Any) -> str:
    """Return 16 letters that change with what a record says of the policy, and with what is beside it.

    Letters alone, and none after p: no number or name that is withheld can stand in them by chance.
    """
    said = json.dumps([meaning(record, *By), *beside], ensure_ascii=False, sort_keys=True)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16].translate(LETTERS)
