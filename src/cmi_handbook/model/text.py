"""The supplied document as an ordered run of blocks, verbatim.

Two marks may stand inside a sentence: `~~words~~` for words struck out in the
source, and `{call fn.1}` where a footnote is called.  `{foot fn.1}` stands
where the source breaks a sentence to print a footnote at the page's foot.
"""

from typing import Annotated, Literal

from cmi_handbook.model.record import Marking, OwnId, Printed, Remark, Use, record


@record
class Furniture:
    """Words of the page rather than of the policy: letterheads, markings, stamps."""

    kind: Literal["furniture"]
    words: Printed
    marking: Marking = None


@record
class Withheld:
    """Words that the source carries and no output may show, with the reason."""

    kind: Literal["withheld"]
    words: Printed
    reason: Remark
    marking: Marking = None


@record
class SectionTitle:
    """The title line that opens a section, and its parts."""

    kind: Literal["section"]
    id: OwnId
    number: Printed
    title: Printed
    printed: Printed
    marking: Marking = None


@record
class Heading:
    """A group heading; it covers the paragraphs up to the next one."""

    kind: Literal["heading"]
    words: Printed
    marking: Marking = None


@record
class Sentence:
    """One sentence with its inline marks; `narrative` says why no statement is drawn from it."""

    text: Annotated[str, Use.MARKED]
    narrative: Remark | None = None


@record
class Paragraph:
    """A numbered paragraph or a lettered item, without number, letter and run-in title."""

    kind: Literal["paragraph"]
    id: OwnId
    title: Printed | None = None
    sentences: tuple[Sentence, ...]
    marking: Marking = None


@record
class Footnote:
    """A footnote's words; where it is called stands in the calling sentence."""

    kind: Literal["footnote"]
    id: OwnId
    label: Printed
    text: Printed
    marking: Marking = None


@record
class ReferencesHere:
    """The place of the table of references, whose entries are records of their own."""

    kind: Literal["references"]
    marking: Marking = None


Block = Furniture | Withheld | SectionTitle | Heading | Paragraph | Footnote | ReferencesHere
