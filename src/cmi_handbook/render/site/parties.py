"""Role pages and actor pages, and their indexes."""

from collections.abc import Iterable, Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.party import Inheritance, MembershipView, PartyView


def pages(context: Context) -> Iterator[Page]:
    """Yield the role pages and the actor pages with their indexes."""
    yield roles_index(context)
    for view in context.views.roles:
        yield role_page(context, view)
    yield actors_index(context)
    for view in context.views.actors:
        yield actor_page(context, view)


def roles_index(context: Context) -> Page:
    """Return the list of everybody named on the owner's side, with what falls on them."""
    link = context.linker("roles/index")
    owner = context.views.publication.vocabulary.owner
    return context.page(
        "roles/index", "Roles",
        heading(1, phrase("Roles: who is named on the side of {}", owner)),
        h.p(".lead")["Find your body and read all that falls on it, directly and through the groups it is one of. "
                   "Not named here? Start from ", h.a(href=link.page("seats/index"))["your seat"], "."],
        _index_table(link, context.views.roles, "Body"),
        parts.download(link, context.downloads, "chapters/roles.pdf", "All roles for printing (PDF)"),
        nav=("Roles", "All roles"),
        description=phrase("Bodies and roles on the side of {}", owner),
    )


def actors_index(context: Context) -> Page:
    """Return the list of actors."""
    link = context.linker("actors/index")
    words = context.views.publication.vocabulary
    title = phrase("All {}", words.actors)
    return context.page(
        "actors/index", title,
        heading(1, title),
        h.p(".lead")[phrase("Whom the {} speaks of beside the bodies of {}, what it says of them, and what it tells "
                          "these bodies to do about them.", words.publication, words.owner)],
        parts.notice(link, context.views.publication.third_parties_notice),
        _index_table(link, context.views.actors, "Actor"),
        parts.download(link, context.downloads, "chapters/actors.pdf", "All actors for printing (PDF)"),
        nav=("Actors", "All actors"),
        description=phrase("Categories of {} named in the text", words.actors),
    )


def _index_table(link: Linker, views: Iterable[PartyView], head: str) -> h.Content:
    return parts.ledger(f"{head} table", (head, "Kind", "Direct", "Through groups", "Spoken of"),
                        (_index_row(link, view) for view in views))


def _index_row(link: Linker, view: PartyView) -> h.Content:
    short = h.fragment[" (", view.abbreviation, ")"] if view.abbreviation else None
    return h.tr[h.th(scope="row")[h.a(href=link.to(view.id))[view.name], short], h.td[view.kind, ", ", view.side],
              h.td[str(view.direct_count)], h.td[str(view.inherited_count)], h.td[str(view.towards_count)]]


def role_page(context: Context, view: PartyView) -> Page:
    """Return a role page."""
    page = f"roles/{view.id}"
    link = context.linker(page)
    return context.page(
        page, view.name,
        heading(1, view.name, view.id),
        _lead(link, view),
        parts.download(link, context.downloads, f"sheets/{view.id}.pdf", "This role on one printed sheet (PDF)"),
        *_direct(context, link, view),
        *_inherited(link, view),
        *_through(link, view),
        *_spoken_of(link, view, "What others have to do with it"),
        heading(2, "What the text leaves open"),
        _open(link, view, context),
        *_membership(link, view),
        nav=("Roles", view.name), description=view.summary,
    )


def actor_page(context: Context, view: PartyView) -> Page:
    """Return the page of a category of actors."""
    page = f"actors/{view.id}"
    link = context.linker(page)
    return context.page(
        page, view.name,
        heading(1, view.name, view.id),
        _lead(link, view),
        *_described(link, view),
        heading(2, "Where it stands on the axes of the text") if view.axes else None,
        _axes(view) if view.axes else None,
        *_spoken_of(link, view, "What bodies are told to do about it"),
        *_towards_wider(link, view),
        *_direct(context, link, view, "What the text says of it"),
        *_inherited(link, view),
        *_through(link, view),
        heading(2, "What the text leaves open"),
        _open(link, view, context),
        *_membership(link, view),
        nav=("Actors", view.name), description=view.summary,
    )


