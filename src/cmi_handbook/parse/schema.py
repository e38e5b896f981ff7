"""The data files' shapes as JSON Schemas, for editors' tools."""

from typing import Any

from cmi_handbook.parse.edition import KINDS
from cmi_handbook.parse.records import adapter


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return file stem to JSON Schema, one for each kind of data file."""
    return {stem: _file_schema(stem) for stem in KINDS}


def _file_schema(stem: str) -> dict[str, Any]:
    kind = KINDS[stem]
    shape = adapter(kind.record).json_schema()
    definitions = shape.pop("$defs", {})
    content = shape if stem == "publication" else {"type": "array", "items": shape}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{stem} of an edition",
        "type": "object",
        "properties": {"marking": {"type": "string"}, kind.key: content},
        "required": ["marking", kind.key],
        "additionalProperties": False,
        "$defs": definitions,
    }
