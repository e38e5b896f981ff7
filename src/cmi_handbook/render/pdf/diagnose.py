"""The engine's complaints, led back to the records whose words caused them."""

import ast
import re
from collections.abc import Iterator
from typing import Any

ERROR = re.compile(r"^(?:error|warning): (?P<message>.+)$", re.MULTILINE)
QUOTED = re.compile(r'`(?P<text>"(?:[^"\\]|\\.)*")`')
"""Text that the engine complains of; the first in a message, the font comes after it."""

SHOWN = 5
"""Records named for one complaint; more of them help nobody."""


def explain(document: str, diagnostic: str, data: Any) -> list[str]:
    """Return the faults of a document in words, each with the records that hold the text complained of."""
    messages = ERROR.findall(diagnostic) or [diagnostic.strip()]
    return list(dict.fromkeys(_explain(document, message, data) for message in messages))


def _explain(document: str, message: str, data: Any) -> str:
    quoted = QUOTED.search(message)
    text = _unquoted(quoted["text"]) if quoted else ""
    where = list(dict.fromkeys(holders(data, text))) if text else []
    if not where:
        return f"{document}: {message}"
    points = " ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(text))
    named = "; ".join(where[:SHOWN]) + (f"; and {len(where) - SHOWN} more" if len(where) > SHOWN else "")
    return f"{document}: {points} cannot be printed, no font of the book has it: {named}"


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
    id_, para = data.get("id"), data.get("para") or ", ".join(map(str, data.get("paras") or ()))
    if id_ and para:
        return f"{id_} (para {para})"
    if id_:
        return str(id_)
    return f"para {para}" if para else ""
