"""A statement's trigger stands inside one of its own quotes.

The trigger is shown as the word that governs the clause; a word from elsewhere would govern nothing in it.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.whole_words import stands


def check(draft: Draft) -> Faults:
    """Yield each trigger that stands in its paragraph, but in no quote of the statement."""
    for entry in draft.statements:
        trigger = entry.record.trigger
        if trigger is None or trigger.para not in draft.prose:
            continue
        quotes = [quote.text for quote in entry.record.quotes if quote.para == trigger.para]
        if _stands(trigger.text, [draft.prose[trigger.para].text]) and not _stands(trigger.text, quotes):
            yield RULE.fault(entry.at("trigger", "text"), f"trigger `{trigger.text}` stands in no quote",
                             f"add a quote from `{trigger.para}` that holds it, or name another trigger")


def _stands(words: str, texts: list[str]) -> bool:
    return any(stands(words, text) for text in texts)


RULE = Rule("CMI402", "trigger-not-in-quotes", __doc__, check)
