"""Every field holds the kind of value it is made for: text, a list, a day, or one of a few words.

What follows reads the values without asking again.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI008", "wrong-type", __doc__)
