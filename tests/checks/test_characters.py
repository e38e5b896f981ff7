"""Which characters a text may hold, and what is said of the others."""

from __future__ import annotations

import json

import pytest

from cmi_handbook.library import check_edition

from .editions import changed, checked, codes

USUAL = "Łódź, Île-de-France, Şırnak".replace("ı", "i") + " – “so” ‘it’ is… 28 °C, §§ 3–4, 5 € ½"
ODD = {
    "no-break space": "\u00a0", "ogham space mark": "\u1680", "ideographic space": "\u3000",
    "zero width space": "\u200b", "soft hyphen": "\u00ad", "word joiner": "\u2060",
    "right-to-left override": "\u202e", "variation selector-16": "\ufe0f", "tag latin small letter a": "\U000e0061",
    "cyrillic small letter a": "\u0430", "greek capital letter alpha": "\u0391",
    "fullwidth latin small letter a": "\uff41",
    "mathematical bold small a": "\U0001d41a", "latin small letter dotless i": "\u0131",
    "latin small ligature fi": "\ufb01", "arabic-indic digit one": "\u0661", "superscript two": "\u00b2",
    "hyphen": "\u2010", "minus sign": "\u2212", "division slash": "\u2215", "one dot leader": "\u2024",
    "combining acute accent": "e\u0301", "hangul filler": "\u3164", "object replacement character": "\ufffc",
    "character": "\ue000",
}


def test_print_in_latin_letters_is_usual() -> None:
    """Letters with marks, quotation marks, dashes and signs of print pass in the editor's words."""
    assert codes("bodies.yaml", "It keeps the harbour.", json.dumps(USUAL, ensure_ascii=False)) == []


@pytest.mark.parametrize("name", ODD)
def test_an_unusual_character_is_named(name: str) -> None:
    """A character outside the list is one fault that says its Unicode name, in any field."""
    char = ODD[name]
    for file, old in (("bodies.yaml", "It keeps the harbour."), ("terms.yaml", "aliases: [lantern]")):
        new = '"in' + "".join(f"\\U{ord(each):08x}" for each in char) + 'side"'
        _, faults = checked(file, old, f"aliases: [{new}]" if "aliases" in old else new)
        assert [(fault.code, fault.message) for fault in faults] == [
            ("CMI801", f"{name} (U+{ord(char[-1]):04X}) in a text")]


@pytest.mark.parametrize("char", ["\u00a0", "\u1680", "\u2009", "\u200b"])
def test_only_a_plain_space_parts_words_of_the_policy(char: str) -> None:
    """Another space in a paragraph is one fault, though the words between are the source's."""
    new = json.dumps(f"This book does not cover{char}tides.")
    assert codes("text/4-scope.yaml", "This book does not cover tides.", new) == ["CMI801"]


@pytest.mark.parametrize(("file", "old", "new"), [
    ("references.yaml", "title: On Wicks", "title: On “Wicks”"),
    ("source-notes.yaml", "{para: 1, text: Ref B}", "{para: 1, text: The “Ref B”}"),
    ("text/4-scope.yaml", "This book does not cover tides.", "This book does not cover “tides”."),
])
def test_curly_marks_are_named_where_the_source_has_none(file: str, old: str, new: str) -> None:
    """Words of the source with curly marks get one fault that names them."""
    _, faults = checked(file, old, new)
    assert [(fault.code, fault.message) for fault in faults] == [
        ("CMI801", "curly quotation marks where the source has straight ones")]


def test_the_names_of_values_are_texts_too() -> None:
    """A look-alike in the key of a value is a fault."""
    assert "CMI801" in codes("publication.yaml", "{local: Local, far: Far away}\n  axes", "{local: Local, f\u0430r: Far"
                             " away}\n  axes")


def test_what_the_source_holds_is_usual() -> None:
    """A letter of another script may stand in a text where the source holds it."""
    with changed("bodies.yaml", "It keeps the harbour.", "It keeps the Ω.") as folder:
        (folder / "source.txt").write_text((folder / "source.txt").read_text("utf-8") + "Ω\n", "utf-8")
        assert "CMI801" not in {fault.code for fault in check_edition(folder)[1]}
