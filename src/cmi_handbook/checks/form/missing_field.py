"""A record has all the fields that its kind cannot do without.

Optional fields may be left out; these may not.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI009", "missing-field", __doc__)
