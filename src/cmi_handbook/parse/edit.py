"""Writing one field of one record anew in a YAML text, and leaving every other character as it is."""

from collections.abc import Sequence

from cmi_handbook.parse.tree import fields_at


def with_field(text: str, line: int, field: str, written: Sequence[str]) -> str | None:
    """Return a text in which the record that begins on a line (from 1) has a field as it is given, line by line.

    Returns nothing where that cannot be done without losing something: a record
    that is not written line by line, or a comment inside or behind the field.
    """
    record = fields_at(text, line - 1)
    if record is None:
        return None
    column, known = record
    ending = ("\r\n" if "\r\n" in text else "\n") + " " * column
    lines = ending.join(written)
    if field not in known:
        _, first = next(iter(known.values()))
        at = _line_end(text, first)
        return f"{text[:at]}{ending}{lines}{text[at:]}"
    start, end = known[field]
    return None if "#" in text[start : _line_end(text, end)] else text[:start] + lines + text[end:]


def _line_end(text: str, at: int) -> int:
    """Return where a line ends, its line break left out."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end - (text[end - 1] == "\r")
