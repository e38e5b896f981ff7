"""No file holds more than 200000 values, counted with all that its aliases repeat, and none holds itself.

A few lines of aliases can expand to billions of values. Small aliases are welcome.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI005", "exploding-alias", __doc__)
