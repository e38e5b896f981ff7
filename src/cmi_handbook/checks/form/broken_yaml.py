"""Every data file is well-formed YAML.

A file that cannot be read to its end hides all its records; the other rules then say nothing of
what may only seem to be missing.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI002", "broken-yaml", __doc__)
