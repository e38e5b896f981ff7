"""One edition of a publication: what it is, how it was approved, what may go out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from cmi_handbook.model.record import record


@record
class PrintedDate:
    """A day, and the words the source prints for it."""

    iso: date
    as_printed: str


@record
class Currency:
    """Whether the policy is still in force; `unknown` until somebody has checked."""

    status: Literal["in-force", "superseded", "unknown"]
    checked: date | None = None
    source: str | None = None
    successor: str | None = None


@record
class Document:
    """A sheet of the publication: a decision sheet or the policy itself."""

    id: str
    number: str
    title: str
    date: PrintedDate | None = None
    signatory: str | None = None
    addressee: str | None = None
    subject: str | None = None
    clears: tuple[str, ...] = ()
    encloses: tuple[str, ...] = ()
    corrigenda: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    distribution: str | None = None
    pages: str | None = None
    paras: tuple[str, ...] = ()


@record
class Conflict:
    """Markings of one source that disagree, and where each is printed."""

    markings: tuple[str, ...]
    where: str


@record
class Release:
    """The named decision that settles which marking the rendering carries."""

    decision: str
    authority: str
    date: date
    to: tuple[str, ...]
    note: str | None = None


@record
class Contact:
    """Whom to tell about an error."""

    name: str
    how: str


@record
class Notice:
    """A sentence of the editor's that pages show where it matters, and the paragraph it rests on."""

    para: str
    text: str


@record
class Pair:
    """Two terms that readers take for one another, and the editor's words that tell them apart."""

    terms: tuple[str, str]
    lead: str


@record
class Shortcuts:
    """What the home page leads to at once, by way in."""

    roles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@record
class Publication:
    """The head of an edition.

    `markings` lists the markings the edition knows, lowest first; `marking` is
    that of the publication as a whole, and stands at the top of its file.
    `assigned_in` names the paragraphs whose lettered items hand out tasks
    without a governing modal verb.
    """

    id: str
    short_title: str
    title: str
    number: str
    edition: str
    citation: str
    publisher: str
    approved: PrintedDate
    decided: PrintedDate
    currency: Currency
    markings: tuple[str, ...]
    source_file: str
    source_sha256: str
    documents: tuple[Document, ...]
    conflicts: tuple[Conflict, ...] = ()
    release: Release | None = None
    contact: Contact
    levels_notice: Notice | None = None
    third_parties_notice: Notice | None = None
    pair: Pair | None = None
    shortcuts: Shortcuts = Shortcuts()
    retired_ids: tuple[str, ...] = ()
    assigned_in: tuple[str, ...] = ()
    marking: str | None = None
