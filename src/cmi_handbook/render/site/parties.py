"""Role pages and actor pages, and their indexes."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import Node, a, div, fragment, li, p, span, strong, table, tbody, td, th, thead, tr, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import words
from cmi_handbook.views.party import Group, InheritedGroup, PartyView, view_party
from cmi_handbook.views.statement import StatementView


def pages(context: Context) -> Iterator[Page]:
    """Yield the role pages and the actor pages with their indexes."""
    handbook = context.handbook
    roles = [view_party(handbook, id_) for id_ in handbook.bodies]
    actors = [view_party(handbook, id_) for id_ in handbook.actors]
    yield roles_index(context, roles)
    for view in roles:
        yield role_page(context, view)
    yield actors_index(context, actors)
    for view in actors:
        yield actor_page(context, view)


def roles_index(context: Context, roles: list[PartyView]) -> Page:
    """Return the list of everybody named on NATO's side, with what falls on them."""
    link = context.linker("roles/index")
    return context.page(
        "roles/index", "Roles",
        heading(1, "Roles: who is named on NATO’s side"),
        p(".lead")["Find your body and read all that falls on it, directly and through the groups it is one of. "
                   "Not named here? Start from ", a(href=link.page(f"{context.root}/seats/index"))["your seat"], "."],
        _index_table(link, roles, "Body"),
        parts.download(link, context.downloads, "chapters/roles.pdf", "All roles for printing (PDF)"),
        nav=("Roles", "All roles"), markings=[each.marking for each in roles],
        description="Bodies and roles on NATO's side named in the policy",
    )


def actors_index(context: Context, actors: list[PartyView]) -> Page:
    """Return the list of non-military actors."""
    link = context.linker("actors/index")
    return context.page(
        "actors/index", "All non-military actors",
        heading(1, "All non-military actors"),
        p(".lead")["Whom the policy speaks of beside NATO’s own bodies, what it says of them, "
                   "and what it tells NATO’s bodies to do about them."],
        parts.notice(link, context.handbook.publication.third_parties_notice),
        _index_table(link, actors, "Actor"),
        parts.download(link, context.downloads, "chapters/actors.pdf", "All actors for printing (PDF)"),
        nav=("Actors", "All actors"), markings=[each.marking for each in actors],
        description="Categories of non-military actors named in the policy",
    )


def _index_table(link: Linker, views: list[PartyView], head: str) -> Node:
    return div(".scroller", tabindex="0", role="region", aria_label=f"{head} table")[
        table(".ledger")[
            thead[tr[th(scope="col")[head], th(scope="col")["Kind"], th(scope="col")["Direct"],
                     th(scope="col")["Through groups"], th(scope="col")["Spoken of"]]],
            tbody[(_index_row(link, view) for view in views)],
        ]
    ]


def _index_row(link: Linker, view: PartyView) -> Node:
    direct = sum(len(group.statements) for group in view.direct)
    inherited = sum(len(group.statements) for group in view.inherited)
    towards = sum(len(group.statements) for group in view.towards)
    short = fragment[" (", view.abbreviation, ")"] if view.abbreviation else None
    return tr[th(scope="row")[a(href=link.to(view.id))[view.name], short], td[view.kind, ", ", view.side.split(";")[0]],
              td[str(direct)], td[str(inherited)], td[str(towards)]]


def role_page(context: Context, view: PartyView) -> Page:
    """Return a role page."""
    page = f"roles/{view.id}"
    link = context.linker(page)
    return context.page(
        page, view.name,
        heading(1, view.name, view.id),
        _lead(link, view),
        parts.download(link, context.downloads, f"sheets/{view.id}.pdf", "This role on one printed sheet (PDF)"),
        *_direct(link, view),
        *_inherited(link, view),
        *_through(link, view),
        *_spoken_of(link, view, "What others have to do with it"),
        heading(2, "What the policy leaves open"),
        _open(link, view, context),
        *_membership(link, view),
        nav=("Roles", view.name), markings=_markings(view), description=view.summary,
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
        heading(2, "Where it stands on the axes of the policy"),
        _axes(link, view),
        *_spoken_of(link, view, "What NATO’s bodies are told to do about it"),
        *_towards_groups(link, view),
        *_direct(link, view, "What the policy says of it"),
        *_inherited(link, view),
        *_through(link, view),
        heading(2, "What the policy leaves open"),
        _open(link, view, context),
        *_membership(link, view),
        nav=("Actors", view.name), markings=_markings(view), description=view.summary,
    )


def _markings(view: PartyView) -> list[str]:
    groups = [*view.direct, *view.towards]
    shown = [each.marking for group in groups for each in group.statements]
    shown += [each.statement.marking for group in view.inherited for each in group.statements]
    return [view.marking, *shown, *(each.marking for each in view.through)]


