"""Who bears what: directly, through groups, through another's duty."""

from __future__ import annotations

from itertools import pairwise

from cmi_handbook.link.standing import groups
from cmi_handbook.model.handbook import Group, Handbook, Inherited


def test_only_being_one_of_a_group_hands_duties_down(handbook: Handbook) -> None:
    """Deployed commanders stand under SACEUR's command and inherit none of SACEUR's duties."""
    own = set(handbook.standing["saceur"].direct)
    inherited = {each.statement for each in handbook.standing["deployed-force-commanders"].inherited}
    assert own & inherited == set()
    assert "saceur" in {each.to for each in handbook.bodies["deployed-force-commanders"].member_of}


def test_both_strategic_commanders_inherit_paragraph_28(handbook: Handbook) -> None:
    """What 28 lays on the Strategic Commanders reaches SACEUR and SACT, on the editor's word."""
    expected = Inherited(statement="strategic-commanders-develop-cmi", via=("strategic-commanders",), basis="editor")
    assert [expected in handbook.standing[each].inherited for each in ("saceur", "sact")] == [True, True]


def test_nothing_that_is_not_distributive_is_inherited(handbook: Handbook) -> None:
    """Only statements that fall on each member of a group reach its members."""
    wrong = [
        (id_, each.statement)
        for id_, standing in handbook.standing.items()
        for each in standing.inherited
        if not handbook.statements[each.statement].distributive
    ]
    assert wrong == []


def test_the_way_ends_at_a_bearer_and_its_weakest_basis_counts(handbook: Handbook) -> None:
    """Each inherited statement falls on the last group of its way; one editor's step makes it the editor's."""
    parties = {**handbook.bodies, **handbook.actors}
    for id_, standing in handbook.standing.items():
        known = groups(parties[id_], parties)
        assert list(standing.groups) == known
        for each in standing.inherited:
            assert each.via[-1] in handbook.statements[each.statement].bearers
            assert Group(via=each.via, basis=each.basis) in known
            assert _weakest(parties, (id_, *each.via)) == each.basis


def _weakest(parties, way: tuple[str, ...]) -> str:
    steps = pairwise(way)
    bases = {
        next(each.basis for each in parties[here].member_of if each.to == there and each.relation == "is-one")
        for here, there in steps
    }
    return "editor" if "editor" in bases else "text"


def test_deployed_commanders_are_reached_through_40i(handbook: Handbook) -> None:
    """40.i tasks deployed commanders through SACEUR: it is SACEUR's duty and reaches them through it."""
    tasking = [each.id for each in handbook.statements.values() if each.para == "40.i"]
    assert list(handbook.standing["deployed-force-commanders"].through) == tasking
    assert handbook.statements[tasking[0]].bearers == ("saceur",)
