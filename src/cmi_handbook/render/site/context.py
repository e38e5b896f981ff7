"""What every page function is given, and how a page is made of what it returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.html import Node
from cmi_handbook.render.page import Page, document
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views.address import Address
from cmi_handbook.views.edition import prevails


@dataclass(frozen=True)
class Context:
    """A handbook with the homes of its ids."""

    handbook: Handbook
    homes: Mapping[str, Address]
    build: tuple[tuple[str, str], ...] = ()
    downloads: frozenset[str] = frozenset()

    @property
    def root(self) -> str:
        """The edition's folder on the site."""
        return self.handbook.publication.id

    def linker(self, page: str) -> Linker:
        """Return the linker of a page below the edition's folder."""
        return Linker(self.homes, f"{self.root}/{page}")

    def page(self, page: str, title: str, *parts: Node, nav: tuple[str, ...] = (),
             markings: Iterable[str] = (), description: str = "") -> Page:
        """Return a page; its banner shows the highest of the markings on it."""
        publication = self.handbook.publication
        lowest = publication.markings[0]
        return Page(
            uri=f"{self.root}/{page}.md",
            title=title,
            body=document(*parts),
            marking=self.handbook.higher(lowest, *markings),
            prevails=prevails(self.handbook),
            citation=publication.citation,
            description=description,
            nav=nav,
        )
