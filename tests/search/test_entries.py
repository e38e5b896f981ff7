"""What the scripts read: entries, panels and rows, made of the same views as the pages."""

from __future__ import annotations

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.site import data
from cmi_handbook.render.site.context import Context
from cmi_handbook.views.address import addresses
from cmi_handbook.views.panels import view_panels
from cmi_handbook.views.register import view_register
from cmi_handbook.views.search import view_search
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
    rows = {row.para: row for row in view_register(handbook).rows if "saceur" in row.inherited}
    assert {"28", "34.c"} <= {*rows}
    assert rows["34.c"].bearers == ("nato-military-bodies",)


def test_panel_of_a_defined_and_of_an_undefined_term(handbook: Handbook) -> None:
    """A panel gives the definition with its citation, or says that there is none."""
    panels = {panel.id: panel for panel in view_panels(handbook)}
    assert panels["cimic"].definition.para == "14"
    assert panels["cimic"].citation.endswith(", para 14")
    assert panels["doctrine"].absence == "The policy uses this term and gives no definition of it."
    assert panels["doctrine"].citation is None


def test_data_files_call_one_function(handbook: Handbook) -> None:
    """Every data file hands one value to the one function, under the edition's name."""
    starts = [asset.content.split(",")[0] for asset in data.assets(Context(handbook, addresses(handbook)))]
    assert starts == [f'handbookData("mc-0411-2/{name}"' for name in ("search", "terms", "register")]
