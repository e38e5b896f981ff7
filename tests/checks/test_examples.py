"""Every rule does what its page says: the sound example passes, the faulty one fails in the printed words."""

from __future__ import annotations

import pytest

from cmi_handbook.checks import RULES, Rule
from cmi_handbook.checks.examples import HERE, edition, example, said
from cmi_handbook.checks.examples import faults as found
from cmi_handbook.library import check_edition

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each_rule
def test_the_sound_example_has_no_fault(rule: Rule) -> None:
    assert said(example(rule.code, "good")) == ""


@each_rule
def test_the_faulty_example_is_reported_in_the_printed_words(rule: Rule) -> None:
    bad = example(rule.code, "bad")
    assert said(bad) == bad.expected


@each_rule
def test_one_fault_gives_one_message(rule: Rule) -> None:
    assert [fault.code for fault in found(example(rule.code, "bad"))] == [rule.code]


@each_rule
def test_both_examples_change_the_same_edition(rule: Rule) -> None:
    assert example(rule.code, "good").files
    assert example(rule.code, "bad").files


@each_rule
def test_a_fault_says_what_to_do_in_one_clause(rule: Rule) -> None:
    for fault in found(example(rule.code, "bad")):
        assert fault.help
        assert not fault.message.endswith(".")
        assert fault.message[0].islower() or not fault.message[0].isalpha() or fault.message.startswith("YAML")


@each_rule
def test_a_rule_explains_itself_in_two_short_paragraphs(rule: Rule) -> None:
    paragraphs = rule.about.strip().split("\n\n")
    assert len(paragraphs) == 2
    assert all(len(paragraph) < 400 for paragraph in paragraphs)


def test_the_base_is_sound() -> None:
    with edition() as folder:
        assert check_edition(folder)[1] == []


def test_no_example_is_without_its_rule() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir()} - {"base", "__pycache__"}
    assert folders == {rule.code for rule in RULES}


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
