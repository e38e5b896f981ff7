"""What every page function is given, and how a page is made of what it returns."""

from dataclasses import dataclass

from cmi_handbook.model.portion import phrase, rank_of
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, document
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views.edition import Facts
from cmi_handbook.views.views import Views


@dataclass(frozen=True)
class Context:
    """The views of an edition, what the build says of itself, and the files that were made and may be linked to."""

    views: Views
    build: Facts = ()
    downloads: frozenset[str] = frozenset()

    @property
    def root(self) -> str:
        """The edition's folder on the site."""
        return self.views.root

    def linker(self, page: str) -> Linker:
        """Return the linker of a page below the edition's folder."""
        return self.linker_at(f"{self.root}/{page}")

    def linker_at(self, place: str) -> Linker:
        """Return the linker of a page at a place below the site's root."""
        called = self.views.publication.vocabulary.publication
        return Linker(self.views.homes, self.root, place, called)

    def page(self, page: str, title: str, *parts: h.Content, nav: tuple[str, ...] = (), description: str = "") -> Page:
        """Return a page of the edition; its banner shows the highest of the markings of the words on it."""
        return self.page_at(f"{self.root}/{page}", title, *parts, nav=nav, description=description)

    def page_at(self, place: str, title: str, *parts: h.Content, nav: tuple[str, ...] = (),
                description: str = "") -> Page:
        """Return a page at a place below the site's root; one outside the edition's folder has no neighbours in it."""
        publication, imprint = self.views.publication, self.views.imprint
        inside = place.startswith(f"{self.root}/")
        named = phrase("{} - {}", title, publication.short_title) if inside else title
        body = document(*parts)
        rank = rank_of((named, body, description, imprint.prevails, publication.citation))
        return Page(
            uri=f"{place}.md",
            title=named,
            body=body,
            marking=publication.markings[rank],
            prevails=imprint.prevails,
            citation=publication.citation,
            description=description,
            nav=nav,
            edition=self.root if inside else "",
            rank=rank,
            title_rank=rank_of(nav),
        )
