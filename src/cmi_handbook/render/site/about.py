"""What this edition is, under which release it stands, and whom to tell about an error."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.model.publication import Publication
from cmi_handbook.render.html import Node, dd, dl, dt, fragment, p
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.views import words


def pages(context: Context) -> Iterator[Page]:
    """Yield the page about the edition."""
    yield about(context)


def about(context: Context) -> Page:
    """Return what this edition is, under which release it stands, and whom to tell about an error."""
    publication = context.handbook.publication
    return context.page(
        "about", "About this edition",
        heading(1, "About this edition"),
        p(".lead")["A rendering of the policy, made from the supplied text. ", _release_line(publication)],
        heading(2, "The publication"),
        _facts(_publication(publication)),
        heading(2, "Release"),
        _facts(_release(publication)),
        heading(2, "This build"),
        _facts(context.build),
        heading(2, "An error?"),
        parts.editor(f"{publication.contact.name}. {publication.contact.how}"),
        nav=("About", "This edition"), markings=[context.handbook.marking],
        description="Edition, release, build and contact",
    )


def _release_line(publication: Publication) -> str:
    return f"The policy’s text is NATO’s; the readings are the editor’s. The signed {publication.short_title} prevails."


def _facts(rows: tuple[tuple[str, str], ...]) -> Node:
    return dl(".card__facts")[(fragment[dt[label], dd[value]] for label, value in rows if value)]


def _publication(publication: Publication) -> tuple[tuple[str, str], ...]:
    return (
        ("Title", publication.title),
        ("Edition", publication.edition),
        ("Published by", publication.publisher),
        ("Approved", f"{publication.approved.as_printed}, by the North Atlantic Council (para FD.1)"),
        ("Final decision sheet", publication.decided.as_printed),
        ("Currency", words.CURRENCIES[publication.currency.status]),
        ("Checked", str(publication.currency.checked or "never")),
        ("Cite as", publication.citation + ", para 34.c"),
        ("Source, SHA-256", publication.source_sha256),
    )


def _release(publication: Publication) -> tuple[tuple[str, str], ...]:
    conflicts = tuple(("Markings that disagree", each.where) for each in publication.conflicts)
    release = publication.release
    if release is None:
        return conflicts
    return (*conflicts, ("Decision", release.decision), ("Authority", release.authority),
            ("Date", release.date.isoformat()), ("Released to", "; ".join(release.to)), ("Note", release.note or ""))
