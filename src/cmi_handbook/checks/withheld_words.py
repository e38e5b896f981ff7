"""No text of a record holds words that a `withheld` block keeps out of every output.

A name that is withheld in its place and typed into a note goes out after all.
"""

import re
import unicodedata

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.text import Withheld
from cmi_handbook.model.whole_words import words_of

TELLING = re.compile(r"[A-Z]\w{3,}|\d{3,}")
"""Names and numbers: what of withheld words tells somebody something."""


def check(draft: Draft) -> Faults:
    """Yield each text that holds a name or a number of a withheld block; words that stand in other blocks are none."""
    if draft.source_text is None:
        return
    withheld = {id(entry): entry.record.words for entry in draft.blocks if isinstance(entry.record, Withheld)}
    told = {plain(word) for words in withheld.values() for word in TELLING.findall(words)}
    if not told:
        return
    rest = draft.source_text
    for words in withheld.values():
        for part in re.split(r"\s*[;,]\s*", words):
            rest = rest.replace(part, " ")
    told -= set(words_of(plain(rest)))
    for spot in draft.spots:
        if not isinstance(spot.found.value, str) or (id(spot.entry) in withheld and spot.found.path == ("words",)):
            continue
        said = words_of(plain(spot.found.value))
        if found := [word for word in told if any(word in each if word.isalpha() else word == each for each in said)]:
            yield RULE.fault(spot.at, f"`{min(found)}` is withheld, and stands in a text that goes out",
                             "say it without the name or the number")


def plain(text: str) -> str:
    """Return a text in small letters without accents and hyphens, so that another spelling of a name is the name."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("-", ""))
    return "".join(char for char in letters if not unicodedata.combining(char))


RULE = Rule("CMI211", "withheld-words", __doc__, check)
