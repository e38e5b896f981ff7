"""Write what is said of each faulty example anew: `python -m cmi_handbook.checks.examples`, then read the diff."""

from cmi_handbook.checks import RULES
from cmi_handbook.checks.examples import EXPECTED, example, said

for rule in RULES:
    bad = example(rule.code, "bad")
    (bad.folder / EXPECTED).write_text(said(bad), encoding="utf-8")
