"""The subject of a statement and the qualifiers of its relations are words of the text: the subject stands
in a quote or in the paragraph, a qualifier in a quote.

What a pronoun stands for belongs into `antecedent`, beside the words and not in their place.
"""

from cmi_handbook.checks.nearest import nearest_wording
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.whole_words import stands


def check(draft: Draft) -> Faults:
    """Yield each subject and each qualifier that is not the text's own."""
    for entry in draft.statements:
        statement = entry.record
        quotes = [quote.text for quote in statement.quotes]
        home = draft.prose.get(statement.para)
        if home is None:
            continue
        if not _stands(statement.subject.text, [*quotes, home.text]):
            yield RULE.fault(entry.at("subject", "text"), f"subject `{statement.subject.text}` stands in no quote",
                             _way_out(statement.subject.text, [*quotes, home.text]))
        for place, relation in enumerate(statement.relations):
            if relation.qualifier is not None and not _stands(relation.qualifier, quotes):
                yield RULE.fault(entry.at("relations", place, "qualifier"),
                                 f"qualifier `{relation.qualifier}` stands in no quote",
                                 _way_out(relation.qualifier, quotes))


def _stands(words: str, texts: list[str]) -> bool:
    return any(stands(words, text) for text in texts)


def _way_out(words: str, texts: list[str]) -> str:
    near = nearest_wording(words, " ".join(texts))
    return f"the text has `{near}`" if near else "copy the words from the quote"


RULE = Rule("CMI409", "subject-not-quoted", __doc__, check)
