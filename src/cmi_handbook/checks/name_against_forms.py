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
        called = {"name" if isinstance(record, Body) else "term": _is_name, "abbreviation": _is_short}
        for field, is_called in called.items():
            name = getattr(record, field)
            if name and forms and not is_called(_bare(name), [*map(_bare, forms)], map(_bare, texts)):
                yield RULE.fault(entry.at(field), f"`{name}` is not what the text says",
                                 f"write one of its forms, such as `{forms[0]}`")


def _bare(words: str) -> str:
    return bare(words).casefold()


def _is_name(name: str, forms: list[str], texts: Iterable[str]) -> bool:
    """Tell whether a name holds a form, or shares a word with one and has all its words from one of the texts."""
    words = set(name.split())
    return any(form in name for form in forms) or (
        len(words) == len(name.split()) and any(words & set(form.split()) for form in forms)
        and any(words <= set(text.split()) for text in texts))


def _is_short(name: str, forms: list[str], texts: Iterable[str]) -> bool:
    """Tell whether an abbreviation stands in a form."""
    return any(name in form for form in forms)


RULE = Rule("CMI507", "name-against-forms", __doc__, check)
