"""The home page: four ways in."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import Node, a, div, h2, li, p, section, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker


def pages(context: Context) -> Iterator[Page]:
    """Yield the home page."""
    yield home(context)


def home(context: Context) -> Page:
    """Return the four ways in."""
    link = context.linker("index")
    publication = context.handbook.publication
    also = [a(href=link.page(f"{context.root}/{page}"))[title] for page, title in ALSO]
    return context.page(
        "index", f"{publication.short_title} handbook",
        heading(1, publication.title, publication.id),
        p(".lead")[f"{publication.edition}, approved on {publication.approved.as_printed}. "
                   "The policy’s words by paragraph, and what they mean for you."],
        div(".ways")[(_way(context, link, *each) for each in WAYS)],
        p(".also")["Also: ", parts.joined(also, " · ")],
        parts.download(link, context.downloads, "cmi-handbook.pdf", "The printed handbook, A4 (PDF)"),
        parts.download(link, context.downloads, "cmi-handbook-a5.pdf", "The pocket edition, A5 (PDF)"),
        markings=[context.handbook.marking], nav=("Home",),
        description=publication.title,
    )


WAYS = (
    ("I have a role", "roles", "What falls on your body, directly and through the groups it is one of.",
     ("seats/index", "My post is not named")),
    ("I deal with someone", "actors", "What the policy says of a kind of actor, and what it tells NATO’s bodies to do.",
     ("civil-organisations", "I am from a civil organisation")),
    ("I look for a word", "glossary", "Definitions, abbreviations, and words the policy does not use.",
     ("glossary/cmi-or-cimic", "How to tell the two apart")),
    ("I read the policy", "policy", "The text, paragraph by paragraph, each with its number and its notes.",
     ("policy/references", "References")),
)
"""The four ways in: title, folder, what is there, and one more page beside the edition's short cuts."""

ALSO = (
    ("statements/index", "All statements"),
    ("pictures/matrix-actors", "Who owes what to whom"),
    ("themes/index", "Themes"),
    ("aide-memoire", "Aide-memoire"),
    ("coverage/index", "Coverage"),
    ("about", "About this edition"),
)


def _way(context: Context, link: Linker, title: str, folder: str, says: str, more: tuple[str, str]) -> Node:
    cuts = context.handbook.publication.shortcuts
    ids = {"roles": cuts.roles, "actors": cuts.actors, "glossary": cuts.terms, "policy": cuts.sections}[folder]
    page, name = more
    lines = [*(_shortcut(context, link, id_) for id_ in ids), a(href=link.page(f"{context.root}/{page}"))[name]]
    return section(".ways__way")[
        h2[a(href=link.page(f"{context.root}/{folder}/index"))[title]],
        p[says],
        ul(".ways__cuts")[(li[each] for each in lines)],
    ]


def _shortcut(context: Context, link: Linker, id_: str) -> Node:
    if found := context.handbook.sections.get(id_):
        return a(href=link.to(id_))[found.title.capitalize()]
    if found := context.handbook.terms.get(id_):
        return a(href=link.to(id_))[found.abbreviation or found.term]
    return a(href=link.to(id_))[context.handbook.party(id_).name]
