"""A field stands once in its record.

Most YAML readers keep the last of two without a word, so that the editor sees one value and the
reader another.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI006", "duplicate-key", __doc__)
