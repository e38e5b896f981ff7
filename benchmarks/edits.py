"""How many single edits of the data change what a reader is told without a fault.

    .venv/bin/python -m benchmarks.edits [--most 5000] [--seed 1] [--unsigned] [--jobs 2]

A seed picks the edits out of all that can be made: another value of a closed
list, another record of the same kind, a truth value turned round, the next
day, a word left out, doubled, moved or replaced, an item of a list left out,
doubled or moved, an optional field left out, an id renamed.  Each is made in
the parsed records of every edition, and all rules are asked.  The shares are
printed by field, apart for what the policy says, what the house arranges and
the editor's own words.  `--unsigned` leaves the signatures out, to show what
the rules hold by themselves.  Exit code 1 when an edit of what the policy
says is silent.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import is_dataclass, replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from cmi_handbook.checks import RULES
from cmi_handbook.checks.changed_reading import RULE as CHANGED
from cmi_handbook.library import edition_folders
from cmi_handbook.model.draft import Draft, Entry, kind_of, kinds
from cmi_handbook.model.record import By, To
from cmi_handbook.model.text import Furniture, Heading
from cmi_handbook.model.walk import PLAIN, FieldPath, Meaning, meanings
from cmi_handbook.parse import parse_edition

DATA = Path(__file__).resolve().parent.parent / "data"
WHOSE = {None: "the policy's", By.HOUSE: "the house's", By.EDITOR: "the editor's"}

DRAFTS: list[Draft] = []
"""The draft that is edited, where the processes that try the edits find it."""


class Edit(NamedTuple):
    """A changed record in its list, what was changed in it, and whose field that is."""

    key: str
    place: int
    field: str
    whose: By | None
    was: Any
    now: Any
    record: Any


def main() -> int:
    """Try the edits that are asked for and print the shares."""
    options = read_options()
    silent = 0
    for folder in edition_folders(DATA):
        draft, faults = parse_edition(folder)
        assert not faults
        if options.unsigned:
            draft = replace(draft, signatures=())
        found = list(edits(draft, random.Random(options.seed)))
        chosen = [edit for whose in WHOSE for edit in sampled(found, whose, options)]
        print(f"{folder.name}: {len(found)} edits can be made, {len(chosen)} are tried", flush=True)
        DRAFTS[:] = [draft]
        with get_context("fork").Pool(options.jobs) as pool:
            told = pool.map(first_code, chosen, chunksize=20)
        silent += report(list(zip(chosen, told, strict=True)))
    return 1 if silent else 0


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=5000, metavar="N",
                        help="edits of the policy's fields; a tenth of it of all others")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unsigned", action="store_true", help="leave the signatures out")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def sampled(found: list[Edit], whose: By | None, options: argparse.Namespace) -> list[Edit]:
    """Return as many edits of the policy's as are wanted, and a tenth of that of each other kind."""
    own = [edit for edit in found if edit.whose is whose]
    most = options.most if whose is None else options.most // 10
    return random.Random(options.seed).sample(own, min(most, len(own)))


def edits(draft: Draft, luck: random.Random) -> Iterator[Edit]:
    """Yield every edit of every record; luck chooses the new value where there are many."""
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, id_, _ in draft.identified():
        ids[kind].append(id_)
    lists = {"publication": (draft.publication,), **{kind.key: getattr(draft, kind.key) for kind in kinds(Draft)}}
    for key, entries in lists.items():
        if key == "signatures":
            continue
        for place, entry in enumerate(entries):
            if isinstance(entry.record, Furniture | Heading):
                other = Heading if isinstance(entry.record, Furniture) else Furniture
                kind = "heading" if other is Heading else "furniture"
                made: Any = other(kind=kind, words=entry.record.words)
                yield Edit(key, place, f"{entry.record.kind}.kind", None, entry.record.kind, kind, made)
            adapter: TypeAdapter[Any] = TypeAdapter(type(entry.record))
            plain = adapter.dump_python(entry.record)
            for path, whose, now in of_record(entry.record, plain, ids, luck):
                was, changed = at(plain, path), deepcopy(plain)
                if now == was:
                    continue
                put(changed, path, now)
                try:
                    record = adapter.validate_python(changed)
                except ValidationError:
                    continue
                name = kind_name(draft, key, entry)
                field = ".".join([name, *(step for step in path if isinstance(step, str))])
                yield Edit(key, place, field, whose, was, now, record)


def kind_name(draft: Draft, key: str, entry: Entry[Any]) -> str:
    """Return what the kind of a record is called in the report."""
    kind = next((kind for kind in kinds(Draft) if kind.key == key), None)
    return kind_of(kind, entry.record) if kind else key


def of_record(record: Any, plain: Mapping[str, Any], ids: Mapping[str, list[str]], luck: random.Random,
              path: FieldPath = (), whose: By | None = None) -> Iterator[tuple[FieldPath, By | None, Any]]:
    """Yield way, owner and new value of each edit in a record or in a record inside it."""
    hints = get_type_hints(type(record), include_extras=True)
    for name, said in meanings(type(record)).items():
        value = getattr(record, name)
        if value is None:
            continue
        owner = whose or said.by
        if type(None) in get_args(bare(hints[name])):
            yield (*path, name), owner, None
        yield from of_value(value, said, hints[name], ids, luck, (*path, name), owner)


