"""The handbook's own words for what the data names by key.  All are the editor's."""

FORCES = {
    "duty": ("Duty", "somebody named is told to do it"),
    "requirement": ("Requirement", "it has to be so, and nobody named is told to bring it about"),
    "guidance": ("Guidance", "it is recommended"),
    "role": ("Role", "what somebody is for, or does by the nature of the post"),
    "commitment": ("Commitment", "the owner of the publication, or one of its bodies, says that it will"),
    "permission": ("Permission", "somebody may do it"),
    "ability": ("Ability", "somebody or something can do it"),
    "expectation": ("Expectation", "it is expected, often of nobody named"),
    "effect": ("Effect", "what an act brings about"),
    "description": ("Description", "how something is; it asks nothing of anybody"),
    "scope": ("Scope", "what the text applies to"),
    "exclusion": ("Exclusion", "what the text leaves out"),
    "definition": ("Definition", "what a term means in the text"),
    "decision": ("Decision", "what was decided about the publication"),
}
"""Force to its name and what it means, in the order in which pages list them."""

MODALITY_MEANS = {
    "must": "the text says must, shall, has to, need to, is to or are to",
    "requires": "the text says require",
    "assigned": "an item of a list that assigns tasks; it has no modal verb",
    "will": "the text says will",
    "should": "the text says should",
    "may": "the text says may",
    "can": "the text says can or could",
    "excludes": "the text says that it leaves something out",
    "states": "no modal verb",
}
"""Modality to what the text says, strongest first."""

OPENING_FORCES = ("duty", "requirement", "guidance", "role", "commitment")
"""The forces that the register opens on."""

RELATIONS = {
    "interacts": "interacts with",
    "coordinates": "coordinates with",
    "consults": "consults with",
    "supports": "supports",
    "informs": "informs",
    "reports": "reports to",
    "advises": "advises",
    "tasks": "tasks",
    "proposes": "proposes to",
    "considers": "considers",
}

BASES = {"text": "the text’s own words", "editor": "the editor’s reading"}
MEMBERSHIPS = {"is-one": "is one of", "part-of": "is part of", "under-command": "is under the command of"}
KINDS = {
    "office": "Office", "collective": "Group", "persons": "Persons",
    "capability": "Capability", "function": "Function", "category": "Category",
}
SIDES = {"inside": "inside {owner}", "outside": "outside {owner}", "either": "inside or outside {owner}; not settled"}
"""Side to its words, with the publication's owner to be put in."""

TERM_KINDS = {
    "defined": "Defined in the text",
    "explained": "Explained, not defined",
    "used": "Used without a definition",
    "abbreviation": "Abbreviation",
    "not-in-text": "Not in the text",
}
SEVERITIES = {"major": "Major", "minor": "Minor", "trivial": "Trivial"}
NOTE_KINDS = {
    "struck": "Struck-out text", "reference": "Reference", "repetition": "Repetition",
    "dangling": "Points at nothing", "meaning": "Doubtful meaning", "overlap": "Overlapping duties",
    "addressee": "Missing addressee", "marking": "Marking", "undefined": "Not defined",
    "unexpanded": "Abbreviation", "spelling": "Spelling", "punctuation": "Punctuation",
    "date": "Date", "numbering": "Numbering",
}
STATUSES = {"proposed": "Proposed reading", "agreed": "Agreed reading", "contested": "Contested reading"}
CURRENCIES = {
    "in-force": "in force",
    "superseded": "superseded",
    "unknown": "unknown; nobody has checked whether it is still in force",
}
AUTHORITIES = {"mandate": "On the authority of", "limit": "Within", "basis": "Based on", "source": "Written in"}
"""Kind of authority to its label."""

UNGOVERNED = {
    "assigned": "assigned", "states": "no modal verb", "excludes": "excludes",
}
"""What stands in place of the governing words where the text has none, by modality."""

NOT_NAMED = "No statement names it as a counterpart."
NO_BEARER = "nobody named"

def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 statement`, `3 statements`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
