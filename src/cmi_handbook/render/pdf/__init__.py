"""The printed handbook: views become PDFs through Typst."""

from cmi_handbook.render.pdf.driver import render_pdfs
from cmi_handbook.render.pdf.fault import RenderFault
from cmi_handbook.render.pdf.worker import Numbers

__all__ = ["Numbers", "RenderFault", "render_pdfs"]
