"""What this edition is, under which release it stands, and whom to tell about an error."""

from collections.abc import Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.views.edition import Facts


def pages(context: Context) -> Iterator[Page]:
    """Yield the page about the edition."""
    yield about(context)


def about(context: Context) -> Page:
    """Return what this edition is, under which release it stands, and whom to tell about an error."""
    views = context.views
    view, publication = views.edition, views.publication
    return context.page(
        "about", "About this edition",
        heading(1, "About this edition"),
        h.p(".lead")[phrase("A rendering of the {}, made from the supplied text. The words of the {} are its owner’s; "
                          "the readings are the editor’s. The signed {} prevails.", publication.vocabulary.publication,
                          publication.vocabulary.publication, publication.short_title)],
        parts.editor(views.imprint.held_back) if views.imprint.held_back else None,
        heading(2, "The publication"),
        _facts(view.publication),
        heading(2, "Release") if view.release else None,
        _facts(view.release) if view.release else None,
        heading(2, "This build"),
        _facts(context.build),
        heading(2, "An error?"),
        parts.editor(publication.contact.name, ". ", publication.contact.how),
        nav=("About", "This edition"),
        description="Edition, release, build and contact",
    )


def _facts(rows: Facts) -> h.Content:
    return h.dl(".card__facts")[(h.fragment[h.dt[label], h.dd[value]] for label, value in rows if value)]
