"""Nothing is nested deeper than 50 levels.

No record needs more than eight; a deeper file is damaged or hostile, and some YAML readers die of
it.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI004", "deep-nesting", __doc__)
