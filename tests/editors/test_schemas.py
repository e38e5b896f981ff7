"""What an editor's tools say of the data is what `check` says: nothing of sound values, and something of wrong types.

The data are read here as such tools read them, by the core schema of YAML 1.2: `34` is a number, a day is a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from cmi_handbook.checks.examples import HERE, edition
from cmi_handbook.checks.pointers import pointers
from cmi_handbook.library import check_edition
from cmi_handbook.parse.edition import KINDS
from cmi_handbook.parse.files import source_file
from cmi_handbook.parse.records import read_record
from cmi_handbook.parse.tree import read_tree
from cmi_handbook.render.reference.editors import ids_schema
from tests.conftest import PROJECT
from tests.golden.test_golden import BARE, RICH

SETTINGS = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
BASE = HERE / "base"
DATA = sorted((PROJECT / "data").rglob("*.yaml"))


class Core(yaml.CSafeLoader):
    """A reader of YAML 1.2: numbers, true, false and null, and all else is text."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]), ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):  # fmt: skip
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first])


@cache
def schema(stem: str) -> Any:
    """Return one of the schemas as it lies in the project."""
    return json.loads((PROJECT / "schema" / f"{stem}.schema.json").read_text(encoding="utf-8"))


@cache
def validator(stem: str) -> jsonschema.Draft7Validator:
    """Return what holds a data file to its schema."""
    ids = Registry().with_resource("ids.schema.json", Resource.from_contents(schema("ids")))
    return jsonschema.Draft7Validator(schema(stem), registry=ids, format_checker=jsonschema.FormatChecker())


def said(stem: str, text: str) -> list[str]:
    """Return where an editor's tools find something in a data file."""
    return [error.json_path for error in validator(stem).iter_errors(yaml.load(text, Core))]


