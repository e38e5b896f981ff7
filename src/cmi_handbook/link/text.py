"""Blocks become paragraphs that know their place, their statements, notes and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cmi_handbook.link.words import Finder
from cmi_handbook.model.apparatus import Note
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Footnote, Link, Paragraph, Section, Sentence
from cmi_handbook.model.ids import label, parent
from cmi_handbook.model.prose import read_marks
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.model.text import Footnote as FootnoteBlock
from cmi_handbook.model.text import Heading, ReferencesHere, SectionTitle
from cmi_handbook.model.text import Paragraph as ParagraphBlock

Quotes = Mapping[str, Sequence[tuple[int, int, str]]]
"""Paragraph to the spans that statements quote from it, with the statement."""


def reading_order(draft: Draft) -> list[str]:
    """Return the paragraphs as a reader takes them: the policy's sections, then the sheets that lie on top of it."""
    inside: list[str] = []
    sheets: list[str] = []
    here = sheets
    for entry in draft.blocks:
        if isinstance(entry.record, SectionTitle):
            here = inside
        elif isinstance(entry.record, ReferencesHere):
            here = sheets
        elif isinstance(entry.record, ParagraphBlock):
            here.append(entry.record.id)
    return inside + sheets


def link_text(draft: Draft, statements: Sequence[Statement], notes: Iterable[Note]) -> dict[str, Paragraph]:
    """Return the paragraphs in reading order."""
    quotes = _quotes(draft, statements)
    finder = Finder({form: term.id for term in _terms(draft) for form in term.forms})
    noted = _noted(notes)
    section: str | None = None
    heading: str | None = None
    found: dict[str, Paragraph] = {}
    for entry in draft.blocks:
        block = entry.record
        if isinstance(block, SectionTitle):
            section, heading = block.id, None
        elif isinstance(block, Heading):
            heading = block.words
        elif isinstance(block, ReferencesHere):
            section, heading = None, None
        elif isinstance(block, ParagraphBlock):
            found[block.id] = _paragraph(draft, block, section, heading, str(entry.marking),
                                         statements, quotes, noted, finder)
    return {id_: found[id_] for id_ in reading_order(draft)}


def _terms(draft: Draft) -> list[Term]:
    return [entry.record for entry in draft.terms]


def _noted(notes: Iterable[Note]) -> Mapping[str, list[str]]:
    noted = defaultdict(list)
    for note in notes:
        for para in note.paras:
            noted[para].append(note.id)
    return noted


def _quotes(draft: Draft, statements: Iterable[Statement]) -> Quotes:
    spans = defaultdict(list)
    for statement in statements:
        for quote in statement.quotes:
            start = draft.prose[quote.para].text.find(quote.text)
            spans[quote.para].append((start, start + len(quote.text), statement.id))
    return spans


def _paragraph(draft: Draft, block: ParagraphBlock, section: str | None, heading: str | None, marking: str,
               statements: Sequence[Statement], quotes: Quotes, noted: Mapping[str, list[str]],
               finder: Finder) -> Paragraph:
    prose = draft.prose[block.id]
    return Paragraph(
        id=block.id,
        label=label(block.id),
        parent=parent(block.id) if parent(block.id) in draft.paragraphs else None,
        items=tuple(id_ for id_ in draft.paragraphs if parent(id_) == block.id),
        section=section,
        heading=heading,
        title=block.title,
        text=prose.text,
        struck=prose.struck,
        footnotes=prose.calls,
        sentences=tuple(_sentences(block, quotes.get(block.id, ()))),
        statements=tuple(each.id for each in statements if each.para == block.id),
        notes=tuple(noted.get(block.id, ())),
        links=finder.links(prose.text, _citations(prose.text, block.id, draft)),
        marking=marking,
    )


def _sentences(block: ParagraphBlock, quotes: Sequence[tuple[int, int, str]]) -> Iterable[Sentence]:
    start = 0
    for n, each in enumerate(block.sentences, 1):
        text = read_marks(each.text).text
        end = start + len(text)
        drawn = [id_ for first, last, id_ in quotes if first < end and last > start]
        yield Sentence(n=n, text=text, start=start, statements=tuple(dict.fromkeys(drawn)), narrative=each.narrative)
        start = end + 1


def _citations(text: str, para: str, draft: Draft) -> list[Link]:
    """Return the places where the paragraph cites a reference; a range leads to its first letter."""
    found: dict[tuple[int, int], Link] = {}
    for entry in draft.references:
        for citation in entry.record.citations:
            start = text.find(citation.text) if citation.para == para and not citation.struck else -1
            span = (start, start + len(citation.text))
            if start >= 0 and not any(first < span[1] and span[0] < last for first, last in found):
                found[span] = Link(start=span[0], end=span[1], target=entry.record.id)
    return list(found.values())


def link_sections(draft: Draft, paragraphs: Mapping[str, Paragraph]) -> dict[str, Section]:
    """Return the sections with their headings and paragraphs."""
    sections = {}
    for entry in draft.blocks:
        block = entry.record
        if isinstance(block, SectionTitle):
            within = [each for each in paragraphs.values() if each.section == block.id]
            headings = dict.fromkeys(each.heading for each in within if each.heading)
            sections[block.id] = Section(
                id=block.id, number=block.number, title=block.title, headings=tuple(headings),
                paragraphs=tuple(each.id for each in within), marking=str(entry.marking))
    return sections


def link_footnotes(draft: Draft, paragraphs: Mapping[str, Paragraph]) -> dict[str, Footnote]:
    """Return the footnotes with the paragraphs that call them."""
    footnotes = {}
    for entry in draft.blocks:
        block = entry.record
        if isinstance(block, FootnoteBlock):
            called = [each.id for each in paragraphs.values() if block.id in {call.id for call in each.footnotes}]
            footnotes[block.id] = Footnote(id=block.id, label=block.label, text=block.text,
                                           called_at=tuple(called), marking=str(entry.marking))
    return footnotes
