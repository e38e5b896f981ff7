"""A paragraph of the real edition held back: its number is left, and none of its words."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from cmi_handbook.link import Released, hold_back
from cmi_handbook.model.draft import Draft
from cmi_handbook.model.text import Footnote, Furniture, Heading, Paragraph, SectionTitle, Withheld
from cmi_handbook.model.walk import walk
from tests.publish.conftest import once
from tests.publish.projects import PROJECT, built, run, small_project

PARA = "24"
CEILING = "NATO UNCLASSIFIED"
TEXT_FILE = "data/mc-0411-2/text/4-section-2.yaml"
TAG = re.compile(r"<[^>]*>")


def runs(text: str) -> set[str]:
    """All runs of four words in a text, without case and punctuation; none runs over a mark that words are left out."""
    parts = [re.findall(r"[^\W_]+", part) for part in text.lower().split("…")]
    return {" ".join(words[at : at + 4]) for words in parts for at in range(len(words) - 3)}


def runs_of_all(texts: Iterable[str]) -> set[str]:
    return {run for text in texts for run in runs(text)}


def words_of(draft: Draft, block: Any) -> Iterator[str]:
    """The words of the policy that a block holds."""
    if isinstance(block, Paragraph):
        yield f"{block.title or ''}. {draft.prose[block.id].text}"
    elif isinstance(block, Footnote):
        yield block.text
    elif isinstance(block, (Furniture, Withheld, Heading)):
        yield block.words
    elif isinstance(block, SectionTitle):
        yield block.printed


@pytest.fixture(scope="module")
def own(draft: Draft) -> set[str]:
    """The runs of the paragraph that stand nowhere else in the policy."""
    blocks = [entry.record for entry in draft.blocks]
    here = [block for block in blocks if getattr(block, "id", None) == PARA]
    elsewhere = [text for block in blocks if block not in here for text in words_of(draft, block)]
    elsewhere += [entry.record.text for entry in draft.references]
    return runs_of_all(text for block in here for text in words_of(draft, block)) - runs_of_all(elsewhere)


@pytest.fixture(scope="module")
def released(draft: Draft) -> Released:
    """What of the edition goes out when the paragraph is marked higher."""
    blocks = tuple(replace(entry, marking="NATO RESTRICTED") if getattr(entry.record, "id", None) == PARA else entry
                   for entry in draft.blocks)
    return hold_back(replace(draft, blocks=blocks), CEILING)


@pytest.fixture(scope="module")
def dist(shared: Path) -> Path:
    """The whole handbook with the paragraph marked higher, built under the ceiling."""

    def make(folder: Path) -> None:
        project = small_project(folder.with_name("held-back-draft"))
        shutil.rmtree(project / "data")
        shutil.copytree(PROJECT / "data", project / "data")
        text = (project / TEXT_FILE).read_text("utf-8")
        mark = f"    id: {PARA}\n"
        assert text.count(mark) == 1
        (project / TEXT_FILE).write_text(text.replace(mark, f"{mark}    marking: NATO RESTRICTED\n"), "utf-8")
        built(project, "--ceiling", CEILING)
        project.rename(folder)

    return once(shared / "held-back", make) / "dist"


def test_what_goes_with_the_paragraph(released: Released) -> None:
    """Each record that says nothing without the paragraph, or without words that stand in it alone, goes with it."""
    assert {(each.kind, each.id or "", each.why.removeprefix("does not stand without ").strip("`"))
            for each in released.held} == {
        ("paragraph", "24", "marked NATO RESTRICTED"),
        ("terms", "un", "UN"), ("terms", "un-general-assembly-resolutions", "UN General Assembly Resolutions"),
        ("terms", "term-humanitarian-agencies", "24"), ("terms", "humanitarian-principles", "24"),
        ("terms", "de-conflict", "de-conflict"), ("actors", "un-agencies", "those of the UN system"),
        ("statements", "humanitarian-agencies-follow-principles", "24"),
        ("statements", "forces-respect-humanitarian-agencies", "24"),
        ("statements", "cimic-personnel-assist-deconfliction", "24"),
        ("statements", "cimic-personnel-assist-access-to-local-resources", "its id tells words of what is held back"),
        ("notes", "hyphens-vary", "24"), ("notes", "stated-respect-employed", "24"),
        ("notes", "capitals-and-level-wording-vary", "24"), ("notes", "assembly-resolution-year", "24"),
        ("notes", "familiar-abbreviations-unexpanded", "24"),
        ("themes", "theme-cooperation-and-information-sharing", "24"), ("themes", "theme-respect-and-autonomy", "24"),
        ("synonyms", "", "un-general-assembly-resolutions"), ("synonyms", "", "24"),
    }  # fmt: skip


def test_what_an_actor_loses_who_is_spoken_of_elsewhere_too(released: Released) -> None:
    """The humanitarian agencies stay, without the words and passages that 24 alone has of them, the editor's too."""
    assert [(each.field, each.lost) for each in released.losses if each.id == "humanitarian-agencies"] == [
        ("named_at", "24"), ("forms", "Humanitarian Agencies"), ("forms", "Humanitarian agencies"), ("examples", "24"),
        ("governed_by", "24"), ("described_at", "24"), ("summary", "words of what is held back"),
        ("open", "words of what is held back")]
    assert [(each.cited, each.section, each.after) for each in released.draft.held_back] == [("24", "section-2", "23")]


