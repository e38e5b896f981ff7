"""What a text editor's tools read: schemas that say what each field holds, and the ids that complete there."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

from cmi_handbook.checks.nearest import with_article
from cmi_handbook.checks.unknown_id import NAMES
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.record import To, Use
from cmi_handbook.model.walk import PLAIN, Meaning, meanings, walk
from cmi_handbook.parse.edition import KINDS
from cmi_handbook.views import wording

Schema = dict[str, Any]

DRAFT = {"$schema": "http://json-schema.org/draft-07/schema#"}
TEXT = {"type": ["string", "number"], "pattern": r"\S"}
"""A text that is not empty: where it is written without quotes, an editor reads `34` as a number."""

CLOSED = [words for words in vars(wording).values() if isinstance(words, dict)]
"""What pages say for the words of closed lists."""


def for_editors(schemas: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return the schemas of the data files, with what is known of each field, in the draft that editors know."""
    records = {record.__name__: record for record in _records()}
    return {stem: _told(schema, records) | DRAFT for stem, schema in schemas.items()}


def ids_schema(drafts: Iterable[Draft]) -> str:
    """Return for each choice of kinds that a field can point at the ids there are: offered, and no other refused."""
    known = {id_: (kind, entry) for draft in drafts for kind, id_, entry in draft.identified()}
    pointers = {_key(said.to): said.to.kinds for record in _records() for said in meanings(record).values() if said.to}
    definitions = {
        key: TEXT | {"defaultSnippets": [
            {"label": id_, "description": _name(entry.record), "body": int(id_) if id_.isdecimal() else id_}
            for id_, (kind, entry) in known.items() if not kinds or kind in kinds]}
        for key, kinds in sorted(pointers.items())}
    return json.dumps(DRAFT | {"definitions": definitions}, ensure_ascii=False).replace("}, ", "},\n") + "\n"


def _records() -> Iterator[type]:
    """Yield every type of record, and of the records inside them."""
    found: list[Any] = [kind.record for kind in KINDS.values()]
    for type_ in found:  # grows
        found += get_type_hints(type_).values() if is_dataclass(type_) else get_args(type_)
        if isinstance(type_, type) and is_dataclass(type_):
            yield type_


def _name(record: Any) -> str:
    """Return what a record is called; the name of a statement is a whole sentence, and its id says enough."""
    called = next((str(found.value) for found in walk(record) if found.meaning.use is Use.NAME), "")
    return "" if called.endswith(".") else called


def _key(to: To) -> str:
    return "-".join(to.kinds) or "any"


def _told(shape: Any, records: Mapping[str, type], said: Meaning = PLAIN) -> Any:
    """Return a shape with what is known of the fields in it."""
    if isinstance(shape, list):
        return [_told(each, records, said) for each in shape]
    if not isinstance(shape, dict):
        return shape
    if shape.get("type") == "string" and shape.keys().isdisjoint(("enum", "const", "format")):
        holds = {"$ref": f"ids.schema.json#/definitions/{_key(said.to)}"} if said.to else TEXT
        return {name: each for name, each in shape.items() if name != "type"} | holds
    told = {("items" if name == "prefixItems" else name): _told(each, records, said)
            for name, each in shape.items() if name != "properties"}
    if words := next((words for words in CLOSED if {*words} == {*shape.get("enum", ())}), None):
        told["enumDescriptions"] = [_words(words[word]) for word in shape["enum"]]
    if "properties" in shape:
        record = records.get(shape["title"])
        told["properties"] = {name: _field(each, records, record, name) for name, each in shape["properties"].items()}
    return told


def _field(shape: Schema, records: Mapping[str, type], record: type | None, name: str) -> Schema:
    said = meanings(record)[name] if record else PLAIN
    told: Schema = _told(shape, records, said)
    return told | {"description": _about(record, name, said)} if record else told


def _about(record: type, name: str, said: Meaning) -> str:
    """Return what a record's docstring says of a field, and what the field's annotations say."""
    sentences = re.split(r"(?<=\.) ", " ".join(str(record.__doc__).replace("`", "'").split()))
    told = [sentence for sentence in sentences if f"'{name}'" in sentence]
    if said.to:
        kinds = (with_article(NAMES.get(kind, kind)) for kind in said.to.kinds)
        told.append(f"The id of {' or '.join(kinds) or 'any record'}.")
    return " ".join([*told, *([f"{said.use.value.capitalize()}."] if said.use else [])]) or sentences[0]


def _words(words: str | tuple[str, str]) -> str:
    return (words if isinstance(words, str) else ": ".join(words)).replace("{owner}", "the owner")
