"""The pages of seats: for readers whose post the policy does not name."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import Node, a, dd, dl, dt, fragment, li, p, strong, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.render.site.themes import line
from cmi_handbook.views import words
from cmi_handbook.views.seats import SeatBody, SeatView, Way, view_seat

NAV = "Seats"
MAPPING = "The policy does not name this post. Which bodies’ statements concern it is the editor’s mapping."

TOLD = "What NATO’s bodies are told to do about it"


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of seats and their pages."""
    views = [view_seat(context.handbook, each) for each in context.handbook.seats]
    yield index(context, views)
    for view in views:
        yield seat_page(context, view)


def index(context: Context, views: list[SeatView]) -> Page:
    """Return the list of seats."""
    link = context.linker("seats/index")
    return context.page(
        "seats/index", "My seat",
        heading(1, "My seat: posts the policy does not name"),
        p(".lead")["Find your post and read which bodies’ statements concern it. "
                   "Is your body named after all? Then start from ",
                   a(href=link.page(f"{context.root}/roles/index"))["the roles"], "."],
        parts.editor("The posts, and the bodies they are mapped to, are the editor’s; the policy knows none of them."),
        ul(".listing")[(
            li[a(href=link.to(view.id))[view.title], p[view.summary]] for view in views
        )],
        nav=(NAV, "All seats"), markings=[each for view in views for each in view.markings],
        description="Posts that the policy does not name, and what it says that concerns them",
    )  # fmt: skip


def seat_page(context: Context, view: SeatView) -> Page:
    """Return the page of a seat: the mapping first, then what the policy has for each body."""
    page = f"seats/{view.id}"
    link = context.linker(page)
    return context.page(
        page, f"Seat: {view.title}",
        heading(1, view.title, view.id),
        parts.editor(strong[f"{MAPPING} "], view.summary),
        parts.notice(link, context.handbook.publication.third_parties_notice) if view.outside else None,
        heading(2, "The editor’s mapping"),
        dl(".mapping")[(
            fragment[dt[a(href=f"#through-{each.body.id}")[each.body.name]], dd[each.reason]] for each in view.bodies
        )],
        *(node for each in view.bodies for node in _body(link, each)),
        heading(2, "Themes") if view.themes else None,
        ul(".listing")[(li[parts.ref(link, theme), p[summary]] for theme, summary in view.themes)]
        if view.themes else None,
        nav=(NAV, view.title), markings=view.markings, description=view.summary,
    )  # fmt: skip


def _body(link: Linker, body: SeatBody) -> Iterator[Node]:
    yield heading(2, f"Through {body.body.name}", f"through-{body.body.id}")
    yield p(".means")["Its own page, with the policy’s words: ", parts.ref(link, body.body), "."]
    yield heading(3, "What the policy says of it" if body.is_actor else "Direct: falls on it by name")
    if body.direct:
        yield ul(".drawn")[(line(link, each, bearers=False) for each in body.direct)]
    else:
        yield p(".means")["Nothing falls on it by name."]
    for way in body.inherited:
        yield from _way(link, way)
    if body.towards:
        yield heading(3, TOLD if body.is_actor else "What others have to do with it")
        yield ul(".drawn")[(line(link, each) for each in body.towards)]


def _way(link: Linker, way: Way) -> Iterator[Node]:
    yield heading(3, f"Inherited: as one of {way.via[-1].name}")
    through = parts.joined((parts.ref(link, each) for each in way.via), ", which is one of ")
    yield p(".way")[parts.who("Way"), "It is one of ", through, "; on ", parts.basis(way.basis), "."]
    if way.above:
        count = words.count(len(way.statements), "statement")
        yield p(".means")[f"{count}, listed above under {way.above.name}."]
    else:
        yield ul(".drawn.inherited")[(line(link, each, bearers=False) for each in way.statements)]
