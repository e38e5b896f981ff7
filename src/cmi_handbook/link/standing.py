"""What falls on whom: directly, through groups, and from whom to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cmi_handbook.model.handbook import Inherited, Standing
from cmi_handbook.model.party import Party
from cmi_handbook.model.record import Basis
from cmi_handbook.model.statement import Statement


def link_standing(parties: Mapping[str, Party], statements: Sequence[Statement]) -> dict[str, Standing]:
    """Return the standing of every party."""
    direct = _by(statements, lambda each: each.bearers)
    towards = _by(statements, lambda each: [relation.target for relation in each.relations if relation.target])
    through = _by(statements, lambda each: each.derived_for)
    shared = {each.id for each in statements if each.distributive}
    members = defaultdict(list)
    for party in parties.values():
        for membership in party.member_of:
            members[membership.to].append(party.id)
    return {
        id_: Standing(
            direct=tuple(direct[id_]),
            inherited=tuple(_inherited(party, parties, direct, shared)),
            towards=tuple(towards[id_]),
            through=tuple(through[id_]),
            members=tuple(members[id_]),
        )
        for id_, party in parties.items()
    }


def _by(statements: Iterable[Statement], keys) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for statement in statements:
        for key in dict.fromkeys(keys(statement)):
            found[key].append(statement.id)
    return found


def groups(party: Party, parties: Mapping[str, Party]) -> list[tuple[tuple[str, ...], Basis]]:
    """Return the groups a party is one of: the way to each, nearest first, and the weakest basis on it.

    Of several ways to one group the best founded counts, then the shortest.
    """
    best: dict[str, tuple[tuple[str, ...], Basis]] = {}
    ways: list[tuple[Party, tuple[str, ...], Basis]] = [(party, (), "text")]
    while ways:
        here, via, basis = ways.pop(0)
        for membership in here.member_of:
            if membership.relation != "is-one" or membership.to in (party.id, *via):
                continue
            way = (*via, membership.to)
            weakest: Basis = "text" if basis == membership.basis == "text" else "editor"
            known = best.get(membership.to)
            if known is None or (weakest == "text" and known[1] == "editor"):
                best[membership.to] = (way, weakest)
                ways.append((parties[membership.to], way, weakest))
    return list(best.values())


def _inherited(party: Party, parties: Mapping[str, Party], direct: Mapping[str, list[str]],
               shared: set[str]) -> Iterable[Inherited]:
    own = set(direct[party.id])
    for via, basis in groups(party, parties):
        for id_ in direct[via[-1]]:
            if id_ in shared and id_ not in own:
                own.add(id_)
                yield Inherited(statement=id_, via=via, basis=basis)
