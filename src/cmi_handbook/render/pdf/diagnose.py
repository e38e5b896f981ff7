"""The engine's complaints, led back to the records whose words caused them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

ERROR = re.compile(r"^(?:error|warning): (?P<message>.+)$", re.MULTILINE)
GLYPH = re.compile(r'the text `(?P<text>".*?")` could not be displayed with font `"(?P<font>[^"]*)"`', re.DOTALL)

SHOWN = 5
"""Records named for one complaint; more of them help nobody."""


def explain(document: str, diagnostic: str, data: Any) -> list[str]:
    """Return the faults of a document in words, each with the records that hold the text complained of."""
    messages = ERROR.findall(diagnostic) or [diagnostic.strip()]
    return list(dict.fromkeys(_explain(document, message, data) for message in messages))


def _explain(document: str, message: str, data: Any) -> str:
    glyph = GLYPH.search(message)
    if glyph is None:
        return f"{document}: {message}"
    text = _unquoted(glyph["text"])
    points = " ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(text))
    where = list(dict.fromkeys(holders(data, text)))
    named = "; ".join(where[:SHOWN]) + (f"; and {len(where) - SHOWN} more" if len(where) > SHOWN else "")
    return f"{document}: `{text}` ({points}) is not in the font {glyph['font']}: {named or 'in the templates'}"


def _unquoted(quoted: str) -> str:
    """Return the text that the engine printed in quotes, with its escapes resolved."""
    python = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda code: f"\\U{int(code[1], 16):08x}", quoted)
    try:
        return str(ast.literal_eval(python))
    except (SyntaxError, ValueError):
        return quoted.strip('"')


def holders(data: Any, text: str, record: str = "") -> Iterator[str]:
    """Yield the records whose fields hold a text: `mc-advises-nac (para 39.a), action`."""
    if isinstance(data, dict):
        here = _record(data) or record
        for key, value in data.items():
            if isinstance(value, str) and text in value:
                yield f"{here}, {key}" if here else key
            elif not isinstance(value, str):
                yield from holders(value, text, here or key)
    elif isinstance(data, list):
        for value in data:
            if isinstance(value, str) and text in value:
                yield record
            elif not isinstance(value, str):
                yield from holders(value, text, record)


def _record(data: dict[str, Any]) -> str:
    id_, para = data.get("id"), data.get("para")
    if id_ and para:
        return f"{id_} (para {para})"
    if id_:
        return str(id_)
    return f"para {para}" if para else ""
