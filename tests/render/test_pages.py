"""Pairs of a tiny edition and its pages: what the renderer writes is what stands in `pages/`.

After a wanted change `python -m tests.render.test_pages` writes them anew; read
the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cmi_handbook.checks import examples
from cmi_handbook.link import link
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.export import to_json
from cmi_handbook.render.site import render_site
from cmi_handbook.views.address import addresses
from cmi_handbook.views.export import export

PAIRS = Path(__file__).parent / "pages"
BASE = Path(examples.__file__).parent / "base"
KINDS = ("index", "about", "policy/", "roles/", "actors/", "glossary/", "statements/", "seats/", "themes/", "coverage/")
"""One page of each of these is kept: the last by name, which is no index where there is another."""


def rendered() -> dict[str, str]:
    """Return file name to text of the pages that are kept, and of the export."""
    draft, faults = parse_edition(BASE)
    assert faults == []
    book = link(draft)
    pages = {page.uri.partition("/")[2]: page.text for page in render_site([book]).pages if "/" in page.uri}
    kept = {max(uri for uri in pages if uri.startswith(kind)) for kind in KINDS}
    found = {uri.replace("/", "--"): pages[uri] for uri in sorted(kept)}
    return found | {"handbook.json": to_json(export(book, addresses(book)))}


@pytest.mark.parametrize("name", sorted(path.name for path in PAIRS.iterdir()))
def test_a_page_is_written_as_expected(name: str) -> None:
    """The page (or the export) of the tiny edition is the expected one, to the letter."""
    assert rendered()[name] == (PAIRS / name).read_text(encoding="utf-8")


def test_every_kind_of_page_has_a_pair() -> None:
    """No expected page is left over, and none is missing."""
    assert sorted(rendered()) == sorted(path.name for path in PAIRS.iterdir())


if __name__ == "__main__":
    for stale in PAIRS.iterdir():
        stale.unlink()
    for name, text in rendered().items():
        (PAIRS / name).write_text(text, encoding="utf-8")
