"""What the search looks through: one entry for each thing a reader can look for, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.model.handbook import Handbook, Paragraph
from cmi_handbook.model.party import Actor
from cmi_handbook.model.portion import joined, opened, phrase
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.term import Term
from cmi_handbook.views import wording
from cmi_handbook.views.glossary import full_name
from cmi_handbook.views.line import names, plainly, view_line
from cmi_handbook.views.policy import section_name


@dataclass(frozen=True)
class Findable:
    """One thing to be found.

    `names` are what it is called; a query that equals one of them means it.
    `gist` says what it is, `narrowed` what governs and narrows a statement,
    `text` holds the policy's words, `extra` further words that lead to it,
    `reading` the editor's words on it; neither of these two is shown.
    `leads` are entries that answer the same question.  `para` is the paragraph it is
    cited by, `struck` the spans of `text` that the source strikes out.
    """

    id: str
    kind: str
    label: str
    title: str
    names: tuple[str, ...] = ()
    gist: str = ""
    narrowed: str = ""
    text: str = ""
    extra: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    para: str | None = None
    struck: tuple[tuple[int, int], ...] = ()


FEW = 4
"""A term that stands in no more paragraphs than this leads to them."""


def view_search(handbook: Handbook) -> tuple[Findable, ...]:
    """Return everything that can be found, in reading order."""
    return (
        *_policy(handbook),
        *(_statement(handbook, statement) for statement in handbook.statements.values()),
        *(_term(handbook, term) for term in handbook.terms.values()),
        *(_party(handbook, id_) for id_ in (*handbook.bodies, *handbook.actors)),
        *_aids(handbook),
        *_gatherings(handbook),
        *_notes(handbook),
    )


def _policy(handbook: Handbook) -> Iterator[Findable]:
    for section in handbook.sections.values():
        yield Findable(section.id, "section", "Section", section_name(handbook, section.id),
                       (section.title, phrase("section {}", section.number)), extra=section.headings)
    for paragraph in handbook.paragraphs.values():
        yield _paragraph(handbook, paragraph)
    for footnote in handbook.footnotes.values():
        yield Findable(footnote.id, "footnote", "Footnote", f"Footnote {footnote.label}",
                       (f"footnote {footnote.label}",), text=footnote.text)
    for id_, reference in handbook.references.items():
        yield Findable(id_, "reference", "Reference", phrase("Reference {}: {}", reference.letter, reference.document),
                       (phrase("reference {}", reference.letter), reference.document, reference.title),
                       text=reference.text)


def _paragraph(handbook: Handbook, paragraph: Paragraph) -> Findable:
    title = joined(": ", (part for part in (f"Para {paragraph.cited}", paragraph.title) if part))
    leads = (handbook.paragraphs[id_].text for id_ in handbook.lead_ins(paragraph.id))
    return Findable(
        paragraph.id, "paragraph", "Paragraph", title, (paragraph.title,) if paragraph.title else (),
        text=paragraph.text, extra=tuple(text for text in (paragraph.heading, *leads) if text),
        reading=_reading(handbook, paragraph),
        para=paragraph.id, struck=tuple((span.start, span.end) for span in paragraph.struck),
    )


def _reading(handbook: Handbook, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the editor's words on a paragraph: what is drawn from it, and what it is gathered under."""
    drawn = [handbook.statements[id_] for id_ in paragraph.statements]
    bearers = names(handbook, dict.fromkeys(id_ for statement in drawn for id_ in statement.bearers))
    passages = (*handbook.principles.values(), *handbook.goals.values(), *handbook.policy_relations.values())
    gathered = (*(theme.title for theme in handbook.themes.values() if paragraph.id in theme.paras),
                *(passage.title for passage in passages if passage.para == paragraph.id))
    notes = (handbook.notes[id_].note for id_ in paragraph.notes if handbook.notes[id_].severity != "trivial")
    return (*(statement.action for statement in drawn), *(bearer.name for bearer in bearers), *gathered, *notes)


