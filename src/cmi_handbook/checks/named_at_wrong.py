"""`named_at` of a body or an actor lists the paragraphs that its forms stand in, in the order of the policy;
where the forms of several overlap, the longest counts.

The list is the editor's claim, and this rule is its proof: none is missing, none is too many.
"""

from collections.abc import Iterator

from cmi_handbook.checks.corpus import Corpus
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.party import Body


def check(draft: Draft) -> Faults:
    """Yield each party whose list is not what its forms give."""
    for entry, given in named_at(draft):
        listed = [para for para in entry.record.named_at if para in draft.paragraphs]
        if listed != given:
            yield RULE.fault(entry.at("named_at"), _message(listed, given),
                             f"write `named_at: [{', '.join(given)}]`, or mend the forms; `check --fix` writes it")


def named_at(draft: Draft) -> Iterator[tuple[Entry[Body], list[str]]]:
    """Yield each party with the paragraphs that its forms stand in, where text and parties could all be read."""
    if not draft.whole("blocks", "bodies", "actors"):
        return
    parties = (*draft.bodies, *draft.actors)
    owners: dict[str, str] = {}
    for entry in parties:
        for form in entry.record.forms:
            owners.setdefault(form, entry.record.id)
    found = Corpus(draft).named_at(owners)
    for entry in parties:
        yield entry, list(found.get(entry.record.id, ()))


def _message(listed: list[str], given: list[str]) -> str:
    missing = [f"`{para}`" for para in given if para not in listed]
    extra = [f"`{para}`" for para in listed if para not in given]
    if missing:
        return f"`named_at` lacks {', '.join(missing)}"
    return f"no form stands in {', '.join(extra)}" if extra else "`named_at` is not in the policy's order"


RULE = Rule("CMI506", "named-at-wrong", __doc__, check)
