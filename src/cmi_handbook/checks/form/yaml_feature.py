"""Data files use plain YAML only: records, lists and words.

Tags, keys that are not words and a second document in one file mean different things to different
readers of YAML, and the handbook needs none of them.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI003", "yaml-feature", __doc__)
