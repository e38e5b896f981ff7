"""The navigation: a menu for each edition, and one for the hand-written pages."""

from collections.abc import Iterable
from typing import Any

from cmi_handbook.render.page import Page


def navigation(pages: Iterable[Page], by_hand: list[Any] | None) -> list[Any]:
    """Return the site's navigation: the front page, each edition under its id, then the hand-written entries.

    A page shows the menu of its own edition alone; see `overrides/partials/nav.html`.
    """
    tree: list[Any] = []
    for page in pages:
        if not page.edition or not page.nav:
            tree.append({str(page.title): page.uri})
        else:
            _put(tree, (page.edition, *page.nav), page.uri)
    return [*tree, *(by_hand or [])]


def _put(level: list[Any], way: tuple[str, ...], uri: str) -> None:
    first, *rest = map(str, way)
    if not rest:
        level.append({first: uri})
        return
    for item in level:
        if isinstance(item.get(first), list):
            _put(item[first], tuple(rest), uri)
            return
    level.append({first: []})
    _put(level[-1][first], tuple(rest), uri)
