"""The pages of seats: for readers whose post the policy does not name."""

from collections.abc import Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parties import inheritance
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.seats import SeatBody, SeatView, Way

NAV = "Seats"
MAPPING = "The text does not name this post. Which bodies’ statements concern it is the editor’s mapping."


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of seats and their pages."""
    yield index(context)
    for view in context.views.seats:
        yield seat_page(context, view)


def index(context: Context) -> Page:
    """Return the list of seats."""
    link = context.linker("seats/index")
    return context.page(
        "seats/index", "My seat",
        heading(1, "My seat: posts the text does not name"),
        h.p(".lead")["Find your post and read which bodies’ statements concern it. "
                   "Is your body named after all? Then start from ",
                   h.a(href=link.page("roles/index"))["the roles"], "."],
        parts.editor("The posts, and the bodies they are mapped to, are the editor’s; the text knows none of them."),
        h.ul(".listing")[(
            h.li[h.a(href=link.to(view.id))[view.title], h.p[view.summary]] for view in context.views.seats
        )],
        nav=(NAV, "All seats"),
        description="Posts that the text does not name, and what it says that concerns them",
    )  # fmt: skip


def seat_page(context: Context, view: SeatView) -> Page:
    """Return the page of a seat: the mapping first, then what the policy has for each body."""
    page = f"seats/{view.id}"
    link = context.linker(page)
    return context.page(
        page, phrase("Seat: {}", view.title),
        heading(1, view.title, view.id),
        parts.editor(h.strong[MAPPING, " "], view.summary),
        parts.notice(link, context.views.publication.third_parties_notice) if view.outside else None,
        heading(2, "The editor’s mapping"),
        h.dl(".mapping")[(
            h.fragment[h.dt[h.a(href=f"#through-{body.body.id}")[body.body.name]], h.dd[body.reason]]
            for body in view.bodies
        )],
        *(node for body in view.bodies for node in _body(link, body)),
        heading(2, "Themes") if view.themes else None,
        h.ul(".listing")[(h.li[parts.ref(link, theme), h.p[summary]] for theme, summary in view.themes)]
        if view.themes else None,
        nav=(NAV, view.title), description=view.summary,
    )  # fmt: skip


def _body(link: Linker, body: SeatBody) -> Iterator[h.Content]:
    yield heading(2, phrase("Through {}", body.body.name), f"through-{body.body.id}")
    yield h.p(".means")["Its own page, with the words of the text: ", parts.ref(link, body.body), "."]
    yield heading(3, "What the text says of it" if body.is_actor else "Direct: falls on it by name")
    if body.direct:
        yield lines.statement_lines(link, body.direct, bearers=False)
    else:
        yield h.p(".means")["No statement falls on it by name."]
    for way in body.inherited:
        yield from _way(link, way)
    if body.towards:
        yield heading(3, "What bodies are told to do about it" if body.is_actor else "What others have to do with it")
        yield lines.statement_lines(link, body.towards)


def _way(link: Linker, way: Way) -> Iterator[h.Content]:
    yield heading(3, phrase("Inherited: as one of {}", way.inherited.group.name))
    yield inheritance(link, way.inherited)
    if way.above:
        yield h.p(".means")[wording.count(len(way.inherited.lines), "statement"), ", listed above under ",
                          way.above.name, "."]
    else:
        yield lines.statement_lines(link, way.inherited.lines, ".drawn.inherited", bearers=False)
