"""The export keeps the contract that other programs rely on."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import jsonschema
import pytest
from tests.conftest import PROJECT

from cmi_handbook.cli import main
from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.whole_words import holds
from cmi_handbook.render.export import export, export_schema
from cmi_handbook.views.views import Views

RECORDS = tuple(kind.key for kind in kinds(Draft) if kind.key != "blocks")
LISTS = ("sections", "paragraphs", "footnotes", *RECORDS)


@pytest.fixture(scope="module")
def data(views: Views) -> dict[str, Any]:
    """The export of the real edition."""
    return export(views, [views])


def test_its_lists_are_those_of_the_edition(data: dict[str, Any]) -> None:
    """The export has a list for every list of the data, and no other key than the head's."""
    assert list(data) == ["format", "marking", "held_back", "editions", "publication", "sections", "paragraphs",
                          "footnotes", "terms", "bodies", "actors", "references", "statements", "principles", "goals",
                          "policy_relations", "notes", "themes", "seats", "synonyms", "signatures"]
    assert (data["format"], data["marking"]) == ("2.0", "NATO UNCLASSIFIED")


@pytest.mark.parametrize("key", RECORDS)
def test_a_record_is_exported_field_by_field(data: dict[str, Any], views: Views, key: str) -> None:
    """Each record of a list stands in the export under its own names, with nothing lost and its own address."""
    records = [*views.handbook.lists[key].values()]
    changed = {"actors": {"axes"}, "references": {"date"}}.get(key, set())
    assert len(data[key]) == len(records) > 0
    for told, record in zip(data[key], records, strict=True):
        own = {name: value for name, value in asdict(record).items() if name not in changed}
        assert {name: told[name] for name in own} == json.loads(json.dumps(own, default=str))
        assert told["url"] == (views.homes[record.id].url if hasattr(record, "id") else None)


def test_what_stands_beside_the_fields_of_a_record(data: dict[str, Any], handbook: Handbook) -> None:
    """Standing, usage, citations, governing words and axes are those of the linked handbook."""
    for party in (*data["bodies"], *data["actors"]):
        standing = handbook.standing[party["id"]]
        assert party["statements"] == [*standing.direct]
        assert party["inherited"] == [{"statement": each.statement, "via": [*each.via], "basis": each.basis}
                                      for each in standing.inherited]
    for term in data["terms"]:
        usage = handbook.usage[term["id"]]
        assert (term["used_in"], term["expanded_at"]) == ([*usage.used_in], usage.expanded_at)
    for statement in data["statements"]:
        assert statement["governing_words"] == (statement["trigger"] and statement["trigger"]["text"])
    for actor in data["actors"]:
        assert [*actor["axes"]] == ["reach", "type", "purpose"]
        own = {axis: {"values": [*scale.values], "basis": scale.basis}
               for axis, scale in handbook.actors[actor["id"]].axes.items()}
        assert actor["axes"] == dict.fromkeys(actor["axes"]) | own


def test_days_are_days_with_the_printed_words_beside_them(data: dict[str, Any]) -> None:
    """A date can be sorted, and what the source prints for it stands beside it."""
    assert {each["id"]: (each["date"], each["as_printed"]) for each in data["references"]} == {
        "ref.A": ("2010-11-19", "19 Nov 10"), "ref.B": ("2008-04-02", "2 Apr 08"),
        "ref.C": ("2011-03-07", "7 Mar 11"), "ref.D": ("2010-10-14", "14 Oct 10"),
        "ref.E": ("2002-05-21", "21 May 02"), "ref.F": ("2000-07-18", "18 Jul 00"),
    }  # fmt: skip
    head = data["publication"]
    assert (head["approved"], head["decided"], head["as_printed"]) == (
        "2014-05-05", "2014-05-12", {"approved": "5 May 2014", "decided": "12 May 2014"})
    assert [(each["id"], each["date"], each["as_printed"]) for each in head["documents"]] == [
        ("final-decision", "2014-05-12", "12 May 2014"), ("military-decision", "2014-03-28", "28e March 2014"),
        ("basic-document", None, None)]


def test_an_authority_says_of_what_kind_it_is_and_whose(data: dict[str, Any]) -> None:
    """Authorities tell mandates, limits, bases and sources apart, and name the body that decides where one is named."""
    said = [each for statement in data["statements"] for each in statement["authorities"]]
    bodies = {each["id"] for kind in ("bodies", "actors") for each in data[kind]}
    assert {each["kind"] for each in said} == {"mandate", "limit", "basis", "source"}
    assert {each["body"] for each in said} - {None} <= bodies
    assert {tuple(each) for each in said} == {("para", "text", "kind", "body")}


