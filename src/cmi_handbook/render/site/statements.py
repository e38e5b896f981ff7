"""The register of statements by section; principles and goals; other policies; scope."""

from collections.abc import Iterator, Sequence

from cmi_handbook.model.portion import opened, phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.gatherings import GatheringView
from cmi_handbook.views.line import Line
from cmi_handbook.views.sections import StatementPage

NAV = "Statements"


def pages(context: Context) -> Iterator[Page]:
    """Yield the register's pages, and those of the gatherings and the scope where there is something on them."""
    views = context.views
    for view in views.statement_pages:
        yield register_page(context, view)
    if views.goals or views.principles:
        yield gatherings_page(context)
    if views.policy_relations:
        yield policies_page(context)
    if views.of_force("scope") or views.of_force("exclusion"):
        yield scope_page(context)


def register_page(context: Context, view: StatementPage) -> Page:
    """Return one page of the register: all of it at a glance, then the cards."""
    link = context.linker(f"statements/{view.page}")
    return context.page(
        f"statements/{view.page}", view.title,
        heading(1, view.title),
        h.p(".lead")["One statement for each finite verb with its own object. The quotes are the text’s; "
                   "force, short wording and all else are the editor’s reading."],
        heading(2, "At a glance"),
        lines.statement_table(link, (statement.line for statement in view.statements), "Statements at a glance"),
        heading(2, "Statement by statement"),
        *(lines.card(link, statement, home=True) for statement in view.statements),
        nav=(NAV, view.short_title),
        description=f"{wording.count(len(view.statements), 'statement')} drawn from the text, with their paragraphs",
    )


def gatherings_page(context: Context) -> Page:
    """Return the principles and the goals."""
    link = context.linker("statements/principles-and-goals")
    goals, principles = context.views.goals, context.views.principles
    title = "Principles and goals" if goals and principles else "Principles" if principles else "Goals"
    return context.page(
        "statements/principles-and-goals", title,
        heading(1, title),
        h.p(".lead")["What is to be reached, and what is to be held to on the way. The titles are the editor’s."],
        *_gatherings(link, "Goals", goals),
        *_gatherings(link, "Principles", principles),
        parts.download(link, context.downloads, "chapters/principles-and-goals.pdf", "For printing (PDF)"),
        nav=(NAV, title),
        description=title,
    )


def _gatherings(link: Linker, title: str, found: Sequence[GatheringView]) -> Iterator[h.Content]:
    if found:
        yield heading(2, title)
        yield from (_gathering(link, gathering) for gathering in found)


def policies_page(context: Context) -> Page:
    """Return the relations to what stands beside the publication."""
    link = context.linker("statements/other-policies")
    words = context.views.publication.vocabulary
    title = opened(words.beside)
    return context.page(
        "statements/other-policies", title,
        heading(1, title),
        h.p(".lead")[phrase("How the text relates to {} of {}, and what it asks there.", words.beside, words.owner)],
        *(_gathering(link, gathering) for gathering in context.views.policy_relations),
        nav=(NAV, title),
        description=phrase("Relations of the text to {} of {}", words.beside, words.owner),
    )


def _gathering(link: Linker, view: GatheringView) -> h.Content:
    return h.article(".card", id=view.id, data_para=view.para)[
        h.h3(".card__title")[view.title],
        parts.quotes(link, [view.text]),
        lines.statement_lines(link, view.lines),
    ]


def scope_page(context: Context) -> Page:
    """Return what the text applies to, and what it leaves out."""
    link = context.linker("statements/scope")
    return context.page(
        "statements/scope", "Scope, and what is outside it",
        heading(1, "Scope, and what is outside it"),
        *_cards(context, link, "What the text applies to", context.views.of_force("scope")),
        *_cards(context, link, "What it leaves out", context.views.of_force("exclusion")),
        nav=(NAV, "Scope"),
        description="What the text applies to and what it does not cover",
    )


def _cards(context: Context, link: Linker, title: str, found: Sequence[Line]) -> Iterator[h.Content]:
    if found:
        yield heading(2, title)
        yield from (lines.card(link, context.views.statements[line.id]) for line in found)
