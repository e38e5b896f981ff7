"""A term is `defined` when it has a definition in the text, and only then. A term that is `not-in-text` has
aliases and leads elsewhere by `see`; it has no forms.

The kind tells the reader what to expect: words of the policy, or the honest word that there are none.
"""

from collections.abc import Iterator

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.term import Term


def check(draft: Draft) -> Faults:
    """Yield each term whose kind says one thing and its fields another."""
    for entry in draft.terms:
        for field, message, way_out in _faults(entry.record):
            yield RULE.fault(entry.at(field), message, way_out)


def _faults(term: Term) -> Iterator[tuple[str, str, str]]:
    """Yield the field, what is wrong and the way out."""
    if term.kind == "defined" and term.definition is None:
        yield "kind", "`defined` without a definition", "add the `definition`, or write `explained` or `used`"
    if term.kind != "defined" and term.definition is not None:
        yield "kind", f"`{term.kind}` with a definition", "write `kind: defined`"
    if term.kind == "explained" and not term.explanations:
        yield "kind", "`explained` without an explanation", "add `explanations`, or write `used`"
    if term.kind != "not-in-text":
        return
    if term.forms:
        yield "forms", "`not-in-text` with forms", "move them to `aliases`"
    for field in ("aliases", "see"):
        if not getattr(term, field):
            yield "kind", f"`not-in-text` without `{field}`", f"add `{field}:`, so that readers are led on"


RULE = Rule("CMI505", "definition-against-kind", __doc__, check)
