"""What the scripts read: entries, panels and rows, made of the same views as the pages."""

from __future__ import annotations

import json
from dataclasses import replace

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import Portion
from cmi_handbook.render.site import data
from cmi_handbook.render.site.context import Context
from cmi_handbook.views.panels import view_panels
from cmi_handbook.views.register import view_register
from cmi_handbook.views.search import view_search
from cmi_handbook.views.views import Views
from tests.search.queries import SETS, read_queries


def test_everything_can_be_found_once(handbook: Handbook) -> None:
    """Each paragraph, statement, term, party, theme and seat is one entry of the search."""
    found = [entry.id for entry in view_search(handbook)]
    wanted = {*handbook.sections, *handbook.paragraphs, *handbook.footnotes, *handbook.references,
              *handbook.statements, *handbook.terms, *handbook.bodies, *handbook.actors, *handbook.themes,
              *handbook.seats, *handbook.principles, *handbook.goals, *handbook.policy_relations, *handbook.notes}
    assert sorted(found) == sorted(wanted)


def test_expected_answers_exist(handbook: Handbook) -> None:
    """The query sets expect nothing that the handbook does not hold."""
    found = {entry.id for entry in view_search(handbook)}
    expected = {id_ for name in SETS for query in read_queries(name) for id_ in query.expect}
    assert expected - found == set()


def test_entry_of_a_paragraph_with_struck_words(handbook: Handbook) -> None:
    """A paragraph's words are verbatim, and the struck span is marked beside them."""
    entry = next(each for each in view_search(handbook) if each.id == "6")
    assert entry.text == handbook.paragraphs["6"].text
    assert [entry.text[start:end] for start, end in entry.struck] == ["Reference F"]


def test_register_shows_who_inherits(handbook: Handbook) -> None:
    """SACEUR inherits what falls on the Strategic Commanders and on NATO's military bodies."""
    rows = {row.line.para: row for row in view_register(handbook).rows if "saceur" in row.inherited}
    assert {"28", "34.c"} <= {*rows}
    assert rows["34.c"].bearers == ("nato-military-bodies",)


def test_panel_of_a_defined_and_of_an_undefined_term(handbook: Handbook) -> None:
    """A panel gives the definition with its citation, or says that there is none."""
    panels = {panel.id: panel for panel in view_panels(handbook)}
    assert panels["cimic"].definition.para == "14"
    assert panels["cimic"].citation.endswith(", para 14")
    assert panels["doctrine"].absence == "The policy uses this term and gives no definition of it."
    assert panels["doctrine"].citation is None


def test_data_files_call_one_function(views: Views) -> None:
    """Every data file hands one value to the one function, under the edition's name, and lists the markings by rank."""
    assets = list(data.assets(Context(views)))
    assert [asset.uri for asset in assets] == [f"mc-0411-2/data/{name}.js" for name in ("search", "terms", "register")]
    for asset in assets:
        key, value = json.loads(f"[{asset.text.removeprefix('handbookData(').removesuffix(');' + chr(10))}]")
        assert f"mc-0411-2/data/{key.removeprefix('mc-0411-2/')}.js" == asset.uri
        assert value["markings"] == ["NATO UNCLASSIFIED", "NATO RESTRICTED"]


def test_every_entry_panel_and_row_says_how_it_is_marked(handbook: Handbook) -> None:
    """What a script shows carries the marking of its words: of the one paragraph marked higher, and of no other."""
    para = handbook.paragraphs["30"]
    high = {name: Portion(getattr(para, name), 1) for name in ("title", "text") if getattr(para, name)}
    views = Views(replace(handbook, paragraphs={**handbook.paragraphs, "30": replace(para, **high)}))
    entries = data.search(Context(views))["entries"]
    assert [entry["id"] for entry in entries if entry["marking"] != "NATO UNCLASSIFIED"] == ["30"]
    assert {panel["marking"] for panel in data.terms(Context(views))["panels"].values()} == {"NATO UNCLASSIFIED"}
    assert {row["marking"] for row in data.register(Context(views))["rows"]} == {"NATO UNCLASSIFIED"}
