"""Themes, seats and the page for outsiders."""

from dataclasses import replace

from cmi_handbook.model.publication import Outsiders
from cmi_handbook.render.site import render_site
from cmi_handbook.views.line import Ref, view_line, view_lines
from cmi_handbook.views.outsiders import Counterpart, OutsiderLine, OutsidersView, PhaseView, view_outsiders
from cmi_handbook.views.seats import SeatBody, view_seat
from cmi_handbook.views.themes import view_theme
from cmi_handbook.views.views import Views


def test_a_theme_quotes_its_paragraphs_with_their_lead_in(lighthouse):
    """A lettered item stands below the words it hangs on; a statement stands at its paragraph."""
    view = view_theme(lighthouse, "theme-sea")
    assert [(each.para, [para for para, _ in each.lead_ins], "".join(run.text for run in each.words),
             [one.id for one in each.lines]) for each in view.passages] == [
        ("2.a", ["2"], "Answer the signals of fishermen.", []),
        ("3", [], "This book does not cover tides. Fishermen may hail the Keepers from the sea.",
         ["fishermen-hail-the-keepers"]),
    ]  # fmt: skip
    assert (view.elsewhere, view.bodies, view.seats) == ((), (), (Ref("seat-watch", "The watch"),))


def test_a_theme_loses_none_of_its_statements(handbook):
    """Every statement that the editor gathered stands on its page once."""
    for theme in handbook.themes.values():
        view = view_theme(handbook, theme.id)
        shown = [each.id for passage in view.passages for each in passage.lines]
        assert sorted([*shown, *(each.id for each in view.elsewhere)]) == sorted(theme.statements)


def test_a_seat_gives_its_bodies_with_the_editors_reason(lighthouse):
    """The mapping carries its reason; what falls on the body follows, duties first."""
    (body,) = view_seat(lighthouse, "seat-watch").bodies
    assert body == SeatBody(
        body=Ref("keepers", "Keepers"), is_actor=False, reason="They watch.",
        direct=view_lines(lighthouse, ("keepers-trim-the-lamp", "keepers-answer-signals")), inherited=(), towards=(),
    )  # fmt: skip


def test_a_seat_lists_what_a_group_hands_down_only_once(handbook):
    """ACO's staff reach the Strategic Commanders' statements through SACEUR and through themselves."""
    bodies = {each.body.id: each for each in view_seat(handbook, "seat-aco-staff-officer").bodies}
    above = {way.inherited.group.id: way.above and way.above.id for way in bodies["strategic-commanders"].inherited}
    assert above == {"nato-commanders": "saceur", "nato-military-bodies": "saceur"}


def test_outsiders_see_only_what_falls_on_the_owners_side(lighthouse):
    """The fishermen's own permission is not what the keepers are directed to do towards them."""
    page = Outsiders(id="for-sailors", title="For sailors", way_in="I sail", family="fishermen")
    head = replace(lighthouse.publication, outsiders=page, phases={"calm": "Calm", "storm": "Storm"})
    fishermen = Counterpart(
        Ref("fishermen", "Fishermen"), "Those at sea.", (),
        (OutsiderLine((Ref("keepers", "Keepers"),), " should: ", view_line(lighthouse, "keepers-answer-signals"),
                      (Ref("fishermen", "Fishermen"),), (), None),), ())
    assert view_outsiders(replace(lighthouse, publication=head)) == OutsidersView(
        page="for-sailors", title="For sailors", way_in="I sail", notice=None, kinds=(fishermen,), silent=(),
        phases=(PhaseView("Calm", ()), PhaseView("Storm", ())), no_phase=1,
    )  # fmt: skip


def test_an_edition_without_outsiders_has_no_page_for_them(lighthouse):
    """Where the publication names no family of outsiders there is no view, and no page."""
    views = Views(lighthouse)
    assert views.outsiders is None
    pages = render_site([views]).pages
    assert [page.uri for page in pages if "organisations" in page.uri or "organisations.html" in page.body] == []


def test_the_page_for_civil_organisations_opens_with_8_b(handbook):
    """The policy guides NATO bodies only; the notice rests on 8.b, and the widest family comes first."""
    view = view_outsiders(handbook)
    assert (view.title, view.notice.para, view.kinds[0].actor.id) == (
        "For civil organisations", "8.b", handbook.publication.outsiders.family)  # fmt: skip


def test_nobody_outside_nato_is_directed(handbook):
    """Every line that directs falls on a body of NATO's side, and has words for its manner."""
    lines = [line for kind in view_outsiders(handbook).kinds for line in kind.directed]
    assert [line for line in lines if not line.who or not all(each.id in handbook.bodies for each in line.who)] == []
    assert [line for line in lines if not line.manner.strip(" :,")] == []
