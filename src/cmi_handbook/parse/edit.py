"""Writing one field of one record anew in a YAML text, and leaving every other character as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml


def with_field(text: str, line: int, field: str, written: Sequence[str]) -> str | None:
    """Return a text in which the record that begins on a line (from 1) has a field as it is given, line by line.

    Returns nothing where that cannot be done without losing something: a record
    that is not written line by line, or a comment inside or behind the field.
    """
    record = next((node for node in _mappings(yaml.compose(text, yaml.BaseLoader))
                   if node.start_mark.line == line - 1 and not node.flow_style), None)
    if record is None:
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = f"{ending}{' ' * record.start_mark.column}".join(written)
    known = {key.value: (key.start_mark.index, _end(text, value)) for key, value in record.value}
    if field in known:
        start, end = known[field]
        if "#" in text[start : _line_end(text, end)]:
            return None
        return text[:start] + lines + text[end:]
    at = _line_end(text, _end(text, record.value[0][1]))
    return f"{text[:at]}{ending}{' ' * record.start_mark.column}{lines}{text[at:]}"


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Yield the mappings of a document, the outer ones first."""
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _end(text: str, node: yaml.Node) -> int:
    """Return where a value ends: a block goes on to whatever comes next, so it ends where its last value does."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1] if isinstance(node, yaml.SequenceNode) else node.value[-1][1]
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    """Return where a line ends, its line break left out."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end - (text[end - 1] == "\r")
