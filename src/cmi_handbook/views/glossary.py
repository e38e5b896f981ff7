"""The glossary: every term with its definition or the honest word that there is none."""

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.model.record import Excerpt
from cmi_handbook.model.term import Term
from cmi_handbook.views import wording
from cmi_handbook.views.address import in_order, letter
from cmi_handbook.views.line import Ref, names


@dataclass(frozen=True)
class TermView:
    """An entry of the glossary."""

    id: str
    term: str
    abbreviation: str | None
    kind_name: str
    definition: Excerpt | None
    no_definition: str | None
    explanations: tuple[Excerpt, ...]
    forms: tuple[str, ...]
    aliases: tuple[str, ...]
    expansion: str | None
    used_in: tuple[str, ...]
    see: tuple[Ref, ...]
    not_to_be_confused_with: tuple[Ref, ...]
    note: str | None


def view_term(handbook: Handbook, id_: str) -> TermView:
    """Return an entry of the glossary."""
    term, usage = handbook.terms[id_], handbook.usage[id_]
    return TermView(
        id=id_, term=term.term, abbreviation=term.abbreviation,
        kind_name=wording.TERM_KINDS[term.kind], definition=term.definition,
        no_definition=None if term.definition else _absence(handbook, term.kind), explanations=term.explanations,
        forms=term.forms, aliases=term.aliases,
        expansion=_expansion(handbook, term, usage.expanded_at), used_in=usage.used_in,
        see=names(handbook, term.see), not_to_be_confused_with=names(handbook, term.not_to_be_confused_with),
        note=term.note,
    )


ABSENCES = {
    "not-in-text": "The {} does not use this word.",
    "explained": "The {} gives no definition; it explains the term in passing.",
}


def _absence(handbook: Handbook, kind: str) -> str:
    said = ABSENCES.get(kind, "The {} uses this term and gives no definition of it.")
    return phrase(said, handbook.publication.vocabulary.publication)


def _expansion(handbook: Handbook, term: Term, at: str | None) -> str | None:
    if term.abbreviation is None or term.kind == "not-in-text":
        return None
    if at is None:
        return phrase("{} is never written out beside its long form in the numbered text.", term.abbreviation)
    return phrase("{} and its long form first stand together in para {}.", term.abbreviation,
                  handbook.paragraphs[at].cited)


def full_name(term: str, abbreviation: str | None) -> str:
    """Return a term or a party's name with its abbreviation, where that is another word."""
    return phrase("{} ({})", term, abbreviation) if abbreviation and abbreviation != term else term


def by_letter(handbook: Handbook) -> dict[str, tuple[TermView, ...]]:
    """Return the entries by the page they stand on, each page in alphabetical order."""
    pages: dict[str, list[TermView]] = {}
    for term in sorted(handbook.terms.values(), key=lambda term: (in_order(term.term), term.id)):
        pages.setdefault(letter(term.term), []).append(view_term(handbook, term.id))
    return {page: tuple(pages[page]) for page in sorted(pages, key=lambda page: (page == "other", page))}
