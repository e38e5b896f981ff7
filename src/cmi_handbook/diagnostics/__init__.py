"""Faults as values: what is wrong, where, and the way out."""

from cmi_handbook.diagnostics.diagnostic import Diagnostic, Location
from cmi_handbook.diagnostics.render import FORMATS, render

__all__ = ["FORMATS", "Diagnostic", "Location", "render"]
