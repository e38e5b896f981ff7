"""The book's index: terms, bodies and actors, each once, with where the book and the policy speak of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.address import in_order, letter


@dataclass(frozen=True)
class IndexEntry:
    """A name with its main places and the paragraphs that use it; or `see`, the name to look under."""

    name: str
    homes: tuple[str, ...] = ()
    paras: tuple[str, ...] = ()
    see: str | None = None


@dataclass(frozen=True)
class IndexLetter:
    """The entries that begin with one letter."""

    letter: str
    entries: tuple[IndexEntry, ...]


def view_index(handbook: Handbook) -> tuple[IndexLetter, ...]:
    """Return the index in alphabetical order, entries of one name merged."""
    entries = sorted(_merged(handbook), key=lambda entry: in_order(entry.name))
    found: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        found.setdefault(letter(entry.name).upper(), []).append(entry)
    return tuple(IndexLetter("Other" if key == "OTHER" else key, tuple(group)) for key, group in found.items())


def _merged(handbook: Handbook) -> Iterator[IndexEntry]:
    order = {para: place for place, para in enumerate(handbook.paragraphs)}
    names: dict[str, tuple[str, list[str], set[str]]] = {}
    short: dict[str, str] = {}
    for name, abbreviation, id_, paras in _sources(handbook):
        known = names.setdefault(name.casefold(), (name, [], set()))
        known[1].append(id_)
        known[2].update(paras)
        if abbreviation and abbreviation.casefold() != name.casefold():
            short.setdefault(abbreviation, known[0])
    for name, homes, paras in names.values():
        yield IndexEntry(name, tuple(homes), tuple(sorted(paras, key=lambda para: order.get(para, len(order)))))
    for abbreviation, name in short.items():
        if abbreviation.casefold() not in names:
            yield IndexEntry(abbreviation, see=name)


def _sources(handbook: Handbook) -> Iterator[tuple[str, str | None, str, Iterable[str]]]:
    for term in handbook.terms.values():
        yield term.term, term.abbreviation, term.id, handbook.usage[term.id].used_in
    for party in (*handbook.bodies.values(), *handbook.actors.values()):
        yield party.name, party.abbreviation, party.id, party.named_at
