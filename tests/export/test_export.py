"""The export keeps the contract that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from tests.conftest import PROJECT

from cmi_handbook.cli import main
from cmi_handbook.link.words import contains
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.address import addresses
from cmi_handbook.views.export import export

LISTS = ("sections", "paragraphs", "footnotes", "terms", "bodies", "actors", "statements", "principles", "goals",
         "policy_relations", "references", "notes")


@pytest.fixture(scope="module")
def data(handbook: Handbook) -> dict[str, Any]:
    """The export of the real edition."""
    return export(handbook, addresses(handbook))


def test_it_validates_against_its_schema(data: dict[str, Any]) -> None:
    """The export has just the fields of its schema, each of the right shape."""
    schema = json.loads((PROJECT / "schema" / "handbook.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(data)] == []


def test_the_schema_is_not_vacuous(data: dict[str, Any]) -> None:
    """The schema refuses an unknown field, a wrong vocabulary and a missing field."""
    schema = json.loads((PROJECT / "schema" / "handbook.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    broken = []
    for change in ({"extra": 1}, {"force": "order"}):
        broken.append(data | {"statements": [data["statements"][0] | change]})
    broken.append({key: value for key, value in data.items() if key != "terms"})
    assert [validator.is_valid(each) for each in broken] == [False, False, False]


def test_ids_are_unique_across_kinds(data: dict[str, Any]) -> None:
    """No id stands twice, whatever the kind."""
    ids = [each["id"] for kind in LISTS for each in data[kind]]
    assert sorted(set(ids)) == sorted(ids)


def test_sentences_joined_are_the_text(data: dict[str, Any]) -> None:
    """The sentences of a paragraph, joined by single spaces, are its text."""
    assert [each["id"] for each in data["paragraphs"]
            if " ".join(sentence["text"] for sentence in each["sentences"]) != each["text"]] == []


def test_every_sentence_feeds_a_statement_or_says_why_not(data: dict[str, Any]) -> None:
    """A sentence has statements or a reason, never both, never neither."""
    wrong = [(each["id"], sentence["n"]) for each in data["paragraphs"] for sentence in each["sentences"]
             if bool(sentence["statements"]) == bool(sentence["narrative"])]
    assert wrong == []


def test_a_lead_in_lists_the_statements_of_its_items(data: dict[str, Any]) -> None:
    """The lead-ins of 39 to 41 list every statement of their letters."""
    paragraphs = {each["id"]: each for each in data["paragraphs"]}
    for lead in ("39", "40", "41"):
        items = {each["id"] for each in data["statements"] if each["para"].startswith(f"{lead}.")}
        assert set(paragraphs[lead]["sentences"][0]["statements"]) == items


def test_excerpts_stand_word_for_word(data: dict[str, Any]) -> None:
    """Every excerpt anywhere in the export stands in its paragraph."""
    texts = {each["id"]: each["text"] for each in data["paragraphs"] + data["footnotes"]}
    wrong = [each for each in _excerpts(data) if each["para"] in texts and each["text"] not in texts[each["para"]]]
    assert wrong == []


def _excerpts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        own = [value] if set(value) == {"para", "text"} else []
        return own + [found for each in value.values() for found in _excerpts(each)]
    return [found for each in value for found in _excerpts(each)] if isinstance(value, list) else []


def test_used_in_counts_whole_words_by_form(data: dict[str, Any]) -> None:
    """The concordance of each term can be counted again from its forms, run-in titles and struck words included."""
    wrong = []
    for term in data["terms"]:
        expected = [each["id"] for each in data["paragraphs"]
                    if contains(f"{each['title'] or ''}. {each['text']}", term["forms"])]
        if expected != term["used_in"]:
            wrong.append(term["id"])
    assert wrong == []


def test_the_required_ids_exist(data: dict[str, Any]) -> None:
    """Bodies, actors and terms that others bookmark are there."""
    wanted = {
        "bodies": "nato nac mc nato-hq saceur sact strategic-commanders operational-commanders tactical-commanders "
                  "deployed-force-commanders nato-commanders nato-military-bodies nato-forces staffs cimic-personnel "
                  "cimic-capabilities cimic-function integrated-civilian-experts compass-experts nations",
        "actors": "non-military-actors humanitarian-agencies development-agencies law-enforcement-authorities "
                  "local-actors international-organisations governmental-organisations "
                  "non-governmental-organisations international-actors local-population",
        "terms": "cmi cimic",
    }
    missing = {kind: set(ids.split()) - {each["id"] for each in data[kind]} for kind, ids in wanted.items()}
    assert missing == {"bodies": set(), "actors": set(), "terms": set()}


def test_reports_to_nobody_named(data: dict[str, Any]) -> None:
    """40.a and 41.f report, and name nobody to whom."""
    reports = [(each["para"], relation["target"]) for each in data["statements"] for relation in each["relations"]
               if relation["type"] == "reports"]
    assert reports == [("40.a", None), ("41.a", "mc"), ("41.f", None)]


def test_assigned_is_section_four_and_nothing_else(data: dict[str, Any]) -> None:
    """All lettered items of 39 to 41 are assigned, without a trigger, and no other statement is."""
    assigned = {each["para"] for each in data["statements"] if each["modality"] == "assigned"}
    letters = {each["id"] for each in data["paragraphs"] if each["parent"] in ("39", "40", "41")}
    assert assigned == letters
    assert [each["id"] for each in data["statements"] if each["modality"] == "assigned" and each["trigger"]] == []


def test_the_citing_paragraphs_of_each_reference(data: dict[str, Any]) -> None:
    """Ranges are expanded, and the struck-out citation of F in 6 is left out."""
    assert {each["id"]: each["cited_in"] for each in data["references"]} == {
        "ref.A": ["3", "24"],
        "ref.B": ["3", "5", "6", "34", "34.g", "39", "40", "41"],
        "ref.C": ["3", "5", "6", "34", "34.g", "39", "40", "41"],
        "ref.D": ["3", "5", "34", "34.g"],
        "ref.E": ["24", "34", "34.g"],
        "ref.F": ["19"],
    }


def test_personal_details_are_in_no_export(data: dict[str, Any]) -> None:
    """The names of action officers stand in the data as withheld, and not in the export."""
    text = json.dumps(data, ensure_ascii=False)
    assert [name for name in ("Lebrun", "Metelko", "5640", "5912") if name in text] == []


def test_the_command_writes_what_the_view_says(data: dict[str, Any], tmp_path) -> None:
    """`export json --out` writes the same data, in UTF-8, with one line end at the end."""
    out = tmp_path / "new" / "handbook.json"
    assert main(["export", "json", "--data", str(PROJECT / "data"), "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert json.loads(text) == json.loads(json.dumps(data))
    assert text.endswith("}\n")
