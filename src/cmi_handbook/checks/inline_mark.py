"""Marks inside a sentence are `~~words~~` for words struck out, `{call fn.1}` where a footnote is called and
`{foot fn.1}` where the source breaks the sentence to print it; and every footnote is called.

A mark with a slip in it would be printed as if it were the policy's words.
"""

from cmi_handbook.checks.corpus import narrow
from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.prose import MARK
from cmi_handbook.model.text import Footnote, Paragraph
from cmi_handbook.model.walk import FieldPath


def check(draft: Draft) -> Faults:
    """Yield each sentence with a malformed mark, and each footnote that is never called."""
    said = []
    for entry in draft.paragraphs.values():
        for place, sentence in enumerate(entry.record.sentences):
            said.append(sentence.text)
            if rest := _leftover(sentence.text):
                yield RULE.fault(narrow(entry.at("sentences", place, "text"), rest), f"`{rest}` is no mark",
                                 "write `~~words~~`, `{call fn.1}` or `{foot fn.1}`")
    if not draft.whole("blocks"):
        return
    called = "".join(text for text in said if "{" in text and (_leftover(text) or "{call" in text))
    for block in draft.blocks:
        if isinstance(block.record, Footnote) and block.record.id not in called:
            yield RULE.fault(block.at("id"), f"footnote `{block.record.id}` is never called",
                             f"put `{{call {block.record.id}}}` where the source prints its number")


def malformed(record: object, path: FieldPath) -> bool:
    """Tell whether a field is a sentence with a malformed mark in it."""
    if not isinstance(record, Paragraph) or path[0] != "sentences":
        return False
    return _leftover(record.sentences[int(path[1])].text) is not None


def _leftover(text: str) -> str | None:
    """Return the first sign of a mark that no mark accounts for, with what follows it."""
    if "{" not in text and "}" not in text and "~~" not in text:
        return None
    rest = MARK.sub("", text)
    starts = [start for sign in ("{", "}", "~~") if (start := rest.find(sign)) >= 0]
    return rest[min(starts) :].split(" ")[0] if starts else None


RULE = Rule("CMI206", "inline-mark", __doc__, check)
