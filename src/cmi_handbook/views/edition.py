"""What every page and every sheet says of the edition, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views import words


def prevails(handbook: Handbook) -> str:
    """Return the line that every page carries."""
    publication = handbook.publication
    return (
        f"Derived rendering; the signed {publication.short_title} prevails. "
        f"As approved in {publication.approved.iso.year}; "
        f"currency: {words.CURRENCIES[publication.currency.status]}."
    )


@dataclass(frozen=True)
class Imprint:
    """What every page and the cover say about the edition."""

    title: str
    short_title: str
    edition: str
    citation: str
    publisher: str
    marking: str
    approved: str
    decided: str
    as_approved: str
    currency: str
    prevails: str
    facts: tuple[tuple[str, str], ...]


def view_imprint(handbook: Handbook) -> Imprint:
    """Return what every page says about the edition."""
    publication = handbook.publication
    currency = words.CURRENCIES[publication.currency.status]
    year = publication.approved.iso.year
    return Imprint(
        title=publication.title, short_title=publication.short_title, edition=publication.edition,
        citation=publication.citation, publisher=publication.publisher, marking=handbook.marking,
        approved=publication.approved.as_printed, decided=publication.decided.as_printed,
        as_approved=f"Policy as approved in {year}", currency=currency,
        prevails=prevails(handbook),
        facts=tuple(_facts(handbook, currency)),
    )  # fmt: skip


def _facts(handbook: Handbook, currency: str) -> Iterable[tuple[str, str]]:
    publication = handbook.publication
    yield "Policy", publication.title
    yield "Edition", publication.edition
    yield "Published by", publication.publisher
    yield "Approved", f"{publication.approved.as_printed}, by the North Atlantic Council"
    yield "Final decision sheet", publication.decided.as_printed
    yield "Currency", currency[:1].upper() + currency[1:] + "."
    if publication.currency.checked:
        yield "Currency checked", f"{publication.currency.checked}; {publication.currency.source or 'no source given'}"
    if publication.currency.successor:
        yield "Superseded by", publication.currency.successor
    yield "Cite as", publication.citation + ", para …"
    for conflict in publication.conflicts:
        yield "Markings in the source", conflict.where
    if release := publication.release:
        yield "Release", f"{release.decision}. {release.authority}; {release.date}. For {', '.join(release.to)}."
        if release.note:
            yield "On the release", release.note
    yield "Made from", f"{publication.source_file}, SHA-256 {publication.source_sha256}"
    yield "Errors", f"{publication.contact.name}. {publication.contact.how}"
