"""The JSON Schema of the export: what other programs may rely on, key by key."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

from cmi_handbook.model import apparatus, party, record, statement, term
from cmi_handbook.model.publication import Currency

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WORDS: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}
SLUG: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
PARA: Schema = {"type": "string", "pattern": r"^([1-9][0-9]*(\.[a-z]{1,2})?|[A-Z]{1,3}\.([1-9][0-9]*|note))$"}
PLACE: Schema = {"type": "string", "pattern": r"^([1-9A-Z]|fn\.|ref\.)"}


def maybe(shape: Schema) -> Schema:
    """Return a shape that may be null, which means unknown."""
    return {"anyOf": [shape, {"type": "null"}]}


def many(shape: Schema) -> Schema:
    """Return a list of a shape; an empty one means none."""
    return {"type": "array", "items": shape}


def one_of(literal: Any) -> Schema:
    """Return the shape of a closed vocabulary."""
    return {"enum": list(get_args(literal))}


def fields(**shapes: Schema) -> Schema:
    """Return an object with just these fields, all of them required."""
    return {"type": "object", "properties": shapes, "required": list(shapes), "additionalProperties": False}


EXCERPT = fields(para=PLACE, text=WORDS)
SCALE = fields(values=many(TEXT), basis=maybe(one_of(record.Basis)))


def _field(cls: type, name: str) -> Schema:
    """Return the vocabulary of a record's field, as its annotation gives it."""
    return one_of(get_type_hints(cls)[name])


def schema() -> Schema:
    """Return the JSON Schema of `handbook.json`."""
    head = {"id": WORDS, "url": WORDS, "marking": WORDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A doctrine handbook as data",
        **fields(
            format={"const": "1.0"},
            publication=fields(**head, **_publication()),
            sections=many(fields(**head, number=WORDS, title=WORDS, headings=many(WORDS))),
            paragraphs=many(fields(**(head | {"id": PARA}), **_paragraph())),
            footnotes=many(fields(**head, text=WORDS, called_at=many(PARA))),
            terms=many(fields(**head, **_term())),
            bodies=many(fields(**head, **_party())),
            actors=many(fields(**head, **_party(), **_actor())),
            statements=many(fields(**(head | {"id": SLUG}), **_statement())),
            principles=many(fields(**head, **_gathering())),
            goals=many(fields(**head, **_gathering())),
            policy_relations=many(fields(**head, **_gathering())),
            references=many(fields(**head, letter=WORDS, document=WORDS, title=WORDS, date=DAY, as_printed=WORDS,
                                   cited_in=many(PARA))),
            notes=many(fields(**head, paras=many(PLACE), quotes=many(EXCERPT),
                              severity=_field(apparatus.Note, "severity"), note=WORDS)),
        ),
    }


def _publication() -> Schema:
    document = fields(id=SLUG, number=WORDS, title=WORDS, signatory=maybe(WORDS), addressee=maybe(WORDS),
                      subject=maybe(WORDS), clears=many(WORDS), encloses=many(WORDS), corrigenda=many(WORDS),
                      stamps=many(WORDS), distribution=maybe(WORDS), pages=maybe(WORDS), paras=many(PARA),
                      date=maybe(DAY), as_printed=maybe(WORDS))
    currency = fields(status=_field(Currency, "status"), checked=maybe(DAY), source=maybe(WORDS),
                      successor=maybe(WORDS))
    release = fields(decision=WORDS, authority=WORDS, date=DAY, to=many(WORDS), note=maybe(WORDS))
    return {"title": WORDS, "edition": WORDS, "approved": DAY, "decided": DAY,
            "as_printed": fields(approved=WORDS, decided=WORDS), "currency": currency,
            "documents": many(document), "release": maybe(release)}


def _paragraph() -> Schema:
    sentence = fields(n={"type": "integer", "minimum": 1}, text=WORDS, statements=many(SLUG), narrative=maybe(WORDS))
    return {"parent": maybe(PARA), "section": maybe(SLUG), "heading": maybe(WORDS), "title": maybe(WORDS),
            "text": WORDS, "struck": many(fields(text=WORDS, start=COUNT, end=COUNT)),
            "footnotes": many(fields(id=WORDS, at=COUNT)), "sentences": many(sentence)}


def _term() -> Schema:
    return {"term": WORDS, "abbreviation": maybe(WORDS), "kind": _field(term.Term, "kind"),
            "definition": maybe(EXCERPT), "explanations": many(EXCERPT), "forms": many(WORDS),
            "expanded_at": maybe(PARA), "used_in": many(PARA), "see": many(SLUG),
            "not_to_be_confused_with": many(SLUG), "aliases": many(WORDS), "note": maybe(WORDS)}


def _party() -> Schema:
    membership = fields(to=SLUG, relation=_field(party.Membership, "relation"), basis=one_of(record.Basis),
                        para=PARA, reason=WORDS)
    inherited = fields(statement=SLUG, via=many(SLUG), basis=one_of(record.Basis))
    return {"name": WORDS, "abbreviation": maybe(WORDS), "kind": _field(party.Body, "kind"),
            "nato": _field(party.Body, "nato"), "named_at": many(PARA), "forms": many(WORDS),
            "member_of": many(membership), "statements": many(SLUG), "inherited": many(inherited),
            "summary": WORDS, "open": WORDS}


def _actor() -> Schema:
    return {"axes": fields(reach=maybe(SCALE), type=maybe(SCALE), purpose=maybe(SCALE)),
            "examples": many(EXCERPT), "governed_by": many(EXCERPT), "described_at": many(EXCERPT)}


def _statement() -> Schema:
    subject = fields(text=WORDS, kind=_field(statement.Subject, "kind"), ref=maybe(SLUG), antecedent=maybe(WORDS))
    relation = fields(type=one_of(statement.RelationType), target=maybe(SLUG), qualifier=maybe(WORDS),
                      basis=one_of(record.Basis))
    judgement = fields(reason=maybe(WORDS), alternatives=many(WORDS), status=_field(record.Judgement, "status"))
    return {"para": PARA, "quotes": many(EXCERPT), "subject": subject, "bearers": many(SLUG),
            "voice": _field(statement.Statement, "voice"), "modality": one_of(statement.Modality),
            "trigger": maybe(EXCERPT), "force": one_of(statement.Force), "negated": FLAG, "distributive": FLAG,
            "action": WORDS, "relations": many(relation), "conditions": many(EXCERPT), "authorities": many(EXCERPT),
            "purposes": many(EXCERPT), "places": many(EXCERPT), "levels": SCALE, "phases": SCALE, "reach": SCALE,
            "derived_for": many(SLUG), "judgement": maybe(judgement)}


def _gathering() -> Schema:
    return {"title": WORDS, "para": PARA, "text": EXCERPT, "statements": many(SLUG)}
