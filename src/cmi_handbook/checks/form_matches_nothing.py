"""Every form of a term, a body or an actor stands in the text: whole words, in this very spelling and case.

A form that matches nothing is a slip, and the places that it was meant for are not linked.
"""

from cmi_handbook.checks.corpus import Corpus
from cmi_handbook.checks.nearest import nearest_wording
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.party import Body
from cmi_handbook.model.term import Term


def check(draft: Draft) -> Faults:
    """Yield each form that stands nowhere; terms without any form in the text are CMI501's."""
    if not draft.whole("blocks"):
        return
    corpus = Corpus(draft)
    named: tuple[Entry[Term | Body], ...] = (*draft.terms, *draft.bodies, *draft.actors)
    for entry in named:
        lost = [place for place, form in enumerate(entry.record.forms) if not corpus.holds(form)]
        if isinstance(entry.record, Term) and len(lost) == len(entry.record.forms):
            continue
        for place in lost:
            form = entry.record.forms[place]
            near = nearest_wording(form, corpus.text)
            yield RULE.fault(entry.at("forms", place), f"form `{form}` stands nowhere in the text",
                             f"the text has `{near}`" if near else "remove the form")


RULE = Rule("CMI502", "form-matches-nothing", __doc__, check)