def _lead(link: Linker, view: PartyView) -> Node:
    named = fragment["Named at ", parts.paras(link, view.named_at), "."] if view.named_at else \
        "Named outside the numbered paragraphs only."
    forms = fragment[" In the text’s words: “", "”, “".join(view.forms), "”."] if view.forms else None
    return div(".editor.lead-box")[
        parts.who("Editor"),
        p(".lead")[view.summary],
        p[strong[f"{view.kind}, {view.side}. "], named, forms],
        parts.judgement(view.judgement),
    ]


def _direct(link: Linker, view: PartyView, title: str = "What falls on it directly") -> Iterator[Node]:
    yield heading(2, title)
    if not view.direct:
        yield _silence("The policy assigns nothing to it by name.")
    for group in view.direct:
        yield from _group(link, group)


def _group(link: Linker, group: Group) -> Iterator[Node]:
    yield heading(3, group.title)
    yield p(".means")[parts.who("Editor"), f"{group.title}: {group.means}."]
    yield from (parts.card(link, each) for each in group.statements)


def _inherited(link: Linker, view: PartyView) -> Iterator[Node]:
    yield heading(2, "What reaches it through groups it is one of")
    if not view.inherited:
        yield _silence("Nothing reaches it through a group.")
    for group in view.inherited:
        yield from _inherited_group(link, group)


def _inherited_group(link: Linker, group: InheritedGroup) -> Iterator[Node]:
    yield heading(3, f"As one of: {group.via[-1].name}")
    way = parts.joined((parts.ref(link, each) for each in group.via), ", which is one of ")
    yield p(".way")[parts.who("Way"), "It is one of ", way, "; on ", parts.basis(group.basis), "."]
    yield ul(".drawn.inherited")[(_line(link, each.statement) for each in group.statements)]


def _line(link: Linker, view: StatementView, more: Node = None) -> Node:
    conditions = [excerpt for label, excerpts in view.details if label == "Condition" for excerpt in excerpts]
    return li(data_statement=view.id, data_para=view.para)[
        parts.force_tag(view.force, view.force_name, view.force_means), " ",
        parts.modality_tag(view.modality_name, view.modality_means), " ",
        a(href=link.to(view.id))[view.action], " ", parts.para(link, view.para),
        fragment["; condition: ", parts.inline_quotes(link, conditions)] if conditions else None, more,
    ]


def _through(link: Linker, view: PartyView) -> Iterator[Node]:
    if view.through:
        yield heading(2, "What reaches it through another’s duty")
        yield ul(".drawn")[(_line(link, each) for each in view.through)]


def _spoken_of(link: Linker, view: PartyView, title: str) -> Iterator[Node]:
    yield heading(2, title)
    if not view.towards:
        yield _silence(f"{words.NOT_ADDRESSED} No statement names it as a counterpart.")
    for group in view.towards:
        yield heading(3, group.title)
        yield ul(".drawn")[(_line_with_bearers(link, each) for each in group.statements)]


def _line_with_bearers(link: Linker, view: StatementView) -> Node:
    bearers = parts.refs(link, view.bearers) if view.bearers else "nobody named"
    return _line(link, view, fragment[" Falls on: ", span(".bearers")[bearers], "."])


def _towards_groups(link: Linker, view: PartyView) -> Iterator[Node]:
    for group, statements in view.towards_group:
        yield heading(3, f"As one of: {group.name}")
        yield ul(".drawn")[(_line_with_bearers(link, each) for each in statements)]


def _described(link: Linker, view: PartyView) -> Iterator[Node]:
    if view.described_at:
        yield heading(2, "How the policy describes it")
        yield parts.quotes(link, view.described_at)
    if view.examples:
        yield p[parts.who("Examples in the text"), parts.inline_quotes(link, view.examples)]
    if view.governed_by:
        yield p[parts.who("What governs it"), parts.inline_quotes(link, view.governed_by)]


def _axes(link: Linker, view: PartyView) -> Node:
    stated = {each.label: each for each in view.axes}
    rows = []
    for label in words.AXES.values():
        scale = stated.get(label)
        value = fragment[", ".join(scale.values), " ", parts.basis(scale.basis)] if scale else words.NOT_ADDRESSED
        rows.append(tr[th(scope="row")[label], td[value]])
    return table(".ledger.axes")[tbody[rows]]


def _open(link: Linker, view: PartyView, context: Context) -> Node:
    publication = context.handbook.publication
    notice = publication.third_parties_notice if view.is_actor else publication.levels_notice
    return div(".silence")[parts.who("Editor"), p[view.open], parts.notice(link, notice)]


def _membership(link: Linker, view: PartyView) -> Iterator[Node]:
    if view.memberships or view.members:
        yield heading(2, "Where it belongs")
    if view.memberships:
        yield ul(".memberships")[(_membership_line(link, each) for each in view.memberships)]
    if view.members:
        yield p["Belonging to it:"]
        yield parts.chips(link, view.members)


def _membership_line(link: Linker, view) -> Node:
    return li[view.relation, " ", parts.ref(link, view.group), " ", parts.basis(view.basis), " (",
              parts.para(link, view.para), "). ", span(".reason")[view.reason]]


def _silence(said: str) -> Node:
    return div(".silence")[parts.who("Editor"), p[said]]

