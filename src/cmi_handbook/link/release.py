"""Holding back what lies above a ceiling, before anything is linked or rendered.

One rule: a record above the ceiling is held back, and so is a record that
names or quotes one and cannot stand without it; where the model says that a
field can lose it (`Hold`), the field loses it.  A text of the editor's that
repeats words or names which stand in nothing that goes out is withheld in its
place; a record whose id or name repeats them goes.  What the source prints goes out
whole or not at all.
What is held back only grows from round to round, so the rule comes to an end.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, replace
from typing import Any

from cmi_handbook.link.told import PRINTED, REMARK, Told, named_in, only_in, spaced
from cmi_handbook.model.draft import Draft, Entry, HeldBack, kind_of, kinds
from cmi_handbook.model.numbering import cited
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.record import By, Use
from cmi_handbook.model.text import Footnote, Paragraph, ReferencesHere, SectionTitle
from cmi_handbook.model.walk import Found, Gone, Meaning, walk, without
from cmi_handbook.model.whole_words import stands

WITHHELD = "withheld under this ceiling"
"""Stands where a book shows the hash of its source, or the title of a section that is held back."""


@dataclass(frozen=True)
class Held:
    """A record that is held back: its kind, its id where it has one, and why."""

    kind: str
    id: str | None
    why: str


@dataclass(frozen=True)
class Loss:
    """A field of a record that goes out, and what it loses."""

    id: str
    field: str
    lost: str


@dataclass(frozen=True)
class Released:
    """What goes out under a ceiling, what is held back, what the rest loses, and what would tell of it all the same."""

    draft: Draft
    held: tuple[Held, ...]
    losses: tuple[Loss, ...]
    told: Told


def hold_back(draft: Draft, ceiling: str) -> Released:
    """Return the draft without what lies above the ceiling, and a report.

    The publication itself has to lie at or below it (CMI703).
    """
    # Digests, like the hash of the source, would let guesses at what is held back be tried.
    sift = _Sift(replace(draft, signatures=()), ceiling)
    while sift.another_round():
        pass
    assert draft.publication is not None
    head = sift.kept(draft.publication)
    lists: dict[str, Any] = {kind.key: tuple(sift.released(kind.key)) for kind in kinds(type(draft))}
    head = replace(head, record=replace(head.record, source_sha256=WITHHELD))
    places = tuple(sift.places())
    out = replace(draft, publication=head, held_back=places, held_records=len(sift.held) - len(places), **lists)
    return Released(out, tuple(sift.held), tuple(dict.fromkeys(sift.losses())), sift.told)


class _Sift:
    """What is held back so far, and the words that are left to stand in."""

    def __init__(self, draft: Draft, ceiling: str) -> None:
        self.draft = draft
        self.above = draft.head.markings[draft.head.markings.index(ceiling) + 1 :]
        self.held: list[Held] = []
        self.ids: set[str] = set()
        self.gone: set[int] = set()
        self.text = ""
        self.called: set[str] = set()
        self.told = Told()

    def another_round(self) -> bool:
        """Hold back what cannot stand without what is held back already; tell whether that was anything."""
        before = len(self.gone)
        self.text = "\n".join(self._words())
        self.told = self._told()
        self.called = {call.id for para, entry in self.draft.paragraphs.items() if id(entry) not in self.gone
                       for call in self.draft.prose[para].calls}
        for kind in kinds(type(self.draft)):
            for entry in getattr(self.draft, kind.key):
                if id(entry) not in self.gone and (why := self._why(entry)):
                    self.gone.add(id(entry))
                    own = getattr(entry.record, "id", None)
                    self.held.append(Held(kind_of(kind, entry.record), own, why))
        self.ids |= {held.id for held in self.held if held.id}
        return len(self.gone) > before

    def _words(self) -> Iterator[str]:
        """Yield the paragraphs that are left, each with its run-in title."""
        for para, entry in self.draft.paragraphs.items():
            if id(entry) not in self.gone:
                yield f"{entry.record.title or ''}. {self.draft.prose[para].text}"

    def _told(self) -> Told:
        """Return what stands in nothing but what is held back: words of the source, remarks and names."""
        if not self.gone:
            return Told()
        out: list[str] = []
        held: list[str] = []
        remarks: list[str] = []
        names: dict[str, None] = {}
        for entry in self.draft.marked:
            gone = id(entry) in self.gone
            for found in walk(entry.record):
                if found.meaning.use is Use.PRINTED:
                    (held if gone else out).append(found.value)
                elif gone and ((found.meaning.use in (Use.NAME, Use.FORM) and found.meaning.by is None) or
                               (found.meaning.use is Use.ID and "-" in found.value)):
                    names[spaced(found.value)] = None
                elif gone and found.meaning.by is By.EDITOR and found.meaning.to is None:
                    remarks.append(found.value)
            if isinstance(entry.record, Paragraph):
                (held if gone else out).append(self.draft.prose[entry.record.id].text)
        said = set(named_in("\n".join([*out, *self._names_left()]), names))
        return Told(only_in(held, out, PRINTED), only_in(remarks, out, REMARK),
                    tuple(name for name in names if name not in said))

    def _names_left(self) -> Iterator[str]:
        """Yield what parties and terms that go out are called."""
        for entry in (*self.draft.terms, *self.draft.bodies, *self.draft.actors):
            if id(entry) not in self.gone:
                yield from (found.value for found in walk(entry.record) if found.meaning.use is Use.NAME)

    def _why(self, entry: Entry[Any]) -> str | None:
        """Return why a record is held back, or nothing."""
        if entry.marking in self.above:
            return f"marked {entry.marking}"
        if isinstance(entry.record, Footnote) and self.gone and entry.record.id not in self.called:
            return "called by nothing that goes out"
        try:
            self.kept(entry)
        except Gone:
            lost = [name for found in walk(entry.record) for name in self._names_lost(found)]
            return f"does not stand without `{lost[0]}`" if lost else "its id tells words of what is held back"
        return None

    def kept(self, entry: Entry[Any]) -> Entry[Any]:
        """Return an entry without what it loses; raises `Gone` when it cannot stand."""
        return replace(entry, record=without(entry.record, self._keep))

    def _keep(self, value: str, meaning: Meaning) -> Any:
        """Return a string, or nothing of one that names what is held back, or other words for one that tells of it."""
        if meaning.to is not None:
            return MISSING if value in self.ids else value
        if meaning.use is Use.FORM:
            return MISSING if self.gone and not stands(value, self.text) else value
        if meaning.use is Use.PRINTED or meaning.closed or self.told.by(value) is None:
            return value
        return WITHHELD if meaning.use is None else MISSING

    def released(self, key: str) -> Iterator[Entry[Any]]:
        """Yield the entries of a list that go out; a section keeps its place and its number, not its title."""
        for entry in getattr(self.draft, key):
            if id(entry) not in self.gone:
                yield self.kept(entry)
            elif isinstance(entry.record, SectionTitle) and self._has_paragraphs(entry.record):
                untitled = replace(entry.record, title=WITHHELD, printed=WITHHELD, marking=None)
                assert self.draft.publication is not None
                yield replace(entry, record=untitled, marking=self.draft.publication.marking)

    def _has_paragraphs(self, section: SectionTitle) -> bool:
        """Tell whether a paragraph of a section goes out."""
        inside = False
        for entry in self.draft.blocks:
            if isinstance(entry.record, SectionTitle):
                inside = entry.record is section
            elif inside and isinstance(entry.record, Paragraph) and id(entry) not in self.gone:
                return True
        return False

    def places(self) -> Iterator[HeldBack]:
        """Yield the paragraphs that are held back, each with its place in the text."""
        sheets = {para: sheet.id for sheet in self.draft.head.documents for para in sheet.paras}
        section = where = after = None
        for entry in self.draft.blocks:
            block = entry.record
            if isinstance(block, (SectionTitle, ReferencesHere)):
                section = getattr(block, "id", None)
            elif isinstance(block, Paragraph):
                here = section or sheets.get(block.id)
                where, after = here, after if here == where else None
                if id(entry) in self.gone:
                    yield HeldBack(cited(self.draft.numbering, block.id), here, after)
                else:
                    after = block.id

    def losses(self) -> Iterator[Loss]:
        """Yield what the records that go out lose: ids and forms, and texts of which something else stands now."""
        for entry in self.draft.marked:
            if id(entry) in self.gone:
                continue
            own = str(getattr(entry.record, "id", "synonyms"))
            for found in walk(entry.record):
                for lost in self._names_lost(found):
                    yield Loss(own, str(found.path[0]), lost)
            if WITHHELD not in (found.value for found in walk(entry.record)):
                yield from (Loss(own, str(found.path[0]), "words of what is held back")
                            for found in walk(self.kept(entry).record) if found.value == WITHHELD)

    def _names_lost(self, found: Found) -> Iterator[str]:
        """Yield the ids and forms in a string of a record that are lost."""
        if isinstance(found.value, str) and found.meaning.use is Use.MARKED:
            yield from (call.id for call in read_marks(found.value).calls if call.id in self.ids)
        elif isinstance(found.value, str) and (
                found.meaning.to or found.meaning.use in (Use.FORM, Use.NAME)):
            yield from [found.value] if self._keep(found.value, found.meaning) is MISSING else []
