"""The reader's own page: an aide-memoire that stays in the browser."""

from collections.abc import Iterator

from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site.context import Context


def pages(context: Context) -> Iterator[Page]:
    """Yield the aide-memoire."""
    yield aide_memoire(context)


def aide_memoire(context: Context) -> Page:
    """Return the page on which a script shows what the reader has picked."""
    return context.page(
        "aide-memoire", "Aide-memoire",
        heading(1, "Aide-memoire", "top-of-page"),
        h.p(".lead")["Your own extract: paragraphs, statements and definitions picked with “Add to aide-memoire”. "
                   "It is kept in this browser only; save it to a file to keep it or to pass it on."],
        h.div("#aide", data_edition=context.root)[
            h.noscript[h.p["The aide-memoire needs scripts. Without them, print the pages you need: "
                       "marking, citation and address are on every sheet."]],
        ],
        nav=("Aide-memoire",),
        description="Paragraphs and statements picked by the reader",
    )