def _lead(link: Linker, view: PartyView) -> h.Content:
    named = h.fragment["Named at ", parts.paras(link, view.named_at), "."] if view.named_at else \
        "Named outside the numbered paragraphs only."
    forms = h.fragment[" In the words of the text: “", parts.joined(view.forms, "”, “"), "”."] if view.forms else None
    return h.div(".editor.lead-box")[
        parts.who("Editor"),
        h.p(".lead")[view.summary],
        h.p[h.strong[view.kind, ", ", view.side, ". "], named, forms],
        parts.judgement(view.judgement),
    ]


def _direct(context: Context, link: Linker, view: PartyView, title: str = "What falls on it directly"
            ) -> Iterator[h.Content]:
    yield heading(2, title)
    if not view.direct:
        yield _silence("No statement falls on it by name.")
    for group in view.direct:
        yield heading(3, group.title)
        yield h.p(".means")[parts.who("Editor"), f"{group.title}: {group.means}."]
        yield from (lines.card(link, context.views.statements[line.id]) for line in group.lines)


def _inherited(link: Linker, view: PartyView) -> Iterator[h.Content]:
    yield heading(2, "What reaches it through groups it is one of")
    if not view.inherited:
        yield _silence("Nothing reaches it through a group.")
    for way in view.inherited:
        yield heading(3, phrase("As one of: {}", way.group.name))
        yield inheritance(link, way)
        yield lines.statement_lines(link, way.lines, ".drawn.inherited", bearers=False)


def inheritance(link: Linker, way: Inheritance) -> h.Content:
    """Return the way that lines take through groups, and on whose word."""
    through = parts.joined((parts.ref(link, group) for group in way.via), ", which is one of ")
    return h.p(".way")[parts.who("Way"), "It is one of ", through, "; on ", parts.basis(way.basis), "."]


def _through(link: Linker, view: PartyView) -> Iterator[h.Content]:
    if view.through:
        yield heading(2, "What reaches it through another’s duty")
        yield lines.statement_lines(link, view.through)


def _spoken_of(link: Linker, view: PartyView, title: str) -> Iterator[h.Content]:
    yield heading(2, title)
    if not view.towards:
        yield _silence(wording.NOT_NAMED)
    for group in view.towards:
        yield heading(3, group.title)
        yield lines.statement_lines(link, group.lines)


def _towards_wider(link: Linker, view: PartyView) -> Iterator[h.Content]:
    for wider in view.towards_wider:
        yield heading(3, phrase("As one of: {}", wider.group.name))
        yield lines.statement_lines(link, wider.lines)


def _described(link: Linker, view: PartyView) -> Iterator[h.Content]:
    if view.passages:
        yield heading(2, "How the text describes it")
    for label, excerpts in view.passages:
        yield parts.quotes(link, excerpts, label)


def _axes(view: PartyView) -> h.Content:
    return h.table(".ledger.axes")[h.tbody[(
        h.tr[h.th(scope="row")[scale.label], h.td[parts.scale(scale) if scale.values else "Not placed on it."]]
        for scale in view.axes
    )]]


def _open(link: Linker, view: PartyView, context: Context) -> h.Content:
    publication = context.views.publication
    notice = publication.third_parties_notice if view.is_actor else publication.levels_notice
    return h.div(".silence")[parts.who("Editor"), h.p[view.open], parts.notice(link, notice)]


def _membership(link: Linker, view: PartyView) -> Iterator[h.Content]:
    if view.memberships or view.members:
        yield heading(2, "Where it belongs")
    if view.memberships:
        yield h.ul(".memberships")[(_membership_line(link, membership) for membership in view.memberships)]
    if view.members:
        yield h.p["Belonging to it:"]
        yield parts.chips(link, view.members)


def _membership_line(link: Linker, view: MembershipView) -> h.Content:
    return h.li[view.relation, " ", parts.ref(link, view.group), " ", parts.basis(view.basis), " (",
              parts.para(link, view.para), "). ", h.span(".reason")[view.reason]]


def _silence(said: str) -> h.Content:
    return h.div(".silence")[parts.who("Editor"), h.p[said]]

