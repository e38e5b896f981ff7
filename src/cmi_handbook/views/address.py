"""Where everything has its one home: page and anchor, for every id of a handbook."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.ids import anchor

STATEMENTS_A_PAGE = 30
"""Cards on one page of the register; keeps the page below 150 kB."""


@dataclass(frozen=True)
class Address:
    """A page below the site's root, without its ending, and an anchor on it.

    `top` says that the anchor is the page's own heading: links inside the site
    leave it off, so that a reader sees the page from its top.  `cited` is the
    number that a link to a paragraph shows.
    """

    page: str
    anchor: str
    top: bool = False
    cited: str = ""

    @property
    def url(self) -> str:
        """The address as a link from the site's root."""
        return f"{self.page}.html#{self.anchor}"


def addresses(handbook: Handbook) -> dict[str, Address]:
    """Return the home of every id."""
    root = str(handbook.publication.id)
    homes: dict[str, Address] = {root: Address(f"{root}/index", root, top=True)}
    if outsiders := handbook.publication.outsiders:
        homes[outsiders.id] = Address(f"{root}/{outsiders.id}", outsiders.id, top=True)
    for section in handbook.sections.values():
        homes[section.id] = Address(f"{root}/policy/{section.id}", section.id, top=True)
    for paragraph in handbook.paragraphs.values():
        page = paragraph.section or "decision-sheets"
        homes[paragraph.id] = Address(f"{root}/policy/{page}", anchor(paragraph.id), cited=paragraph.cited)
    for footnote in handbook.footnotes.values():
        page = homes[footnote.called_at[0]].page if footnote.called_at else f"{root}/policy/decision-sheets"
        homes[footnote.id] = Address(page, anchor(footnote.id))
    for reference in handbook.references:
        homes[reference] = Address(f"{root}/policy/references", anchor(reference))
    for body in handbook.bodies:
        homes[body] = Address(f"{root}/roles/{body}", body, top=True)
    for actor in handbook.actors:
        homes[actor] = Address(f"{root}/actors/{actor}", actor, top=True)
    for term in handbook.terms.values():
        homes[term.id] = Address(f"{root}/glossary/{letter(term.term)}", term.id)
    for page, ids in statement_pages(handbook).items():
        homes |= {id_: Address(f"{root}/statements/{page}", id_) for id_ in ids}
    homes |= _anchored(f"{root}/statements/principles-and-goals", (*handbook.principles, *handbook.goals))
    homes |= _anchored(f"{root}/statements/other-policies", handbook.policy_relations)
    for number, notes in enumerate(note_pages(handbook), 1):
        homes |= _anchored(f"{root}/coverage/notes-{number}", notes)
    for kind in kinds(Draft):  # whatever has no other place has a page of its own, in the folder of its list
        own = handbook.lists.get(kind.key, {})
        homes |= {id_: Address(f"{root}/{kind.file.stem}/{id_}", id_, top=True) for id_, record in own.items()
                  if hasattr(record, "id") and id_ not in homes}
    return homes


def _anchored(page: str, ids: Iterable[str]) -> dict[str, Address]:
    return {id_: Address(page, id_) for id_ in ids}


def statement_pages(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """Return the pages of the register: name to statements, split by section and then by number."""
    by_section: dict[str, list[str]] = {}
    for statement in handbook.statements.values():
        section = handbook.paragraphs[statement.para].section or "decision-sheets"
        by_section.setdefault(section, []).append(statement.id)
    pages = {}
    for section, ids in by_section.items():
        chunks = [tuple(ids[at : at + STATEMENTS_A_PAGE]) for at in range(0, len(ids), STATEMENTS_A_PAGE)]
        for number, chunk in enumerate(chunks, 1):
            pages[section if len(chunks) == 1 else f"{section}-part-{number}"] = chunk
    return pages


NOTES_A_PAGE = 60


def note_pages(handbook: Handbook) -> list[tuple[str, ...]]:
    """Return the source notes in pages, as they come in the policy."""
    ids = tuple(handbook.notes)
    return [ids[at : at + NOTES_A_PAGE] for at in range(0, len(ids), NOTES_A_PAGE)] or [()]


def in_order(word: str) -> tuple[bool, str]:
    """Return what a word is sorted by: words that begin with no letter first, then without case and accents."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return letter(word) != "other", plain.casefold()


def letter(word: str) -> str:
    """Return the page of the glossary a word stands on: its first letter without accent, or `other`."""
    first = unicodedata.normalize("NFKD", word.strip())[:1].lower()
    return first if first.isascii() and first.isalpha() else "other"
