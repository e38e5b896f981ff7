"""The whole edition as plain data, in the shape that other programs rely on.

Each list of the export holds the records themselves, field by field under the
names that they have in YAML; a shape here says only what is known beside
them.  The JSON Schema comes from the same shapes, so that a new field or a
new kind of record is in both as soon as it is in the model.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from cmi_handbook.model.apparatus import Reference
from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.model.handbook import Footnote, Handbook, Paragraph, Section
from cmi_handbook.model.party import Actor, Body
from cmi_handbook.model.record import record
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.parse.records import adapter
from cmi_handbook.render.export_shapes import (
    ActorOut,
    AsPrinted,
    BodyOut,
    DocumentOut,
    EditionOut,
    FootnoteOut,
    Head,
    ParagraphOut,
    PublicationOut,
    ReferenceOut,
    SectionOut,
    StatementOut,
    TermOut,
)
from cmi_handbook.views.views import Views

Extra = Callable[[Handbook, Any], Mapping[str, Any]]
"""What is known of a record beside its own fields, or in another shape than theirs."""


def _standing(book: Handbook, party: Body) -> dict[str, Any]:
    standing = book.standing[party.id]
    return {"statements": standing.direct, "inherited": standing.inherited}


def _axes(book: Handbook, actor: Actor) -> dict[str, Any]:
    return _standing(book, actor) | {"axes": {axis: actor.axes.get(axis) for axis in book.publication.axes}}


def _usage(book: Handbook, term: Term) -> dict[str, Any]:
    return {"used_in": book.usage[term.id].used_in, "expanded_at": book.usage[term.id].expanded_at}


def _cited_in(book: Handbook, reference: Reference) -> dict[str, Any]:
    return {"date": reference.date.iso, "as_printed": reference.date.as_printed,
            "cited_in": book.cited_in(reference.id)}


def _governing(_: Handbook, statement: Statement) -> dict[str, Any]:
    return {"governing_words": statement.trigger.text if statement.trigger else None}


SHAPES: dict[str, tuple[type, Extra]] = {
    "terms": (TermOut, _usage),
    "bodies": (BodyOut, _standing),
    "actors": (ActorOut, _axes),
    "references": (ReferenceOut, _cited_in),
    "statements": (StatementOut, _governing),
}
"""Lists whose records have more to say than their fields; every other list has the records and their addresses."""


@cache
def shapes() -> Mapping[str, type]:
    """Return the shape of each list of records, in the order of the draft."""
    return {kind.key: SHAPES[kind.key][0] if kind.key in SHAPES else _addressed(kind.record)
            for kind in kinds(Draft) if kind.key != "blocks"}


def _addressed(cls: type) -> type:
    """Return the shape of records that get an address beside their fields, and an id where they have none."""
    more = {"url": str | None} | ({} if "id" in get_type_hints(cls) else {"id": str | None})
    return record(type(f"{cls.__name__}Out", (cls,), {"__annotations__": more, "__doc__": cls.__doc__}))


@cache
def export_shape() -> type:
    """Return the shape of the whole export."""
    lists = {key: tuple[shape, ...] for key, shape in shapes().items()}  # type: ignore[valid-type]
    return record(type("Export", (Head,), {"__annotations__": lists, "__doc__": Head.__doc__}))


def export(views: Views, editions: Sequence[Views]) -> dict[str, Any]:
    """Return the export of one edition of some; every record has its id, its address and its marking."""
    book = views.handbook
    value = export_shape()(
        marking=views.marking(book),
        held_back=views.imprint.held_back,
        editions=tuple(_edition(edition, current=edition is editions[0]) for edition in editions),
        publication=_publication(views),
        sections=tuple(_text(SectionOut, views, section) for section in book.sections.values()),
        paragraphs=tuple(_text(ParagraphOut, views, paragraph) for paragraph in book.paragraphs.values()),
        footnotes=tuple(_text(FootnoteOut, views, footnote) for footnote in book.footnotes.values()),
        **{key: tuple(_records(views, key, shape)) for key, shape in shapes().items()},
    )
    plain: dict[str, Any] = adapter(export_shape()).dump_python(value, mode="json")
    return plain


def export_schema() -> dict[str, Any]:
    """Return the JSON Schema of the export."""
    schema: dict[str, Any] = adapter(export_shape()).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def to_json(data: Any) -> str:
    """Return data as JSON: UTF-8, two spaces, keys in the order given, one line end at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _records(views: Views, key: str, shape: type) -> list[Any]:
    held = views.handbook.lists[key].values()
    extra = SHAPES[key][1] if key in SHAPES else lambda book, record_: {}
    made = []
    for record_ in held:
        home = {"url": _url(views, getattr(record_, "id", None)), "id": getattr(record_, "id", None)}
        made.append(shape(**{**vars(record_), **home, **extra(views.handbook, record_)}))
    return made


def _url(views: Views, id_: str | None) -> str | None:
    return views.homes[id_].url if id_ else None


def _text(shape: Any, views: Views, part: Section | Paragraph | Footnote) -> Any:
    """Return a part of the text in its shape, field by field."""
    known = {**vars(part), "url": _url(views, part.id), "marking": views.marking(part)}
    return shape(**{field.name: known[field.name] for field in fields(shape)})


def _publication(views: Views) -> PublicationOut:
    head = views.publication
    documents = tuple(
        DocumentOut(**{**vars(document), "date": document.date.iso if document.date else None,
                       "as_printed": document.date.as_printed if document.date else None})
        for document in head.documents
    )
    printed = AsPrinted(approved=head.approved.as_printed, decided=head.decided.as_printed)
    return PublicationOut(**{**vars(head), "url": views.homes[head.id].url, "approved": head.approved.iso,
                             "decided": head.decided.iso, "as_printed": printed, "documents": documents})


def _edition(views: Views, *, current: bool) -> EditionOut:
    head = views.publication
    return EditionOut(id=head.id, title=head.title, edition=head.edition, decided=head.decided.iso,
                      url=views.homes[head.id].url, marking=str(head.marking), current=current)
