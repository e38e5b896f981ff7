"""Whatever repeats words of the source repeats them as they stand there: the titles, numbers, signatures and
stamps of the publication and its documents, the parts of a section's title line and of a reference, the words
of a source note, the publication's citation, the name of who approved it.

Readers take such a fact for the source's own. Where it stands in two places, one of them goes wrong unnoticed.
"""

import re

from cmi_handbook.checks.nearest import nearest_wording
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.checks.source_words import source_line
from cmi_handbook.model.apparatus import Reference
from cmi_handbook.model.publication import Publication
from cmi_handbook.model.record import Use
from cmi_handbook.model.text import Block, SectionTitle
from cmi_handbook.model.whole_words import words_of

PARTS = re.compile(r"[,;] | / | \.\.\. ")
"""What stands between words that the source prints in several lines or places."""

BESIDE = ("", "dated")
"""What may be left of a reference beside its document, title and date."""


def check(draft: Draft) -> Faults:
    """Yield each field with words that are not the source's, and each whole that is not made of its parts."""
    if draft.source_text is None or not draft.whole("blocks", "references"):
        return
    source = source_line(draft)
    yield from _printed(draft, source)
    for entry in draft.blocks:
        if isinstance(entry.record, SectionTitle) and bare(entry.record.printed) in bare(source):
            yield from _section(entry, entry.record)
    for reference in draft.references:
        if bare(reference.record.text) in bare(source):
            yield from _reference(reference)
    if draft.publication is not None:
        yield from _head(draft.publication, draft, source)


def bare(words: str) -> str:
    """Return words without the marks between them, a space on both sides, so that one holds another as whole words."""
    return f" {' '.join(words_of(words))} "


def _printed(draft: Draft, source: str) -> Faults:
    """Yield what is not printed anywhere; the text is CMI202's, references and titles are held to lines and words."""
    known, text = bare(source).casefold(), {id(entry) for entry in (*draft.blocks, *draft.references)}
    for spot in draft.spots:
        if spot.found.meaning.use is Use.PRINTED and id(spot.entry) not in text and spot.found.path != ("title",):
            for part in PARTS.split(spot.found.value):
                if bare(part).casefold() not in known:
                    near = nearest_wording(part, source)
                    yield RULE.fault(spot.at, f"`{part}` does not stand in the source",
                                     f"the source has `{near}`" if near else "copy the words from the source")


def _section(entry: Entry[Block], line: SectionTitle) -> Faults:
    """Hold number and title to the printed line, which has one word more at most (`SECTION`, `CHAPTER`)."""
    left = bare(line.printed)
    for field in ("title", "number"):
        part = bare(getattr(line, field))
        if part not in left:
            yield RULE.fault(entry.at(field), f"`{part.strip()}` does not stand in `{line.printed}`",
                             "write it as the title line prints it")
            return
        left = left.replace(part, " ", 1)
    if len(left.split()) > 1:
        yield RULE.fault(entry.at("title"), f"`{left.strip()}` of the title line is neither number nor title",
                         "write the whole title as the line prints it")


def _reference(entry: Entry[Reference]) -> Faults:
    """Hold document, title and date to the line of the table, which has nothing beside them."""
    left = bare(entry.record.text)
    parts = {("title",): entry.record.title, ("document",): entry.record.document,
             ("date", "as_printed"): entry.record.date.as_printed}
    for path, words in parts.items():
        if bare(words) not in left:
            yield RULE.fault(entry.at(*path), f"`{words}` does not stand in `{entry.record.text}`",
                             "write it as the table of references prints it")
            return
        left = left.replace(bare(words), " ", 1)
    if left.strip() not in BESIDE:
        yield RULE.fault(entry.at("title"), f"`{left.strip()}` of the table is in no field of the reference",
                         "write document, title and date whole")


def _head(entry: Entry[Publication], draft: Draft, source: str) -> Faults:
    """Hold the title to the source's words, the citation to its fields, the approver to the paragraph that names it."""
    head = entry.record
    if strange := [word for word in bare(head.title).split() if f" {word} ".casefold() not in bare(source).casefold()]:
        yield RULE.fault(entry.at("title"), f"`{strange[0]}` is no word of the source",
                         "write the title in words that the source prints")
    title, _, rest = head.citation.partition(f", {head.edition}, ")
    if rest != head.decided.as_printed or not _shortens(title, head.title):
        yield RULE.fault(entry.at("citation"), "a citation of other words than the publication's",
                         f"write the title or a shorter form of it, then `, {head.edition}, {head.decided.as_printed}`")
    if bare(head.publisher).casefold() not in bare(source).casefold():
        yield RULE.fault(entry.at("publisher"), f"`{head.publisher}` does not stand in the source",
                         "write the name that the source prints")
    approver = head.approver
    said = draft.prose.get(approver.para) if approver and approver.para else None
    if approver and said and bare(approver.name) not in bare(said.text):
        yield RULE.fault(entry.at("approver", "name"),
                         f"`{approver.name}` does not stand in paragraph `{approver.para}`",
                         "write the name as the paragraph prints it")


def _shortens(words: str, whole: str) -> bool:
    """Tell whether some words are those of a longer title, in its order."""
    rest = iter(bare(whole).split())
    return bool(words) and all(word in rest for word in bare(words).split())


RULE = Rule("CMI208", "restated-words", __doc__, check)
