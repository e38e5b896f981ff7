"""What the rules must catch, and must let pass, beyond their examples: one change to the tiny edition each."""

from __future__ import annotations

import pytest

from .editions import codes

HEAD = "publication.yaml"
ACTOR = "statements/3-scope.yaml"
CASES = {
    "an id of another kind": ("seats.yaml", "id: seat-watch", "id: lamp", ["CMI101"]),
    "an id of a sheet": ("seats.yaml", "id: seat-watch", "id: approval-sheet", ["CMI101"]),
    "an id with a path": ("seats.yaml", "id: seat-watch", "id: ../watch", ["CMI102"]),
    "an id with markup": ("seats.yaml", "id: seat-watch", 'id: "<b>"', ["CMI102"]),
    "an id with a line break": ("seats.yaml", "id: seat-watch", 'id: "watch\\n"', ["CMI801"]),
    "an id of the page at the head of a folder": ("seats.yaml", "id: seat-watch", "id: index", ["CMI102"]),
    "an id that Windows gives to no file": ("seats.yaml", "id: seat-watch", "id: com1", ["CMI102"]),
    "an id that is too long": ("seats.yaml", "id: seat-watch", f"id: {'watch-' * 20}x", ["CMI102"]),
    "a malformed id that others point at": ("themes.yaml", "id: theme-sea", "id: Theme Sea", ["CMI102"]),
    "one of oneself": ("bodies.yaml", "to: keepers, relation: is-one", "to: head-keeper, relation: is-one", ["CMI105"]),
    "half a word": (ACTOR, "text: from the sea", "text: from the se", ["CMI301"]),
    "an empty excerpt": (ACTOR, "text: from the sea", 'text: ""', ["CMI012"]),
    "words of another paragraph": (ACTOR, "{para: 3, text: from the sea}", "{para: 1, text: from the sea}", ["CMI301"]),
    "excludes without a denial": (ACTOR, "{para: 3, text: does not cover}", "{para: 3, text: cover}", ["CMI403"]),
    "states with a trigger": ("statements/1-light.yaml", "modality: must", "modality: states", ["CMI403"]),
    "may without a trigger": (ACTOR, "    trigger: {para: 3, text: may}\n", "", ["CMI403"]),
    "a governed task": ("statements/4-tasks.yaml", "modality: assigned", "modality: states", ["CMI406"]),
    "a scale without a basis": (ACTOR, "{values: [local], basis: editor}", "{values: [local]}", ["CMI408"]),
    "an unknown axis value": ("actors.yaml", "[local]", "[tidal]", ["CMI408"]),
    "a qualifier of the editor's": ("statements/2-rules.yaml", "qualifier: signals", "qualifier: lights", ["CMI409"]),
    "a form in another case": ("bodies.yaml", "[Head Keeper]", "[Head Keeper, head keeper]", ["CMI502"]),
    "a form claimed by two parties": ("actors.yaml", "forms: [F", "forms: [Keeper, F", ["CMI503"]),
    "not in the text, but with forms": ("terms.yaml", "aliases: [lantern]", "aliases: [lantern]\n    forms: [dusk]",
                                        ["CMI505"]),
    "not in the text, leading nowhere": ("terms.yaml", "    see: [lamp]\n", "", ["CMI505"]),
    "a definition of a term that is used": ("terms.yaml", "kind: defined", "kind: used", ["CMI505"]),
    "named in the wrong order": ("bodies.yaml", "[1, 2, 3]", "[2, 1, 3]", ["CMI506"]),
    "a bell in a name": ("bodies.yaml", "name: Harbour Board", 'name: "Harbour\\u0007 Board"', ["CMI801"]),
    "markup in a summary": ("bodies.yaml", "It keeps the harbour.", '"<script>alert(1)</script> **x**"', []),
    "half a title of a section": ("text/2-light.yaml", "title: THE LIGHT", "title: LIGHT", ["CMI208"]),
    "a slip in a title of a section": ("text/2-light.yaml", "title: THE LIGHT", "title: THE LIGTH", ["CMI208"]),
    "another number of a section": ("text/2-light.yaml", "number: 1", "number: 2", ["CMI208"]),
    "half a title of a reference": ("references.yaml", "title: On Wicks", "title: Wicks", ["CMI208"]),
    "another document of a reference": ("references.yaml", "document: LK 7", "document: LK 8", ["CMI208"]),
    "another title of the publication": (HEAD, "title: The Keeping of the Light", "title: The Keeping", ["CMI208"]),
    "another number of the publication": (HEAD, "number: LK 1\n", "number: LK 8\n", ["CMI208"]),
    "a citation of another day": (HEAD, "LK 1, 3 March 1901", "LK 1, 4 March 1901", ["CMI208"]),
    "another approver": (HEAD, "{name: Harbour Board, para", "{name: Keepers, para", ["CMI208"]),
    "another publisher": (HEAD, "publisher: Harbour Board", "publisher: Sea Board", ["CMI208"]),
    "another title of a sheet": (HEAD, "title: APPROVAL OF LK 1", "title: APPROVAL OF LK 2", ["CMI208"]),
    "a stamp that the source has not": (HEAD, "paras: [AP.1, AP.note]}", "paras: [AP.1, AP.note], stamps: [SEEN]}",
                                        ["CMI208"]),
    "printed words that are printed nowhere": ("source-notes.yaml", "severity", "printed: Two lamps\n    severity",
                                               ["CMI208"]),
    "a heading of the editor's": ("text/2-light.yaml", "{kind: heading, words: KEEPING}",
                                  "{kind: furniture, words: KEEPING}", ["CMI209"]),
    "furniture as a heading": ("text/1-sheet.yaml", "{kind: furniture, words: HARBOUR BOARD}",
                               "{kind: heading, words: HARBOUR BOARD}", ["CMI209"]),
    "another day than printed": (HEAD, "approved: {iso: 1901-03-03", "approved: {iso: 1901-03-05", ["CMI210"]),
    "a withheld name in capitals": ("bodies.yaml", "It keeps the harbour.", "TIDEWATER keeps it.", ["CMI211"]),
    "a withheld name with a hyphen": ("bodies.yaml", "It keeps the harbour.", "Tide-water keeps it.", ["CMI211"]),
    "a withheld name in the plural": ("bodies.yaml", "It keeps the harbour.", "The Tidewaters keep it.", ["CMI211"]),
    "a withheld name as an id": ("seats.yaml", "id: seat-watch", "id: seat-tidewater", ["CMI211"]),
    "a decision for another marking": (HEAD, "decision: Render as OPEN", "decision: Render as CLOSED", ["CMI702"]),
    "a marking of no level among others": (HEAD, "markings: [OPEN, CLOSED]\n", "markings: [OPEN, CLOSED, X-SECRET]\n",
                                           ["CMI706", "CMI706"]),
    "an anchor that is a word": ("bodies.yaml", "It keeps the harbour.", "&It keeps the harbour.", ["CMI003"]),
    "a withheld number in a contact": (HEAD, "how: Knock at room 7.", "how: Ask J. Tidewater.", ["CMI211"]),
    "a lead-in of another paragraph": ("statements/4-tasks.yaml", "quotes:\n", "quotes:\n"
                                       "      - {para: 2, text: Keepers should follow two rules}\n", ["CMI407"]),
    "a purpose of another paragraph": ("statements/4-tasks.yaml", "derived_for: [keepers]",
                                       "purposes: [{para: 1, text: trim it at dusk}]", ["CMI407"]),
    "a duty of another body": ("statements/4-tasks.yaml", "bearers: [head-keeper]", "bearers: [keepers]", ["CMI410"]),
    "a subject of another body": ("statements/4-tasks.yaml", "ref: head-keeper", "ref: board", ["CMI410"]),
    "an actor as a body": (ACTOR, "kind: actor", "kind: body", ["CMI410"]),
    "a bearer that nothing names": ("statements/1-light.yaml", "ref: lamp}", "ref: lamp}\n    bearers: [board]",
                                    ["CMI410"]),
    "a denial that is not marked": (ACTOR, "    negated: true\n", "", ["CMI411"]),
    "a mark without a denial": ("statements/1-light.yaml", "distributive: true", "negated: true", ["CMI411"]),
    "must as a permission": ("statements/1-light.yaml", "force: duty", "force: permission", ["CMI412"]),
    "a requirement of a body inside": ("statements/1-light.yaml", "force: duty", "force: requirement", ["CMI412"]),
    "an assigned task as a description": ("statements/4-tasks.yaml", "force: duty", "force: description", ["CMI412"]),
    "an actor inside": ("actors.yaml", "nato: outside", "nato: inside", ["CMI413"]),
    "a member outside of a group inside": (
        "actors.yaml", "    axes:\n", "    member_of: [{to: keepers, relation: is-one, basis: editor, para: 3,"
                                        " reason: So.}]\n    axes:\n", ["CMI413"]),
    "a name of another body": ("bodies.yaml", "name: Keepers", "name: Head Fisher", ["CMI507"]),
    "an abbreviation of nothing": ("bodies.yaml", "name: Keepers", "abbreviation: KP\n    name: Keepers", ["CMI507"]),
    "a conflict of unknown markings": (HEAD, "markings: [OPEN, CLOSED], where", "markings: [OPEN, SHUT], where",
                                       ["CMI701"]),
    "superseded by nothing": (HEAD, "{status: unknown}", "{status: superseded, checked: 1902-01-02, source: X}",
                              ["CMI705"]),
    "a successor of what is in force": (HEAD, "{status: unknown}", "{status: in-force, checked: 1902-01-02, source: X,"
                                        " successor: LK 2}", ["CMI705"]),
    "checked before it was decided": (HEAD, "{status: unknown}", "{status: in-force, checked: 1900-01-02, source: X}",
                                      ["CMI705"]),
    "ranks upside down": (HEAD, "markings: [OPEN, CLOSED]\n", "markings: [OPEN, CLOSED, X SECRET, X RESTRICTED]\n",
                          ["CMI706"] * 3),
    "a contested reading without alternatives": ("statements/2-rules.yaml", "alternatives: [A custom.], ", "",
                                                 ["CMI405"]),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES.values(), ids=CASES)
def test_case(file: str, old: str, new: str, expected: list[str]) -> None:
    assert codes(file, old, new) == expected
