"""The page of fields: what may stand in each data file, from the JSON Schemas."""

from typing import Any

from cmi_handbook.render.reference.markdown import page, table

Schema = dict[str, Any]


def fields_page(schemas: dict[str, Schema]) -> str:
    """Return the page of all data files and their fields."""
    inner = {name: record for schema in schemas.values() for name, record in _inner(schema).items()}
    return page(
        "# Fields of the data files",
        "Every file starts with `marking:`; the records stand under the key named below. "
        "Any record may carry a `marking:` of its own. A field without a mark in the last column may be left out. "
        "`schema/` holds the same as JSON Schemas for editors' tools.",
        *(part for stem, schema in schemas.items() for part in _file(stem, schema)),
        "## Records inside records",
        *(part for name in sorted(inner) for part in _record(name, inner[name])),
    )


def _file(stem: str, schema: Schema) -> list[str]:
    records = _records(schema)
    shown = [part for name, record in records.items() for part in _record(name, record)]
    return [f"## {stem} {{ #{stem} }}", f"Records stand under `{_key(schema)}:`.", *shown]


def _key(schema: Schema) -> str:
    return next(str(name) for name in schema["properties"] if name != "marking")


def _inner(schema: Schema) -> dict[str, Schema]:
    """Return the records that stand inside a file's records."""
    own = _records(schema)
    return {name: record for name, record in schema["$defs"].items() if name not in own and "properties" in record}


def _records(schema: Schema) -> dict[str, Schema]:
    """Return the records of a file by name: one, or one for each kind of block."""
    content = schema["properties"][_key(schema)]
    shape = content.get("items", content)
    if "oneOf" in shape:
        names = [alternative["$ref"].rpartition("/")[2] for alternative in shape["oneOf"]]
        return {name: schema["$defs"][name] for name in names}
    return {shape["title"]: shape}


def _record(name: str, record: Schema) -> list[str]:
    required = record.get("required", [])
    rows = [(f"`{field}`", _type(shape), "yes" if field in required else "")
            for field, shape in record["properties"].items()]
    about = record.get("description", "").split("\n\n")[0]
    return [f"**{name}**. {about}", table(("Field", "Holds", "Required"), rows)]


def _type(shape: Schema) -> str:
    """Return what a field holds, in words."""
    if "$ref" in shape:
        return f"{shape['$ref'].rpartition('/')[2]} (see below)"
    if "enum" in shape:
        return "one of " + ", ".join(f"`{value}`" for value in shape["enum"])
    if "const" in shape:
        return f"`{shape['const']}`"
    if "anyOf" in shape:
        return " or ".join(_type(alternative) for alternative in shape["anyOf"] if alternative.get("type") != "null")
    if shape.get("type") == "array":
        inner = shape.get("items") or (shape.get("prefixItems") or [{}])[0]
        return f"list of {_type(inner)}"
    if shape.get("format") == "date":
        return "a day, as 2014-05-12"
    return {"string": "text", "boolean": "`true` or `false`"}.get(shape.get("type", ""), "a value")
