"""An id has the form of its kind: `2.c` or `FD.1` for a paragraph, `fn.1` for a footnote, `ref.A` for a
reference, and lower-case words joined by hyphens for everything else.

Ids become file names and anchors, so they hold nothing that a file system or an address could read
differently, and they are no longer than 80 letters. Names of pages and anchors that are no record's (`index`,
`references`, `about`, `para-2`, `notes-1`) are reserved, and so are those that Windows gives to no file (`con`).
"""

import re

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.apparatus import Reference
from cmi_handbook.model.draft import own_ids
from cmi_handbook.model.ids import FOOTNOTE, LONGEST, REFERENCE, SLUG, is_reserved
from cmi_handbook.model.numbering import is_paragraph
from cmi_handbook.model.publication import Numbering

FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "footnote": (FOOTNOTE, "write `fn.` and the footnote's number"),
    "references": (REFERENCE, "write `ref.` and the reference's letter"),
}
OTHERS = (SLUG, "write lower-case words joined by hyphens")
PARAGRAPH = "write `2`, `2.c`, or `FD.1` on a decision sheet; the publication's `numbering` says how it counts"


def check(draft: Draft) -> Faults:
    """Yield each id that has not the form of its kind."""
    kinds = {id(entry): kind for kind, _, entry in draft.identified()}
    for spot in own_ids(draft):
        kind = kinds.get(id(spot.entry), "publication")
        if fault := _fault(kind, spot.found.value, spot.entry.record, draft.numbering):
            yield RULE.fault(spot.at, *fault)


def malformed_kinds(draft: Draft) -> set[str]:
    """Return the kinds of record of which some have malformed ids, so that nobody can tell who points at them."""
    return {kind for kind, id_, _ in draft.identified() if _malformed(kind, id_, draft.numbering)}


def _malformed(kind: str, id_: str, numbering: Numbering) -> str | None:
    """Return the way out for an id that has not the form of its kind."""
    if kind == "paragraph":
        return None if is_paragraph(numbering, id_) else PARAGRAPH
    form, way_out = FORMS.get(kind, OTHERS)
    return None if form.fullmatch(id_) else way_out


def _fault(kind: str, id_: str, record: object, numbering: Numbering) -> tuple[str, str] | None:
    """Return what is wrong with an id, and the way out."""
    if way_out := _malformed(kind, id_, numbering):
        return f"id `{id_}` is malformed", way_out
    if SLUG.fullmatch(id_) and is_reserved(id_):
        return f"id `{id_}` is reserved", "choose another word; `explain CMI102` says for what it is kept"
    if len(id_) > LONGEST:
        return f"id is longer than {LONGEST} letters", "shorten it"
    if isinstance(record, Reference) and id_ != f"ref.{record.letter}":
        return f"id `{id_}` is not that of reference `{record.letter}`", f"write `ref.{record.letter}`"
    return None


RULE = Rule("CMI102", "malformed-id", __doc__, check)
