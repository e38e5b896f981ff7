"""No data file is empty.

An empty file is nearly always one that was not saved. An optional file with nothing to say can be
removed.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI011", "empty-file", __doc__)
