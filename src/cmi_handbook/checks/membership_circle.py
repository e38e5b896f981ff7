"""Membership never runs in a circle: nobody is one of themselves, part of themselves or under their own
command, directly or through others.

Duties are handed down along membership; a circle would hand them to those they came from. Each of the
three relations is followed by itself.
"""

from collections.abc import Mapping
from typing import Any

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule

Edges = Mapping[str, list[tuple[str, Entry[Any], int]]]
"""Party to the groups it names, each with the entry and the place in its `member_of`."""


def check(draft: Draft) -> Faults:
    """Yield each circle once, at the membership that closes it."""
    for relation in ("is-one", "part-of", "under-command"):
        edges = _edges(draft, relation)
        done: set[str] = set()
        for id_ in edges:
            yield from _circles(id_, edges, done)


def _edges(draft: Draft, relation: str) -> Edges:
    edges: dict[str, list[tuple[str, Entry[Any], int]]] = {}
    for entry in (*draft.bodies, *draft.actors):
        for place, membership in enumerate(entry.record.member_of):
            if membership.relation == relation:
                edges.setdefault(entry.record.id, []).append((membership.to, entry, place))
    return edges


def _circles(start: str, edges: Edges, done: set[str]) -> Faults:
    """Walk from one party, depth first, without recursion; `done` are those walked to their end."""
    if start in done:
        return
    way = [start]
    ahead = [iter(edges.get(start, ()))]
    while way:
        step = next(ahead[-1], None)
        if step is None:
            done.add(way.pop())
            ahead.pop()
            continue
        to, entry, place = step
        if to in way:
            circle = " -> ".join(f"`{id_}`" for id_ in (*way[way.index(to) :], to))
            yield RULE.fault(entry.at("member_of", place, "to"), f"membership runs in a circle: {circle}",
                             "remove the membership that does not hold")
        elif to not in done:
            way.append(to)
            ahead.append(iter(edges.get(to, ())))


RULE = Rule("CMI105", "membership-circle", __doc__, check)
