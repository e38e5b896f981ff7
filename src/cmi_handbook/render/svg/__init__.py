"""Pictures as text: small functions that lay out a finished view and write it as SVG.

A picture needs no style sheet and no colour: it inherits the colour of the
text around it, so that it serves light and dark screens, paper and print.
"""

from cmi_handbook.render.svg.coverage_strip import coverage_strip
from cmi_handbook.render.svg.relation_map import relation_map

__all__ = ["coverage_strip", "relation_map"]
