"""Every data file can be opened, and its bytes are UTF-8.

A file in another encoding shows wrong letters in some programs and right ones in others, and nobody
notices until the words of the policy are wrong in print.
"""

from cmi_handbook.checks.rule import Rule

RULE = Rule("CMI001", "unreadable-file", __doc__)
