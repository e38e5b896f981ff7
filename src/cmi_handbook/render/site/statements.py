"""The register of statements by section; principles and goals; other policies; scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cmi_handbook.model.apparatus import Gathering
from cmi_handbook.render.html import Node, a, article, div, li, p, table, tbody, td, th, thead, tr, ul
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import words
from cmi_handbook.views.address import statement_pages
from cmi_handbook.views.statement import StatementView, view_statement

NAV = "Statements"


def pages(context: Context) -> Iterator[Page]:
    """Yield the register's pages and the gatherings."""
    split = statement_pages(context.handbook)
    for page, ids in split.items():
        yield register_page(context, page, [view_statement(context.handbook, id_) for id_ in ids])
    yield gatherings_page(context)
    yield policies_page(context)
    yield scope_page(context)


def page_title(context: Context, page: str) -> str:
    """Return the title of a page of the register."""
    section, _, part = page.partition("-part-")
    found = context.handbook.sections.get(section)
    title = f"Statements of section {found.number}" if found else "Statements of the decision sheets"
    return f"{title}, part {part}" if part else title


def register_page(context: Context, page: str, views: list[StatementView]) -> Page:
    """Return one page of the register: a table that can be read at a glance, then the cards."""
    link = context.linker(f"statements/{page}")
    title = page_title(context, page)
    return context.page(
        f"statements/{page}", title,
        heading(1, title),
        p(".lead")["One statement for each finite verb with its own object. "
                   "The quotes are the policy’s; force, short wording and all else are the editor’s reading."],
        heading(2, "At a glance"),
        glance(link, views),
        heading(2, "Statement by statement"),
        *(parts.card(link, view, home=True) for view in views),
        nav=(NAV, title.removeprefix("Statements of ").capitalize()), markings=[view.marking for view in views],
        description=f"{words.count(len(views), 'statement')} drawn from the policy, with their paragraphs",
    )


def glance(link: Linker, views: Iterable[StatementView]) -> Node:
    """Return statements as table rows."""
    return div(".scroller", tabindex="0", role="region", aria_label="Statements at a glance")[
        table(".ledger")[
            thead[tr[(th(scope="col")[each] for each in ("Para", "Falls on", "Says", "Force", "Modality"))]],
            tbody[(_row(link, view) for view in views)],
        ]
    ]


def _row(link: Linker, view: StatementView) -> Node:
    bearers = parts.refs(link, view.bearers) if view.bearers else "nobody named"
    return tr[
        td[parts.para(link, view.para, "")], td[bearers], td[a(href=link.to(view.id))[view.action]],
        td[parts.force_tag(view.force, view.force_name)], td[parts.modality_tag(view.modality_name)],
    ]


def gatherings_page(context: Context) -> Page:
    """Return the principles and the goals."""
    handbook = context.handbook
    link = context.linker("statements/principles-and-goals")
    return context.page(
        "statements/principles-and-goals", "Principles and goals",
        heading(1, "Principles and goals"),
        p(".lead")["The goals of civil-military interaction, and the principles NATO’s military bodies should apply. "
                   "The titles are the editor’s."],
        heading(2, "Goals"),
        *(_gathering(context, link, each) for each in handbook.goals.values()),
        heading(2, "Principles"),
        *(_gathering(context, link, each) for each in handbook.principles.values()),
        parts.download(link, context.downloads, "chapters/principles-and-goals.pdf", "For printing (PDF)"),
        nav=(NAV, "Principles and goals"),
        markings=[str(each.marking) for each in (*handbook.goals.values(), *handbook.principles.values())],
        description="The goals and the principles of civil-military interaction",
    )


def policies_page(context: Context) -> Page:
    """Return the relations to other NATO policies and capabilities."""
    link = context.linker("statements/other-policies")
    relations = context.handbook.policy_relations.values()
    return context.page(
        "statements/other-policies", "Other policies and capabilities",
        heading(1, "Other policies and capabilities"),
        p(".lead")["How the policy relates to others of NATO’s policies and capabilities, and what it asks there."],
        *(_gathering(context, link, each) for each in relations),
        nav=(NAV, "Other policies"), markings=[str(each.marking) for each in relations],
        description="Relations of the policy to other NATO policies and capabilities",
    )


def _gathering(context: Context, link: Linker, gathering: Gathering) -> Node:
    views = [view_statement(context.handbook, id_) for id_ in gathering.statements]
    return article(".card", id=gathering.id, data_para=gathering.para)[
        parts.h3(".card__title")[gathering.title],
        parts.quotes(link, [gathering.text]),
        ul(".drawn")[(statement_line(link, view) for view in views)],
    ]


def statement_line(link: Linker, view: StatementView) -> Node:
    """Return a statement in one line with tags and paragraph."""
    return li(data_statement=view.id, data_para=view.para)[
        parts.force_tag(view.force, view.force_name), " ", parts.modality_tag(view.modality_name), " ",
        a(href=link.to(view.id))[view.action], " ", parts.para(link, view.para),
    ]


def scope_page(context: Context) -> Page:
    """Return what the policy applies to, and what it leaves out."""
    link = context.linker("statements/scope")
    views = [view_statement(context.handbook, id_) for id_ in context.handbook.statements]
    scope = [view for view in views if view.force == "scope"]
    outside = [view for view in views if view.force == "exclusion"]
    return context.page(
        "statements/scope", "Scope, and what is outside it",
        heading(1, "Scope, and what is outside it"),
        heading(2, "What the policy applies to"),
        *(parts.card(link, view) for view in scope),
        heading(2, "What it leaves out"),
        *(parts.card(link, view) for view in outside),
        nav=(NAV, "Scope"), markings=[view.marking for view in (*scope, *outside)],
        description="What the policy applies to and what it does not cover",
    )
