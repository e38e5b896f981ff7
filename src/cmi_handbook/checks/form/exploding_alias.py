"""Aliases do not make a file many times larger than it is written, and none holds itself.

A few lines of aliases can expand to billions of values. Small aliases are welcome.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI005", "exploding-alias", __doc__)
