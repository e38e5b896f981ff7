"""The register's front page: the filtered table is a script's work, the tables by section need none."""

from collections.abc import Iterator

from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.statements import NAV
from cmi_handbook.views import wording


def pages(context: Context) -> Iterator[Page]:
    """Yield the front page of the register."""
    yield index(context)


def index(context: Context) -> Page:
    """Return the register, with room for the filters."""
    link = context.linker("statements/index")
    opening = ", ".join(wording.FORCES[force][0].lower() for force in wording.OPENING_FORCES)
    return context.page(
        "statements/index", "Register of statements",
        heading(1, "Register of statements"),
        h.p(".lead")["Who must, should or may do what. Paragraph numbers and quotes are those of the text; "
                   "force, short wording and whom it falls on are the editor’s reading."],
        h.div("#register", data_edition=context.root)[
            h.noscript[h.p[f"The filters need scripts. They open on {opening}; "
                       "the tables below hold every statement and need none."]],
        ],
        heading(2, "Every statement, by section"),
        h.ul[(h.li[h.a(href=link.page(f"statements/{page.page}"))[page.title], ": ",
               wording.count(len(page.statements), "statement")] for page in context.views.statement_pages)],
        parts.download(link, context.downloads, "chapters/statements.pdf", "All statements for printing (PDF)"),
        nav=(NAV, "Register"),
        description="All statements drawn from the text, to be filtered",
    )
