"""The subject of a statement, the party that it means and those on whom the statement falls agree.

A subject that means a body is of the kind `body`, and an actor `actor`; its words, or the antecedent, name that
party. What a duty, a role, a commitment or a permission falls on is the subject's party. Any other bearer is
named in the paragraph or in a lead-in of it, or the judgement says why it bears.
"""

from cmi_handbook.checks.force_without_bearer import BORNE
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.numbering import lead_ins
from cmi_handbook.model.statement import Statement
from cmi_handbook.model.whole_words import holds

KINDS = {"bodies": "body", "actors": "actor"}
"""The list that a party stands in to the kind of a subject that means it."""


def check(draft: Draft) -> Faults:
    """Yield each subject and each bearer that does not agree with the others."""
    if not draft.whole("bodies", "actors", "terms"):
        return
    kinds: dict[str, str] = {}
    for kind, id_, _ in draft.identified():
        kinds.setdefault(id_, KINDS.get(kind, ""))
    forms = {entry.record.id: entry.record.forms for entry in (*draft.bodies, *draft.actors)}
    for entry in draft.statements:
        statement = entry.record
        texts = [draft.prose[para].text for para in (statement.para, *lead_ins(draft.numbering, statement.para))
                 if para in draft.prose]
        if holds(" ".join(texts), [statement.subject.text]) and statement.subject.ref in (None, *kinds):
            yield from _subject(entry, kinds.get(statement.subject.ref or "", ""), forms)
        yield from _bearers(entry, forms, texts)


def _subject(entry: Entry[Statement], kind: str, forms: dict[str, tuple[str, ...]]) -> Faults:
    statement, subject = entry.record, entry.record.subject
    if kind not in ("", subject.kind) or (subject.ref and not kind and subject.kind in KINDS.values()):
        yield RULE.fault(entry.at("subject", "kind"), f"a subject of kind `{subject.kind}` that means `{subject.ref}`",
                         f"write `kind: {kind}`, or name what it means" if kind else "name the party that it means")
    elif kind and not _named(forms[str(subject.ref)], subject.text, subject.antecedent or ""):
        yield RULE.fault(entry.at("subject", "ref"), f"`{subject.text}` does not name `{subject.ref}`",
                         "name the party that the words mean, or say in `antecedent` what they stand for")
    elif kind and statement.force in BORNE and forms.keys() >= {*statement.bearers} and statement.bearers and \
            subject.ref not in statement.bearers:
        yield RULE.fault(entry.at("bearers"), f"a {statement.force} of `{subject.ref}` that falls on others",
                         f"write `bearers: [{subject.ref}]`, or name the subject that the words have")


def _bearers(entry: Entry[Statement], forms: dict[str, tuple[str, ...]], texts: list[str]) -> Faults:
    statement = entry.record
    if statement.judgement is not None and statement.judgement.reason:
        return
    for place, bearer in enumerate(statement.bearers):
        if bearer in forms and bearer != statement.subject.ref and not _named(forms[bearer], *texts):
            yield RULE.fault(entry.at("bearers", place), f"`{bearer}` is not named in `{statement.para}`",
                             "name who bears it in the text, or give the judgement's reason")


def _named(forms: tuple[str, ...], *texts: str) -> bool:
    """Tell whether one of the forms stands in one of the texts, without case; a party without forms is never missed."""
    return not forms or any(holds(text.casefold(), [form.casefold() for form in forms]) for text in texts)


RULE = Rule("CMI410", "bearer-against-subject", __doc__, check)
