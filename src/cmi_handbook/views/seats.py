"""Seats: posts that the policy does not name, and what it says of the bodies the editor maps them to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.reading import Seat, SeatLink
from cmi_handbook.views import words
from cmi_handbook.views.statement import Ref, StatementView, name, names, view_statement


@dataclass(frozen=True)
class Way:
    """Statements that reach a body through groups; `above` is the body under which the page lists them already."""

    via: tuple[Ref, ...]
    basis: str
    statements: tuple[StatementView, ...]
    above: Ref | None


@dataclass(frozen=True)
class SeatBody:
    """A body that concerns the seat, why, and what the policy has for it."""

    body: Ref
    is_actor: bool
    reason: str
    direct: tuple[StatementView, ...]
    inherited: tuple[Way, ...]
    towards: tuple[StatementView, ...]


@dataclass(frozen=True)
class SeatView:
    """A seat's page."""

    id: str
    title: str
    summary: str
    bodies: tuple[SeatBody, ...]
    themes: tuple[tuple[Ref, str], ...]
    outside: bool
    markings: tuple[str, ...]


def view_seat(handbook: Handbook, id_: str) -> SeatView:
    """Return the page of a seat."""
    seat = handbook.seats[id_]
    bodies = tuple(_bodies(handbook, seat))
    shown = [view.marking for body in bodies for view in (*body.direct, *body.towards)]
    shown += [str(handbook.party(body.body.id).marking) for body in bodies]
    shown += [view.marking for body in bodies for way in body.inherited for view in way.statements]
    themes = tuple((name(handbook, each), handbook.themes[each].summary) for each in seat.themes)
    return SeatView(id_, seat.title, seat.summary, bodies, themes,
                    outside=bool(bodies) and bodies[0].is_actor, markings=(str(seat.marking), *shown))  # fmt: skip


def _bodies(handbook: Handbook, seat: Seat) -> Iterator[SeatBody]:
    """Yield the bodies; what several of them inherit from one group is listed under the first."""
    listed: dict[str, Ref] = {}
    for mapped in seat.bodies:
        body = _body(handbook, mapped, listed)
        listed[mapped.body] = body.body
        for way in body.inherited:
            listed.setdefault(way.via[-1].id, body.body)
        yield body


def _body(handbook: Handbook, mapped: SeatLink, listed: dict[str, Ref]) -> SeatBody:
    standing = handbook.standing[mapped.body]
    return SeatBody(
        body=name(handbook, mapped.body), is_actor=mapped.body in handbook.actors, reason=mapped.reason,
        direct=_by_force(handbook, standing.direct),
        inherited=tuple(_ways(handbook, mapped.body, listed)),
        towards=_by_force(handbook, standing.towards),
    )


def _by_force(handbook: Handbook, ids: Iterable[str]) -> tuple[StatementView, ...]:
    """Return statements, duties first; those of one force in the order of the policy."""
    rank = list(words.FORCES).index
    return tuple(sorted((view_statement(handbook, each) for each in ids), key=lambda view: rank(view.force)))


def _ways(handbook: Handbook, body: str, listed: dict[str, Ref]) -> Iterator[Way]:
    ways: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for each in handbook.standing[body].inherited:
        ways.setdefault((each.via, each.basis), []).append(each.statement)
    for (via, basis), ids in ways.items():
        yield Way(names(handbook, via), words.BASES[basis], _by_force(handbook, ids),
                  listed.get(via[-1]))  # fmt: skip
