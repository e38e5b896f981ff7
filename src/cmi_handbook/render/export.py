"""The export as text."""

from __future__ import annotations

import json
from typing import Any


def to_json(data: Any) -> str:
    """Return data as JSON: UTF-8, two spaces, keys in the order given, one line end at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
