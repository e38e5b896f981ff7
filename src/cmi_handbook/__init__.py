"""A doctrine handbook made from structured YAML: parse, check, link, view, render.

The folders of this package bear the names of the steps, in that order, and
imports run one way.  `cmi_handbook.pipeline` shows all five on one screen.
"""

__version__ = "1.0.0"
