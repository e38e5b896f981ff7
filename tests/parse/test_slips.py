"""Common slips of the keyboard are named as what they are, once, and where they began."""

from __future__ import annotations

import pytest

from cmi_handbook.parse.files import source_file
from cmi_handbook.parse.tree import read_tree

RECORD = """\
seats:
  - id: watch
    title: The watch
    summary: Whoever is awake.
    themes: [sea]
  - id: night
"""
QUOTE, DASH, BRACKET = "a quote that is not closed", "a record without its dash", "a bracket that is not closed"
SPACE = "U+00A0 no-break space where only a plain space can stand"
CURLY = "curly quotes around a value"
INDENT = "a line whose indentation fits no line above"
BEHIND = "words behind the closing quote"
MERGE = "of a merge that was not settled"
BREAK = "U+2028 line separator in a data file"
DEEPER = "a line indented deeper than the field above"
COMMENT = "a comment behind a value"
GLUED = "no space behind the colon"
COLON = "a colon in a value without quotes"
SPECIAL = "a value that starts with a special sign"
EMPTY = "a text without a word"

SLIPS = {
    "a double quote, closed by the next": ("title: The watch\n    summary: Who", 'title: "The watch\n    summary: "Who',
                                           "CMI002", 3, 12, QUOTE),
    "a single quote, closed by an apostrophe": ("title: The watch\n    summary: Whoever is",
                                                "title: 'The watch\n    summary: Who's", "CMI002", 3, 12, QUOTE),
    "a quote that nothing closes": ("title: ", 'title: "', "CMI002", 3, 12, QUOTE),
    "a quote in a list": ("[sea]", '[sea, "land]', "CMI002", 5, 19, QUOTE),
    "an apostrophe in single quotes": ("The watch", "'The watch's end'", "CMI002", 3, 23, BEHIND),
    "a bracket": ("[sea]", "[sea", "CMI002", 5, 13, BRACKET),
    "a brace": ("[sea]", "{sea: land", "CMI002", 5, 13, BRACKET),
    "a tab before a field": ("    title:", "\ttitle:", "CMI002", 3, 1, "a tab in the indentation"),
    "a tab behind spaces": ("    title:", "  \ttitle:", "CMI002", 3, 3, "a tab in the indentation"),
    "a merge": ("    title:", "<<<<<<< HEAD\n    title:", "CMI002", 3, 1, f"`<<<<<<<` {MERGE}"),
    "half of a merge": ("    title:", "=======\n    title:", "CMI002", 3, 1, f"`=======` {MERGE}"),
    "the end of a merge": ("  - id: night", ">>>>>>> theirs\n  - id: night", "CMI002", 6, 1, f"`>>>>>>>` {MERGE}"),
    "the base of a merge": ("    title:", "||||||| 1a2b3c\n    title:", "CMI002", 3, 1, f"`|||||||` {MERGE}"),
    "a no-break space before a field": ("    title:", "\u00a0   title:", "CMI014", 3, 1, SPACE),
    "a no-break space behind spaces": ("    title:", "   \u00a0title:", "CMI014", 3, 4, SPACE),
    "a no-break space behind a dash": ("- id", "-\u00a0id", "CMI014", 2, 4, SPACE),
    "a no-break space behind a colon": ("title: ", "title:\u00a0", "CMI014", 3, 11, SPACE),
    "a no-break space before a colon": ("title:", "title\u00a0:", "CMI014", 3, 10, SPACE),
    "a no-break space behind the space of a colon": ("title: ", "title: \u00a0", "CMI014", 3, 12, SPACE),
    "an invisible sign before a dash": ("  - id: night", "\u200b  - id: night", "CMI014", 6, 1,
                                        "U+200B zero width space where only a plain space can stand"),
    "a line end of another kind": ("The watch", "The\u2028watch", "CMI014", 3, 15, BREAK),
    "a next line": ("The watch", "The\x85watch", "CMI014", 3, 15, "U+0085 next line in a data file"),
    "curly quotes": ("The watch", "“The watch”", "CMI014", 3, 12, CURLY),
    "single curly quotes in a list": ("[sea]", "[sea, ‘land’]", "CMI014", 5, 19, CURLY),
    "curly quotes with a colon": ("The watch", "“The: watch”", "CMI014", 3, 12, CURLY),
    "no dash, and the record's indentation": ("  - id: night", "    id: night", "CMI006", 6, 5,
                                              "key `id` begins a record that has no dash"),
    "no dash, and the dash's indentation": ("  - id: night", "  id: night", "CMI002", 6, 3, DASH),
    "no space behind a dash": ("  - id: night", "  -id: night", "CMI002", 6, 3, DASH),
    "too little indentation": ("    title:", "   title:", "CMI002", 3, 4, INDENT),
    "too much indentation": ("    title:", "      title:", "CMI002", 3, 7, DEEPER),
    "no space behind a colon": ("title: ", "title:", "CMI002", 3, 10, GLUED),
    "no space behind the last colon": ("id: night\n", "id: night\n    title:Night\n", "CMI002", 7, 10, GLUED),
    "no colon": ("title: ", "title ", "CMI002", 3, 5, "a line that is no field"),
    "a colon in a value": ("The watch", "Watch: the one", "CMI002", 3, 17, COLON),
    "a colon at the end of a value": ("The watch", "The watch:", "CMI002", 3, 21, COLON),
    "a missing comma": ("[sea]", "{a: [sea] b: c}", "CMI002", 5, 23, "a comma or a closing brace that is missing"),
    "a dash below a record without one": ("  - id: watch", "    id: watch", "CMI002", 6, 3,
                                          "a record with a dash below one without"),
    "a list behind its name": ("[sea]", "- sea", "CMI002", 5, 13, "a list that begins behind its name"),
    "a value that starts with an at": ("The watch", "@watch", "CMI002", 3, 12, SPECIAL),
    "a value that starts with a percent": ("The watch", "%watch", "CMI002", 3, 12, SPECIAL),
    "a value that starts with a star": ("The watch", "*watch", "CMI005", 3, 12, "alias `*watch` of nothing"),
    "a value that starts with an ampersand": ("The watch", "& watch", "CMI002", 3, 13, SPECIAL),
    "a value that starts with a greater-than": ("The watch", "> watch", "CMI002", 3, 14, SPECIAL),
    "a value that starts with a question mark": ("The watch", "? watch", "CMI002", 3, 12, SPECIAL),
    "a value that starts with an exclamation mark": ("The watch", "!watch", "CMI003", 3, 12, "YAML tag in a data file"),
    "a comment that cuts a value": ("The watch", "The #1 watch", "CMI013", 3, 16, COMMENT),
    "a comment in place of a value": ("The watch", "#1 watch", "CMI013", 3, 12, COMMENT),
    "a comment in a list": ("[sea]", "[sea  # and land\n     ]", "CMI013", 5, 19, COMMENT),
    "a comment that cuts a value of two lines": ("The watch", "The\n      second #1 watch", "CMI013", 4, 14, COMMENT),
    "an empty text": ("The watch", '""', "CMI012", 3, 12, EMPTY),
    "a text of spaces": ("The watch", "'  '", "CMI012", 3, 12, EMPTY),
    "a folded text without a line": ("The watch", ">-", "CMI012", 3, 12, EMPTY),
    "an empty text in a list": ("[sea]", '[sea, ""]', "CMI012", 5, 19, EMPTY),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "line", "column", "message"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_once_where_it_began(
    old: str, new: str, code: str, line: int, column: int, message: str
) -> None:
    """One slip in a file gives one fault, with the place where the hand slipped."""
    assert RECORD.count(old) >= 1
    text = RECORD.replace(old, new, 1)
    _, faults = read_tree(source_file("seats.yaml", text), text)
    found = [(each.code, each.at.line, each.at.column, each.message) for each in faults]
    assert found == [(code, line, column, message)]


WELCOME = {
    "a comment on a line of its own": ("    title:", "    # why\n    title:"),
    "a comment behind quotes": ("The watch", '"The watch"  # why'),
    "a comment behind a list": ("[sea]", "[sea]  # why"),
    "a comment behind a name": ("seats:", "seats:  # all of them"),
    "a number sign inside a word": ("The watch", "Watch#1"),
    "a number sign in quotes": ("The watch", '"The #1 watch"'),
    "curly quotes inside a value": ("The watch", "The “watch” of the night"),
    "curly quotes inside straight ones": ("The watch", '"“The watch”"'),
    "two curly quotations": ("The watch", '"“Watch” and “ward”"'),
    "a no-break space inside a value": ("The watch", "The\u00a0watch"),
    "a no-break space and a colon inside a value": ("The watch", '"The watch\u00a0: awake"'),
    "signs of equality inside a text": ("The watch", "|-\n      =======\n      The watch"),
    "a folded text": ("Whoever is awake.", ">-\n      Whoever is\n      awake: all."),
    "nothing at all": ("The watch", ""),
}


@pytest.mark.parametrize(("old", "new"), WELCOME.values(), ids=WELCOME)
def test_what_only_looks_like_a_slip_is_welcome(old: str, new: str) -> None:
    """Comments, quotes and signs that cannot be mistaken are read without a word."""
    assert old in RECORD
    text = RECORD.replace(old, new, 1)
    assert read_tree(source_file("seats.yaml", text), text)[1] == []
