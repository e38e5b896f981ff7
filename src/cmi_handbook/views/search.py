"""What the search looks through: one entry for each thing a reader can look for, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.model.handbook import Handbook, Paragraph
from cmi_handbook.model.party import Actor
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.views import words
from cmi_handbook.views.statement import names


@dataclass(frozen=True)
class Entry:
    """One thing to be found.

    `names` are what it is called; a query that equals one of them means it.
    `gist` says what it is, `text` holds the policy's words, `extra` further
    words that lead to it, `reading` the editor's words on it; neither is shown.
    `leads` are entries that answer the same question.  `para` is the paragraph it is
    cited by, `struck` the spans of `text` that the source strikes out.
    """

    id: str
    kind: str
    label: str
    title: str
    names: tuple[str, ...] = ()
    gist: str = ""
    text: str = ""
    extra: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    para: str | None = None
    struck: tuple[tuple[int, int], ...] = ()
    marking: str = ""


FEW = 4
"""A term that stands in no more paragraphs than this leads to them."""


def view_search(handbook: Handbook) -> tuple[Entry, ...]:
    """Return everything that can be found, in reading order."""
    return (
        *_policy(handbook),
        *(_statement(handbook, each) for each in handbook.statements.values()),
        *(_term(handbook, each) for each in handbook.terms.values()),
        *(_party(handbook, id_) for id_ in (*handbook.bodies, *handbook.actors)),
        *_aids(handbook),
        *_gatherings(handbook),
        *_notes(handbook),
    )


def _policy(handbook: Handbook) -> Iterator[Entry]:
    for section in handbook.sections.values():
        title = f"Section {section.number}: {section.title}"
        yield Entry(section.id, "section", "Section", title, (section.title, f"section {section.number}"),
                    extra=section.headings, marking=section.marking)
    for paragraph in handbook.paragraphs.values():
        yield _paragraph(handbook, paragraph)
    for footnote in handbook.footnotes.values():
        yield Entry(footnote.id, "footnote", "Footnote", f"Footnote {footnote.label}", (f"footnote {footnote.label}",),
                    text=footnote.text, marking=footnote.marking)
    for id_, each in handbook.references.items():
        yield Entry(id_, "reference", "Reference", f"Reference {each.letter}: {each.document}",
                    (f"reference {each.letter}", each.document, each.title), text=each.text, marking=str(each.marking))


def _paragraph(handbook: Handbook, paragraph: Paragraph) -> Entry:
    title = f"Para {paragraph.id}" + (f": {paragraph.title}" if paragraph.title else "")
    lead = handbook.paragraphs[paragraph.parent].text if paragraph.parent else ""
    return Entry(
        paragraph.id, "paragraph", "Paragraph", title, (paragraph.title,) if paragraph.title else (),
        text=paragraph.text, extra=tuple(each for each in (paragraph.heading, lead) if each),
        reading=_reading(handbook, paragraph),
        para=paragraph.id, struck=tuple((each.start, each.end) for each in paragraph.struck),
        marking=paragraph.marking,
    )


def _reading(handbook: Handbook, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the editor's words on a paragraph: what is drawn from it, and what it is gathered under."""
    drawn = [handbook.statements[id_] for id_ in paragraph.statements]
    bearers = names(handbook, dict.fromkeys(id_ for each in drawn for id_ in each.bearers))
    titled = (*handbook.themes.values(), *handbook.principles.values(), *handbook.goals.values(),
              *handbook.policy_relations.values())
    gathered = (each.title for each in titled
                if paragraph.id in getattr(each, "paras", ()) or paragraph.id == getattr(each, "para", None))
    notes = (handbook.notes[id_].note for id_ in paragraph.notes if handbook.notes[id_].severity != "trivial")
    return (*(each.action for each in drawn), *(each.name for each in bearers), *gathered, *notes)


