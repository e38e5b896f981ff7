"""Compares the handbook's statements with a second reading of the source.

A reading is `{para, clause, bearers, modality, force}`; the clause's words are
verbatim.  It is matched with the statement of the same paragraph whose quote
overlaps its clause most, then with the one that agrees most with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.statement import Statement

Reading = dict[str, Any]


def differences(handbook: Handbook, readings: Iterable[Reading]) -> list[str]:
    """Return each difference as one line that names paragraph, statement and field."""
    found, matched = [], set()
    for reading in readings:
        statement = _match(handbook, reading, matched)
        if statement is None:
            found.append(f"{reading['para']} only in the second reading: {reading['clause'][:40]}")
            continue
        matched.add(statement.id)
        found += [f"{reading['para']} {statement.id}: {each}" for each in _fields(statement, reading)]
    found += [f"{each.para} {each.id}: only in the first reading"
              for each in handbook.statements.values() if each.id not in matched]
    return sorted(found)


def _match(handbook: Handbook, reading: Reading, matched: set[str]) -> Statement | None:
    best: tuple[tuple, Statement] | None = None
    for statement in handbook.statements.values():
        for quote in statement.quotes:
            if statement.para == quote.para == reading["para"]:
                shared = _shared(handbook.paragraphs[quote.para].text, quote.text, reading["clause"])
                agreed = -len(_fields(statement, reading))
                score = (shared, agreed, -len(quote.text), statement.id not in matched)
                if shared > 0 and (best is None or score > best[0]):
                    best = score, statement
    return best[1] if best else None


def _shared(text: str, one: str, other: str) -> int:
    """Return how many letters of a text two of its excerpts share."""
    start, begin = text.find(one), text.find(other)
    return min(start + len(one), begin + len(other)) - max(start, begin)


def _fields(statement: Statement, reading: Reading) -> list[str]:
    """Return the fields in which a statement and a reading differ."""
    pairs = {
        "modality": (statement.modality, reading["modality"]),
        "force": (statement.force, reading["force"]),
        "bearers": (" ".join(sorted(statement.bearers)) or "nobody", " ".join(sorted(reading["bearers"])) or "nobody"),
    }
    return [f"{name} {first}, second reading {second}" for name, (first, second) in pairs.items() if first != second]
