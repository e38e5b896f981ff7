"""The page for civil organisations: what NATO's own bodies are directed to do towards them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cmi_handbook.render.html import Node, a, fragment, li, p, span, strong, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import words
from cmi_handbook.views.civil import CivilLine, CivilView, Kind, view_civil
from cmi_handbook.views.statement import Ref

PAGE = "civil-organisations"


def pages(context: Context) -> Iterator[Page]:
    """Yield the page for civil organisations."""
    view = view_civil(context.handbook)
    link = context.linker(PAGE)
    yield context.page(
        PAGE, "For civil organisations",
        heading(1, "For civil organisations"),
        parts.notice(link, view.notice),
        p(".lead")["What the policy directs NATO’s own bodies to do towards you, by kind of organisation and by phase. "
                   "The plain words are the editor’s; every line leads to the paragraph it rests on."],
        parts.editor("Where nothing stands the policy is silent. Silence is no refusal, and no line is a promise."),
        heading(2, "Find your kind"),
        ul(".chips")[(li[a(href=f"#{_anchor(kind.actor)}")[kind.actor.name]] for kind in view.kinds)],
        heading(2, "By kind of organisation"),
        *(node for kind in view.kinds for node in _kind(link, kind, view)),
        *_silent(link, view),
        heading(2, "By phase"),
        p(".means")[f"{words.count(view.no_phase, 'line')} above name no phase and are not repeated here."],
        *(node for phase in view.phases for node in _phase(link, phase.title, phase.lines)),
        nav=("For civil organisations",), markings=view.markings,
        description="What the policy directs NATO's bodies to do towards civil organisations",
    )  # fmt: skip


def _anchor(actor: Ref) -> str:
    return f"kind-{actor.id}"


def _kind(link: Linker, kind: Kind, view: CivilView) -> Iterator[Node]:
    yield heading(3, kind.actor.name, _anchor(kind.actor))
    more = a(href=link.to(kind.actor.id))["All that the policy says of it"]
    yield p(".means")[parts.who("Editor"), kind.summary, " ", more, "."]
    if kind.directed:
        yield ul(".drawn")[(_line(link, each, kind.actor) for each in kind.directed)]
    else:
        yield p(".means")["No named body of NATO’s is directed to do anything: ", words.NOT_ADDRESSED]
    if kind.said:
        yield p(".means.keep")[strong["Said without directing a body by name:"]]
        yield ul(".drawn")[(_line(link, each, kind.actor) for each in kind.said)]
    yield _groups(kind, view)


def _groups(kind: Kind, view: CivilView) -> Node:
    """Return where the wider kinds stand on the page."""
    wide = [each for each in kind.groups if any(other.actor == each for other in view.kinds)]
    if not wide:
        return None
    links = parts.joined(a(href=f"#{_anchor(each)}")[each.name] for each in wide)
    return p(".means")["It is one of these wider kinds, to which more applies: ", links, "."]


def _silent(link: Linker, view: CivilView) -> Iterator[Node]:
    if view.silent:
        yield heading(3, "Kinds that no statement names as a counterpart")
        yield ul(".drawn")[(
            li[parts.ref(link, kind.actor), ": ", words.NOT_ADDRESSED, " ", _groups(kind, view)] for kind in view.silent
        )]  # fmt: skip


def _phase(link: Linker, title: str, lines: Iterable[CivilLine]) -> Iterator[Node]:
    yield heading(3, title)
    found = [_line(link, each, basis=True) for each in lines]
    yield ul(".drawn")[found] if found else p(".means")[words.NOT_ADDRESSED]


def _line(link: Linker, line: CivilLine, actor: Ref | None = None, *, basis: bool = False) -> Node:
    """Return a line in plain words; towards whom is said where the place on the page does not say it."""
    view = line.statement
    conditions = [excerpt for label, excerpts in view.details if label == "Condition" for excerpt in excerpts]
    others = [each for each in line.towards if each != actor]
    label = "Towards: " if actor is None else "Also towards: "
    return li(data_statement=view.id, data_para=view.para)[
        strong[parts.joined((parts.ref(link, each) for each in line.who), " and ")] if line.who else "Nobody named",
        line.manner, a(href=link.to(view.id))[view.action], " ",
        parts.force_tag(view.force, view.force_name), " ", parts.para(link, view.para),
        fragment["; condition: ", parts.inline_quotes(link, conditions)] if conditions else None,
        span(".bearers")[" ", label, parts.refs(link, others), "."] if others else None,
        fragment[" Phase: ", parts.basis(line.phase_basis)] if basis and line.phase_basis else None,
    ]