def texts(released: Released) -> Iterator[tuple[str, str]]:
    """Every string of the records that go out, with where it stands."""
    for entry in released.draft.marked:
        for found in walk(entry.record):
            if isinstance(found.value, str):
                yield f"{getattr(entry.record, 'id', 'synonym')}: {'.'.join(map(str, found.path))}", found.value


def test_no_record_that_goes_out_repeats_the_words(own: set[str], released: Released) -> None:
    """No field of a record that goes out, an editor's remark included, holds four words that 24 alone has in a row."""
    assert {where: sorted(runs(text) & own) for where, text in texts(released) if runs(text) & own} == {}


def test_its_number_is_left(dist: Path) -> None:
    """Where the paragraph would stand, on the front pages and in print, its number says that it is held back."""
    site = dist / "site"
    head = "Held back under the ceiling of this rendering"
    said, whole = f"{head}: 24.", f"{head}: para 24, 19 other records"
    section = (site / "mc-0411-2" / "policy" / "section-2.html").read_text("utf-8")
    assert section.index('id="para-23"') < section.index(said) < section.index('id="para-25"')
    for name in ("index.html", "mc-0411-2/index.html", "mc-0411-2/about.html"):
        assert f"{whole}." in (site / name).read_text("utf-8")
    assert said.rstrip(".") in " ".join(printed(dist / "chapters" / "policy.pdf").split())
    assert whole in " ".join(printed(dist / "cmi-handbook.pdf").split())


def printed(path: Path) -> str:
    """The text of a PDF as it is read."""
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout


def test_its_words_are_in_no_output(dist: Path, own: set[str], released: Released) -> None:
    """No page, data file, export or PDF has four words in a row that 24 alone has and no record that goes out repeats.

    Text is read three ways: as the file has it, and with the markup taken out with and without a gap.
    """
    secret = own - runs_of_all(text for _, text in texts(released))
    assert len(secret) > 40
    leaks = {}
    for path in sorted(path for path in dist.rglob("*") if path.suffix in (".html", ".js", ".json", ".txt", ".svg")):
        raw = unescape(path.read_text("utf-8"))
        if found := runs_of_all((raw, TAG.sub(" ", raw), TAG.sub("", raw))) & secret:
            leaks[path.relative_to(dist).as_posix()] = sorted(found)
    for path in sorted(path for path in dist.rglob("*.pdf") if "site" not in path.parts):
        letters = squeezed(printed(path))
        if found := [run for run in secret if run.replace(" ", "") in letters]:
            leaks[path.relative_to(dist).as_posix()] = sorted(found)
    assert leaks == {}


def squeezed(text: str) -> str:
    """The letters and digits of a text alone: lines and hyphens divide no words then."""
    for sign, letters in (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(sign, letters)
    return re.sub(r"[\W_]+", "", text.lower())


def test_a_hand_written_page_that_repeats_the_words_stops_the_build(tmp_path: Path) -> None:
    """Six words in a row of what is held back, in any finished file, are named with it, and nothing is written."""
    project = small_project(tmp_path / "project")
    text = project / "data/lk-1/text/4-scope.yaml"
    text.write_text(text.read_text("utf-8").replace("    id: 3\n", "    id: 3\n    marking: CLOSED\n"), "utf-8")
    page = project / "docs/book/what-this-is.md"
    page.write_text(page.read_text("utf-8") + "\nFishermen may hail the Keepers from the sea, it says.\n", "utf-8")
    done = run(project, "build", "--ceiling", "OPEN")
    assert (done.returncode, (project / "dist").exists()) == (1, False)
    assert done.stderr.splitlines() == [
        f"error: {name}: repeats words that the ceiling holds back: `fishermen may hail the keepers from`"
        for name in ("site/book/what-this-is.html", "lk-1, cmi-handbook.pdf", "lk-1, cmi-handbook-a5.pdf")
    ] + ["the build stopped; dist is as it was"]
