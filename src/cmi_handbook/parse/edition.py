"""The files of one edition become a draft."""

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args, get_type_hints

from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.model.draft import Draft, Entry, File, FileMarking, Kind, kinds
from cmi_handbook.model.publication import Publication
from cmi_handbook.parse.files import SourceFile, read_text, source_file
from cmi_handbook.parse.records import read_record
from cmi_handbook.parse.tree import Node, read_tree

HEAD = Kind("publication", Publication, File("publication", "publication", required=True))
KINDS = {kind.file.stem: kind for kind in (HEAD, *kinds(Draft))}
"""File stem, or folder, to what it holds; the order is that in which faults are told apart."""


@dataclass
class _Reading:
    """What has been read so far."""

    lists: dict[str, list[Entry[Any]]] = field(default_factory=dict)
    files: list[FileMarking] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    spoilt_lists: set[str] = field(default_factory=set)
    incomplete: bool = False


def parse_edition(folder: Path) -> tuple[Draft, list[Diagnostic]]:
    """Return the draft of an edition's folder, and every fault of form in it.

    Records that cannot be read are left out; their ids stay known to the draft.
    """
    reading = _Reading()
    for path in sorted(folder.rglob("*.y*ml")):
        _read_file(path, path.relative_to(folder), f"{folder.name}/{path.relative_to(folder).as_posix()}", reading)
    for kind in KINDS.values():
        if kind.file.required:
            _require(folder, kind, reading)
    lists: dict[str, Any] = {key: tuple(entries) for key, entries in reading.lists.items()}
    publication = next(iter(lists.pop("publication", ())), None)
    draft = Draft(folder=folder.name, publication=publication, files=tuple(reading.files),
                  spoilt_ids=frozenset(reading.spoilt), spoilt_lists=frozenset(reading.spoilt_lists),
                  incomplete=reading.incomplete, **lists)
    return _with_source(draft, folder, reading), reading.faults


def _require(folder: Path, kind: Kind, reading: _Reading) -> None:
    if kind.key in reading.lists or reading.incomplete:
        return
    name = f"{kind.file.stem}/" if kind.file.folder else f"{kind.file.stem}.yaml"
    reading.faults.append(Diagnostic(Location(f"{folder.name}/{name}"), "CMI010", f"no `{name}` in the edition",
                                     "every edition has one; the page for editors lists the files"))
    reading.incomplete = True


def _with_source(draft: Draft, folder: Path, reading: _Reading) -> Draft:
    if draft.publication is None:
        return draft
    wanted = draft.publication.record.source_file
    path = folder / Path(wanted).name
    text, faults = read_text(path, f"{folder.name}/{path.name}")
    reading.faults += faults
    if text is None:
        return draft
    return replace(draft, source_text=text, source_sha256=sha256(path.read_bytes()).hexdigest())


def _read_file(path: Path, inside: Path, name: str, reading: _Reading) -> None:
    kind = _kind(inside)
    if kind is None:
        stem = inside.parts[0].removesuffix(".yaml")
        near = get_close_matches(stem, KINDS, 1)
        reading.faults.append(Diagnostic(Location(name), "CMI010", "file that no part of an edition is made of",
                                         f"did you mean `{near[0]}`?" if near else "rename or remove it"))
        reading.incomplete = True
        return
    text, faults = read_text(path, name)
    reading.faults += faults
    root = None
    if text is not None:
        file = source_file(name, text)
        root, faults = read_tree(file, text)
        reading.faults += faults
        if (root is None and not faults) or (root is not None and root.value is None):
            reading.faults.append(Diagnostic(Location(name), "CMI011", "empty file",
                                             f"start it with `marking:` and `{kind.key}:`, or remove it"))
            root = None
    if root is None:
        reading.incomplete = True
        return
    _read_root(root, file, kind, reading)


def _kind(inside: Path) -> Kind | None:
    folder = len(inside.parts) == 2
    kind = KINDS.get(inside.parts[0] if folder else inside.stem)
    if kind is None or kind.file.folder != folder or len(inside.parts) > 2 or inside.suffix != ".yaml":
        return None
    return kind


def _read_root(root: Node, file: SourceFile, kind: Kind, reading: _Reading) -> None:
    """Read `marking:` and the one list (or record) of a file."""
    start = file.at(root.line, root.column, root.width)
    if not isinstance(root.value, dict):
        reading.faults.append(Diagnostic(start, "CMI008", "the file is no record with named fields",
                                         f"start it with `marking:` and `{kind.key}:`"))
        reading.incomplete = True
        return
    near: dict[str, list[str]] = {}
    for name, key in root.keys.items():
        if name not in ("marking", kind.key):
            near[name] = get_close_matches(name, ("marking", kind.key), 1)
            reading.faults.append(Diagnostic(file.at(key.line, key.column, key.width), "CMI007",
                                             f"unknown field `{name}`",
                                             f"did you mean `{near[name][0]}`?" if near[name] else "remove it"))
    marking = _marking(root, file, reading) if ["marking"] not in near.values() else None
    content = root.value.get(kind.key)
    if content is None:
        reading.incomplete = True
        if [kind.key] not in near.values():
            reading.faults.append(Diagnostic(start, "CMI009", f"field `{kind.key}` is missing",
                                             f"add `{kind.key}:` with the file's records"))
        return
    _read_content(content, file, kind, marking, reading)


def _marking(root: Node, file: SourceFile, reading: _Reading) -> str | None:
    written = root.value if isinstance(root.value, dict) else {}
    node = written.get("marking")
    marking = node.value if node is not None and isinstance(node.value, str) else None
    at = node if node is not None else root
    if at is root or at.sound:
        reading.files.append(FileMarking(marking, file.at(at.line, at.column, at.width)))
    return marking


def _read_content(content: Node, file: SourceFile, kind: Kind, marking: str | None, reading: _Reading) -> None:
    nodes = [content] if kind.key == "publication" else content.value
    if not isinstance(nodes, list):
        reading.faults.append(Diagnostic(file.at(content.line, content.column, content.width), "CMI008",
                                         f"`{kind.key}` has the wrong type", "write `- ` before each record"))
        reading.incomplete = True
        return
    entries = reading.lists.setdefault(kind.key, [])
    for node in nodes:
        entry, faults = read_record(kind.record, node, file, marking)
        reading.faults += faults
        if entry is not None:
            entries.append(entry)
            continue
        _note_spoilt(node, kind, reading)


def _note_spoilt(node: Node, kind: Kind, reading: _Reading) -> None:
    """Remember a record that could not be read; of one whose id is lost too, nobody can tell who points at it."""
    reading.spoilt_lists.add(kind.key)
    written = node.value if isinstance(node.value, dict) else {}
    id_ = written.get("id")
    if id_ is not None and id_.sound:
        reading.spoilt.add(str(id_.value))
    elif id_ is not None or _has_id(kind.record, written.get("kind")):
        reading.incomplete = True


def _has_id(record: Any, block: Node | None) -> bool:
    """Tell whether a record of a type, or a block of the kind that is written in it, has an id."""
    types = [type_ for type_ in get_args(record) or (record,)
             if block is None or not get_args(record) or block.value in get_args(get_type_hints(type_)["kind"])]
    return not types or any("id" in get_type_hints(type_) for type_ in types)