def test_every_edition_is_named_with_its_address(views: Views) -> None:
    """The export of any edition lists all of them, the current one first."""
    old = replace(views.publication, id="mc-0411-1", edition="MC 0411/1", marking="NATO RESTRICTED")
    before = Views(replace(views.handbook, publication=old))
    for each in (views, before):
        assert export(each, [views, before])["editions"] == [
            {"id": "mc-0411-2", "title": views.publication.title, "edition": "MC 0411/2 (Final)",
             "decided": "2014-05-12", "url": "mc-0411-2/index.html#mc-0411-2", "marking": "NATO UNCLASSIFIED",
             "current": True, "correspondence": None},
            {"id": "mc-0411-1", "title": views.publication.title, "edition": "MC 0411/1",
             "decided": "2014-05-12", "url": "mc-0411-1/index.html#mc-0411-1", "marking": "NATO RESTRICTED",
             "current": False, "correspondence": None},
        ]


def test_it_validates_against_its_schema(data: dict[str, Any]) -> None:
    """The export has just the fields of its schema, each of the right shape."""
    schema = json.loads((PROJECT / "schema" / "handbook.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(data)] == []


def test_the_schema_in_the_tree_is_that_of_the_export() -> None:
    """What other programs read as the schema is what the export is made by."""
    assert json.loads((PROJECT / "schema" / "handbook.schema.json").read_text(encoding="utf-8")) == export_schema()


def test_the_schema_is_not_vacuous(data: dict[str, Any]) -> None:
    """The schema refuses an unknown field, a wrong vocabulary, a date that is none and a missing list."""
    schema = json.loads((PROJECT / "schema" / "handbook.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    data = {key: value[:1] if isinstance(value, list) else value for key, value in data.items()}
    broken = [data | {"statements": [data["statements"][0] | change]} for change in ({"extra": 1}, {"force": "order"})]
    broken += [data | {"references": [data["references"][0] | {"date": "19 Nov 10"}]}, data | {"format": "1.0"}]
    broken += [{key: value for key, value in data.items() if key != left_out} for left_out in data
               if left_out != "format"]
    assert validator.is_valid(data)
    assert [each for each in broken if validator.is_valid(each)] == []


def test_ids_are_unique_across_kinds(data: dict[str, Any]) -> None:
    """No id stands twice, whatever the kind."""
    ids = [each["id"] for kind in LISTS for each in data[kind] if kind not in ("synonyms", "signatures")]
    assert sorted(set(ids)) == sorted(ids)
    assert {each["id"] for kind in ("synonyms", "signatures") for each in data[kind]} == {None}


def test_every_record_carries_its_marking(data: dict[str, Any]) -> None:
    """Whatever the export lists says how it is marked, and so does the publication."""
    listed = [data["publication"], *(each for kind in LISTS for each in data[kind])]
    assert {each["marking"] for each in listed} == {"NATO UNCLASSIFIED"}


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
    texts = {each["id"]: each["text"] for kind in ("paragraphs", "footnotes", "references") for each in data[kind]}
    found = _excerpts([data[kind] for kind in LISTS])
    assert [each for each in found if each["text"] not in texts[each["para"]]] == []
    assert len(found) > 500


def _excerpts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        own = [value] if {"para", "text"} <= set(value) and isinstance(value["text"], str) else []
        return own + [found for each in value.values() for found in _excerpts(each)]
    return [found for each in value for found in _excerpts(each)] if isinstance(value, list) else []


def test_used_in_counts_whole_words_by_form(data: dict[str, Any]) -> None:
    """The concordance of each term can be counted again from its forms, run-in titles and struck words included."""
    wrong = []
    for term in data["terms"]:
        expected = [each["id"] for each in data["paragraphs"]
                    if holds(f"{each['title'] or ''}. {each['text']}", term["forms"])]
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


def test_the_command_writes_what_the_export_says(data: dict[str, Any], tmp_path) -> None:
    """`export json --out` writes the same data, in UTF-8, with one line end at the end."""
    out = tmp_path / "new" / "handbook.json"
    assert main(["export", "json", "--data", str(PROJECT / "data"), "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert json.loads(text) == json.loads(json.dumps(data))
    assert text.endswith("}\n")
