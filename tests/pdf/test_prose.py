"""The hand-written pages of the book: what is carried, and what is refused by line."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.pdf import RenderFault
from cmi_handbook.render.pdf.markdown import Piece, ProseBlock, parse_page, read_page
from cmi_handbook.render.pdf.payload import breakable, payload
from cmi_handbook.render.pdf.worker import Job, typeset
from cmi_handbook.views.book import Chapter, bind
from cmi_handbook.views.views import Views
from tests.conftest import PROJECT
from tests.pdf.conftest import NOON, text_of


def test_the_subset_is_carried() -> None:
    """Headings, paragraphs, both lists, strong words, emphasis and web links are read."""
    text = "# Title\n\nOne **two** *three*\n[four](https://x.int/).\n\n## Part\n- a\n  b\n- c\n\n1. d\n"
    page = parse_page(text, "page.md")
    two, three = Piece("two", "strong"), Piece("three", "emphasis")
    words = (Piece("One "), two, Piece(" "), three, Piece(" "), Piece("four", "link", "https://x.int/"), Piece("."))
    assert page.title == "Title"
    assert page.blocks == (
        ProseBlock("paragraph", pieces=words),
        ProseBlock("heading", 2, (Piece("Part"),)),
        ProseBlock("bullets", items=((Piece("a b"),), (Piece("c"),))),
        ProseBlock("numbers", items=((Piece("d"),),)),
    )


def test_code_escapes_and_lists_with_empty_lines_are_carried() -> None:
    """Signs in code and escaped signs stand for themselves, and items may be set apart by empty lines."""
    page = parse_page("# Title\n\n`*a* <b> &amp; {c}` \\*d\\_ \\[e\\]\n\n- f\n\n- **g**\n", "page.md")
    assert page.blocks == (
        ProseBlock("paragraph", pieces=(Piece("*a* <b> &amp; {c}", "code"), Piece(" *d_ [e]"))),
        ProseBlock("bullets", items=((Piece("f"),), (Piece("g", "strong"),))),
    )


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("| a | b |", "a table"), ("a | b | c", "a table"), ("```", "a code block"), ("    code", "indented text"),
        ("  - inner", "a list inside a list"), ("> said", "a quotation"), ("!!! note", "an admonition"),
        ("---", "a rule"), ("===", "an underlined heading"), ("![x](y.png)", "a picture"), ("a <br> b", "HTML"),
        ("`open", "code"), ("[x](other.md)", "a link to anything but the web"), ("[^1]: note", "a link or footnote"),
        ("{{ count }}", "a template"), ("**open", "emphasis that does not close"), ("**a *b***", "marks in strong"),
        ('[x](https://x.int "y")', "a link to anything but the web, with a title"), ("a&nbsp;b", "HTML"),
        ("2. b", "a list inside a list, or one that does not begin with 1"), ("- # a", "a heading in a list"),
        ("#", "a mark without words"), ("#### Deep", "a heading of level 4 below one of level 1"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_line(line: str, what: str) -> None:
    """Each line that the book cannot carry is named with its number and what it holds."""
    with pytest.raises(RenderFault) as caught:
        parse_page(f"# Title\n\n{line}\n", "page.md")
    assert caught.value.messages[0].startswith(f"page.md:3: {what}")


def test_every_fault_is_named_with_its_line() -> None:
    """What closes further down is no fault, and what only a later line makes out is named there."""
    lines = ("# Title", "", "**two", "lines**", "", "x *y", "", "a | b", "--|--", "1 | 2", "", "Term", ": said", "",
             "- c", "  - d", "", "e  ", "f", "- g", "- h", "", "i", "---")  # fmt: skip
    apart = "a list, heading or quotation that no empty line sets apart"
    with pytest.raises(RenderFault) as caught:
        parse_page("\n".join(lines), "page.md")
    assert [message.split(";")[0] for message in caught.value.messages] == [
        "page.md:6: emphasis that does not close", "page.md:9: a table", "page.md:13: a list of definitions",
        "page.md:16: a list inside a list", "page.md:19: a line break", f"page.md:20: {apart}", f"page.md:21: {apart}",
        "page.md:24: an underlined heading",
    ]  # fmt: skip


MARKS = st.sampled_from([
    "\n", "\n\n", " ", "  ", "    ", "\n- ", "\n  - ", "\n    - ", "\n1. ", "\n\n- ", "\n\n1. ", "\n## ", "\n> ",
    "\n---\n", "\n: ", "*", "**", "_", "`", "[", "](https://x.int/)", "]", "]: ", "![", "<b>", "<!--", "-->", "&amp;",
    "\\", "|", "{: .x}", "~~~",
])  # fmt: skip


@given(st.lists(st.lists(MARKS, max_size=2).map("".join), min_size=1, max_size=8))
def test_no_word_is_lost(marks: list[str]) -> None:
    """Whatever marks stand before and between words, a page is refused or all its words come in their order."""
    text = "".join(f"{mark}w{number}w" for number, mark in enumerate(marks))
    try:
        page = parse_page(f"# Title\n\n{text}\n", "page.md")
    except RenderFault:
        return
    runs = [run for block in page.blocks for run in (block.pieces, *block.items)]
    printed = " ".join("".join(piece.text for piece in run) for run in runs)
    assert re.findall(r"w\d+w", printed) == [f"w{number}w" for number in range(len(marks))]


def test_a_page_without_title_or_with_a_skipped_level_is_refused() -> None:
    """A page opens with its title, and its headings go down one level at a time."""
    for text in ("No title\n", "# Title\n\n### Deep\n", "# Title\n\n# Again\n", ""):
        with pytest.raises(RenderFault):
            parse_page(text, "page.md")


def test_a_page_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """A missing page is named."""
    with pytest.raises(RenderFault, match=r"what-this-is\.md"):
        read_page(tmp_path / "what-this-is.md")


def test_the_pages_of_the_book_are_within_the_subset() -> None:
    """Every page in docs/book can be carried."""
    assert [read_page(path).title for path in sorted((PROJECT / "docs" / "book").glob("*.md"))]


def test_addresses_are_kept_and_code_is_printed_as_it_is(handbook: Handbook, tmp_path: Path) -> None:
    """A long address is linked letter for letter, and code keeps its straight quotes."""
    address = f"https://x.int/{'long' * 20}"
    blocks = parse_page(f'# Title\n\n[here]({address}) `a "b"` "c"\n', "page.md").blocks
    content = {"blocks": blocks, "facts": (), "legends": ()}
    book = bind(Views(handbook), (Chapter("about", "prose", "Title", "", content),))
    job = Job("page.pdf", payload(book, handbook.publication.markings, "Title"), ({"kind": "chapter", "paper": "a4"},))
    [made] = typeset([job], NOON)
    (tmp_path / "page.pdf").write_bytes(made.pdf or b"")
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        links = [str(each.A.URI) for sheet in pdf.pages for each in sheet.Annots]
    assert links == [address]
    assert 'here a "b" “c”' in text_of(tmp_path / "page.pdf")


def test_only_words_that_no_line_holds_are_made_breakable() -> None:
    """Places to break go into runs of more than 30 letters and nowhere else."""
    assert breakable("non-military stabilisation") == "non-military stabilisation"
    assert breakable("x" * 45).replace("\u200b", "") == "x" * 45
    assert max(map(len, breakable("x" * 45).split("\u200b"))) <= 20
