"""A heading of the data is one of the source: a line of its own, bold or marked with `#`, below the title of a
section where there are sections. And such a line between the paragraphs is a heading, no furniture.

A heading covers the paragraphs below it; one that is left out, or made of other words, puts them under another.
"""

import re

from cmi_handbook.checks.restated_words import bare
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.checks.source_words import source_line
from cmi_handbook.model.text import Furniture, Heading, SectionTitle

LINE = re.compile(r"^(?:#{1,6}[ \t]+(?P<marked>.+)|\*\*(?P<bold>[^*\n]+)\*\*[ \t]*)$", re.M)


def check(draft: Draft) -> Faults:
    """Yield each heading that the source prints as none, and each piece of furniture that it prints as one."""
    lines = {bare(line["marked"] or line["bold"]) for line in LINE.finditer(draft.source_text or "")}
    if not lines or not draft.whole("blocks"):
        return
    source = bare(source_line(draft))
    furniture = [entry.record.words for entry in draft.blocks if isinstance(entry.record, Furniture)]
    sections = any(isinstance(entry.record, SectionTitle) for entry in draft.blocks)
    inside = False
    for entry in draft.blocks:
        block = entry.record
        inside = inside or isinstance(block, SectionTitle)
        if isinstance(block, Heading) and (bare(block.words) not in lines or (sections and not inside)):
            if bare(block.words) in source:
                yield RULE.fault(entry.at("words"), f"`{block.words}` is no heading of a section in the source",
                                 "write `kind: furniture`, or the words of the heading")
        elif isinstance(block, Furniture) and inside and bare(block.words) in lines and \
                furniture.count(block.words) == 1:
            yield RULE.fault(entry.at("kind"), f"`{block.words}` is a heading in the source", "write `kind: heading`")


RULE = Rule("CMI209", "heading-as-printed", __doc__, check)
