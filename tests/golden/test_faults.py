"""What the rules say of faults beyond their examples: each whole fault, as it is printed.

    python -m tests.golden.test_faults

writes `faults.txt` anew; read the difference before it is committed.
"""

from __future__ import annotations

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.diagnostics import render
from cmi_handbook.library import check_edition
from tests.golden.test_golden import HERE

EXPECTED = HERE / "faults.txt"
LIGHT, RULES, SCOPE, TASKS = (f"statements/{name}.yaml" for name in ("1-light", "2-rules", "3-scope", "4-tasks"))
SHEET, TEXT, ITEMS, TIDES = (f"text/{name}.yaml" for name in ("1-sheet", "2-light", "3-rules", "4-scope"))
HEAD = "publication.yaml"

CASES = {
    # form
    "a day that is a number": [(HEAD, "date: 1901-03-04", "date: 1399852800")],
    "a day that the calendar lacks": [(HEAD, "date: 1901-03-04", "date: 2014-02-30")],
    "a yes for true": [("references.yaml", "struck: true", "struck: yes")],
    "a number that is none": [
        (HEAD, "  source_file", "  numbering: {levels: [{counts: number, width: 02}]}\n  source_file")],
    "a pair of one": [(HEAD, "  source_file", "  pair: {terms: [lamp], lead: One.}\n  source_file")],
    "a pair of three": [(HEAD, "  source_file", "  pair: {terms: [lamp, lamp, lamp], lead: Three.}\n  source_file")],
    "a text in place of a list": [("seats.yaml", "[theme-sea]", "theme-sea")],
    "a field without its value": [("seats.yaml", "title: The watch", "title:")],
    "a file whose list is misspelt": [("seats.yaml", "seats:", "seat:")],
    "a file whose marking is misspelt": [("seats.yaml", "marking:", "markng:")],
    "a file of one record": [("seats.yaml", "  - id: seat-watch", "    id: seat-watch")],
    "an empty marking": [("seats.yaml", "marking: OPEN", 'marking: ""')],
    "an empty word of a closed list": [("terms.yaml", "kind: defined", 'kind: ""')],
    "an empty id that others point at": [("themes.yaml", "id: theme-sea", 'id: ""')],
    "a comment behind a word of a closed list": [("terms.yaml", "kind: defined", "kind: defined  # in 1")],
    "a record without its dash": [("bodies.yaml", "  - id: head-keeper", "    id: head-keeper")],
    "a slip and a misspelt field": [
        ("seats.yaml", "title: The watch", 'titel: The watch\n    summary: ""'), ("seats.yaml", "bodies:", "bodyes:")],
    # ids
    "an id that is too long": [("seats.yaml", "id: seat-watch", f"id: {'watch-' * 13}watc")],
    "the longest id": [("seats.yaml", "id: seat-watch", f"id: {'watch-' * 13}wa")],
    "a malformed footnote": [(TEXT, "{call fn.1}", "{call fn-1}"), (TEXT, "{foot fn.1}", "{foot fn-1}"),
                             (TEXT, "id: fn.1", "id: fn-1"), ("source-notes.yaml", "fn.1", "fn-1")],
    "a malformed reference": [("references.yaml", "id: ref.B", "id: B"), ("source-notes.yaml", "ref.B", "B")],
    "a reference of another letter": [("references.yaml", "id: ref.B", "id: ref.D"),
                                      ("source-notes.yaml", "ref.B", "ref.D")],
    "a malformed paragraph": [(ITEMS, "id: 2.b", "id: 2b")],
    "a malformed publication": [(HEAD, "id: lk-1", "id: LK 1")],
    "a malformed sheet": [(HEAD, "id: approval-sheet", "id: Approval")],
    "an id that stands thrice": [("seats.yaml", "id: seat-watch", "id: lamp"),
                                 ("themes.yaml", "id: theme-sea", "id: lamp"), ("seats.yaml", "[theme-sea]", "[]")],
    "a retired id": [("seats.yaml", "id: seat-watch", "id: beacon")],
    "a pointer at a retired id": [("terms.yaml", "see: [lamp, fishermen]", "see: [beacon, fishermen]")],
    "a pointer at nothing like it": [("terms.yaml", "see: [lamp, fishermen]", "see: [xyzzyx, fishermen]")],
    "a synonym that leads nowhere": [("synonyms.yaml", "[lamp, 1,", "[xyzzyx, 1,")],
    "a subject that is a paragraph": [(LIGHT, "ref: lamp", "ref: 2.a")],
    "a pointer at a footnote": [(LIGHT, "    para: 1\n    quotes:\n      - {para: 1, text: E",
                                 "    para: fn.1\n    quotes:\n      - {para: 1, text: E")],
    "two circles": [
        ("bodies.yaml", "    forms: [Keepers, Keeper]\n    member_of:\n",
         "    forms: [Keepers, Keeper]\n    member_of:\n"
         "      - {to: head-keeper, relation: is-one, basis: editor, para: 4, reason: So.}\n"),
        ("bodies.yaml", "    forms: [Harbour Board]\n",
         "    forms: [Harbour Board]\n    member_of:\n"
         "      - {to: keepers, relation: under-command, basis: editor, para: 4, reason: So.}\n"
         "      - {to: board, relation: part-of, basis: editor, para: 4, reason: So.}\n"),
    ],
    "no circle, but two ways": [
        ("bodies.yaml", "para: 4, reason: The name says so.}\n",
         "para: 4, reason: The name says so.}\n"
         "      - {to: board, relation: is-one, basis: editor, para: 4, reason: So.}\n"),
        ("bodies.yaml", "    forms: [Keepers, Keeper]\n    member_of:\n",
         "    forms: [Keepers, Keeper]\n    member_of:\n"
         "      - {to: board, relation: is-one, basis: editor, para: 4, reason: So.}\n"),
    ],
    "another folder's id": [(HEAD, "id: lk-1", "id: lk-2")],
    # the text
    "a wrong last word": [("references.yaml", "text: LK 9, On Oil, 2 July 1900.", "text: LK 9, On Oil, 2 July 1901.")],
    "a word too many at the end": [("references.yaml", "Oil, 2 July 1900.", "Oil, 2 July 1900. End.")],
    "a wrong first word": [(SHEET, "words: HARBOUR BOARD", "words: PORT BOARD")],
    "a lost last word": [("references.yaml", "text: LK 9, On Oil, 2 July 1900.", "text: LK 9, On Oil, 2 July")],
    "a numbering without a level": [(HEAD, "  source_file:", "  numbering: {levels: []}\n  source_file:")],
    "a numbering of no use": [
        (HEAD, "  source_file:", "  numbering:\n    levels:\n      - {counts: number, printed: x, cited: '{} {}'}\n"
                                 "      - {counts: letter, width: 0}\n    gaps: [nought]\n  source_file:")],
    "a paragraph that strayed": [(ITEMS, "id: 2.b", "id: 1.b")],
    "a lost first word": [(SHEET, "words: HARBOUR BOARD", "words: BOARD")],
    "many wrong words": [(TIDES, "text: Fishermen may hail the Keepers from the sea.",
                          "text: Fishermen may hail the Keepers with all the flags and horns and lamps and whistles "
                          "that they have and with some more.")],
    "two wrong places": [(TIDES, "does not cover tides", "does not cover waves"), (TEXT, "It is old", "It is new")],
    "a lost stroke": [(TEXT, "~~Ref B~~", "Ref B"), ("references.yaml", ", struck: true", "")],
    "a wrong footnote": [(TEXT, "On Lamps", "On Lights")],
    "a wrong label of a footnote": [(TEXT, "id: fn.1, label: 1", "id: fn.1, label: 2")],
    "a wrong run-in title": [(TEXT, "title: Lamp", "title: Light")],
    "a wrong letter of a reference": [("references.yaml", "letter: B", "letter: C")],
    "another source": [(HEAD, "source_file: source.txt", "source_file: other.txt")],
    "a wrong hash": [(HEAD, "source_sha256: e", "source_sha256: d")],
    "a hash in capitals": [(HEAD, "source_sha256: ef9d7", "source_sha256: EF9D7")],
    "an unused sentence": [(TEXT, "{text: It is old., narrative: A remark.}", "{text: It is old.}")],
    "an unused sentence without a reason": [(TEXT, "narrative: A remark.", 'narrative: ""')],
    "a reason though used": [(TIDES, "- text: This book does not cover tides.",
                              "- {text: This book does not cover tides., narrative: So.}")],
    "a mark that does not close": [(TEXT, "~~Ref B~~", "~~Ref B")],
    "a brace that does not close": [(TEXT, "text: It is old.", 'text: "It {is old."')],
    "a brace that opens nothing": [(TEXT, "text: It is old.", 'text: "It {is} old."')],
    "a brace that closes nothing": [(TEXT, "text: It is old.", 'text: "It is} old."')],
    "a footnote that is not called": [(TEXT, "tend{call fn.1}.", "tend.")],
    "an excerpt with a slip": [(SCOPE, "text: from the sea", "text: from a sea")],
    "an excerpt like nothing": [(SCOPE, "text: from the sea", "text: xyzzyx")],
    "an excerpt of another paragraph": [(SCOPE, "text: from the sea", "text: Leave the paint alone")],
    "an excerpt of a footnote": [("source-notes.yaml", "text: Ref B", "text: On Lamps")],
    "an empty excerpt": [(SCOPE, "text: from the sea", 'text: "  "')],
    "an excerpt of one blank": [(SCOPE, "text: from the sea", 'text: " "')],
    "a long excerpt": [(SCOPE, "text: from the sea", f"text: {'from the sea ' * 8}")],
    "an excerpt of words the data lost": [(TIDES, "from the sea", "from sea")],
    # statements
    "a duty that falls on nobody": [(LIGHT, "    bearers: [keepers]\n", "")],
    "a role that falls on nobody": [(LIGHT, "force: definition", "force: role")],
    "a commitment that falls on nobody": [(LIGHT, "force: definition", "force: commitment")],
    "a permission that falls on nobody": [(LIGHT, "force: definition", "force: permission")],
    **{f"nobody's {force}": [(LIGHT, "force: definition", f"force: {force}")]
       for force in ("requirement", "guidance", "ability", "expectation", "effect", "description", "scope", "exclusion",
                     "decision")},
    "a modal word outside": [
        (SCOPE, "text: Fishermen may hail the Keepers from the sea.", "text: the Keepers from the sea"),
        (SCOPE, "    trigger: {para: 3, text: may}\n", ""), (SCOPE, "modality: may", "modality: states"),
        (SCOPE, "force: permission", "force: description")],
    "a modal word of a sheet": [
        (SHEET, "text: Two sheets follow., narrative: It describes the print.", "text: Two sheets must follow."),
        ("source.txt", "Two sheets follow", "Two sheets must follow")],
    "a trigger of another quote": [(RULES, "{para: 2, text: should}", "{para: 2, text: In accordance}")],
    "a trigger that is half a word": [(RULES, "trigger: {para: 2, text: should}", "trigger: {para: 2, text: shoul}")],
    "a trigger of another modality": [(RULES, "modality: should", "modality: must")],
    "a trigger without a modal word": [(LIGHT, "trigger: {para: 1, text: must}", "trigger: {para: 1, text: trim}")],
    "a trigger where there is none": [(LIGHT, "modality: must", "modality: states")],
    "no trigger where there is one": [(SCOPE, "    trigger: {para: 3, text: may}\n", "")],
    "excludes without denial": [(SCOPE, "text: does not cover", "text: cover")],
    "a contested reading with nothing": [
        (RULES, "{reason: Two rules hang on one verb., alternatives: [A custom.], ", "{")],
    "a contested reading without a reason": [(RULES, "reason: Two rules hang on one verb., ", "")],
    "an agreed reading with nothing": [(RULES, "{reason: Two rules hang on one verb., alternatives: [A custom.], "
                                        "status: contested", "{status: agreed")],
    "a contested body": [("bodies.yaml", "open: Who sits on it is not said.",
                          "open: So.\n    judgement: {status: contested}")],
    "a contested actor": [("actors.yaml", "open: Nothing binds them.",
                           "open: So.\n    judgement: {status: contested}")],
    "assigned where nothing is": [(LIGHT, "modality: states", "modality: assigned")],
    "governed where all is assigned": [(TASKS, "modality: assigned", "modality: states")],
    "assigned by nobody": [(HEAD, "  assigned_in: [4]\n", "")],
    "another paragraph quoted": [(LIGHT, "    para: 1\n    quotes:\n      - {para: 1, text: The",
                                  "    para: 2\n    quotes:\n      - {para: 1, text: The")],
    "a value of reach": [(SCOPE, "reach: {values: [local], basis", "reach: {values: [locl, far], basis")],
    "a value like none": [(SCOPE, "reach: {values: [local], basis", "reach: {values: [local, xyzzyx], basis")],
    "a level where there are none": [(SCOPE, "reach: {values: [local], basis", "levels: {values: [xyzzyx], basis")],
    "a phase where there are none": [(SCOPE, "reach: {values: [local], basis", "phases: {values: [xyzzyx], basis")],
    "a scale without a basis": [(SCOPE, "reach: {values: [local], basis: editor}", "reach: {values: [local]}")],
    "an unknown axis": [("actors.yaml", "      reach: {values", "      rach: {values")],
    "an axis like none": [("actors.yaml", "      reach: {values", "      xyzzyx: {values")],
    "an unknown value of an axis": [("actors.yaml", "values: [local]", "values: [far, xyzzyx]")],
    "an axis without a basis": [("actors.yaml", "[local], basis: editor", "[local]")],
    "a subject that stands nowhere": [(LIGHT, "text: Every Keeper,", "text: Each Keeper,")],
    "a subject like nothing": [(LIGHT, "text: Every Keeper,", "text: xyzzyx,")],
    "a subject in the paragraph only": [(LIGHT, "text: Every Keeper,", "text: It is old,")],
    "a qualifier in no quote": [(RULES, "qualifier: signals", "qualifier: signal")],
    "a qualifier like nothing": [(RULES, "qualifier: signals", "qualifier: xyzzyx")],
    "a subject after a statement of no paragraph": [
        (LIGHT, "    para: 1\n", "    para: 99\n"), (LIGHT, "text: Every Keeper,", "text: xyzzyx,")],
    # terms and parties
    "a term that is never used": [("terms.yaml", "forms: [signals]", "forms: [beacons]")],
    "a term without forms": [("terms.yaml", "    forms: [signals]\n", "")],
    "a form that stands nowhere": [("terms.yaml", "forms: [Lamp, lamp]", "forms: [Lamp, lamps, lamp]")],
    "a form like nothing": [("terms.yaml", "forms: [Lamp, lamp]", "forms: [Lamp, xyzzyx]")],
    "a form of an actor": [("actors.yaml", "[Fishermen, fishermen]", "[Fishermen, fishermen, fisherman]")],
    "a form of two terms": [("terms.yaml", "forms: [signals]", "forms: [signals, lamp]")],
    "a form that stands twice": [("terms.yaml", "forms: [signals]", "forms: [signals, signals]")],
    "an alias in the text": [("terms.yaml", "aliases: [lantern]", "aliases: [lantern, paint]")],
    "an alias in a run-in title": [("terms.yaml", "aliases: [lantern]", "aliases: [Lamp]")],
    "an alias at the end": [("terms.yaml", "aliases: [lantern]", "aliases: [Reports storms]")],
    "defined without a definition": [
        ("terms.yaml", "    definition: {para: 1, text: The lamp is the light that Keepers tend.}\n", "")],
    "used with a definition": [("terms.yaml", "kind: defined", "kind: used")],
    "explained without an explanation": [("terms.yaml", "kind: used", "kind: explained")],
    "not in the text, with forms": [("terms.yaml", "aliases: [lantern]", "aliases: [lantern]\n    forms: [dusk]")],
    "not in the text, with nothing": [("terms.yaml", "    aliases: [lantern]\n    see: [lamp]\n", "")],
    "a place that is missing": [("bodies.yaml", "named_at: [1, 2, 3]", "named_at: [2]")],
    "places that are too many": [("bodies.yaml", "named_at: [4]", "named_at: [2.b, 4, 4.a]")],
    "places out of order": [("bodies.yaml", "named_at: [1, 2, 3]", "named_at: [3, 2, 1]")],
    "a place that does not exist": [("bodies.yaml", "named_at: [4]", "named_at: [4, 9]")],
    # references
    "an unknown reference": [(TEXT, "text: It is old.", "text: It is old (Ref F)."),
                             ("source.txt", "It is old.", "It is old (Ref F).")],
    "an unknown reference, twice": [
        (TEXT, "{text: It is old., narrative", "{text: It is (Ref F) old (Ref F)., narrative"),
        ("source.txt", "It is old.", "It is (Ref F) old (Ref F).")],
    "a reference that nothing cites": [
        ("references.yaml", "  - id: ref.B", "  - {id: ref.C, letter: C, document: X, title: Y, text: Z., "
         "date: {iso: 1900-01-01, as_printed: then}}\n  - id: ref.B"),
        ("source.txt", "- B. LK", "- C. Z.\n- B. LK")],
    "a reference that is cited in struck words only": [
        (ITEMS, "References A and B", "Reference A"), ("source.txt", "References A and B", "Reference A"),
        (RULES, "References A and B", "Reference A"),
        ("references.yaml", "text: References A and B", "text: Reference A"),
        ("references.yaml", "      - {para: 2, text: References A and B}\n", "")],
    "a citation of no paragraph": [("references.yaml", "{para: 1, text: Ref A}", "{para: 9, text: Ref A}")],
    "a citation that stands nowhere": [("references.yaml", "{para: 1, text: Ref A}", "{para: 3, text: Ref A}")],
    "a citation of another letter": [("references.yaml", "text: Ref B, struck: true", "text: Ref A")],
    "a struck citation that is live": [("references.yaml", "text: Ref B, struck: true", "text: Ref B")],
    "a live citation that is struck": [
        ("references.yaml", "{para: 1, text: Ref A}", "{para: 1, text: Ref A, struck: true}")],
    "a citation that is not recorded": [("references.yaml", "      - {para: 1, text: Ref A}\n", "")],
    "a struck citation that is not recorded": [
        ("references.yaml", "      - {para: 1, text: Ref B, struck: true}\n", "")],
    # release
    "a file with an unknown marking": [("seats.yaml", "marking: OPEN", "marking: OPNE")],
    "a file without a marking": [("seats.yaml", "marking: OPEN\n", "")],
    "a record with an unknown marking": [
        ("seats.yaml", "    title: The watch", "    marking: xyzzyx\n    title: The watch")],
    "a conflict without a release": [(HEAD, "  release: {decision: Render as OPEN, authority: The Harbour Board, "
                                      "date: 1901-03-04, to: [all keepers]}\n", "")],
    "a conflict without a decision": [(HEAD, "decision: Render as OPEN", 'decision: ""')],
    "two conflicts without a release": [(HEAD, "  release: {decision: Render as OPEN, authority: The Harbour Board, "
                                         "date: 1901-03-04, to: [all keepers]}\n", ""),
                                        (HEAD, "    - {markings: [OPEN, CLOSED]",
                                         "    - {markings: [CLOSED, OPEN], where: here}\n"
                                         "    - {markings: [OPEN, CLOSED]")],
    "a sign that hides": [("seats.yaml", "title: The watch", 'title: "The\\u200f \\u0001watch"')],
    "no publication": [(HEAD, "  id: lk-1\n", "")],
}  # fmt: skip


def printed(name: str) -> str:
    """Return what is printed of a changed edition."""
    with edition() as folder:
        for file, old, new in CASES[name]:
            text = (folder / file).read_text(encoding="utf-8")
            assert old in text, (name, file, old)
            (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return render(check_edition(folder)[1], "text")


def expected() -> dict[str, str]:
    """Return what is expected of each case."""
    cases = EXPECTED.read_text(encoding="utf-8").split("==== ")[1:] if EXPECTED.is_file() else []
    return dict(case.split("\n", 1) for case in cases)


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_printed_whole(name: str) -> None:
    """Place, message, note and help of each fault are those that were read and found right."""
    assert printed(name) == expected()[name]


def test_nothing_is_expected_of_a_case_that_is_gone() -> None:
    """The cases and what is expected of them are the same."""
    assert list(expected()) == list(CASES)


if __name__ == "__main__":
    EXPECTED.write_text("".join(f"==== {name}\n{printed(name)}" for name in CASES), encoding="utf-8")
