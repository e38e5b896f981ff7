"""The printed handbook: views become PDFs through Typst."""

from cmi_handbook.render.pdf.driver import render_pdfs
from cmi_handbook.render.pdf.fault import RenderFault

__all__ = ["RenderFault", "render_pdfs"]
