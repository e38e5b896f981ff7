"""What a data file may hold makes a right page or a clear fault, never a broken or half-written file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import page
import pytest

from cmi_handbook.model.handbook import Handbook, Sentence
from cmi_handbook.render.pdf import RenderFault, render_pdfs
from cmi_handbook.views.views import Views
from tests.pdf.conftest import NOON, text_of

SIGNS = (r"""#let x = 1 $a^2$ *b* _i_ [c] <label> @ref `raw` \ / // /* */ "q" 'r' ~ -- --- ... = == + {d} ; & % ^ | """
         """#panic("x")""")


def with_text(handbook: Handbook, text: str) -> Handbook:
    """Return the handbook with another text, in one sentence, in paragraph 2."""
    old = handbook.paragraphs["2"]
    sentence = Sentence(n=1, text=text, statements=old.statements, narrative=None)
    new = replace(old, text=text, sentences=(sentence,), links=(), struck=(), footnotes=())
    return replace(handbook, paragraphs={**handbook.paragraphs, "2": new})


def with_action(handbook: Handbook, action: str) -> Handbook:
    """Return the handbook with another short wording of the first statement of SACEUR."""
    id_ = handbook.standing["saceur"].direct[0]
    new = replace(handbook.statements[id_], action=action)
    return replace(handbook, statements={**handbook.statements, id_: new})


def render(handbook: Handbook, out: Path) -> None:
    """Render all documents."""
    render_pdfs(Views(handbook), out, timestamp=NOON, progress=lambda name: None)


def straight(text: str) -> str:
    """Return a text without white space and with straight quotes: the editor's words are set with curly ones."""
    return "".join(text.split()).translate(str.maketrans("“”‘’", "\"\"''"))


def test_signs_of_the_engine_are_printed_as_they_are(handbook: Handbook, tmp_path: Path) -> None:
    """Every sign that means something to the engine comes out as itself, in text and in short wordings."""
    render(with_action(with_text(handbook, SIGNS), SIGNS), tmp_path)
    assert "".join(SIGNS.split()) in "".join(text_of(tmp_path / "chapters" / "policy.pdf").split())
    assert straight(SIGNS) in straight(text_of(tmp_path / "sheets" / "saceur.pdf"))


def test_long_words_and_long_paragraphs_make_right_pages(handbook: Handbook, tmp_path: Path) -> None:
    """A word of 300 letters and a paragraph of 5,000 words are set, and the documents stay valid."""
    long = "word " * 5000 + "x" * 300 + " end."
    render(with_text(handbook, long), tmp_path)
    policy = tmp_path / "chapters" / "policy.pdf"
    text = "".join(text_of(policy).split())
    assert text.count("word") >= 5000
    assert max(part.count("x") for part in re.findall(r"[x\u00ad\u2010-]+", text)) == 300
    assert page.validate_pdf(str(policy), profile="ua1").is_compliant


def test_a_sign_no_font_has_is_a_fault_and_nothing_is_written(handbook: Handbook, tmp_path: Path) -> None:
    """A letter that the fonts lack stops the render with a word on where, and leaves the folder empty."""
    with pytest.raises(RenderFault) as caught:
        render(with_text(handbook, "A \N{CUNEIFORM SIGN A} in the text."), tmp_path)
    assert "2" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_wording_is_set_or_named(handbook: Handbook, tmp_path: Path) -> None:
    """An empty short wording gives valid documents, or a fault that names it."""
    try:
        render(with_action(handbook, ""), tmp_path)
    except RenderFault as fault:
        assert "saceur" in str(fault)
    else:
        assert page.validate_pdf(str(tmp_path / "sheets" / "saceur.pdf"), profile="ua1").is_compliant
