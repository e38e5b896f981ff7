"""The site's pages, one module a kind; each page function reads top to bottom like its page."""

from cmi_handbook.render.site.site import render_site

__all__ = ["render_site"]
