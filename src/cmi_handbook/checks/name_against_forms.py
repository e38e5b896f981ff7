"""A term, a body or an actor is called what the text calls it: its name is one of its forms, or holds one, or is
made of the words of a form or of a paragraph that names it; its abbreviation stands in a form. Of what has no
form in the text nothing is asked.

A name is what pages put in the place of the policy's words.
"""

from collections.abc import Iterable
from typing import Any

from cmi_handbook.checks.corpus import Corpus
from cmi_handbook.checks.restated_words import bare
from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.party import Body


def check(draft: Draft) -> Faults:
    """Yield each name that is none of the text's; forms of what is `not-in-text` are CMI505's."""
    if not draft.whole("blocks"):
        return
    named: tuple[Entry[Any], ...] = (*draft.terms, *draft.bodies, *draft.actors)
    corpus = Corpus(draft)
    for entry in named:
        record = entry.record
        forms = [form for form in record.forms if corpus.holds(form) and record.kind != "not-in-text"]
        places = record.named_at if isinstance(record, Body) else ()
        texts = [draft.prose[para].text for para in places if para in draft.prose] or forms
        for field in ("name" if isinstance(record, Body) else "term", "abbreviation"):
            name = getattr(record, field)
            if name and forms and not _called(name, forms, texts, short=field == "abbreviation"):
                yield RULE.fault(entry.at(field), f"`{name}` is not what the text says",
                                 f"write one of its forms, such as `{forms[0]}`")


def _called(name: str, forms: Iterable[str], texts: Iterable[str], *, short: bool) -> bool:
    words, known = bare(name).casefold(), [bare(form).casefold() for form in forms]
    if short or any(form in words for form in known):
        return not short or any(words in form for form in known)
    parts = words.split()
    return len(parts) == len(set(parts)) and any({*parts} & {*form.split()} for form in known) and any(
        {*parts} <= {*bare(text).casefold().split()} for text in texts)


RULE = Rule("CMI507", "name-against-forms", __doc__, check)
