"""YAML text becomes a tree of nodes that know their place.

The tree is built from parser events, never by recursion: depth is refused
before it can exhaust a stack, and values are counted as they come, with all
that an alias repeats before it is followed.  Every scalar is a string but for plain `null`, `true` and `false`,
so that `2` and `2.c` are of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.parse.files import SourceFile
from cmi_handbook.parse.slips import broken, misread, stray

DEEPEST = 50
LARGEST = 200_000
"""Values a file may expand to; a file of a thousand statements has about half of that."""

LONG = 100
"""Letters of a text that count as one value more, so that an alias cannot repeat a long text many times either."""

PLAIN = {"": None, "~": None, **{form(word): value for word, value in (("null", None), ("true", True), ("false", False))
                                 for form in (str.lower, str.title, str.upper)}}


@dataclass(slots=True)
class Node:
    """A value and where it stands; `keys` are the key nodes of a mapping.

    One that is not sound, or holds one that is not, was reported already.
    """

    value: object
    line: int
    column: int
    width: int = 1
    size: int = 1
    keys: dict[str, Node] = field(default_factory=dict)
    sound: bool = True

    def plain(self) -> object:
        """Return the value with all nodes taken off."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class Refused(Exception):
    """The file cannot be read on; carries the diagnostic."""

    def __init__(self, code: str, at: Location, message: str, help: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(at, code, message, help)


def read_tree(file: SourceFile, text: str) -> tuple[Node | None, list[Diagnostic]]:
    """Return the root node of a file, or None, and the faults found on the way."""
    builder = _Builder(file)
    try:
        if found := stray(file, text):
            raise Refused(*found)
        for event in _events(file, text):
            builder.take(event)
    except Refused as refusal:
        return None, [*builder.faults, refusal.diagnostic]
    return builder.root, builder.faults + [
        Diagnostic(at, "CMI003", f"an anchor `&{name}` that nothing repeats", "put the value in quotes")
        for name, at in builder.unused.items()]


def _events(file: SourceFile, text: str) -> Iterator[yaml.Event]:
    event = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            yield event
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        column = error.position - (text.rfind("\n", 0, error.position) + 1)
        raise Refused("CMI002", file.at(line, column), "control character in a YAML file",
                      "remove the character; text may hold printable characters only") from None
    except yaml.YAMLError as error:
        raise Refused(*broken(file, error, event)) from None


def _start(event: yaml.Event) -> tuple[int, int]:
    """Return the line and the column an event begins at, from 0; the parser gives every event its marks."""
    assert event.start_mark is not None
    return event.start_mark.line, event.start_mark.column


class _Builder:
    """Builds one document from events and keeps count of depth and expansion."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.faults: list[Diagnostic] = []
        self.root: Node | None = None
        self.open: list[tuple[Node, str | None, list[Node]]] = []
        self.anchors: dict[str, Node | None] = {}
        self.unused: dict[str, Location] = {}
        self.values = 0

    def take(self, event: yaml.Event) -> None:
        """Take one parser event."""
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._end(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._no_tag(event)
            self._place(self._scalar(event), event.anchor)
            if event.anchor:
                self.unused[event.anchor] = self._at(event)
        elif isinstance(event, yaml.AliasEvent):
            self._place(self._alias(event), None)

    def _at(self, event: yaml.Event) -> Location:
        return self.file.at(*_start(event))

    def _count(self, event: yaml.Event, size: int) -> None:
        """Add to the one running count; to sum up at each alias what stands before it took hours."""
        self.values += size
        if self.values > LARGEST:
            raise Refused("CMI005", self._at(event), f"more than {LARGEST} values in one file, aliases followed",
                          "split the file, or write out what its aliases repeat")

    def _no_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag and event.tag != "!":
            raise Refused("CMI003", self._at(event), "YAML tag in a data file",
                          "remove the tag, or put a value that starts with `!` in quotes")

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        line, column = _start(event)
        end = event.end_mark
        here = end is not None and end.line == line
        width = (end.column if end and here else len(self.file.lines[line])) - column
        value = PLAIN.get(event.value, event.value) if event.implicit[0] else event.value
        size = 1 + len(event.value) // LONG
        self._count(event, size)
        node = Node(value, line, column, max(1, width), size)
        if found := misread(self.file, event):
            node.sound = False
            self.faults.append(Diagnostic(found.at, found.code, found.message, found.help))
        return node

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        self._no_tag(event)
        if len(self.open) >= DEEPEST:
            raise Refused("CMI004", self._at(event), f"nesting deeper than {DEEPEST} levels",
                          "no record needs more than eight; look for a run of brackets")
        self._count(event, 1)
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node({} if mapping else [], *_start(event))
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append((node, event.anchor, []))

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        node, anchor, children = self.open.pop()
        node.size += sum(child.size for child in children)
        node.sound = all(child.sound for child in children)
        if isinstance(node.value, dict):
            self._fill(node.value, node.keys, children)
        else:
            node.value = children
        self._place(node, anchor)

    def _fill(self, values: dict[str, Node], keys: dict[str, Node], children: list[Node]) -> None:
        for key, value in zip(children[::2], children[1::2], strict=True):
            at = self.file.at(key.line, key.column, key.width)
            if not isinstance(key.value, str):
                raise Refused("CMI003", at, "key that is not a plain word", "name the field")
            if key.value == next(iter(values), None) and values[key.value].line < key.line:
                raise Refused("CMI006", at, f"key `{key.value}` begins a record that has no dash",
                              "put `- ` before it, or keep one of the two")
            if key.value in values:
                self.faults.append(Diagnostic(at, "CMI006", f"key `{key.value}` stands twice in one record",
                                              "keep one of the two; the first one is read"))
                continue
            values[key.value] = value
            keys[key.value] = key

    def _alias(self, event: yaml.AliasEvent) -> Node:
        name = str(event.anchor)
        self.unused.pop(name, None)
        if name not in self.anchors:
            raise Refused("CMI005", self._at(event), f"alias `*{name}` of nothing",
                          "put a value that starts with `*` in quotes")
        target = self.anchors[name]
        if target is None:
            raise Refused("CMI005", self._at(event), f"alias `*{name}` that holds itself",
                          "write the record out")
        self._count(event, target.size)
        return Node(target.value, *_start(event), len(name) + 1, target.size, target.keys, target.sound)

    def _place(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if self.open:
            self.open[-1][2].append(node)
        elif self.root is not None:
            raise Refused("CMI003", self.file.at(node.line, node.column), "second document in one file",
                          "move it to a file of its own")
        else:
            self.root = node


def fields_at(text: str, line: int) -> tuple[int, dict[str, tuple[int, int]]] | None:
    """Return the column (from 0) of the mapping that begins on a line (from 0), and where its fields begin and end.

    Returns nothing where none begins there that is written line by line.
    """
    for node in _mappings(yaml.compose(text, yaml.BaseLoader)):
        if node.start_mark.line == line and not node.flow_style:
            return node.start_mark.column, {key.value: (key.start_mark.index, _end(text, value))
                                            for key, value in node.value}
    return None


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
