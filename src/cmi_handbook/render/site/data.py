"""The data that scripts read: JavaScript files, because a page opened from disk may load no other kind.

Each file hands one value to the global function `handbookData`, which
`assets/js/core.js` defines; addresses in it start at the site's root.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.page import Asset
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.home import WAYS
from cmi_handbook.views.panels import Panel, view_panels
from cmi_handbook.views.register import Register, Row, view_register
from cmi_handbook.views.search import Entry, view_search
from cmi_handbook.views.statement import Ref


def editions(handbooks: Sequence[Handbook]) -> Asset:
    """Return the list of editions, the current one first."""
    return _asset("data/editions.js", "editions", [each.publication.id for each in handbooks])


def assets(context: Context) -> Iterator[Asset]:
    """Yield the data files of one edition."""
    for name, value in (("search", search(context)), ("terms", terms(context)), ("register", register(context))):
        yield _asset(f"{context.root}/data/{name}.js", f"{context.root}/{name}", value)


def _asset(uri: str, key: str, value: Any) -> Asset:
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Asset(uri, f"handbookData({json.dumps(key)},{said});\n")


def url(context: Context, id_: str) -> str:
    """Return the address of an id from the site's root, without the anchor of a page's own heading."""
    home = context.homes[id_]
    return f"{home.page}.html" if home.top else home.url


def search(context: Context) -> dict[str, Any]:
    """Return what the search looks through, the words that lead to it, and the four ways in."""
    handbook = context.handbook
    return {
        "citation": handbook.publication.citation,
        "ways": [[title, f"{context.root}/{folder}/index.html"] for title, folder, *_ in WAYS],
        "entries": [_entry(context, each) for each in view_search(handbook)],
        "synonyms": [[list(each.words), list(each.leads_to)] for each in handbook.synonyms],
    }


def _entry(context: Context, entry: Entry) -> dict[str, Any]:
    fields = {
        "id": entry.id, "kind": entry.kind, "label": entry.label, "title": entry.title, "url": url(context, entry.id),
        "names": list(entry.names), "gist": entry.gist, "text": entry.text, "extra": list(entry.extra),
        "reading": list(entry.reading),
        "leads": list(entry.leads),
        "para": entry.para, "struck": [list(each) for each in entry.struck], "marking": entry.marking,
    }
    return {key: value for key, value in fields.items() if value}


def terms(context: Context) -> dict[str, Any]:
    """Return the panels of the terms by id."""
    return {each.id: _panel(context, each) for each in view_panels(context.handbook)}


def _panel(context: Context, panel: Panel) -> dict[str, Any]:
    fields = {
        "name": panel.name, "kind": panel.kind, "url": url(context, panel.id),
        "definition": _quoted(context, panel.definition), "explanation": _quoted(context, panel.explanation),
        "absence": panel.absence, "citation": panel.citation,
        "confused": [[each.name, url(context, each.id)] for each in panel.confused],
        "used": [[each, url(context, each)] for each in panel.used_in],
        "marking": panel.marking,
    }
    return {key: value for key, value in fields.items() if value}


def _quoted(context: Context, excerpt) -> list[str] | None:
    return [excerpt.text, excerpt.para, url(context, excerpt.para)] if excerpt else None


def register(context: Context) -> dict[str, Any]:
    """Return the rows of the register, and the names and addresses of what they point at."""
    view = view_register(context.handbook)
    parties = {id_ for row in view.rows for id_ in (*row.bearers, *row.actors)}
    return {
        "rows": [_row(context, each) for each in view.rows],
        "filters": _filters(view),
        "opening": list(view.opening),
        "parties": {id_: [context.handbook.party(id_).name, url(context, id_)] for id_ in sorted(parties)},
    }


def _filters(view: Register) -> dict[str, list[list[str]]]:
    lists = {"body": view.bodies, "actor": view.actors, "force": view.forces, "modality": view.modalities,
             "level": view.levels, "phase": view.phases, "section": view.sections}
    return {key: [_choice(each) for each in choices] for key, choices in lists.items()}


def _choice(ref: Ref) -> list[str]:
    return [ref.id, ref.name]


def _row(context: Context, row: Row) -> dict[str, Any]:
    return {
        "id": row.id, "para": row.para, "citation": row.citation, "section": row.section, "action": row.action,
        "text": row.text, "bearers": list(row.bearers), "inherited": list(row.inherited), "actors": list(row.actors),
        "force": row.force, "modality": row.modality, "levels": list(row.levels), "phases": list(row.phases),
        "marking": row.marking, "url": url(context, row.id), "paraUrl": url(context, row.para),
    }
