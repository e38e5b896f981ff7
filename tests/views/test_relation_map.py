"""The map of relations by level of command."""

from cmi_handbook.views.line import view_line
from cmi_handbook.views.matrix import Mention
from cmi_handbook.views.relation_map import Drawing, Edge, End, own_levels, view_relation_map

KEEPERS, HEAD = End("keepers", "Keepers"), End("head-keeper", "Head Keeper")
FISHERMEN, BOARD = End("fishermen", "Fishermen"), End("board", "Harbour Board")
NOBODY = End(None, "Nobody named")


def test_a_map_is_made_of_the_relations_alone(lighthouse):
    """Each relation is one line, sources left and counterparts right, in the order of the edition."""
    assert view_relation_map(lighthouse).drawings == (
        Drawing(
            "map-no-level-1", "All relations: Keepers and Head Keeper", "Keepers and Head Keeper",
            "2 relations from 2 sources to 2 counterparts. The list below the drawing says the same in words.", (),
            (KEEPERS, HEAD), (FISHERMEN, BOARD),
            (Edge(KEEPERS, FISHERMEN, "interacts with",
                  (Mention(view_line(lighthouse, "keepers-answer-signals"), editor=False, signs="?"),)),
             Edge(HEAD, BOARD, "reports to",
                  (Mention(view_line(lighthouse, "head-keeper-reports-storms"), editor=False, signs=""),))),
        ),
    )  # fmt: skip


def test_reports_of_40_a_and_41_f_go_to_nobody_named(handbook):
    """The policy names no receiver, so the map draws none."""
    edges = [edge for drawing in view_relation_map(handbook).drawings for edge in drawing.edges]
    reports = [(edge.source.id, edge.target, [each.line.para for each in edge.mentions])
               for edge in edges if edge.verb == "reports to"]
    assert reports == [
        ("saceur", NOBODY, ["40.a"]), ("sact", NOBODY, ["41.f"]), ("sact", End("mc", "Military Committee"), ["41.a"]),
    ]  # fmt: skip


def test_every_relation_is_drawn_once(handbook):
    """The lines of all drawings are the relations of all statements, none lost and none twice."""
    drawn = sorted(
        (str(edge.source.id), str(edge.target.id), edge.verb, mention.line.id)
        for drawing in view_relation_map(handbook).drawings for edge in drawing.edges for mention in edge.mentions
    )  # fmt: skip
    written = {
        (str(bearer), str(relation.target), relation.type, each.id)
        for each in handbook.statements.values() for relation in each.relations for bearer in each.bearers or (None,)
    }  # fmt: skip
    assert len(drawn) == len(set(drawn)) == len(written)


def test_bands_run_from_the_top_level_to_what_names_none(handbook):
    """28 gives the operational and tactical levels one sentence together; neither has a band alone."""
    view = view_relation_map(handbook)
    assert [band.title for band in view.bands] == [
        "Strategic level", "Operational and tactical level", "Every level", "No level named"]  # fmt: skip
    assert view.silent == ("Operational", "Tactical")


def test_a_body_stands_at_the_level_of_the_group_it_is_one_of(handbook):
    """SACEUR and SACT are strategic as Strategic Commanders; a statement on all levels places nobody."""
    ids = ("saceur", "sact", "tactical-commanders", "nato-military-bodies")
    assert [own_levels(handbook, each) for each in ids] == [
        ("strategic",), ("strategic",), ("operational", "tactical"), ()]  # fmt: skip
