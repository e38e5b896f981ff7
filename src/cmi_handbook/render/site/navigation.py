"""The navigation: generated pages and hand-written ones in one tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cmi_handbook.render.page import Page


def navigation(pages: Iterable[Page], by_hand: list[Any] | None) -> list[Any]:
    """Return the site's navigation: generated pages by their `nav`, then the hand-written entries."""
    tree: list[Any] = []
    for page in pages:
        if page.nav:
            _put(tree, page.nav, page.uri)
    if not tree:
        return ["index.md"]
    for entry in by_hand or []:
        _merge(tree, entry)
    return tree


def _merge(tree: list[Any], entry: dict[str, Any]) -> None:
    """Add a hand-written entry; pages of a section that is there already go to its end."""
    for item in tree:
        for title, pages in entry.items():
            if isinstance(item.get(title), list) and isinstance(pages, list):
                item[title] += pages
                return
    tree.append(entry)


def _put(level: list[Any], way: tuple[str, ...], uri: str) -> None:
    first, *rest = way
    if not rest:
        level.append({first: uri})
        return
    for item in level:
        if isinstance(item.get(first), list):
            _put(item[first], tuple(rest), uri)
            return
    level.append({first: []})
    _put(level[-1][first], tuple(rest), uri)
