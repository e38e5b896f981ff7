"""The page for readers outside: what the owner's own bodies are directed to do towards them."""

from collections.abc import Iterable, Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.line import Ref
from cmi_handbook.views.outsiders import Counterpart, OutsiderLine, OutsidersView


def pages(context: Context) -> Iterator[Page]:
    """Yield the page for readers outside, where the publication has one."""
    if view := context.views.outsiders:
        yield outsiders_page(context, view)


def outsiders_page(context: Context, view: OutsidersView) -> Page:
    """Return what is directed towards readers outside, by kind and by phase."""
    link = context.linker(view.page)
    words = context.views.publication.vocabulary
    return context.page(
        view.page, view.title,
        heading(1, view.title, view.page),
        parts.notice(link, view.notice),
        h.p(".lead")[phrase("What the {} directs the bodies of {} to do towards you, by kind and by phase. The plain "
                          "words are the editor’s; every line leads to the paragraph it rests on.",
                          words.publication, words.owner)],
        parts.editor("Where nothing stands, no statement names you. That is no refusal, and no line is a promise."),
        heading(2, "Find your kind"),
        h.ul(".chips")[(h.li[h.a(href=f"#{_anchor(kind.actor)}")[kind.actor.name]] for kind in view.kinds)],
        heading(2, "By kind"),
        *(content for kind in view.kinds for content in _kind(link, kind, view)),
        *_silent(link, view),
        heading(2, "By phase") if view.phases else None,
        h.p(".means")[f"Not repeated here, as no phase is named: {wording.count(view.no_phase, 'line')} above."]
        if view.phases else None,
        *(content for phase in view.phases for content in _phase(link, phase.title, phase.lines)),
        nav=(view.title,), description=phrase("{}: what the {} directs towards them", view.title, words.publication),
    )  # fmt: skip


def _anchor(actor: Ref) -> str:
    return f"kind-{actor.id}"


def _kind(link: Linker, kind: Counterpart, view: OutsidersView) -> Iterator[h.Content]:
    yield heading(3, kind.actor.name, _anchor(kind.actor))
    more = h.a(href=link.to(kind.actor.id))["All that the text says of it"]
    yield h.p(".means")[parts.who("Editor"), kind.summary, " ", more, "."]
    if kind.directed:
        yield h.ul(".drawn")[(_line(link, line, kind.actor) for line in kind.directed)]
    else:
        yield h.p(".means")["No statement directs a named body towards it."]
    if kind.said:
        yield h.p(".means.keep")[h.strong["Said without directing a body by name:"]]
        yield h.ul(".drawn")[(_line(link, line, kind.actor) for line in kind.said)]
    yield _groups(kind, view)


def _groups(kind: Counterpart, view: OutsidersView) -> h.Content:
    """Return where the wider kinds stand on the page."""
    wide = [group for group in kind.groups if any(other.actor == group for other in view.kinds)]
    if not wide:
        return None
    links = parts.joined(h.a(href=f"#{_anchor(group)}")[group.name] for group in wide)
    return h.p(".means")["It is one of these wider kinds, to which more applies: ", links, "."]


def _silent(link: Linker, view: OutsidersView) -> Iterator[h.Content]:
    if view.silent:
        yield heading(3, "Kinds that no statement names as a counterpart")
        yield h.ul(".drawn")[(h.li[parts.ref(link, kind.actor), ". ", _groups(kind, view)] for kind in view.silent)]


def _phase(link: Linker, title: str, lines: Iterable[OutsiderLine]) -> Iterator[h.Content]:
    yield heading(3, title)
    found = [_line(link, line, with_basis=True) for line in lines]
    yield h.ul(".drawn")[found] if found else h.p(".means")["No statement towards these kinds names this phase."]


def _line(link: Linker, view: OutsiderLine, kind: Ref | None = None, *, with_basis: bool = False) -> h.Content:
    """Return a line with the bodies in front; `kind` is the actor under whose name it stands."""
    others = [actor for actor in view.towards if actor != kind]
    label = "Also towards: " if kind else "Towards: "
    return lines.statement_line(
        link, view.line, bearers=False,
        before=h.fragment[parts.refs(link, view.who) if view.who else wording.NO_BEARER, view.manner],
        more=h.fragment[
            h.span(".bearers")[" ", label, parts.refs(link, others), "."] if others else None,
            h.fragment[" Phase: ", parts.basis(view.phase_basis)] if with_basis and view.phase_basis else None,
        ],
    )
