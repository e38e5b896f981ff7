"""What every page and every sheet says of the edition, on screen and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.model.publication import Publication
from cmi_handbook.views import wording


def prevails(handbook: Handbook) -> str:
    """Return the line that every page carries."""
    publication = handbook.publication
    return phrase("Derived rendering; the signed {} prevails. As approved in {}; currency: {}.",
                  publication.short_title, publication.approved.iso.year,
                  wording.CURRENCIES[publication.currency.status])


@dataclass(frozen=True)
class Imprint:
    """What every sheet and the cover say about the edition; `held_back` is what a ceiling keeps out of it."""

    title: str
    short_title: str
    edition: str
    publisher: str
    approved: str
    decided: str
    as_approved: str
    currency: str
    prevails: str
    keywords: tuple[str, ...]
    called: str
    held_back: str | None


Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EditionView:
    """What there is to say about the edition, its release, and why words are withheld."""

    publication: Facts
    release: Facts
    withheld: tuple[str, ...]


def view_imprint(handbook: Handbook) -> Imprint:
    """Return what every sheet says about the edition."""
    publication = handbook.publication
    return Imprint(
        title=publication.title, short_title=publication.short_title, edition=publication.edition,
        publisher=publication.publisher,
        approved=_approved(handbook), decided=publication.decided.as_printed,
        as_approved=phrase("As approved in {}", publication.approved.iso.year),
        currency=wording.CURRENCIES[publication.currency.status], prevails=prevails(handbook),
        keywords=(publication.short_title, *publication.keywords), called=publication.vocabulary.publication,
        held_back=_held_back(handbook),
    )


def view_edition(handbook: Handbook) -> EditionView:
    """Return what there is to say about the edition."""
    publication = handbook.publication
    return EditionView(tuple(_facts(handbook)), tuple(_release(publication)), handbook.withheld)


def _approved(handbook: Handbook) -> str:
    """Return when the publication was approved, by whom, and the paragraph that says so."""
    return joined("", _approval(handbook))


def _approval(handbook: Handbook) -> Iterator[str]:
    yield handbook.publication.approved.as_printed
    if approver := handbook.publication.approver:
        yield phrase(", by the {}", approver.name)
        if approver.para:
            yield phrase(" (para {})", handbook.cited(approver.para))


def _facts(handbook: Handbook) -> Iterator[tuple[str, str]]:
    publication = handbook.publication
    currency = publication.currency
    example = next(iter(handbook.paragraphs.values()), None)
    yield "Title", publication.title
    yield "Edition", publication.edition
    yield "Published by", publication.publisher
    yield "Approved", _approved(handbook)
    yield "Decided", publication.decided.as_printed
    yield "Currency", wording.CURRENCIES[currency.status]
    yield "Checked", phrase("{}; {}", currency.checked, currency.source or "no source given") \
        if currency.checked else "never"
    if currency.successor:
        yield "Superseded by", currency.successor
    if example:
        yield "Cite as", phrase("{}, para {}", publication.citation, example.cited)
    yield "Source, SHA-256", publication.source_sha256


def _release(publication: Publication) -> Iterator[tuple[str, str]]:
    for conflict in publication.conflicts:
        yield "Markings that disagree", conflict.where
    if release := publication.release:
        yield "Decision", release.decision
        yield "Authority", release.authority
        yield "Date", release.date.isoformat()
        yield "Released to", joined("; ", release.to)
        if release.note:
            yield "Note", release.note


def _held_back(handbook: Handbook) -> str | None:
    parts = [f"para {paragraph.cited}" for paragraph in handbook.held_back]
    if handbook.held_records:
        parts.append(wording.count(handbook.held_records, "other record"))
    return f"Held back under the ceiling of this rendering: {', '.join(parts)}." if parts else None