def stem_of(path: Path, folder: Path) -> str:
    """Return which kind of data file lies at a place in an edition."""
    return path.relative_to(folder).parts[0].removesuffix(".yaml")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_nothing_is_said_of_the_data(path: Path) -> None:
    """No value of a real edition is of a type that its schema refuses."""
    assert said(stem_of(path, PROJECT / "data" / path.relative_to(PROJECT / "data").parts[0]),
                path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("folder", [BASE, BARE, RICH], ids=["base", "bare", "rich"])
def test_nothing_is_said_of_small_editions(folder: Path) -> None:
    """Nor is any of the editions that reach what the real one leaves out."""
    found = {path.name: said(stem_of(path, folder), path.read_text(encoding="utf-8"))
             for path in folder.rglob("*.yaml")}
    assert {name: errors for name, errors in found.items() if errors} == {}


WRONG = {
    "a misspelt field": ("seats", "title: The watch", "titel: The watch", ["$.seats[0]", "$.seats[0]"]),
    "a misspelt word": ("terms", "kind: defined", "kind: defind", ["$.terms[0].kind"]),
    "a missing field": ("seats", "    title: The watch\n", "", ["$.seats[0]"]),
    "no day": ("references", "iso: 1900-07-02", "iso: 1900-02-30", ["$.references[1].date.iso"]),
    "yes for true": ("references", "struck: true", "struck: yes", ["$.references[1].citations[0].struck"]),
    "a text for a list": ("seats", "[theme-sea]", "theme-sea", ["$.seats[0].themes"]),
    "an empty text": ("seats", "title: The watch", 'title: ""', ["$.seats[0].title"]),
    "an empty id": ("seats", "body: keepers", "body: ' '", ["$.seats[0].bodies[0].body"]),
    "an unknown id": ("seats", "body: keepers", "body: nobody", []),
}


@pytest.mark.parametrize(("stem", "old", "new", "places"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said(stem: str, old: str, new: str, places: list[str]) -> None:
    """A misspelt field and a wrong value are found where they stand; of ids that are new nothing is said."""
    text = (BASE / f"{stem}.yaml").read_text(encoding="utf-8")
    assert old in text
    assert said(stem, text.replace(old, new, 1)) == places


ODD = ["", "~", "null", "NULL", "true", "False", "yes", "0", "34", "-1.5", "1e3", "a", "2014-05-12", "2014-02-30",
       "20140512", "[]", "[a]", "[1, 2]", "[[]]", "{}", "{a: b}", '""', '" "', '"34"', "defined", "paragraph"]


def fields() -> Iterator[tuple[str, ...]]:
    """Yield kind of file, name of a field, and what stands before and behind its value, once for each field."""
    known = set()
    for path in sorted(RICH.rglob("*.yaml")):
        stem, text = stem_of(path, RICH), path.read_text(encoding="utf-8")
        for found in re.finditer(r"(?<=[ {])(\w+): (\[[^]{}]*\]|[^\n,\[{}>|]+)(?=\}|\n|, \w+: )", text):
            if (stem, found[1]) not in known and found.start() > text.index(f"\n{KINDS[stem].key}:"):
                known.add((stem, found[1]))
                yield stem, found[1], text[: found.start(2)], text[found.end(2) :]


def accepted(stem: str, text: str) -> bool:
    """Tell whether the parser finds no fault in a file."""
    file = source_file("", text)
    root, faults = read_tree(file, text)
    if root is None or faults:
        return False
    content = root.value[KINDS[stem].key]
    records = [content] if stem == "publication" else content.value
    return not any(read_record(KINDS[stem].record, record, file, None)[1] for record in records)


@pytest.mark.parametrize(("stem", "field", "before", "behind"), list(fields()), ids=lambda each: each[:9])
def test_editor_and_parser_agree(stem: str, field: str, before: str, behind: str) -> None:
    """Whatever stands in a field, an editor's tools find something in it where the parser does, and nowhere else."""
    texts = {odd: f"{before}{odd}{behind}" for odd in ODD if f"{before}{odd}".rstrip()}
    assert {odd: not said(stem, text) for odd, text in texts.items()} == {
        odd: accepted(stem, text) for odd, text in texts.items()}


def test_every_kind_of_file_has_its_schema() -> None:
    """The settings of the workspace lead each data file to the one schema of its kind."""
    patterns = {pattern: name for name, pattern in SETTINGS["yaml.schemas"].items()}
    led = {path: [name for pattern, name in patterns.items() if fnmatch(path, pattern)]
           for path in (f"data/lk-1/{stem}{'/1' if kind.file.folder else ''}.yaml" for stem, kind in KINDS.items())}
    assert led == {path: [f"./schema/{path.split('/')[2].removesuffix('.yaml')}.schema.json"] for path in led}
    assert all((PROJECT / name).is_file() for name in patterns.values())


def test_ids_complete() -> None:
    """Each id that a record points at is offered in its field, and each choice of kinds stands in the project."""
    with edition(RICH) as folder:
        draft, _ = check_edition(folder)
    offered = {key: {str(each["body"]) for each in shape["defaultSnippets"]}
               for key, shape in json.loads(ids_schema([draft]))["definitions"].items()}
    wanted = [(pointer.id, "-".join(pointer.spot.found.meaning.to.kinds) or "any") for pointer in pointers(draft)
              if pointer.spot.found.meaning.to]
    assert len(wanted) > 100
    assert [(id_, key) for id_, key in wanted if id_ not in offered[key]] == []
    assert offered.keys() == schema("ids")["definitions"].keys()


def test_each_field_says_what_it_holds() -> None:
    """Every field of every record has a description, and every word of a closed list that pages explain its meaning."""
    shapes = [shape for stem in KINDS for shape in (schema(stem), *schema(stem)["$defs"].values())]
    fields_ = [(shape["title"], name, field) for shape in shapes if "additionalProperties" in shape and "$schema" not in
               shape for name, field in shape.get("properties", {}).items()]
    assert len(fields_) > 100
    assert [(title, name) for title, name, field in fields_ if not field.get("description")] == []
    force = schema("statements")["properties"]["statements"]["items"]["properties"]["force"]
    assert dict(zip(force["enum"], force["enumDescriptions"], strict=True))["duty"] == (
        "Duty: somebody named is told to do it")
