"""The whole handbook as plain data, in the shape that other programs rely on.

The keys are those of the contract for `handbook.json`; `FORMAT` changes when
their meaning does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.model.handbook import Handbook, Inherited, Paragraph
from cmi_handbook.model.party import Actor, Party
from cmi_handbook.model.publication import Document, Publication
from cmi_handbook.model.record import Excerpt, Scale
from cmi_handbook.model.statement import Statement
from cmi_handbook.views.address import Address

FORMAT = "1.0"

Plain = dict[str, Any]


def export(handbook: Handbook, homes: Mapping[str, Address]) -> Plain:
    """Return the export of one edition; every record has its id, address and marking."""

    def head(record: Any) -> Plain:
        return {"id": record.id, "url": homes[record.id].url, "marking": record.marking}

    return {
        "format": FORMAT,
        "publication": {**head(handbook.publication), **_publication(handbook.publication)},
        "sections": [{**head(each), "number": each.number, "title": each.title, "headings": list(each.headings)}
                     for each in handbook.sections.values()],
        "paragraphs": [{**head(each), **_paragraph(each)} for each in handbook.paragraphs.values()],
        "footnotes": [{**head(each), "text": each.text, "called_at": list(each.called_at)}
                      for each in handbook.footnotes.values()],
        "terms": [{**head(each), **_term(handbook, each.id)} for each in handbook.terms.values()],
        "bodies": [{**head(each), **_party(handbook, each)} for each in handbook.bodies.values()],
        "actors": [{**head(each), **_party(handbook, each), **_actor(each)} for each in handbook.actors.values()],
        "statements": [{**head(each), **_statement(each)} for each in handbook.statements.values()],
        "principles": [{**head(each), **_gathering(each)} for each in handbook.principles.values()],
        "goals": [{**head(each), **_gathering(each)} for each in handbook.goals.values()],
        "policy_relations": [{**head(each), **_gathering(each)} for each in handbook.policy_relations.values()],
        "references": [{**head(each), **_reference(handbook, each.id)} for each in handbook.references.values()],
        "notes": [{**head(each), "paras": list(each.paras), "quotes": _excerpts(each.quotes),
                   "severity": each.severity, "note": each.note} for each in handbook.notes.values()],
    }


def plain(value: Any) -> Any:
    """Return a record as JSON holds it: dates as ISO days, tuples as lists."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _publication(publication: Publication) -> Plain:
    release = publication.release
    return {
        "title": publication.title,
        "edition": publication.edition,
        "approved": publication.approved.iso.isoformat(),
        "decided": publication.decided.iso.isoformat(),
        "as_printed": {"approved": publication.approved.as_printed, "decided": publication.decided.as_printed},
        "currency": plain(asdict(publication.currency)),
        "documents": [_document(each) for each in publication.documents],
        "release": plain(asdict(release)) if release else None,
    }


def _document(document: Document) -> Plain:
    fields = plain(asdict(document))
    printed = fields.pop("date")
    return {
        **fields,
        "date": printed["iso"] if printed else None,
        "as_printed": printed["as_printed"] if printed else None,
    }


def _paragraph(paragraph: Paragraph) -> Plain:
    return {
        "parent": paragraph.parent,
        "section": paragraph.section,
        "heading": paragraph.heading,
        "title": paragraph.title,
        "text": paragraph.text,
        "struck": [asdict(each) for each in paragraph.struck],
        "footnotes": [{"id": each.id, "at": each.at} for each in paragraph.footnotes],
        "sentences": [
            {"n": each.n, "text": each.text, "statements": list(each.statements), "narrative": each.narrative}
            for each in paragraph.sentences
        ],
    }


def _term(handbook: Handbook, id_: str) -> Plain:
    term, usage = handbook.terms[id_], handbook.usage[id_]
    return {
        "term": term.term,
        "abbreviation": term.abbreviation,
        "kind": term.kind,
        "definition": _excerpt(term.definition),
        "explanations": _excerpts(term.explanations),
        "forms": list(term.forms),
        "expanded_at": usage.expanded_at,
        "used_in": list(usage.used_in),
        "see": list(term.see),
        "not_to_be_confused_with": list(term.not_to_be_confused_with),
        "aliases": list(term.aliases),
        "note": term.note,
    }


def _party(handbook: Handbook, party: Party) -> Plain:
    standing = handbook.standing[party.id]
    return {
        "name": party.name,
        "abbreviation": party.abbreviation,
        "kind": party.kind,
        "nato": party.nato,
        "named_at": list(party.named_at),
        "forms": list(party.forms),
        "member_of": [asdict(each) for each in party.member_of],
        "statements": list(standing.direct),
        "inherited": [_inherited(each) for each in standing.inherited],
        "summary": party.summary,
        "open": party.open,
    }


def _inherited(inherited: Inherited) -> Plain:
    return {"statement": inherited.statement, "via": list(inherited.via), "basis": inherited.basis}


def _actor(actor: Actor) -> Plain:
    axes = {axis: _scale(getattr(actor.axes, axis)) for axis in ("reach", "type", "purpose")}
    return {
        "axes": {axis: scale if scale["values"] else None for axis, scale in axes.items()},
        "examples": _excerpts(actor.examples),
        "governed_by": _excerpts(actor.governed_by),
        "described_at": _excerpts(actor.described_at),
    }


def _statement(statement: Statement) -> Plain:
    return {
        "para": statement.para,
        "quotes": _excerpts(statement.quotes),
        "subject": asdict(statement.subject),
        "bearers": list(statement.bearers),
        "voice": statement.voice,
        "modality": statement.modality,
        "trigger": _excerpt(statement.trigger),
        "force": statement.force,
        "negated": statement.negated,
        "distributive": statement.distributive,
        "action": statement.action,
        "relations": [asdict(each) for each in statement.relations],
        "conditions": _excerpts(statement.conditions),
        "authorities": _excerpts(statement.authorities),
        "purposes": _excerpts(statement.purposes),
        "places": _excerpts(statement.places),
        "levels": _scale(statement.levels),
        "phases": _scale(statement.phases),
        "reach": _scale(statement.reach),
        "derived_for": list(statement.derived_for),
        "judgement": plain(asdict(statement.judgement)) if statement.judgement else None,
    }


def _gathering(gathering: Gathering) -> Plain:
    return {
        "title": gathering.title,
        "para": gathering.para,
        "text": _excerpt(gathering.text),
        "statements": list(gathering.statements),
    }


def _reference(handbook: Handbook, id_: str) -> Plain:
    reference = handbook.references[id_]
    return {
        "letter": reference.letter,
        "document": reference.document,
        "title": reference.title,
        "date": reference.date.isoformat(),
        "as_printed": reference.date_as_printed,
        "cited_in": list(handbook.cited_in(id_)),
    }


def _scale(scale: Scale) -> Plain:
    return {"values": list(scale.values), "basis": scale.basis}


def _excerpt(excerpt: Excerpt | None) -> Plain | None:
    return {"para": excerpt.para, "text": excerpt.text} if excerpt else None


def _excerpts(excerpts: tuple[Excerpt, ...]) -> list[Plain]:
    return [{"para": each.para, "text": each.text} for each in excerpts]
