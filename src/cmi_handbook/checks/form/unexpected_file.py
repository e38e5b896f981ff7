"""An edition is made of the files it is meant to be made of, no more and no fewer.

A file under a wrong name would never be read, and nobody would miss it.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI010", "unexpected-file", __doc__)
