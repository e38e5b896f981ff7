"""An alias is a word that readers type and that the text never uses.

One that stands in the text is a form: it has places to show, and links to carry.
"""

from cmi_handbook.checks.corpus import Corpus
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.whole_words import places


def check(draft: Draft) -> Faults:
    """Yield each alias that stands in the text."""
    corpus = Corpus(draft)
    for entry in draft.terms:
        for place, alias in enumerate(entry.record.aliases):
            if corpus.holds(alias):
                para = corpus.para(next(places(alias, corpus.text)))
                yield RULE.fault(entry.at("aliases", place), f"alias `{alias}` stands in paragraph `{para}`",
                                 "move it to the `forms` of the term that it means")


RULE = Rule("CMI504", "alias-in-text", __doc__, check)
