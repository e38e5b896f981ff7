"""The data that scripts read: JavaScript files, because a page opened from disk may load no other kind.

Each file hands one value to the global function `handbookData`, which
`assets/js/core.js` defines; addresses in it start at the site's root.
"""

import json
from collections.abc import Iterator
from typing import Any

from cmi_handbook.model.record import Excerpt
from cmi_handbook.render.page import Asset
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.home import ways
from cmi_handbook.render.site.parts import text_label
from cmi_handbook.views.line import Ref
from cmi_handbook.views.panels import Panel
from cmi_handbook.views.register import Register, RegisterRow
from cmi_handbook.views.search import Findable


def assets(context: Context) -> Iterator[Asset]:
    """Yield the data files of one edition."""
    for name, value in (("search", search(context)), ("terms", terms(context)), ("register", register(context))):
        value["markings"] = list(context.views.publication.markings)
        yield _asset(f"{context.root}/data/{name}.js", f"{context.root}/{name}", value)


def _asset(uri: str, key: str, value: Any) -> Asset:
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Asset(uri, f"handbookData({json.dumps(key)},{said});\n")


def url(context: Context, id_: str) -> str:
    """Return the address of an id from the site's root, without the anchor of a page's own heading."""
    home = context.views.homes[id_]
    return f"{home.page}.html" if home.top else home.url


def search(context: Context) -> dict[str, Any]:
    """Return what the search looks through, the words that lead to it, and the four ways in."""
    publication = context.views.publication
    return {
        "citation": publication.citation,
        "weak": [publication.vocabulary.publication, publication.vocabulary.owner, "document", "handbook"],
        "ways": [[way.title, f"{context.root}/{way.folder}/index.html"] for way in ways(context)],
        "entries": [_entry(context, entry) for entry in context.views.search],
        "synonyms": [[list(synonym.words), list(synonym.leads_to)] for synonym in context.views.synonyms],
    }


def _entry(context: Context, entry: Findable) -> dict[str, Any]:
    fields = {
        "id": entry.id, "kind": entry.kind, "label": entry.label, "title": entry.title, "url": url(context, entry.id),
        "names": list(entry.names), "gist": entry.gist, "narrowed": entry.narrowed,
        "text": entry.text, "extra": list(entry.extra),
        "reading": list(entry.reading),
        "leads": list(entry.leads),
        "para": entry.para, "cited": _cited(context, entry.para) if entry.para else None,
        "struck": [list(span) for span in entry.struck], "marking": context.views.marking(entry),
    }
    return {key: value for key, value in fields.items() if value}


def terms(context: Context) -> dict[str, Any]:
    """Return the panels of the terms by id."""
    return {"label": text_label(context.linker("")).lower(),
            "panels": {panel.id: _panel(context, panel) for panel in context.views.panels}}


def _panel(context: Context, panel: Panel) -> dict[str, Any]:
    fields = {
        "name": panel.name, "kind": panel.kind, "url": url(context, panel.id),
        "definition": _quoted(context, panel.definition), "explanation": _quoted(context, panel.explanation),
        "absence": panel.absence, "citation": panel.citation,
        "confused": [[term.name, url(context, term.id)] for term in panel.confused],
        "used": [[_cited(context, para), url(context, para)] for para in panel.used_in],
        "marking": context.views.marking(panel),
    }
    return {key: value for key, value in fields.items() if value}


def _quoted(context: Context, excerpt: Excerpt | None) -> list[str] | None:
    if excerpt is None:
        return None
    return [excerpt.text, _cited(context, excerpt.para), url(context, excerpt.para)]


def register(context: Context) -> dict[str, Any]:
    """Return the rows of the register, and the names and addresses of what they point at."""
    view = context.views.register
    parties = {id_ for row in view.rows for id_ in (*row.bearers, *row.actors)}
    return {
        "rows": [_row(context, row) for row in view.rows],
        "filters": _filters(view),
        "opening": list(view.opening),
        "marking": context.views.marking(view),
        "parties": {id_: [name, url(context, id_)] for id_, name in sorted(_names(view).items()) if id_ in parties},
    }


def _filters(view: Register) -> dict[str, list[list[str]]]:
    lists = {"body": view.bodies, "actor": view.actors, "force": view.forces, "modality": view.modalities,
             "level": view.levels, "phase": view.phases, "section": view.sections}
    return {key: [_choice(choice) for choice in choices] for key, choices in lists.items()}


def _choice(ref: Ref) -> list[str]:
    return [ref.id, ref.name]


def _names(view: Register) -> dict[str, str]:
    """Return the names of all parties that the register points at."""
    return {ref.id: ref.name for row in view.rows for ref in row.line.bearers} \
        | {ref.id: ref.name for ref in (*view.bodies, *view.actors)}


def _row(context: Context, row: RegisterRow) -> dict[str, Any]:
    line = row.line
    return {
        "id": line.id, "para": line.para, "cited": _cited(context, line.para), "citation": row.citation,
        "section": row.section, "action": line.action, "text": row.text, "bearers": list(row.bearers),
        "inherited": list(row.inherited), "actors": list(row.actors), "force": line.force, "modality": row.modality,
        "governing": line.governing, "conditions": [condition.text for condition in line.conditions],
        "limits": [limit.text for limit in line.limits], "contested": line.contested,
        "levels": list(row.levels), "phases": list(row.phases),
        "marking": context.views.marking(row), "url": url(context, line.id), "paraUrl": url(context, line.para),
    }


def _cited(context: Context, id_: str) -> str:
    """Return the number that a paragraph is cited by; any other id as it is."""
    return context.views.homes[id_].cited or id_
