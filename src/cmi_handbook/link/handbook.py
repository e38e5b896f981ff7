"""Putting the linked handbook together."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from cmi_handbook.link.paragraphs import link_footnotes, link_sections, link_text, reading_order
from cmi_handbook.link.standing import link_standing
from cmi_handbook.model.draft import Draft, Entry, kinds
from cmi_handbook.model.handbook import Handbook, Paragraph, Usage
from cmi_handbook.model.portion import Portion, rank_of
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.model.text import Withheld
from cmi_handbook.model.walk import changed_words
from cmi_handbook.model.whole_words import holds


def link(draft: Draft) -> Handbook:
    """Return the handbook of a draft in which the checks found no fault."""
    assert draft.publication is not None
    mark = _marker(draft)
    entries = {kind.key: getattr(draft, kind.key) for kind in kinds(type(draft)) if kind.key != "blocks"}
    lists = {key: mark(found) for key, found in (entries | {"statements": _in_reading_order(draft)}).items()}
    paragraphs = link_text(draft, lists["statements"].values(), lists["notes"].values())
    parties = {**lists["bodies"], **lists["actors"]}
    (publication,) = mark([draft.publication]).values()
    return Handbook(
        publication=publication,
        held_back=draft.held_back,
        held_records=draft.held_records,
        withheld=_withheld(draft),
        sections=link_sections(draft, paragraphs),
        paragraphs=paragraphs,
        footnotes=link_footnotes(draft, paragraphs),
        usage={id_: _usage(term, paragraphs.values()) for id_, term in lists["terms"].items()},
        standing=link_standing(parties, list(lists["statements"].values())),
        lists=lists,
        **{field.name: lists[field.name] for field in fields(Handbook) if field.name in lists},
    )


def _withheld(draft: Draft) -> tuple[str, ...]:
    reasons = (Portion(entry.record.reason, draft.rank(entry))
               for entry in draft.blocks if isinstance(entry.record, Withheld))
    return tuple(dict.fromkeys(reasons))


def _marker(draft: Draft) -> Callable[[Iterable[Entry[Any]]], dict[str, Any]]:
    """Return what makes records by id of entries, in which every word carries its marking.

    An excerpt is marked as high as the paragraph it stands in; a record no
    lower than the words it quotes.
    """
    quotable = {entry.record.id: draft.rank(entry)
                for _, _, entry in draft.identified() if entry.record.id in draft.prose}

    def marked(entry: Entry[Any]) -> Any:
        own = draft.rank(entry)

        def portion(words: str, excerpt: Excerpt | None) -> Portion:
            return Portion(words, max(own, quotable[excerpt.para] if excerpt else 0))

        record = changed_words(entry.record, portion)
        return replace(record, marking=draft.head.markings[rank_of(record)])

    return lambda entries: {getattr(entry.record, "id", str(place)): marked(entry)
                            for place, entry in enumerate(entries)}


def _in_reading_order(draft: Draft) -> list[Entry[Statement]]:
    """Return the statements as their clauses stand in the policy; at one place, as the file has them."""
    order = {para: place for place, para in enumerate(reading_order(draft))}

    def place(entry: Entry[Statement]) -> tuple[int, int]:
        statement = entry.record
        own = [quote.text for quote in statement.quotes if quote.para == statement.para]
        start = draft.prose[statement.para].text.find(own[0]) if own else 0
        return order[statement.para], start

    return sorted(draft.statements, key=place)


def _usage(term: Term, paragraphs: Iterable[Paragraph]) -> Usage:
    used, expanded = [], None
    for paragraph in paragraphs:
        words = f"{paragraph.title!s}. {paragraph.text!s}" if paragraph.title else paragraph.text
        if not holds(words, term.forms):
            continue
        used.append(paragraph.id)
        if expanded is None and term.abbreviation and _both(words, term):
            expanded = paragraph.id
    return Usage(used_in=tuple(used), expanded_at=expanded)


def _both(words: str, term: Term) -> bool:
    """Tell whether the abbreviation and a form that does not hold it both stand in the words."""
    assert term.abbreviation is not None
    written_out = [form for form in term.forms if not holds(form, [term.abbreviation])]
    short = [form for form in term.forms if form not in written_out] or [term.abbreviation]
    return holds(words, written_out) and holds(words, short)
