"""One edition of a publication: what it is, how it was approved, what may go out."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Literal

from cmi_handbook.model.record import By, Hold, Marking, OwnId, Para, Printed, Remark, To, record

TermId = Annotated[str, To("terms")]
ActorId = Annotated[str, To("actors")]


@record
class PrintedDate:
    """A day, and the words the source prints for it."""

    iso: date
    as_printed: Printed


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

    id: OwnId
    number: Printed
    title: Printed
    date: PrintedDate | None = None
    signatory: Printed | None = None
    addressee: Printed | None = None
    subject: Printed | None = None
    clears: tuple[Printed, ...] = ()
    encloses: tuple[Printed, ...] = ()
    corrigenda: tuple[Printed, ...] = ()
    stamps: tuple[Printed, ...] = ()
    distribution: Printed | None = None
    pages: Printed | None = None
    paras: Annotated[tuple[Para, ...], Hold.LOOSE] = ()


@record
class Conflict:
    """Markings of one source that disagree, and where each is printed."""

    markings: tuple[str, ...]
    where: Remark


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

    para: Para
    text: Remark


@record
class Pair:
    """Two terms that readers take for one another, and the editor's words that tell them apart."""

    terms: tuple[TermId, TermId]
    lead: Remark


@record
class Shortcuts:
    """What the home page leads to at once, by way in."""

    roles: Annotated[tuple[Annotated[str, To("bodies")], ...], Hold.LOOSE] = ()
    actors: Annotated[tuple[ActorId, ...], Hold.LOOSE] = ()
    terms: Annotated[tuple[TermId, ...], Hold.LOOSE] = ()
    sections: Annotated[tuple[Annotated[str, To("section")], ...], Hold.LOOSE] = ()


@record
class Approver:
    """Who approved the publication, and the paragraph that says so."""

    name: str
    para: Annotated[Para | None, Hold.LOOSE] = None


@record
class Vocabulary:
    """What pages call the publication (`policy`), whose it is, whom its bodies deal with, and what stands beside it."""

    publication: str = "publication"
    owner: str = "the owner"
    actors: str = "others"
    beside: str = "other documents"


@record
class Outsiders:
    """The page for readers outside the owner's bodies: its title, its way in, the family of actors they belong to."""

    id: OwnId
    title: str
    way_in: str
    family: ActorId


@record
class Axis:
    """An axis on which actors are placed: its name, and the names of its values by key."""

    name: str
    values: Mapping[str, str]


@record
class Counter:
    """One level of the numbering; in `printed` and `cited` a pair of braces stands for the count.

    `printed` is what the source prints before a paragraph, `cited` what the level adds to a citation, `prefix`
    what stands before every count of the first level (`182.`), `width` the number of digits where noughts fill up.
    """

    counts: Literal["number", "letter", "capital", "roman"]
    printed: str = "{}."
    cited: str = ".{}"
    prefix: str = ""
    width: int = 1


@record
class Numbering:
    """How paragraphs are numbered, level by level, and the ids that the source leaves out."""

    levels: tuple[Counter, ...] = (Counter(counts="number", cited="{}"), Counter(counts="letter"))
    gaps: tuple[str, ...] = ()


@record
class Publication:
    """The head of an edition.

    `markings` lists the markings the edition knows, lowest first; `marking` is
    that of the publication as a whole, and stands at the top of its file.
    `assigned_in` names the paragraphs whose items hand out tasks without a
    governing modal verb.  `levels`, `phases`, `reach` and `axes` give the values
    that statements and actors are placed by, each with the name that pages show.
    """

    id: OwnId
    short_title: Printed
    title: Printed
    number: Printed
    edition: Printed
    citation: str
    publisher: str
    approved: PrintedDate
    approver: Approver | None = None
    decided: PrintedDate
    currency: Annotated[Currency, By.HOUSE]
    vocabulary: Vocabulary = Vocabulary()
    keywords: Annotated[tuple[str, ...], By.EDITOR] = ()
    numbering: Numbering = Numbering()
    levels: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, str] = field(default_factory=dict)
    reach: Mapping[str, str] = field(default_factory=dict)
    axes: Mapping[str, Axis] = field(default_factory=dict)
    markings: Annotated[tuple[str, ...], By.HOUSE]
    source_file: Annotated[str, By.HOUSE]
    source_sha256: Annotated[str, By.HOUSE]
    documents: tuple[Document, ...]
    conflicts: tuple[Conflict, ...] = ()
    release: Annotated[Release | None, By.HOUSE] = None
    contact: Annotated[Contact, By.HOUSE]
    levels_notice: Annotated[Notice | None, Hold.LOOSE] = None
    third_parties_notice: Annotated[Notice | None, Hold.LOOSE] = None
    outsiders: Annotated[Outsiders | None, Hold.LOOSE, By.EDITOR] = None
    pair: Annotated[Pair | None, Hold.LOOSE] = None
    shortcuts: Annotated[Shortcuts, By.EDITOR] = Shortcuts()
    retired_ids: Annotated[tuple[str, ...], By.HOUSE] = ()
    assigned_in: Annotated[tuple[Para, ...], Hold.LOOSE] = ()
    marking: Marking = None
