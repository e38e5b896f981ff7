"""Seats: posts that the text does not name, and what it says of the bodies the editor maps them to."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.reading import Seat
from cmi_handbook.views.line import Line, Ref, name
from cmi_handbook.views.party import Inheritance, view_party


@dataclass(frozen=True)
class Way:
    """Lines that reach a body through groups; `above` is the body under which the page lists them already."""

    inherited: Inheritance
    above: Ref | None


@dataclass(frozen=True)
class SeatBody:
    """A body that concerns the seat, why, and what the text has for it."""

    body: Ref
    is_actor: bool
    reason: str
    direct: tuple[Line, ...]
    inherited: tuple[Way, ...]
    towards: tuple[Line, ...]


@dataclass(frozen=True)
class SeatView:
    """A seat's page; `outside` says that it is mapped to an actor in the first place."""

    id: str
    title: str
    summary: str
    bodies: tuple[SeatBody, ...]
    themes: tuple[tuple[Ref, str], ...]
    outside: bool


def view_seat(handbook: Handbook, id_: str) -> SeatView:
    """Return the page of a seat."""
    seat = handbook.seats[id_]
    bodies = tuple(_bodies(handbook, seat))
    themes = tuple((name(handbook, theme), handbook.themes[theme].summary) for theme in seat.themes)
    return SeatView(id_, seat.title, seat.summary, bodies, themes, outside=bool(bodies) and bodies[0].is_actor)


def _bodies(handbook: Handbook, seat: Seat) -> Iterator[SeatBody]:
    """Yield the bodies; what several of them inherit from one group is listed under the first."""
    listed: dict[str, Ref] = {}
    for mapped in seat.bodies:
        party, body = view_party(handbook, mapped.body), name(handbook, mapped.body)
        yield SeatBody(
            body=body, is_actor=party.is_actor, reason=mapped.reason,
            direct=tuple(line for group in party.direct for line in group.lines),
            inherited=tuple(Way(way, listed.get(way.group.id)) for way in party.inherited),
            towards=tuple(line for group in party.towards for line in group.lines),
        )
        listed[mapped.body] = body
        for way in party.inherited:
            listed.setdefault(way.group.id, body)
