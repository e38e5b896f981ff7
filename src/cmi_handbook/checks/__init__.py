"""The rules an edition is held to: one module each, all faults reported at once."""

from importlib import import_module
from pkgutil import iter_modules

from cmi_handbook.checks import form
from cmi_handbook.checks.publication_held_back import against
from cmi_handbook.checks.rule import Rule
from cmi_handbook.checks.unusual_character import RULE as UNUSUAL
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft

__all__ = ["RULES", "Rule", "against", "rule", "run_checks"]

_NAMES = (found.name for found in iter_modules(__path__, f"{__name__}.") if not found.ispkg)
_FOUND = (module.RULE for module in map(import_module, _NAMES) if hasattr(module, "RULE"))
RULES: tuple[Rule, ...] = tuple(sorted((*form.RULES, *_FOUND), key=lambda rule_: rule_.code))
"""All rules in the order of their codes; codes are permanent."""


def run_checks(draft: Draft, *, signed: bool = True) -> list[Diagnostic]:
    """Return every fault that the rules find in a draft, in their order; changed readings only where `signed` asks."""
    return _said(draft, last=False) or (_said(draft, last=True) if signed else [])


def _said(draft: Draft, *, last: bool) -> list[Diagnostic]:
    found = [fault for rule_ in RULES if rule_.check is not None and rule_.last is last for fault in rule_.check(draft)]
    # Where a character is wrong, whatever else is said of the line follows from it.
    odd = {(fault.at.file, fault.at.line) for fault in found if fault.code == UNUSUAL.code}
    return [fault for fault in found if fault.code == UNUSUAL.code or (fault.at.file, fault.at.line) not in odd]


def rule(code: str) -> Rule | None:
    """Return the rule of a code."""
    return next((rule_ for rule_ in RULES if rule_.code == code), None)
