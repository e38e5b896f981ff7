"""What the paper says is what the data says, by paragraph and in reading order."""

from __future__ import annotations

import filecmp
import re
from pathlib import Path

import pytest

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.pdf import render_pdfs
from cmi_handbook.views.views import Views
from tests.pdf.conftest import NOON, text_of


def squeezed(text: str) -> str:
    """Return a text without white space, marks of hyphenation and ligatures, as comparison wants it."""
    for sign, letters in (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(sign, letters)
    return re.sub(r"[\s\u00ad-]|\N{HYPHEN}", "", text)


@pytest.mark.parametrize("book", ["cmi-handbook.pdf", "cmi-handbook-a5.pdf"])
def test_paragraphs_stand_in_order_with_their_numbers(printed: Path, handbook: Handbook, book: str) -> None:
    """Number or letter, title and first sentence of each paragraph follow one another as in the policy."""
    text = squeezed(text_of(printed / book, as_written=True))
    at, missing = 0, []
    for paragraph in handbook.paragraphs.values():
        if paragraph.section is None:
            continue
        title = paragraph.title + "." if paragraph.title else ""
        first = squeezed(paragraph.label + title + paragraph.sentences[0].text)[:60]
        found = text.find(first, at)
        if found < 0:
            missing.append(paragraph.id)
        else:
            at = found
    assert missing == []


def test_every_sentence_of_the_policy_is_printed(printed: Path, handbook: Handbook) -> None:
    """Each sentence stands in the chapter of the policy, letter for letter, unless a page ends in it."""
    text = squeezed(text_of(printed / "chapters" / "policy.pdf"))
    missing = [f"{paragraph.id} sentence {sentence.n}" for paragraph in handbook.paragraphs.values()
               if paragraph.section and not paragraph.struck for sentence in paragraph.sentences
               if not _printed(squeezed(sentence.text), text)]
    assert missing == []


def _printed(sentence: str, text: str) -> bool:
    """Tell whether a sentence is there whole, or as a beginning and an end on two pages."""
    cuts = range(1, len(sentence))
    return sentence in text or any(sentence[:cut] in text and sentence[cut:] in text for cut in cuts)


@pytest.mark.parametrize("book", ["cmi-handbook.pdf", "cmi-handbook-a5.pdf"])
def test_a_hash_is_copied_whole(printed: Path, handbook: Handbook, book: str) -> None:
    """Where the hash of the source breaks over lines, no sign is put into it."""
    assert handbook.publication.source_sha256 in "".join(text_of(printed / book, as_written=True).split())


def test_struck_words_are_said_to_be_struck(printed: Path) -> None:
    """Paragraph 6 prints its struck words and says in words that they are struck out."""
    text = text_of(printed / "chapters" / "policy.pdf")
    assert re.search(r"Lisbon Summit \(.{0,40}Reference F", text)
    assert "struck out" in text


def test_cross_references_print_the_page(printed: Path) -> None:
    """A reference to a paragraph gives its page too."""
    assert re.search(r"para 34\.c, page \d+|34\.c \(page \d+\)|34\.c, page \d+", text_of(printed / "cmi-handbook.pdf"))


def test_personal_details_are_in_no_document(printed: Path) -> None:
    """No action officer is named in any PDF."""
    found = [path.name for path in sorted(printed.rglob("*.pdf"))
             for name in ("Lebrun", "Metelko") if name in text_of(path)]
    assert found == []


def test_two_renders_give_the_same_bytes(printed: Path, views: Views, tmp_path: Path) -> None:
    """The same handbook makes the same bytes of every document."""
    again = render_pdfs(views, tmp_path, timestamp=NOON, progress=lambda name: None)
    names = [path.relative_to(tmp_path).as_posix() for path in again]
    assert filecmp.cmpfiles(printed, tmp_path, names, shallow=False)[1:] == ([], [])
