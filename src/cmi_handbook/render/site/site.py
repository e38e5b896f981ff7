"""All generated pages and files of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.html import a, li, p, ul
from cmi_handbook.render.page import Asset, Page, Site, document, heading
from cmi_handbook.render.site import (
    about,
    civil,
    coverage,
    data,
    glossary,
    home,
    parties,
    pictures,
    policy,
    register,
    seats,
    statements,
    themes,
    tools,
)
from cmi_handbook.render.site.context import Context
from cmi_handbook.views.address import addresses
from cmi_handbook.views.edition import prevails

KINDS = (home, policy, parties, seats, civil, glossary, register, statements, themes, pictures, coverage, tools, about)
"""The modules that yield pages, in the order of the navigation."""


def render_site(handbooks: Sequence[Handbook], build: tuple[tuple[str, str], ...] = (),
                downloads: Iterable[str] = ()) -> Site:
    """Return everything the handbooks add to the hand-written pages.

    `build` is what the page about the edition says of the build; `downloads`
    are the files below the site's root that were made and may be linked to.
    """
    pages: list[Page] = [start_page(handbooks)]
    assets: list[Asset] = [data.editions(handbooks)]
    for handbook in handbooks:
        context = Context(handbook, addresses(handbook), build, frozenset(downloads))
        for kind in KINDS:
            pages += kind.pages(context)
        assets += data.assets(context)
    start = pages[0]
    meta = {"marking": start.marking, "prevails": start.prevails, "citation": start.citation}
    return Site(tuple(pages), tuple(assets), meta)


def start_page(handbooks: Sequence[Handbook]) -> Page:
    """Return the page at the site's root, which leads to the editions, the current one first."""
    current = handbooks[0]
    publication = current.publication
    return Page(
        uri="index.md",
        title=f"{publication.short_title} handbook: start",
        body=document(
            heading(1, "Handbook"),
            p(".lead")[a(href=f"{publication.id}/index.html")[publication.title], f" ({publication.edition})"],
            ul[(li[a(href=f"{each.publication.id}/index.html")[each.publication.title]] for each in handbooks[1:])]
            if handbooks[1:] else None,
        ),
        marking=current.higher(current.publication.markings[0], current.marking),
        prevails=prevails(current),
        citation=publication.citation,
        nav=("Editions",),
    )
