"""All generated pages and files of the site."""

from collections.abc import Iterable, Sequence

from cmi_handbook.model.portion import phrase, rank_of
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Asset, Page, Site, document, heading
from cmi_handbook.render.site import (
    about,
    coverage,
    data,
    glossary,
    home,
    outsiders,
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
from cmi_handbook.views.edition import Facts
from cmi_handbook.views.views import Views

KINDS = (home, policy, parties, seats, outsiders, glossary, register, statements, themes, pictures, coverage, tools,
         about)
"""The modules that yield pages, in the order of the navigation."""


def render_site(all_views: Sequence[Views], build: Facts = (), downloads: Iterable[str] = ()) -> Site:
    """Return everything the editions add to the hand-written pages, the current edition first.

    `build` is what the page about an edition says of the build; `downloads`
    are the files below the site's root that were made and may be linked to.
    """
    made = frozenset(downloads)
    contexts = [Context(views, build, _of_edition(views.root, made)) for views in all_views]
    current = contexts[0]
    pages: list[Page] = [home.front_door(current, others=len(contexts) > 1)]
    if len(contexts) > 1:
        pages.append(editions_page(contexts))
    assets: list[Asset] = []
    for context in contexts:
        for kind in KINDS:
            pages += kind.pages(context)
        assets += data.assets(context)
    publication = current.views.publication
    meta = {"marking": publication.marking, "prevails": current.views.imprint.prevails,
            "citation": publication.citation, "edition": current.root,
            "editions": [context.root for context in contexts], "homepage": "index.html"}
    return Site(tuple(pages), tuple(assets), meta)


def _of_edition(root: str, downloads: Iterable[str]) -> frozenset[str]:
    """Return the names of the files that were made for an edition."""
    folder = f"{root}/downloads/"
    return frozenset(name.removeprefix(folder) for name in downloads if name.startswith(folder))


def editions_page(contexts: Sequence[Context]) -> Page:
    """Return the list of all editions, the current one first.

    Titles may come from several owners: the highest of the markings that the
    current edition ranks stands on the page, and beside it any that it does not.
    """
    current = contexts[0].views
    heads = [context.views.publication for context in contexts]
    marks = [head.markings[rank_of((head.title, head.edition))] for head in heads]
    scale = current.publication.markings
    rank = max(scale.index(mark) for mark in marks if mark in scale)
    body = document(
        heading(1, "All editions"),
        h.p(".lead")["Each edition has its own pages, its own search and its own files for printing."],
        h.ul[(h.li[h.a(href=f"{head.id!s}/index.html")[head.title], phrase(" ({})", head.edition)] for head in heads)],
    )
    marking = " / ".join(dict.fromkeys((scale[rank], *(mark for mark in marks if mark not in scale))))
    return Page(uri="editions.md", title="All editions", body=body, marking=marking,
                prevails=current.imprint.prevails, citation=current.publication.citation, rank=rank)
