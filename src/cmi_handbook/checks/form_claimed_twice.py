"""A form belongs to one term only, and to one body or actor only.

A word in the text links to one entry of the glossary; if two claimed it, the order of a file would decide.
"""

from collections.abc import Iterable
from typing import Any

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each form that another record, or the same, has claimed before."""
    yield from _claims(draft.terms)
    yield from _claims((*draft.bodies, *draft.actors))


def _claims(entries: Iterable[Entry[Any]]) -> Faults:
    owners: dict[str, str] = {}
    for entry in entries:
        for place, form in enumerate(entry.record.forms):
            owner = owners.setdefault(form, entry.record.id)
            if owner != entry.record.id or form in entry.record.forms[:place]:
                yield RULE.fault(entry.at("forms", place), f"form `{form}` belongs to `{owner}` already",
                                 "leave it to one of the two, or write a longer form")


RULE = Rule("CMI503", "form-claimed-twice", __doc__, check)
