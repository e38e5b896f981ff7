"""Themes: threads that run through many paragraphs, gathered by the editor with the words they rest on."""

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.line import Line, Ref, names, view_lines
from cmi_handbook.views.runs import Run, runs


@dataclass(frozen=True)
class Passage:
    """A paragraph's words and what is drawn from them for the theme.

    `lead_ins` are the words of the paragraphs that an item hangs on, the
    outermost first, where they did not stand above.
    """

    para: str
    title: str | None
    lead_ins: tuple[tuple[str, tuple[Run, ...]], ...]
    words: tuple[Run, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ThemeView:
    """A theme's page; `elsewhere` are its statements from paragraphs it does not quote."""

    id: str
    title: str
    summary: str
    passages: tuple[Passage, ...]
    elsewhere: tuple[Line, ...]
    bodies: tuple[Ref, ...]
    seats: tuple[Ref, ...]


def view_theme(handbook: Handbook, id_: str) -> ThemeView:
    """Return the page of a theme."""
    theme = handbook.themes[id_]
    lines = view_lines(handbook, theme.statements)
    named = {bearer.id for line in lines for bearer in line.bearers}
    return ThemeView(
        id=id_, title=theme.title, summary=theme.summary, passages=_passages(handbook, theme.paras, lines),
        elsewhere=tuple(line for line in lines if line.para not in theme.paras),
        bodies=names(handbook, (body for body in handbook.bodies if body in named)),
        seats=names(handbook, (seat.id for seat in handbook.seats.values() if id_ in seat.themes)),
    )


def _passages(handbook: Handbook, paras: tuple[str, ...], lines: tuple[Line, ...]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    above: set[str] = set()
    for para in (id_ for id_ in handbook.paragraphs if id_ in paras):
        paragraph = handbook.paragraphs[para]
        lead_ins = tuple((lead_in, runs(handbook, handbook.paragraphs[lead_in]))
                         for lead_in in handbook.lead_ins(para) if lead_in not in above)
        above |= {para, *(lead_in for lead_in, _ in lead_ins)}
        found.append(Passage(para, paragraph.title, lead_ins, runs(handbook, paragraph),
                             tuple(line for line in lines if line.para == para)))
    return tuple(found)
