"""Nodes become records, each judged on its own so that one fault hides no other."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.model.draft import Entry
from cmi_handbook.model.text import Block
from cmi_handbook.model.walk import FieldPath
from cmi_handbook.parse.files import SourceFile
from cmi_handbook.parse.tree import Node


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return the reader of one kind of record, made at first use."""
    shape: Any = Annotated[Block, Field(discriminator="kind")] if kind is Block else kind
    return TypeAdapter(shape)


def read_record(kind: Any, node: Node, file: SourceFile, marking: str | None
                ) -> tuple[Entry[Any] | None, list[Diagnostic]]:
    """Return the entry made of a node, or None, and what is wrong with it that was not reported before."""
    try:
        record = adapter(kind).validate_python(node.plain())
    except ValidationError as error:
        return None, list(dict.fromkeys(_faults(error, kind, node, file)))
    if not node.sound:
        return None, []
    if faults := [_wanted(place(node, path, file), path, type_) for path, type_ in _guessed(record, node)]:
        return None, faults
    own = getattr(record, "marking", None)
    return Entry(record, own or marking, lambda path: place(node, path, file)), []


def place(node: Node, path: FieldPath, file: SourceFile) -> Location:
    """Return where a field's value stands; of a missing field, where its record begins."""
    nearest = _nearest(node, path)
    return file.at(nearest.line, nearest.column, nearest.width)


def _nearest(node: Node, path: FieldPath) -> Node:
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict):
        found: Node | None = node.value.get(step)
        return found
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        inside: Node = node.value[step]
        return inside
    return None


def _faults(error: ValidationError, kind: Any, node: Node, file: SourceFile) -> Iterator[Diagnostic]:
    errors = [(detail, _without_tag(detail["loc"], node)) for detail in error.errors(include_url=False)]
    misspelt = {(*path[:-1], _nearest_field(path, kind)) for detail, path in errors if detail["type"] in UNKNOWN_FIELD}
    for detail, path in errors:
        if detail["type"] in UNKNOWN_FIELD:
            yield _unknown_field(path, kind, node, file)
        elif detail["type"] == "missing" and isinstance(path[-1], int):  # a pair is the only list of fixed length
            yield _wanted(place(node, path, file), path, "too")
        elif detail["type"] == "missing":
            if path in misspelt:
                continue
            yield Diagnostic(place(node, path, file), "CMI009", f"field `{path[-1]}` is missing",
                             f"add `{path[-1]}:` to the record that starts here")
        elif (found := _nearest(node, path)).sound or isinstance(found.value, (dict, list)):
            yield _wrong_type(detail, path, node, file)


UNKNOWN_FIELD = ("extra_forbidden", "unexpected_keyword_argument")


def _nearest_field(path: FieldPath, kind: Any) -> str | None:
    near = get_close_matches(str(path[-1]), _field_names(kind), 1)
    return near[0] if near else None


def _without_tag(loc: FieldPath, node: Node) -> FieldPath:
    """Drop the name of the block's kind, which pydantic puts before the path."""
    if loc and isinstance(loc[0], str) and isinstance(node.value, dict) and loc[0] not in node.value:
        kind = node.value.get("kind")
        if kind is not None and kind.value == loc[0]:
            return loc[1:]
    return loc


def _unknown_field(path: FieldPath, kind: Any, node: Node, file: SourceFile) -> Diagnostic:
    parent = _nearest(node, path[:-1])
    name = str(path[-1])
    key = parent.keys.get(name, parent)
    near = _nearest_field(path, kind)
    return Diagnostic(file.at(key.line, key.column, key.width), "CMI007", f"unknown field `{name}`",
                      f"did you mean `{near}`?" if near else "remove it; the data page lists the fields")


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    schema = adapter(kind).json_schema()
    shapes = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({name for shape in shapes for name in shape.get("properties", ())}))


WANTED = {
    "string": "text",
    "tuple": "a list (in brackets, or with `- ` before each value)",
    "bool": "true or false",
    "date": "a day of the calendar (as 2014-05-12)",
    "int": "a whole number",
    "dataclass": "a record with named fields",
    "dict": "a record with named fields",
    "union": "a block with a `kind`",
    "too": "two values",
}
"""What a value has to be, by the first word of what pydantic says, or by the name of its type."""


def _guessed(read: Any, node: Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield place and type of each value that pydantic took for what it is not: `yes` for true, a number for a day."""
    if isinstance(read, str) or read is None:
        return
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _guessed(read[key] if isinstance(read, Mapping) else getattr(read, key), child, (*path, key))
    elif isinstance(node.value, list):
        for at, (inner, child) in enumerate(zip(read, node.value, strict=True)):
            yield from _guessed(inner, child, (*path, at))
    elif read is not node.value and (isinstance(read, bool) or str(read) != node.value):
        yield path, type(read).__name__


def _wrong_type(detail: Any, path: FieldPath, node: Node, file: SourceFile) -> Diagnostic:
    if detail["type"] == "union_tag_invalid":  # said of the block, and meant of its `kind`
        path = (*path, "kind")
    at = place(node, path, file)
    if detail["input"] is None:
        return Diagnostic(at, "CMI008", f"`{_name(path)}` has no value", "write one, or leave the field out")
    if detail["type"] in ("literal_error", "union_tag_invalid"):
        return Diagnostic(at, "CMI008", f"`{_name(path)}` has a value it cannot have", _choice(detail))
    return _wanted(at, path, detail["type"].partition("_")[0])


def _wanted(at: Location, path: FieldPath, type_: str) -> Diagnostic:
    wanted = WANTED.get(type_, "a value of another type")
    return Diagnostic(at, "CMI008", f"`{_name(path)}` has the wrong type", f"write {wanted} here")


def _name(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "record")


def _choice(detail: Any) -> str:
    """Return the values there are, the nearest first."""
    context = detail["ctx"]
    expected = (context.get("expected") or context["expected_tags"]).replace("'", "`")
    words = [word.strip("` ") for word in expected.replace(" or ", ", ").split(",")]
    near = get_close_matches(str(detail["input"] if "expected" in context else context["tag"]), words, 1)
    return (f"did you mean `{near[0]}`? " if near else "") + f"it is one of {expected}"
