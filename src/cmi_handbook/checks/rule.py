"""What a rule is: a permanent code, a name, and a function from a draft to faults."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cmi_handbook.diagnostics import Diagnostic, Location
from cmi_handbook.model.draft import Draft, Entry

__all__ = ["Check", "Diagnostic", "Draft", "Entry", "Faults", "Location", "Rule"]

Faults = Iterator[Diagnostic]
Check = Callable[[Draft], Faults]


@dataclass(frozen=True)
class Rule:
    """One rule.  `about` is its module's docstring: what it wants, and why.

    Rules of form have no `check` of their own: the parser finds what they speak of.
    A rule that is `last` is asked only of what all others find sound.
    """

    code: str
    name: str
    about: str
    check: Check | None = None
    last: bool = False

    def fault(self, at: Location, message: str, help: str, note: str | None = None) -> Diagnostic:
        """Return a diagnostic that bears this rule's code."""
        return Diagnostic(at, self.code, message, help, note)
