"""Every kind of reference is followed, and each broken one is reported once."""

from __future__ import annotations

import pytest

from .editions import checked, codes

BROKEN = {
    "bearers": ("statements/1-light.yaml", "bearers: [keepers]", "bearers: [keeprs]"),
    "target": ("statements/4-tasks.yaml", "target: board", "target: bord"),
    "derived_for": ("statements/4-tasks.yaml", "derived_for: [keepers]", "derived_for: [keeprs]"),
    "subject": ("statements/1-light.yaml", "ref: lamp", "ref: lmp"),
    "quote": ("statements/3-scope.yaml", "{para: 3, text: from", "{para: 9, text: from"),
    "named_at": ("bodies.yaml", "named_at: [4]", "named_at: [4, 9]"),
    "member_of": ("bodies.yaml", "to: keepers", "to: keeprs"),
    "member_of para": ("bodies.yaml", "para: 4,", "para: 9,"),
    "see": ("terms.yaml", "see: [lamp, fishermen]", "see: [lamp, fishermn]"),
    "principle": ("principles.yaml", "[keepers-answer-signals]", "[keepers-answer-signal]"),
    "goal para": ("goals.yaml", "    para: 1\n", "    para: 9\n"),
    "theme para": ("themes.yaml", "paras: [2.a, 3]", "paras: [2.c, 3]"),
    "theme statement": ("themes.yaml", "[fishermen-hail-the-keepers]", "[fishermen-hail]"),
    "seat body": ("seats.yaml", "body: keepers", "body: keeprs"),
    "seat theme": ("seats.yaml", "themes: [theme-sea]", "themes: [theme-see]"),
    "synonym": ("synonyms.yaml", "keepers-trim-the-lamp", "keepers-trim-lamp"),
    "note": ("source-notes.yaml", "[1, fn.1, ref.B]", "[1, fn.2, ref.B]"),
    "citation": ("references.yaml", "{para: 1, text: Ref B, struck: true}",
                 "{para: 1, text: Ref B, struck: true}\n      - {para: 9, text: Ref B}"),
    "document": ("publication.yaml", "paras: [AP.1, AP.note]", "paras: [AP.1, AP.2]"),
    "assigned_in": ("publication.yaml", "assigned_in: [4]", "assigned_in: [4, 9]"),
    "approver": ("publication.yaml", "approver: {name: Harbour Board, para: AP.1}",
                 "approver: {name: Harbour Board, para: AP.9}"),
    "authority body": ("statements/2-rules.yaml", "kind: limit}", "kind: limit, body: bord}"),
    "shortcut": ("publication.yaml", "assigned_in: [4]", "assigned_in: [4]\n  shortcuts: {roles: [keeprs]}"),
    "pair": ("publication.yaml", "assigned_in: [4]", "assigned_in: [4]\n  pair: {terms: [lamp, lmp], lead: Two.}"),
    "outsiders": ("publication.yaml", "assigned_in: [4]",
                  "assigned_in: [4]\n  outsiders: {id: you, title: You, way_in: Here, family: fishermn}"),
    "notice": ("publication.yaml", "assigned_in: [4]", "assigned_in: [4]\n  levels_notice: {para: 9, text: None.}"),
    "governed_by": ("actors.yaml", "described_at:\n", "governed_by: [{para: 9, text: Fishermen}]\n    described_at:\n"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_an_unknown_id_is_one_fault(change: tuple[str, str, str]) -> None:
    assert codes(*change) == ["CMI104"]


def test_a_call_of_an_unknown_footnote_is_reported() -> None:
    assert "CMI104" in codes("text/3-rules.yaml", "text: Answer the signals of fishermen.",
                             'text: "Answer the signals of fishermen{call fn.2}."')


def test_a_record_of_the_wrong_kind_is_named() -> None:
    _, faults = checked("seats.yaml", "themes: [theme-sea]", "themes: [keepers]")
    assert [fault.message for fault in faults] == ["`keepers` is a body, and a theme is wanted here"]


def test_a_record_that_could_not_be_read_is_not_reported_by_those_that_point_at_it() -> None:
    assert codes("bodies.yaml", "    summary: It keeps the harbour.\n", "") == ["CMI009"]
    assert codes("bodies.yaml", "  - id: board\n    name", "  - name") == ["CMI009"]
    assert codes("terms.yaml", "    kind: defined\n", "    kind: lamp\n") == ["CMI008"]
    assert codes("statements/2-rules.yaml", "    force: duty\n", "    force: dutty\n") == ["CMI008"]


def test_an_unreadable_file_hides_what_would_only_follow_from_it() -> None:
    assert codes("bodies.yaml", "bodies:\n", "bodies: [\n") == ["CMI002"]
    assert codes("text/3-rules.yaml", "blocks:\n", "blocks: [\n") == ["CMI002"]
    assert codes("statements/2-rules.yaml", "statements:\n", "statements: [\n") == ["CMI002"]