def of_value(value: Any, said: Meaning, hint: Any, ids: Mapping[str, list[str]], luck: random.Random,
             path: FieldPath, owner: By | None) -> Iterator[tuple[FieldPath, By | None, Any]]:
    """Yield the edits of one value."""
    if is_dataclass(value):
        yield from of_record(value, {}, ids, luck, path, owner)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from of_value(inner, said, hint, ids, luck, (*path, place), owner)
        yield from ((path, owner, other) for other in lists_like(value))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from of_value(inner, PLAIN, hint, ids, luck, (*path, key), owner)
    else:
        yield from ((path, owner, other) for other in others(value, said, hint, ids, luck))


def lists_like(value: tuple[Any, ...]) -> Iterator[list[Any]]:
    """Yield a list without one item, with one twice, and with two in each other's place."""
    plain = [TypeAdapter(type(item)).dump_python(item) if is_dataclass(item) else item for item in value]
    for place in range(len(plain)):
        yield plain[:place] + plain[place + 1 :]
        yield [*plain[: place + 1], *plain[place:]]
        if place:
            yield [*plain[: place - 1], plain[place], plain[place - 1], *plain[place + 1 :]]


def others(value: Any, said: Meaning, hint: Any, ids: Mapping[str, list[str]], luck: random.Random) -> Iterator[Any]:
    """Yield other values of the same type."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif said.closed:
        yield from (choice for choice in literals(hint) if choice != value)
    elif said.to is not None:
        known = [id_ for kind, found in ids.items() if not said.to.kinds or kind in said.to.kinds for id_ in found]
        yield from luck.sample([id_ for id_ in known if id_ != value], min(2, len(known) - 1))
    else:
        yield from words_like(value, luck)


def words_like(text: str, luck: random.Random) -> Iterator[str]:
    """Yield a text with one word left out, doubled, moved, or replaced by a word of other meaning."""
    words = text.split(" ")
    place = luck.randrange(len(words))
    yield " ".join([*words[: place + 1], *words[place:]])
    yield " ".join([*words[:place], "other", *words[place + 1 :]])
    if len(words) > 1:
        yield " ".join(words[:place] + words[place + 1 :])
        yield " ".join(words[1:])
        yield " ".join(words[:-1])
        swap = luck.randrange(len(words) - 1)
        yield " ".join([*words[:swap], words[swap + 1], words[swap], *words[swap + 2 :]])


def bare(hint: Any) -> Any:
    """Return a type without its annotations."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def literals(hint: Any) -> Iterator[Any]:
    """Yield the values of the closed list in a type."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
        return
    for inner in get_args(hint):
        if not isinstance(inner, To | By):
            yield from literals(inner)


def at(plain: Any, path: FieldPath) -> Any:
    """Return the value at the end of a way."""
    for step in path:
        plain = plain[step]
    return plain


def put(plain: Any, path: FieldPath, value: Any) -> None:
    """Put a value at the end of a way, lists on it made writable."""
    for place, step in enumerate(path[:-1]):
        if isinstance(plain[step], tuple):
            plain[step] = list(plain[step])
        plain = plain[step]
        assert place < len(path)
    plain[path[-1]] = value


def first_code(edit: Edit) -> str | None:
    """Return the code of the first rule that finds a fault in an edited draft."""
    (draft,) = DRAFTS
    entries: Any = (draft.publication,) if edit.key == "publication" else getattr(draft, edit.key)
    old = entries[edit.place]
    marking = getattr(edit.record, "marking", None) or old.marking
    new = replace(old, record=edit.record, marking=marking)
    value = new if edit.key == "publication" else (*entries[: edit.place], new, *entries[edit.place + 1 :])
    changed = replace(draft, **{edit.key: value})
    for rule in sorted(RULES, key=lambda rule: (rule.last, rule.code)):
        if rule.check is not None and next(rule.check(changed), None) is not None:
            return rule.code
    return None


def report(tried: list[tuple[Edit, str | None]]) -> int:
    """Print the shares by field and the silent edits of the policy's; return how many those are."""
    for whose, name in WHOSE.items():
        own = [(edit, code) for edit, code in tried if edit.whose is whose]
        by_field: dict[str, Counter[str]] = defaultdict(Counter)
        for edit, code in own:
            by_field[edit.field]["silent" if code is None else "signed" if code == CHANGED.code else "held"] += 1
        total = sum(by_field.values(), Counter[str]())
        print(f"\n{name} fields: {len(own)} edits, {total['held']} held by the rules, "
              f"{total['signed']} by the signatures alone, {total['silent']} silent")
        for field, counts in sorted(by_field.items()):
            shares = ", ".join(f"{word} {counts[word]}" for word in ("held", "signed", "silent") if counts[word])
            print(f"  {field:<44} {sum(counts.values()):>5}  {shares}")
    silent = [edit for edit, code in tried if code is None and edit.whose is None]
    for edit in silent:
        print(f"SILENT {edit.field} [{edit.place}]: {edit.was!r} -> {edit.now!r}", file=sys.stderr)
    return len(silent)


if __name__ == "__main__":
    sys.exit(main())
