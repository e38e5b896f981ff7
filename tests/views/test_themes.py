"""Themes, seats and the page for civil organisations."""

from cmi_handbook.views.civil import FAMILY, view_civil
from cmi_handbook.views.seats import view_seat
from cmi_handbook.views.statement import Ref, view_statement
from cmi_handbook.views.themes import view_theme


def test_a_theme_quotes_its_paragraphs_with_their_lead_in(lighthouse):
    """A lettered item stands below the words it hangs on; a statement stands at its paragraph."""
    view = view_theme(lighthouse, "theme-sea")
    assert [(each.para, each.lead_in and each.lead_in[0], "".join(run.text for run in each.words),
             [one.id for one in each.statements]) for each in view.passages] == [
        ("2.a", "2", "Answer the signals of fishermen.", []),
        ("3", None, "This book does not cover tides. Fishermen may hail the Keepers from the sea.",
         ["fishermen-hail-the-keepers"]),
    ]  # fmt: skip
    assert (view.elsewhere, view.bodies, view.seats) == ((), (), (Ref("seat-watch", "The watch"),))


def test_a_theme_loses_none_of_its_statements(handbook):
    """Every statement that the editor gathered stands on its page once."""
    for theme in handbook.themes.values():
        view = view_theme(handbook, theme.id)
        shown = [each.id for passage in view.passages for each in passage.statements]
        assert sorted([*shown, *(each.id for each in view.elsewhere)]) == sorted(theme.statements)


def test_a_seat_gives_its_bodies_with_the_editors_reason(lighthouse):
    """The mapping carries its reason; what falls on the body follows, duties first."""
    (body,) = view_seat(lighthouse, "seat-watch").bodies
    assert (body.body, body.reason, body.inherited, body.towards) == (Ref("keepers", "Keepers"), "They watch.", (), ())
    assert body.direct == tuple(
        view_statement(lighthouse, each) for each in ("keepers-trim-the-lamp", "keepers-answer-signals"))  # fmt: skip


def test_a_seat_lists_what_a_group_hands_down_only_once(handbook):
    """ACO's staff reach the Strategic Commanders' statements through SACEUR and through themselves."""
    bodies = {each.body.id: each for each in view_seat(handbook, "seat-aco-staff-officer").bodies}
    above = {way.via[-1].id: way.above and way.above.id for way in bodies["strategic-commanders"].inherited}
    assert above == {"nato-commanders": "saceur", "nato-military-bodies": "saceur"}


def test_civil_readers_see_only_what_falls_on_natos_side(lighthouse):
    """The fishermen's own permission is not what the keepers are directed to do towards them."""
    view = view_civil(lighthouse)
    assert [(kind.actor.id, [(line.who, line.manner, line.statement.id) for line in kind.directed], kind.said)
            for kind in view.kinds] == [
        ("fishermen", [((Ref("keepers", "Keepers"),), " should: ", "keepers-answer-signals")], ()),
    ]  # fmt: skip
    assert (view.silent, view.no_phase, [phase.lines for phase in view.phases]) == ((), 1, [()] * 7)


def test_the_page_for_civil_organisations_opens_with_8_b(handbook):
    """The policy guides NATO bodies only; the notice rests on 8.b, and the widest family comes first."""
    view = view_civil(handbook)
    assert (view.notice.para, view.kinds[0].actor.id) == ("8.b", FAMILY)


def test_nobody_outside_nato_is_directed(handbook):
    """Every line that directs falls on a body of NATO's side, and has words for its manner."""
    lines = [line for kind in view_civil(handbook).kinds for line in kind.directed]
    assert [line for line in lines if not line.who or not all(each.id in handbook.bodies for each in line.who)] == []
