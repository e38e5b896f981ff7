"""Blocks become paragraphs that know their place, their statements, notes and links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cmi_handbook.link.finder import Finder
from cmi_handbook.model.apparatus import Note
from cmi_handbook.model.coverage import Covered, sentences
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Footnote, Link, Paragraph, Section, Sentence
from cmi_handbook.model.numbering import cited, label, parent
from cmi_handbook.model.portion import Portion
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.text import Footnote as FootnoteBlock
from cmi_handbook.model.text import Heading, ReferencesHere, SectionTitle
from cmi_handbook.model.text import Paragraph as ParagraphBlock


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


def link_text(draft: Draft, statements: Iterable[Statement], notes: Iterable[Note]) -> dict[str, Paragraph]:
    """Return the paragraphs in reading order."""
    weaver = _Weaver(draft, statements, notes)
    section: str | None = None
    heading: Portion | None = None
    found: dict[str, Paragraph] = {}
    for entry in draft.blocks:
        block = entry.record
        if isinstance(block, SectionTitle):
            section, heading = block.id, None
        elif isinstance(block, Heading):
            heading = Portion(block.words, draft.rank(entry))
        elif isinstance(block, ReferencesHere):
            section, heading = None, None
        elif isinstance(block, ParagraphBlock):
            found[block.id] = weaver.paragraph(block, draft.rank(entry), section, heading)
    return {id_: found[id_] for id_ in reading_order(draft)}


class _Weaver:
    """Makes paragraphs; holds what is known of all of them."""

    def __init__(self, draft: Draft, statements: Iterable[Statement], notes: Iterable[Note]) -> None:
        self.draft = draft
        self.finder = Finder({form: entry.record.id for entry in draft.terms for form in entry.record.forms})
        self.drawn, self.noted = defaultdict(list), defaultdict(list)
        self.sentences: Mapping[str, list[Covered]] = defaultdict(list)
        for statement in statements:
            self.drawn[statement.para].append(statement.id)
        for note in notes:
            for para in note.paras:
                self.noted[para].append(note.id)
        for covered in sentences(draft):
            self.sentences[covered.entry.record.id].append(covered)

    def paragraph(self, block: ParagraphBlock, rank: int, section: str | None, heading: Portion | None) -> Paragraph:
        """Return a paragraph with its place in the text."""
        numbering = self.draft.numbering
        prose = self.draft.prose[block.id]
        above = parent(numbering, block.id)
        return Paragraph(
            id=block.id,
            label=label(numbering, block.id),
            cited=cited(numbering, block.id),
            parent=above if above in self.draft.paragraphs else None,
            section=section,
            heading=heading,
            title=Portion(block.title, rank) if block.title else None,
            text=Portion(prose.text, rank),
            struck=prose.struck,
            footnotes=prose.calls,
            sentences=tuple(self._sentences(block.id, rank)),
            statements=tuple(self.drawn[block.id]),
            notes=tuple(self.noted[block.id]),
            links=self.finder.links(prose.text, self._citations(prose.text, block.id)),
            marking=self.draft.head.markings[rank],
        )

    def _sentences(self, para: str, rank: int) -> Iterator[Sentence]:
        text = Portion(self.draft.prose[para].text, rank)
        for n, covered in enumerate(self.sentences[para], 1):
            why = covered.sentence.narrative
            yield Sentence(n=n, text=text[covered.start : covered.end],
                           statements=covered.statements, narrative=Portion(why, rank) if why else None)

    def _citations(self, text: str, para: str) -> list[Link]:
        """Return the places where the paragraph cites a reference; a range leads to its first letter."""
        found: dict[tuple[int, int], Link] = {}
        for entry in self.draft.references:
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
            within = [paragraph for paragraph in paragraphs.values() if paragraph.section == block.id]
            headings = dict.fromkeys(paragraph.heading for paragraph in within if paragraph.heading)
            sections[block.id] = Section(
                id=block.id, number=block.number, title=Portion(block.title, draft.rank(entry)),
                printed=Portion(block.printed, draft.rank(entry)), headings=tuple(headings),
                paragraphs=tuple(paragraph.id for paragraph in within))
    return sections


def link_footnotes(draft: Draft, paragraphs: Mapping[str, Paragraph]) -> dict[str, Footnote]:
    """Return the footnotes with the paragraphs that call them."""
    footnotes = {}
    for entry in draft.blocks:
        block = entry.record
        if isinstance(block, FootnoteBlock):
            called = [paragraph.id for paragraph in paragraphs.values()
                      if block.id in {call.id for call in paragraph.footnotes}]
            footnotes[block.id] = Footnote(id=block.id, label=block.label,
                                           text=Portion(block.text, draft.rank(entry)),
                                           called_at=tuple(called))
    return footnotes
