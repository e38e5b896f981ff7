"""The home page: four ways in."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.glossary import pair_page
from cmi_handbook.render.site.parts import Linker


def pages(context: Context) -> Iterator[Page]:
    """Yield the home page."""
    yield home(context)


def home(context: Context) -> Page:
    """Return the edition's own front page."""
    return _ways_in(context, f"{context.root}/index", nav=("Home",))


def front_door(context: Context, *, others: bool) -> Page:
    """Return the page at the site's root: the front door of the current edition, and the way to the others."""
    more = h.p(".also")[h.a(href="editions.html")["All editions"]] if others else None
    return _ways_in(context, "index", more=more)


def _ways_in(context: Context, place: str, *, more: h.Content = None, nav: tuple[str, ...] = ()) -> Page:
    """Return the four ways in."""
    link = context.linker_at(place)
    views, publication = context.views, context.views.publication
    also = [h.a(href=link.page(page))[title] for page, title in ALSO]
    return context.page_at(
        place, phrase("{} handbook", publication.short_title),
        heading(1, publication.title, publication.id),
        h.p(".lead")[phrase("{}, approved on {}. The words of the {} by paragraph, and what they mean for you.",
                          publication.edition, publication.approved.as_printed, publication.vocabulary.publication)],
        parts.editor(views.imprint.held_back) if views.imprint.held_back else None,
        h.div(".ways")[(_way(context, link, way) for way in ways(context))],
        h.p(".also")["Also: ", parts.joined(also, " · ")],
        parts.download(link, context.downloads, "cmi-handbook.pdf", "The printed handbook, A4 (PDF)"),
        parts.download(link, context.downloads, "cmi-handbook-a5.pdf", "The pocket edition, A5 (PDF)"),
        more,
        nav=nav,
        description=publication.title,
    )


@dataclass(frozen=True)
class Way:
    """A way in: its title, its folder, what is there, the list of short cuts, and more pages beside them."""

    title: str
    folder: str
    says: str
    shortcuts: str
    more: tuple[tuple[str, str], ...]


def ways(context: Context) -> tuple[Way, ...]:
    """Return the four ways in."""
    outsiders, words = context.views.outsiders, context.views.publication.vocabulary
    return (
        Way("I have a role", "roles", "What falls on your body, directly and through the groups it is one of.", "roles",
            (("seats/index", "My post is not named"),)),
        Way("I deal with someone", "actors", "What the text says of a kind of actor, and what bodies are told to do.",
            "actors", ((outsiders.page, outsiders.way_in),) if outsiders else ()),
        Way("I look for a word", "glossary", "Definitions, abbreviations, and words the text does not use.", "terms",
            ((pair_page(context), "How to tell the two apart"),) if context.views.pair else ()),
        Way(phrase("I read the {}", words.publication), "policy",
            "The text, paragraph by paragraph, each with its number and its notes.", "sections",
            (("policy/references", "References"),)),
    )


ALSO = (
    ("statements/index", "All statements"),
    ("pictures/matrix-actors", "Who owes what to whom"),
    ("themes/index", "Themes"),
    ("aide-memoire", "Aide-memoire"),
    ("coverage/index", "Coverage"),
    ("about", "About this edition"),
)


def _way(context: Context, link: Linker, way: Way) -> h.Content:
    cuts = [parts.ref(link, shortcut) for shortcut in context.views.shortcuts(way.shortcuts)]
    more = [h.a(href=link.page(page))[name] for page, name in way.more]
    return h.section(".ways__way")[
        h.h2[h.a(href=link.page(f"{way.folder}/index"))[way.title]],
        h.p[way.says],
        h.ul(".ways__cuts")[(h.li[cut] for cut in (*cuts, *more))] if cuts or more else None,
    ]
