"""What falls on whom: directly, through groups, and from whom to whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cmi_handbook.model.handbook import Group, Inherited, Standing
from cmi_handbook.model.party import Party
from cmi_handbook.model.statement import Statement


def link_standing(parties: Mapping[str, Party], statements: Sequence[Statement]) -> dict[str, Standing]:
    """Return the standing of every party."""
    direct = _by(statements, lambda statement: statement.bearers)
    towards = _by(statements, lambda statement: [relation.target for relation in statement.relations
                                                 if relation.target])
    through = _by(statements, lambda statement: statement.derived_for)
    shared = {statement.id for statement in statements if statement.distributive}
    members = defaultdict(list)
    for party in parties.values():
        for membership in party.member_of:
            members[membership.to].append(party.id)
    ways = {id_: groups(party, parties) for id_, party in parties.items()}
    return {
        id_: Standing(
            direct=tuple(direct[id_]),
            inherited=tuple(_inherited(id_, ways[id_], direct, shared)),
            towards=tuple(towards[id_]),
            through=tuple(through[id_]),
            groups=tuple(ways[id_]),
            members=tuple(members[id_]),
        )
        for id_ in parties
    }


def _by(statements: Iterable[Statement], keys: Callable[[Statement], Iterable[str]]) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for statement in statements:
        for key in dict.fromkeys(keys(statement)):
            found[key].append(statement.id)
    return found


def groups(party: Party, parties: Mapping[str, Party]) -> list[Group]:
    """Return the groups a party is one of: the way to each, nearest first, and the weakest basis on it.

    Of several ways to one group the best founded counts, then the shortest.
    """
    best: dict[str, Group] = {}
    ways = [(party, Group(via=(), basis="text"))]
    while ways:
        here, way = ways.pop(0)
        for membership in here.member_of:
            if membership.relation != "is-one" or membership.to in (party.id, *way.via):
                continue
            further = Group(via=(*way.via, membership.to),
                            basis="text" if way.basis == membership.basis == "text" else "editor")
            known = best.get(membership.to)
            if known is None or (further.basis == "text" and known.basis == "editor"):
                best[membership.to] = further
                ways.append((parties[membership.to], further))
    return list(best.values())


def _inherited(party: str, ways: Iterable[Group], direct: Mapping[str, list[str]],
               shared: set[str]) -> Iterator[Inherited]:
    own = set(direct[party])
    for way in ways:
        for id_ in direct[way.id]:
            if id_ in shared and id_ not in own:
                own.add(id_)
                yield Inherited(statement=id_, via=way.via, basis=way.basis)
