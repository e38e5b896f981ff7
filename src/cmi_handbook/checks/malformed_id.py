"""An id has the form of its kind: `34.c` or `FD.1` for a paragraph, `fn.1` for a footnote, `ref.A` for a
reference, and lower-case words joined by hyphens for everything else.

Ids become file names and anchors, so they hold nothing that a file system or an address could read
differently, and they are no longer than 80 letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.apparatus import Reference
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.ids import FOOTNOTE, LONGEST, PARAGRAPH, REFERENCE, SLUG

FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "paragraph": (PARAGRAPH, "write `34`, `34.c`, or `FD.1` on a decision sheet"),
    "footnote": (FOOTNOTE, "write `fn.` and the footnote's number"),
    "references": (REFERENCE, "write `ref.` and the reference's letter"),
}
OTHERS = (SLUG, "write lower-case words joined by hyphens")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each id that has not the form of its kind."""
    for kind, id_, entry in draft.identified():
        if fault := _fault(kind, id_, entry.record):
            yield RULE.fault(entry.at("id"), *fault)
    if draft.publication is None:
        return
    if fault := _fault("publication", draft.publication.record.id, None):
        yield RULE.fault(draft.publication.at("id"), *fault)
    for place, document in enumerate(draft.publication.record.documents):
        if fault := _fault("document", document.id, None):
            yield RULE.fault(draft.publication.at("documents", place, "id"), *fault)


def malformed_kinds(draft: Draft) -> set[str]:
    """Return the kinds of record of which some have malformed ids, so that nobody can tell who points at them."""
    return {kind for kind, id_, _ in draft.identified() if not FORMS.get(kind, OTHERS)[0].fullmatch(id_)}


def _fault(kind: str, id_: str, record: object) -> tuple[str, str] | None:
    """Return what is wrong with an id, and the way out."""
    form, way_out = FORMS.get(kind, OTHERS)
    if not form.fullmatch(id_):
        return f"id `{id_}` is malformed", way_out
    if len(id_) > LONGEST:
        return f"id is longer than {LONGEST} letters", "shorten it"
    if isinstance(record, Reference) and id_ != f"ref.{record.letter}":
        return f"id `{id_}` is not that of reference `{record.letter}`", f"write `ref.{record.letter}`"
    return None


RULE = Rule("CMI102", "malformed-id", __doc__, check)
