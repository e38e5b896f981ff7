"""Themes: threads that run through many paragraphs, gathered by the editor with the words they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.views.statement import Ref, StatementView, names, view_statement
from cmi_handbook.views.text import Run, runs


@dataclass(frozen=True)
class Passage:
    """A paragraph's words and what is drawn from them for the theme.

    `lead_in` are the words of the paragraph that a lettered item hangs on,
    where they did not stand right above.
    """

    para: str
    title: str | None
    lead_in: tuple[str, tuple[Run, ...]] | None
    words: tuple[Run, ...]
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class ThemeView:
    """A theme's page; `elsewhere` are its statements from paragraphs it does not quote."""

    id: str
    title: str
    summary: str
    passages: tuple[Passage, ...]
    elsewhere: tuple[StatementView, ...]
    bodies: tuple[Ref, ...]
    seats: tuple[Ref, ...]
    markings: tuple[str, ...]


def view_theme(handbook: Handbook, id_: str) -> ThemeView:
    """Return the page of a theme."""
    theme = handbook.themes[id_]
    views = tuple(view_statement(handbook, each) for each in theme.statements)
    named = {bearer.id for view in views for bearer in view.bearers}
    quoted = [handbook.paragraphs[each] for each in theme.paras]
    quoted += [handbook.paragraphs[each.parent] for each in quoted if each.parent]
    return ThemeView(
        id=id_, title=theme.title, summary=theme.summary, passages=_passages(handbook, theme.paras, views),
        elsewhere=tuple(view for view in views if view.para not in theme.paras),
        bodies=names(handbook, (each for each in handbook.bodies if each in named)),
        seats=names(handbook, (seat.id for seat in handbook.seats.values() if id_ in seat.themes)),
        markings=(str(theme.marking), *(each.marking for each in quoted), *(view.marking for view in views)),
    )


def _passages(handbook: Handbook, paras: tuple[str, ...], views: tuple[StatementView, ...]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    above: set[str] = set()
    for para in (each for each in handbook.paragraphs if each in paras):
        paragraph = handbook.paragraphs[para]
        lead_in = None
        if paragraph.parent and paragraph.parent not in above:
            lead_in = (paragraph.parent, runs(handbook, handbook.paragraphs[paragraph.parent]))
        above |= {para, paragraph.parent or para}
        found.append(Passage(para, paragraph.title, lead_in, runs(handbook, paragraph),
                             tuple(view for view in views if view.para == para)))
    return tuple(found)
