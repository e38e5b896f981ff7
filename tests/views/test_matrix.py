"""Who owes what to whom, as tables."""

from cmi_handbook.views.matrix import (
    Cell,
    Column,
    Mention,
    Reading,
    Row,
    Table,
    view_actor_matrix,
    view_level_matrix,
)
from cmi_handbook.views.statement import Ref

SIGNALS = Mention("keepers-answer-signals", "2.a", "Answer the signals of fishermen.", False)
SHOULD = Reading("duty", "Duty", "should", (SIGNALS,))
NO_LEVEL = "The policy is silent: nothing on it names this level."


def test_a_matrix_shows_who_has_a_relation_and_names_who_is_left_out(lighthouse):
    """Bodies and actors without a relation stand outside the table, by name."""
    view = view_actor_matrix(lighthouse)
    assert view.tables == (
        Table("actors-1", "Part 1 of 1: Fishermen", (Column("fishermen", "Fishermen"),),
              (Row("keepers", "Keepers", (Cell((SHOULD,)),)),), ()),
    )
    assert view.left_out == (
        ("Bodies without a statement towards a named actor",
         (Ref("board", "Harbour Board"), Ref("head-keeper", "Head Keeper"))),
        ("Actors towards whom no statement goes", ()),
    )


def test_silence_at_a_level_is_said_in_words(lighthouse):
    """A body on which nothing names a level has a reason in every empty cell."""
    keepers = view_level_matrix(lighthouse).tables[0].rows[0]
    must = Reading("duty", "Duty", "must", (Mention("keepers-trim-the-lamp", "1", "Trim the lamp at dusk.", False),))
    silent = Cell((), "", NO_LEVEL)
    assert keepers == Row("keepers", "Keepers", (silent, silent, silent, Cell((must, SHOULD))))


def test_every_statement_on_a_body_or_on_nobody_stands_in_the_level_matrix(handbook):
    """The matrix loses nothing: statements on actors alone are the only ones outside it."""
    rows = view_level_matrix(handbook).tables[0].rows
    shown = {mention.id for row in rows for cell in row.cells for reading in cell.said for mention in reading.mentions}
    assert shown == {
        each.id for each in handbook.statements.values()
        if not each.bearers or any(bearer in handbook.bodies for bearer in each.bearers)
    }  # fmt: skip


def test_every_relation_of_a_body_to_an_actor_stands_in_the_actor_matrix(handbook):
    """Cell by cell, the matrix holds exactly what the relations say."""
    tables = view_actor_matrix(handbook).tables
    shown = {
        (row.id, column.id, mention.id)
        for table in tables for row in table.rows for column, cell in zip(table.columns, row.cells, strict=True)
        for reading in cell.said for mention in reading.mentions
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
