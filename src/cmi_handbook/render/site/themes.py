"""The pages of themes: the policy's words gathered, and what is drawn from them."""

from collections.abc import Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.line import Ref
from cmi_handbook.views.runs import Run
from cmi_handbook.views.themes import Passage, ThemeView

NAV = "Themes"


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of themes and their pages."""
    yield index(context)
    for view in context.views.themes:
        yield theme_page(context, view)


def index(context: Context) -> Page:
    """Return the list of themes with what each holds."""
    link = context.linker("themes/index")
    return context.page(
        "themes/index", "Themes",
        heading(1, "Themes"),
        h.p(".lead")["Threads that run through many paragraphs. The choice and the summaries are the editor’s; "
                   "each page quotes the text."],
        h.ul(".listing")[(
            h.li[h.a(href=link.to(each.id))[each.title], " ", h.span(".listing__count")[_count(each)],
                 h.p[each.summary]]
            for each in context.views.themes
        )],
        nav=(NAV, "All themes"),
        description="Threads that run through the text",
    )  # fmt: skip


def _count(view: ThemeView) -> str:
    statements = len(view.elsewhere) + sum(len(passage.lines) for passage in view.passages)
    return f"{wording.count(len(view.passages), 'paragraph')}, {wording.count(statements, 'statement')}"


def theme_page(context: Context, view: ThemeView) -> Page:
    """Return the page of a theme."""
    page = f"themes/{view.id}"
    link = context.linker(page)
    return context.page(
        page, phrase("Theme: {}", view.title),
        heading(1, view.title, view.id),
        parts.editor(view.summary),
        h.p(".means")["Quoted here: ", parts.paras(link, (passage.para for passage in view.passages)), "."]
        if view.passages else None,
        heading(2, "What the text says, paragraph by paragraph") if view.passages else None,
        *(node for passage in view.passages for node in _passage(link, passage)),
        heading(2, "Statements from other paragraphs") if view.elsewhere else None,
        lines.statement_lines(link, view.elsewhere) if view.elsewhere else None,
        *_named("Bodies on which these statements fall", link, view.bodies),
        *_named("Seats that this theme concerns", link, view.seats),
        nav=(NAV, view.title), description=view.summary,
    )  # fmt: skip


def _passage(link: Linker, passage: Passage) -> Iterator[h.Content]:
    number = f"Paragraph {link.cited(passage.para)}"
    yield heading(3, phrase("{}: {}", number, passage.title) if passage.title else number)
    for para, words in passage.lead_ins:
        yield quote(link, para, words, "Lead-in")
    yield quote(link, passage.para, passage.words)
    if passage.lines:
        yield lines.statement_lines(link, passage.lines)
    else:
        yield h.p(".means")[parts.who("Editor"), "No statement is drawn from it for this theme."]


def _named(title: str, link: Linker, refs: tuple[Ref, ...]) -> Iterator[h.Content]:
    if refs:
        yield heading(2, title)
        yield parts.chips(link, refs)


def quote(link: Linker, para: str, runs: tuple[Run, ...], label: str = "") -> h.Content:
    """Return a paragraph's own words with its number."""
    return h.blockquote(".policy", data_para=para)[
        parts.who(parts.text_label(link, label)),
        h.p[parts.text(link, runs), " ", h.span(".cited")[parts.para(link, para)]],
    ]
