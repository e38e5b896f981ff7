"""Who owes what to whom, as tables."""

from dataclasses import replace

from cmi_handbook.model.publication import Notice
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line, Ref
from cmi_handbook.views.matrix import (
    Cell,
    Column,
    MatrixRow,
    Mention,
    Table,
    view_actor_matrix,
    view_level_matrix,
)

KEEPERS = (Ref("keepers", "Keepers"),)
SIGNALS = Mention(Line(
    id="keepers-answer-signals", para="2.a", cited="2.a", action="Answer the signals of fishermen.", force="duty",
    force_name="Duty", governing="should", governed=True, bearers=KEEPERS, conditions=(),
    limits=(Excerpt(para="2", text="In accordance with References A and B"),), contested=True,
), editor=False, signs="?")  # fmt: skip
SHOULD = (SIGNALS,)


def test_a_matrix_shows_who_has_a_relation_and_names_who_is_left_out(lighthouse):
    """Bodies and actors without a relation stand outside the table, by name."""
    view = view_actor_matrix(lighthouse)
    assert view.tables == (
        Table("Part 1 of 1: Fishermen", (Column("fishermen", "Fishermen"),),
              (MatrixRow("keepers", "Keepers", (Cell((SHOULD,)),)),), ()),
    )
    assert view.left_out == (
        ("Bodies without a statement towards a named actor",
         (Ref("board", "Harbour Board"), Ref("head-keeper", "Head Keeper"))),
        ("Actors towards whom no statement goes", ()),
    )


def test_silence_at_a_level_is_said_in_words(lighthouse):
    """An empty cell says that no statement names the level, and which paragraph leaves it open."""
    head = replace(lighthouse.publication, levels={"shore": "Shore", "sea": "Sea"})
    must = (Mention(Line(
        id="keepers-trim-the-lamp", para="1", cited="1", action="Trim the lamp at dusk.", force="duty",
        force_name="Duty", governing="must", governed=True, bearers=KEEPERS, conditions=(), limits=(), contested=False,
    ), editor=False, signs=""),)  # fmt: skip
    for notice, words in ((None, "No statement on it names this level."),
                          (Notice(para="2.a", text="Not here."),
                           "No statement on it names this level; see paragraph 2.a.")):
        view = view_level_matrix(replace(lighthouse, publication=replace(head, levels_notice=notice)))
        assert [column.name for column in view.tables[0].columns] == ["Shore", "Sea", "No level named"]
        silent = Cell((), "", words)
        assert view.tables[0].rows[0] == MatrixRow("keepers", "Keepers", (silent, silent, Cell((must, SHOULD))))


def test_readings_of_one_force_stand_apart_by_the_words_that_govern_them(handbook):
    """Within a cell forces come in their order, and no two readings share force and governing words."""
    tables = (*view_actor_matrix(handbook).tables, *view_level_matrix(handbook).tables)
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        keys = [{(mention.line.force, mention.line.governing) for mention in reading} for reading in cell.said]
        assert [len(each) for each in keys] == [1] * len(keys)
        forces = [list(wording.FORCES).index(force) for ((force, _),) in keys]
        assert forces == sorted(forces)
        assert len(set.union(set(), *keys)) == len(keys)


def test_every_statement_on_a_body_or_on_nobody_stands_in_the_level_matrix(handbook):
    """The matrix loses nothing: statements on actors alone are the only ones outside it."""
    rows = view_level_matrix(handbook).tables[0].rows
    shown = {mention.line.id for row in rows for cell in row.cells for reading in cell.said
             for mention in reading}
    assert shown == {
        each.id for each in handbook.statements.values()
        if not each.bearers or any(bearer in handbook.bodies for bearer in each.bearers)
    }  # fmt: skip


def test_every_relation_of_a_body_to_an_actor_stands_in_the_actor_matrix(handbook):
    """Cell by cell, the matrix holds exactly what the relations say."""
    tables = view_actor_matrix(handbook).tables
    shown = {
        (row.id, column.id, mention.line.id)
        for table in tables for row in table.rows for column, cell in zip(table.columns, row.cells, strict=True)
        for reading in cell.said for mention in reading
    }  # fmt: skip
    assert shown == {
        (bearer, relation.target, each.id)
        for each in handbook.statements.values() for relation in each.relations if relation.target in handbook.actors
        for bearer in each.bearers or (None,) if bearer is None or bearer in handbook.bodies
    }  # fmt: skip


def test_an_empty_cell_always_says_why(handbook):
    """No cell of either matrix is without words."""
    tables = (*view_actor_matrix(handbook).tables, *view_level_matrix(handbook).tables)
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    assert [cell for cell in cells if bool(cell.said) == bool(cell.reason)] == []


def test_what_reaches_a_body_through_a_group_is_marked_apart(handbook):
    """SACEUR stands at strategic level only as one of the Strategic Commanders."""
    rows = {row.id: row for row in view_level_matrix(handbook).tables[0].rows}
    assert rows["saceur"].cells[0] == Cell(
        (), "group", "Nothing by name; it reaches this body as one of: NATO Strategic Commanders.")  # fmt: skip
