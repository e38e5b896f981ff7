"""What the rules must catch, and must let pass, beyond their examples: one change to the tiny edition each."""

from __future__ import annotations

import pytest

from .editions import codes

ACTOR = "statements/3-scope.yaml"
CASES = {
    "an id of another kind": ("seats.yaml", "id: seat-watch", "id: lamp", ["CMI101"]),
    "an id of a sheet": ("seats.yaml", "id: seat-watch", "id: approval-sheet", ["CMI101"]),
    "an id with a path": ("seats.yaml", "id: seat-watch", "id: ../watch", ["CMI102"]),
    "an id with markup": ("seats.yaml", "id: seat-watch", 'id: "<b>"', ["CMI102"]),
    "an id with a line break": ("seats.yaml", "id: seat-watch", 'id: "watch\\n"', ["CMI102", "CMI801"]),
    "an id of the page at the head of a folder": ("seats.yaml", "id: seat-watch", "id: index", ["CMI102"]),
    "an id that Windows gives to no file": ("seats.yaml", "id: seat-watch", "id: com1", ["CMI102"]),
    "an id that is too long": ("seats.yaml", "id: seat-watch", f"id: {'watch-' * 20}x", ["CMI102"]),
    "a malformed id that others point at": ("themes.yaml", "id: theme-sea", "id: Theme Sea", ["CMI102"]),
    "one of oneself": ("bodies.yaml", "to: keepers, relation: is-one", "to: head-keeper, relation: is-one", ["CMI105"]),
    "half a word": (ACTOR, "text: from the sea", "text: from the se", ["CMI301"]),
    "an empty excerpt": (ACTOR, "text: from the sea", 'text: ""', ["CMI301"]),
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
    "markup in a name": ("bodies.yaml", "name: Harbour Board", 'name: "<script>alert(1)</script> **x**"', []),
    "a contested reading without alternatives": ("statements/2-rules.yaml", "alternatives: [A custom.], ", "",
                                                 ["CMI405"]),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES.values(), ids=CASES)
def test_case(file: str, old: str, new: str, expected: list[str]) -> None:
    assert codes(file, old, new) == expected