def _statement(handbook: Handbook, statement: Statement) -> Findable:
    line = view_line(handbook, statement.id)
    bearers = joined(", ", (bearer.name for bearer in line.bearers))
    towards = names(handbook, (relation.target for relation in statement.relations if relation.target))
    relations = (phrase("{} {}", wording.RELATIONS[relation.type], relation.qualifier or "")
                 for relation in statement.relations)
    return Findable(
        statement.id, "statement", line.force_name,
        phrase("{}: {}", bearers, statement.action) if bearers else statement.action,
        gist=statement.action, narrowed=plainly(line),
        text=joined(" … ", dict.fromkeys(quote.text for quote in statement.quotes)),
        extra=(*relations, *(party.name for party in towards), *statement.levels.values, *statement.phases.values),
        para=statement.para,
    )


def _term(handbook: Handbook, term: Term) -> Findable:
    said = [excerpt for excerpt in (term.definition, *term.explanations) if excerpt]
    label = "Definition" if term.definition else wording.TERM_KINDS[term.kind]
    called = (term.term, term.abbreviation or "", *term.forms, *term.aliases)
    stands = handbook.usage[term.id].used_in
    leads = (*(excerpt.para for excerpt in said), *(stands if len(stands) <= FEW else ()), *term.see)
    return Findable(
        term.id, "definition" if term.definition else "term", label, full_name(term.term, term.abbreviation),
        _distinct(called),
        gist=said[0].text if said else term.note or "", extra=(term.note or "",),
        leads=tuple(dict.fromkeys(leads)),
        para=said[0].para if said else None,
    )


def _party(handbook: Handbook, id_: str) -> Findable:
    party = handbook.party(id_)
    kind, label = ("actor", "Actor") if isinstance(party, Actor) else ("body", "Role")
    called = (party.name, party.abbreviation or "", *party.forms, id_.replace("-", " "))
    described = (excerpt.para for excerpt in party.described_at) if isinstance(party, Actor) else ()
    return Findable(
        id_, kind, label, full_name(opened(party.name), party.abbreviation), _distinct(called), gist=party.summary,
        extra=(*_aliases(handbook, id_), party.open),
        leads=tuple(dict.fromkeys((*described, *party.named_at[:FEW]))),
    )


def _aliases(handbook: Handbook, id_: str) -> tuple[str, ...]:
    """Return the words outside the policy that the glossary sends to a party."""
    absent = (term for term in handbook.terms.values() if term.kind == "not-in-text" and id_ in term.see)
    return tuple(word for term in absent for word in (term.term, *term.aliases))


def _aids(handbook: Handbook) -> Iterator[Findable]:
    """Yield what has a title and a summary: themes, posts, and whatever else is made like them."""
    for kind in kinds(Draft):
        noun = kind.file.noun
        for record in handbook.lists.get(kind.key, {}).values():
            if hasattr(record, "title") and hasattr(record, "summary"):
                yield Findable(record.id, noun, noun.capitalize(), record.title, (record.title,), gist=record.summary)


def _gatherings(handbook: Handbook) -> Iterator[Findable]:
    kinds = (("principle", "Principle", handbook.principles), ("goal", "Goal", handbook.goals),
             ("relation", "Relation", handbook.policy_relations))
    for kind, label, records in kinds:
        for gathering in records.values():
            yield _gathering(kind, label, gathering)


def _gathering(kind: str, label: str, gathering: Gathering) -> Findable:
    return Findable(gathering.id, kind, label, gathering.title, (gathering.title,), text=gathering.text.text,
                    para=gathering.para, leads=(gathering.para,))


def _notes(handbook: Handbook) -> Iterator[Findable]:
    for note in handbook.notes.values():
        where = joined(", ", (wording.NOTE_KINDS[note.kind], *(handbook.cited(para) for para in note.paras)))
        yield Findable(note.id, "note", "Source note", where, gist=note.note, leads=note.paras)


def _distinct(called: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without those that differ in case alone."""
    return tuple({name.casefold(): name for name in reversed(called) if name}.values())[::-1]
