"""Putting the linked handbook together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from cmi_handbook.link.standing import link_standing
from cmi_handbook.link.text import link_footnotes, link_sections, link_text, reading_order
from cmi_handbook.link.words import contains
from cmi_handbook.model.draft import Draft, Entry
from cmi_handbook.model.handbook import Handbook, Paragraph, Usage
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term

R = TypeVar("R")


def link(draft: Draft) -> Handbook:
    """Return the handbook of a draft in which the checks found no fault."""
    assert draft.publication is not None
    publication = _marked(draft.publication)
    statements = _in_reading_order(draft)
    notes = _by_id(draft.notes)
    paragraphs = link_text(draft, list(statements.values()), notes.values())
    bodies, actors = _by_id(draft.bodies), _by_id(draft.actors)
    markings = [entry.marking for _, _, entry in draft.identified()] + [publication.marking]
    return Handbook(
        publication=publication,
        marking=max(map(str, markings), key=publication.markings.index),
        sections=link_sections(draft, paragraphs),
        paragraphs=paragraphs,
        footnotes=link_footnotes(draft, paragraphs),
        references=_by_id(draft.references),
        terms=_by_id(draft.terms),
        usage={entry.record.id: _usage(entry.record, paragraphs.values()) for entry in draft.terms},
        bodies=bodies,
        actors=actors,
        standing=link_standing({**bodies, **actors}, list(statements.values())),
        statements=statements,
        principles=_by_id(draft.principles),
        goals=_by_id(draft.goals),
        policy_relations=_by_id(draft.policy_relations),
        notes=notes,
        themes=_by_id(draft.themes),
        seats=_by_id(draft.seats),
        synonyms=tuple(_marked(entry) for entry in draft.synonyms),
    )


def _marked(entry: Entry[R]) -> R:
    return replace(entry.record, marking=entry.marking)


def _by_id(entries: Iterable[Entry[R]]) -> dict[str, R]:
    return {entry.record.id: _marked(entry) for entry in entries}


def _in_reading_order(draft: Draft) -> Mapping[str, Statement]:
    """Return the statements as their clauses stand in the policy; at one place, as the file has them."""
    rank = {para: place for place, para in enumerate(reading_order(draft))}

    def place(entry: Entry[Statement]) -> tuple[int, int]:
        statement = entry.record
        own = [quote.text for quote in statement.quotes if quote.para == statement.para]
        start = draft.prose[statement.para].text.find(own[0]) if own else 0
        return rank[statement.para], start

    return _by_id(sorted(draft.statements, key=place))


def _usage(term: Term, paragraphs: Iterable[Paragraph]) -> Usage:
    used, expanded = [], None
    for paragraph in paragraphs:
        words = f"{paragraph.title}. {paragraph.text}" if paragraph.title else paragraph.text
        if not contains(words, term.forms):
            continue
        used.append(paragraph.id)
        if expanded is None and term.abbreviation and _both(words, term):
            expanded = paragraph.id
    return Usage(used_in=tuple(used), expanded_at=expanded)


def _both(words: str, term: Term) -> bool:
    """Tell whether the abbreviation and a form that does not hold it both stand in the words."""
    assert term.abbreviation is not None
    written_out = [form for form in term.forms if not contains(form, [term.abbreviation])]
    short = [form for form in term.forms if form not in written_out] or [term.abbreviation]
    return contains(words, written_out) and contains(words, short)