def _statement(handbook: Handbook, statement: Statement) -> Entry:
    bearers = ", ".join(each.name for each in names(handbook, statement.bearers))
    towards = names(handbook, (each.target for each in statement.relations if each.target))
    relations = (f"{words.RELATIONS[each.type]} {each.qualifier or ''}" for each in statement.relations)
    return Entry(
        statement.id, "statement", words.FORCES[statement.force][0],
        f"{bearers}: {statement.action}" if bearers else statement.action,
        gist=statement.action, text=" … ".join(dict.fromkeys(each.text for each in statement.quotes)),
        extra=(*relations, *(each.name for each in towards), *statement.levels.values, *statement.phases.values),
        para=statement.para, marking=str(statement.marking),
    )


def _term(handbook: Handbook, term: Term) -> Entry:
    said = [each for each in (term.definition, *term.explanations) if each]
    label = "Definition" if term.definition else words.TERM_KINDS[term.kind]
    short = f" ({term.abbreviation})" if term.abbreviation and term.abbreviation != term.term else ""
    called = (term.term, term.abbreviation or "", *term.forms, *term.aliases)
    stands = handbook.usage[term.id].used_in
    leads = (*(each.para for each in said), *(stands if len(stands) <= FEW else ()), *term.see)
    return Entry(
        term.id, "definition" if term.definition else "term", label, term.term + short, _distinct(called),
        gist=said[0].text if said else term.note or "", extra=(term.note or "",),
        leads=tuple(dict.fromkeys(leads)),
        para=said[0].para if said else None, marking=str(term.marking),
    )


def _party(handbook: Handbook, id_: str) -> Entry:
    party = handbook.party(id_)
    kind, label = ("actor", "Actor") if isinstance(party, Actor) else ("body", "Role")
    short = f" ({party.abbreviation})" if party.abbreviation else ""
    called = (party.name, party.abbreviation or "", *party.forms, id_.replace("-", " "))
    described = (each.para for each in party.described_at) if isinstance(party, Actor) else ()
    return Entry(
        id_, kind, label, party.name[:1].upper() + party.name[1:] + short, _distinct(called), gist=party.summary,
        extra=(*_aliases(handbook, id_), party.open),
        leads=tuple(dict.fromkeys((*described, *party.named_at[:FEW]))), marking=str(party.marking),
    )


def _aliases(handbook: Handbook, id_: str) -> tuple[str, ...]:
    """Return the words outside the policy that the glossary sends to a party."""
    absent = (term for term in handbook.terms.values() if term.kind == "not-in-text" and id_ in term.see)
    return tuple(word for term in absent for word in (term.term, *term.aliases))


def _aids(handbook: Handbook) -> Iterator[Entry]:
    for theme in handbook.themes.values():
        yield Entry(theme.id, "theme", "Theme", theme.title, (theme.title,), gist=theme.summary,
                    marking=str(theme.marking))
    for seat in handbook.seats.values():
        yield Entry(seat.id, "seat", "Seat", seat.title, (seat.title,), gist=seat.summary, marking=str(seat.marking))


def _gatherings(handbook: Handbook) -> Iterator[Entry]:
    kinds = (("principle", "Principle", handbook.principles), ("goal", "Goal", handbook.goals),
             ("relation", "Other policy", handbook.policy_relations))
    for kind, label, records in kinds:
        for each in records.values():
            yield _gathering(kind, label, each)


def _gathering(kind: str, label: str, each: Gathering) -> Entry:
    return Entry(each.id, kind, label, each.title, (each.title,), text=each.text.text, para=each.para,
                 leads=(each.para,), marking=str(each.marking))


def _notes(handbook: Handbook) -> Iterator[Entry]:
    for note in handbook.notes.values():
        where = ", ".join(note.paras)
        yield Entry(note.id, "note", "Source note", f"{words.NOTE_KINDS[note.kind]}, {where}", gist=note.note,
                    leads=note.paras, marking=str(note.marking))


def _distinct(called: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without those that differ in case alone."""
    return tuple({each.casefold(): each for each in reversed(called) if each}.values())[::-1]
