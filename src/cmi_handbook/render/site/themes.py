"""The pages of themes: the policy's words gathered, and what is drawn from them."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import Node, a, blockquote, fragment, li, p, span, strong, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import words
from cmi_handbook.views.statement import StatementView
from cmi_handbook.views.text import Run
from cmi_handbook.views.themes import Passage, ThemeView, view_theme

NAV = "Themes"


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of themes and their pages."""
    views = [view_theme(context.handbook, each) for each in context.handbook.themes]
    yield index(context, views)
    for view in views:
        yield theme_page(context, view)


def index(context: Context, views: list[ThemeView]) -> Page:
    """Return the list of themes with what each holds."""
    link = context.linker("themes/index")
    return context.page(
        "themes/index", "Themes",
        heading(1, "Themes"),
        p(".lead")["Threads that run through many paragraphs. The choice and the summaries are the editor’s; "
                   "each page quotes the policy."],
        ul(".listing")[(
            li[a(href=link.to(view.id))[view.title], " ", span(".listing__count")[_count(view)], p[view.summary]]
            for view in views
        )],
        nav=(NAV, "All themes"), markings=[each for view in views for each in view.markings],
        description="Threads through the policy: training, reporting, lessons and others",
    )  # fmt: skip


def _count(view: ThemeView) -> str:
    statements = len(view.elsewhere) + sum(len(each.statements) for each in view.passages)
    return f"{words.count(len(view.passages), 'paragraph')}, {words.count(statements, 'statement')}"


def theme_page(context: Context, view: ThemeView) -> Page:
    """Return the page of a theme."""
    page = f"themes/{view.id}"
    link = context.linker(page)
    return context.page(
        page, f"Theme: {view.title}",
        heading(1, view.title, view.id),
        parts.editor(view.summary),
        p(".means")["Quoted here: ", parts.paras(link, (each.para for each in view.passages)), "."]
        if view.passages else None,
        heading(2, "What the policy says, paragraph by paragraph") if view.passages else None,
        *(node for each in view.passages for node in _passage(link, each)),
        heading(2, "Statements from other paragraphs") if view.elsewhere else None,
        ul(".drawn")[(line(link, each) for each in view.elsewhere)] if view.elsewhere else None,
        *_named("Bodies on which these statements fall", link, view.bodies),
        *_named("Seats that this theme concerns", link, view.seats),
        nav=(NAV, view.title), markings=view.markings, description=view.summary,
    )  # fmt: skip


def _passage(link: Linker, passage: Passage) -> Iterator[Node]:
    yield heading(3, f"Paragraph {passage.para}" + (f": {passage.title}" if passage.title else ""))
    if passage.lead_in:
        para, lead_in = passage.lead_in
        yield quote(link, para, lead_in, "Policy text, lead-in")
    yield quote(link, passage.para, passage.words)
    if passage.statements:
        yield ul(".drawn")[(line(link, each) for each in passage.statements)]
    else:
        yield p(".means")[parts.who("Editor"), "No statement is drawn from it for this theme."]


def _named(title: str, link: Linker, refs: tuple) -> Iterator[Node]:
    if refs:
        yield heading(2, title)
        yield parts.chips(link, refs)


def quote(link: Linker, para: str, runs: tuple[Run, ...], label: str = "Policy text") -> Node:
    """Return a paragraph's own words with its number."""
    return blockquote(".policy", data_para=para)[
        parts.who(label), p[parts.text(link, runs), " ", span(".cited")[parts.para(link, para)]],
    ]


def line(link: Linker, view: StatementView, *, bearers: bool = True) -> Node:
    """Return a statement in one line; its condition stays beside it, since without it the duty is another."""
    conditions = [excerpt for label, excerpts in view.details if label == "Condition" for excerpt in excerpts]
    falls = parts.refs(link, view.bearers) if view.bearers else "nobody named"
    contested = view.judgement is not None and view.judgement.status == words.STATUSES["contested"]
    return li(data_statement=view.id, data_para=view.para)[
        parts.force_tag(view.force, view.force_name), " ", parts.modality_tag(view.modality_name), " ",
        a(href=link.to(view.id))[view.action], " ", parts.para(link, view.para),
        fragment["; condition: ", parts.inline_quotes(link, conditions)] if conditions else None,
        span(".bearers")[" Falls on: ", falls, "."] if bearers else None,
        strong[" Contested reading."] if contested else None,
    ]
