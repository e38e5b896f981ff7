"""What pages call the publication, its owner and those it deals with comes from the publication itself."""

from __future__ import annotations

import re
from html import unescape

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.link import link
from cmi_handbook.parse import parse_edition
from cmi_handbook.render.site import render_site
from cmi_handbook.views.views import Views

OTHERS = re.compile(r"other polic(y|ies)", re.IGNORECASE)
"""How the one kind of record is called that tells of relations to other publications."""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The words of each page and data file of the tiny edition, without markup; a page's labels are words of it."""
    with edition() as folder:
        draft, faults = parse_edition(folder)
    assert faults == []
    site = render_site([Views(link(draft))])
    found = {page.uri: unescape(re.sub(r'(?:href|class|data-\w+|id)="[^"]*"|</?\w+', " ", page.text))
             for page in site.pages}
    return found | {asset.uri: re.sub(r'"[\w/-]+\.html[^"]*"', " ", asset.text) for asset in site.assets}


@pytest.mark.parametrize("word", ["policy", "policies", "NATO", "non-military"])
def test_no_page_speaks_of_another_publication(texts: dict[str, str], word: str) -> None:
    """The pages of a book on a lighthouse neither call it a policy nor speak of NATO or of non-military actors."""
    assert [uri for uri, text in texts.items() if re.search(rf"\b{word}\b", OTHERS.sub("", text), re.IGNORECASE)] == []


@pytest.mark.parametrize(("uri", "words"), [
    ("lk-1/index.md", "The words of the book by paragraph"), ("lk-1/index.md", "I read the book"),
    ("lk-1/roles/keepers.md", "inside the Harbour Board"), ("lk-1/actors/index.md", "All seafarers"),
    ("lk-1/policy/section-1.md", "Book text"), ("lk-1/glossary/s.md", "The book uses this term"),
    ("lk-1/pictures/matrix-actors.md", "Bodies and seafarers"), ("lk-1/data/terms.js", '"label":"book text"'),
])  # fmt: skip
def test_pages_use_the_words_of_the_publication(texts: dict[str, str], uri: str, words: str) -> None:
    """Where a page names the publication, its owner or those it deals with, it uses the words that the data gives."""
    assert words in " ".join(texts[uri].split())


def test_silence_is_that_of_statements(texts: dict[str, str]) -> None:
    """Where nothing stands, pages say that no statement says it, and read no silence into the text."""
    assert [uri for uri, text in texts.items() if " is silent" in text or "Not addressed" in text] == []
    assert "No statement names it as a counterpart." in texts["lk-1/roles/keepers.md"]
