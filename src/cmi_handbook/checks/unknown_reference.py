"""A reference that the text cites by its letter stands in the table of references.

The reader who follows the letter finds the document, or learns from a source note why there is none.
"""

from cmi_handbook.checks.citations import cited
from cmi_handbook.checks.corpus import narrow
from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield each citation of a letter that the table has not, once a paragraph."""
    if not draft.whole("references"):
        return
    known = {entry.record.letter for entry in draft.references}
    for citation in dict.fromkeys(cited(draft)):
        if citation.letter not in known:
            at = draft.paragraphs[citation.para].at(
                "sentences", _sentence(draft, citation.para, citation.words), "text")
            yield RULE.fault(narrow(at, citation.words),
                             f"`{citation.words}` cites `{citation.letter}`, which the table of references has not",
                             "add the reference as the source's table prints it")


def _sentence(draft: Draft, para: str, words: str) -> int:
    sentences = draft.paragraphs[para].record.sentences
    return next((place for place, sentence in enumerate(sentences) if words in sentence.text), 0)


RULE = Rule("CMI601", "unknown-reference", __doc__, check)
