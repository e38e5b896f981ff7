"""The shapes of the export: the records of the model, and what is known beside them."""

import datetime
from collections.abc import Mapping
from typing import Literal

from cmi_handbook.model.apparatus import Reference
from cmi_handbook.model.handbook import Inherited, Sentence
from cmi_handbook.model.party import Actor, Body
from cmi_handbook.model.prose import Call, Struck
from cmi_handbook.model.publication import Document, Publication
from cmi_handbook.model.record import Scale, record
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term

FORMAT: Literal["2.0"] = "2.0"
"""The version of this shape; it changes when the meaning of a key does."""


@record
class TextOut:
    """What paragraphs, sections and footnotes have of the text itself."""

    id: str
    url: str
    marking: str


@record
class ParagraphOut(TextOut):
    """A paragraph or an item; its sentences joined by single spaces are its text."""

    label: str
    cited: str
    parent: str | None
    section: str | None
    heading: str | None
    title: str | None
    text: str
    struck: tuple[Struck, ...]
    footnotes: tuple[Call, ...]
    sentences: tuple[Sentence, ...]


@record
class SectionOut(TextOut):
    """A section."""

    number: str
    title: str
    printed: str
    headings: tuple[str, ...]


@record
class FootnoteOut(TextOut):
    """A footnote."""

    label: str
    text: str
    called_at: tuple[str, ...]


@record
class EditionOut:
    """An edition that stands beside this one; no correspondence is known between them yet."""

    id: str
    title: str
    edition: str
    decided: datetime.date
    url: str
    marking: str
    current: bool
    correspondence: None = None


@record
class DocumentOut(Document):
    """A sheet; its date is a day, with the printed words beside it."""

    date: datetime.date | None  # type: ignore[assignment]  # another shape than the record's, on purpose
    as_printed: str | None


@record
class AsPrinted:
    """The printed words of the publication's days."""

    approved: str
    decided: str


@record
class PublicationOut(Publication):
    """The head of the edition; its days are days, with the printed words beside them."""

    url: str
    approved: datetime.date  # type: ignore[assignment]
    decided: datetime.date  # type: ignore[assignment]
    as_printed: AsPrinted
    documents: tuple[DocumentOut, ...]


@record
class TermOut(Term):
    """A term, and where it stands."""

    url: str
    used_in: tuple[str, ...]
    expanded_at: str | None


@record
class BodyOut(Body):
    """A body, what falls on it, and what reaches it through groups."""

    url: str
    statements: tuple[str, ...]
    inherited: tuple[Inherited, ...]


@record
class ActorOut(Actor):
    """An actor, with each axis of the publication, and none where it is not placed on it."""

    url: str
    axes: Mapping[str, Scale | None]  # type: ignore[assignment]
    statements: tuple[str, ...]
    inherited: tuple[Inherited, ...]


@record
class ReferenceOut(Reference):
    """A reference, and the paragraphs that cite it in words that count."""

    url: str
    date: datetime.date  # type: ignore[assignment]
    as_printed: str
    cited_in: tuple[str, ...]


@record
class StatementOut(Statement):
    """A statement, and the text's own governing words; none where the clause has no modal verb."""

    url: str
    governing_words: str | None


@record
class Head:
    """A handbook as data: one edition, whole but for what a ceiling holds back, which `held_back` says."""

    format: Literal["2.0"] = FORMAT
    marking: str
    held_back: str | None
    editions: tuple[EditionOut, ...]
    publication: PublicationOut
    sections: tuple[SectionOut, ...]
    paragraphs: tuple[ParagraphOut, ...]
    footnotes: tuple[FootnoteOut, ...]
