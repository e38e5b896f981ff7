"""Every field is one that its kind of record has.

A misspelt field would otherwise be left out in silence; the page for editors lists the fields.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI007", "unknown-field", __doc__)
