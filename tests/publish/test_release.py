"""What lies above the ceiling is in no output: not a byte of it, and not a trace."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
import yaml

from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.parse import parse_edition
from tests.publish.canaries import CANARY, named, plant
from tests.publish.conftest import once
from tests.publish.projects import built, contents, run, small_project

UNDER = ("--ceiling", "OPEN")
TOLD = {"manifest.json", "SHA256SUMS"}
"""Files that may tell the hash of the whole source."""

NOTICE = "Held back under the ceiling of this rendering: para 5, para 5.a, 18 other records."
"""What is said of the two paragraphs that are held back: their numbers."""

NOTED = {f"site/{name}.html{packed}" for name in ("index", "lk-1/index", "lk-1/about") for packed in ("", ".gz")}
"""The pages that say it."""

COVERS = {f"{folder}{name}.pdf" for folder in ("", "site/lk-1/downloads/")
          for name in ("cmi-handbook", "cmi-handbook-a5")}
"""The books whose covers say what is held back."""

EXPORT = "export/handbook.json"

EMPTY = {"voice", "negated", "levels", "phases"}
"""Fields of a statement that the tiny edition has no words for."""


@pytest.fixture(scope="module")
def planted(shared: Path) -> Path:
    """A project with canaries above the ceiling, built under it."""

    def make(folder: Path) -> None:
        draft = small_project(folder.with_name("planted-draft"))
        plant(draft / "data" / "lk-1")
        built(draft, *UNDER)
        draft.rename(folder)

    return once(shared / "planted", make)


@pytest.fixture(scope="module")
def never(shared: Path) -> Path:
    """The same project with the records never written, built under the same ceiling."""

    def make(folder: Path) -> None:
        draft = small_project(folder.with_name("never-draft"))
        built(draft, *UNDER)
        draft.rename(folder)

    return once(shared / "never", make)


def test_every_kind_of_record_and_every_field_is_planted(planted: Path) -> None:
    """The canaries stand in a record of every kind, and every field that can hold words has some."""
    draft, faults = parse_edition(planted / "data" / "lk-1")
    assert faults == []
    for kind in kinds(Draft):
        held = [entry.record for entry in getattr(draft, kind.key) if entry.marking == "CLOSED"]
        assert held, f"no {kind.key}"
        assert all(CANARY in str(dataclasses.asdict(record)).lower() for record in held)
        fields = {(type(record).__name__, each.name) for record in held for each in dataclasses.fields(record)}
        filled = {(type(record).__name__, each.name) for record in held for each in dataclasses.fields(record)
                  if getattr(record, each.name) != each.default}
        assert {name for _, name in fields - filled} <= (EMPTY if kind.key == "statements" else {"kind"})


def test_no_byte_of_it_is_in_any_output(planted: Path) -> None:
    """Neither in a file nor in a file's name, packed or unpacked."""
    leaks = [name for name in contents(planted / "dist") if CANARY in name.lower()]
    leaks += [path for path in (planted / "dist").rglob("*") if path.is_file() and leaking(path)]
    assert leaks == []


def leaking(path: Path) -> bool:
    """Tell whether a canary stands in a file, looking into packed ones."""
    if path.suffix == ".pdf":
        return any(CANARY.encode() in part.lower() for part in pdf_parts(path))
    if path.suffix == ".zip":
        with ZipFile(path) as bundle:
            return any(CANARY in name.lower() or CANARY.encode() in bundle.read(name).lower()
                       for name in bundle.namelist() if not name.endswith(".pdf"))
    return CANARY.encode() in path.read_bytes().lower()


def pdf_parts(path: Path) -> list[bytes]:
    """A PDF's objects and unpacked streams, and the text as it is read off the page."""
    text = subprocess.run(["pdftotext", "-q", str(path), "-"], capture_output=True, check=True).stdout
    with pikepdf.open(path) as pdf:
        objects = [repr(each).encode() for each in pdf.objects]
        streams = [each.read_bytes() for each in pdf.objects
                   if isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image"]
    return [text, path.read_bytes(), *objects, *streams]


def test_all_is_as_if_it_had_never_been_written(planted: Path, never: Path) -> None:
    """But for two numbers and the source's hash every byte is that of data in which the records never stood."""
    with_, without = (contents(each / "dist") for each in (planted, never))
    differ = {name for name in with_.keys() | without.keys() if with_.get(name) != without.get(name)}
    assert differ == TOLD | NOTED | COVERS | {EXPORT, "cmi-handbook-offline.zip"}
    data = [json.loads((each / "dist" / EXPORT).read_text("utf-8")) for each in (planted, never)]
    assert ([each.pop("held_back") for each in data], data[0]) == ([NOTICE, None], data[1])
    for name in sorted(COVERS):
        one, other = (printed(each / "dist" / name) for each in (planted, never))
        assert (one.count(NOTICE), one.replace(f"Missing {NOTICE} ", "")) == (1, other)
    for name in sorted(NOTED):
        one, other = (page(each / "dist" / name) for each in (planted, never))
        assert (one.count(NOTICE), without_notice(one)) == (1, other)
    told = [json.loads((each / "dist" / "manifest.json").read_text("utf-8")) for each in (planted, never)]
    assert [each["editions"][0].pop("held_back") for each in told] == [NOTICE, None]
    for each in told:
        each["editions"][0].pop("source_sha256")
        each["files"] = {name: digest for name, digest in each["files"].items() if name not in differ}
    assert told[0] == told[1]


def test_the_bundle_differs_where_the_site_does(planted: Path, never: Path) -> None:
    """The offline copy holds the same pages, books and export with the notice, and two lists of hashes of its own."""
    bundles = []
    for project in (planted, never):
        with ZipFile(project / "dist" / "cmi-handbook-offline.zip") as bundle:
            bundles.append({name: bundle.read(name) for name in bundle.namelist()})
    one, other = bundles
    assert {name.removeprefix("cmi-handbook/") for name in one.keys() | other.keys()
            if one.get(name) != other.get(name)} == {
        *TOLD, EXPORT, *(name.removeprefix("site/") for name in NOTED | COVERS
                        if not name.endswith(".gz") and name.startswith("site/"))}


def printed(path: Path) -> str:
    """The words of a PDF in one line."""
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


def page(path: Path) -> str:
    """The text of a page, unpacked."""
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()


def without_notice(text: str) -> str:
    """A page without the box that says what is held back."""
    return re.sub(r'\s*<div class="editor"><span class="who">Editor</span> <p>Held back [^<]*</p></div>', "", text)


def test_a_held_back_file_leaves_no_word_in_the_log(planted: Path, tmp_path: Path) -> None:
    """A build under the ceiling tells of numbers alone, and the site's page says the source's hash is withheld."""
    project = Path(shutil.copytree(planted, tmp_path / "project"))
    done = run(project, "build", *UNDER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"lk-1: {NOTICE}\n")
    about = (project / "dist" / "site" / "lk-1" / "about.html").read_text("utf-8")
    assert "withheld under this ceiling" in about
    assert re.findall(r"\b[0-9a-f]{64}\b", about) == []


@pytest.fixture(scope="module")
def open_wide(planted: Path, shared: Path) -> Path:
    """The output of the planted project without a ceiling."""

    def make(folder: Path) -> None:
        draft = Path(shutil.copytree(planted, folder.with_name("open-draft")))
        built(draft)
        draft.rename(folder)

    return once(shared / "open", make) / "dist"


def test_above_the_ceiling_all_is_there(open_wide: Path) -> None:
    """Without a ceiling the same data shows the records, so the canaries do sing where they may."""
    assert leaking(open_wide / "cmi-handbook.pdf")
    assert leaking(open_wide / "export" / "handbook.json")
    assert leaking(open_wide / "cmi-handbook-offline.zip")


def test_a_page_is_marked_as_high_as_the_words_on_it(open_wide: Path) -> None:
    """Each page with a canary in its words, menu and title included, is marked CLOSED, and no other page is."""
    wrong, seen = [], set()
    for path in sorted((open_wide / "site").rglob("*.html")):
        text = re.sub(r'href="[^"]*"', "", path.read_text("utf-8"))
        banners = re.findall(r'class="marking[^>]*>([^<]*)<', text)
        seen |= {*banners}
        if banners != ["CLOSED" if CANARY in text.lower() else "OPEN"] * 2:
            wrong.append((path.relative_to(open_wide).as_posix(), banners))
    assert (wrong, seen) == ([], {"OPEN", "CLOSED"})


def test_a_document_is_marked_as_high_as_the_words_in_it(open_wide: Path) -> None:
    """Each PDF with a canary in its words says CLOSED on every page, and every other one says OPEN on every page."""
    wrong, seen = [], set()
    for path in [*open_wide.glob("*.pdf"), *open_wide.glob("sheets/*"), *open_wide.glob("chapters/*")]:
        text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        marking = "CLOSED" if CANARY in text.lower() else "OPEN"
        seen.add(marking)
        wrong += [(path.name, number) for number, sheet in enumerate(text.split("\f")[:-1], 1)
                  if len(re.findall(rf"^{marking}$", sheet, re.MULTILINE)) < 2]
    assert (wrong, seen) == ([], {"OPEN", "CLOSED"})


def test_what_names_the_held_back_goes_or_loses_it(planted: Path, tmp_path: Path) -> None:
    """A record below the ceiling that names one above it loses the name; one that says nothing without it goes."""
    project = Path(shutil.copytree(planted, tmp_path / "project"))
    terms, seats = (project / "data" / "lk-1" / name for name in ("terms.yaml", "seats.yaml"))
    held = yaml.load(terms.read_text("utf-8"), Loader=yaml.BaseLoader)
    held["terms"][0]["see"] = [named("term")]
    terms.write_text(yaml.safe_dump(held, sort_keys=False), "utf-8")
    held = yaml.load(seats.read_text("utf-8"), Loader=yaml.BaseLoader)
    held["seats"].append({"id": "seat-choir", "title": "The choirmaster", "summary": "Who beats time.",
                          "bodies": [{"body": named("body"), "reason": "Somebody has to."}]})
    seats.write_text(yaml.safe_dump(held, sort_keys=False), "utf-8")
    before, after = contents(project / "dist"), contents(built(project, *UNDER))
    counted = TOLD | NOTED | COVERS | {EXPORT, "cmi-handbook-offline.zip"}
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} <= counted


def test_a_publication_above_the_ceiling_stops_the_build(never: Path, tmp_path: Path) -> None:
    """Where the publication itself is marked higher nothing goes out, and the last output stays."""
    project = Path(shutil.copytree(never, tmp_path / "project"))
    path = project / "data" / "lk-1" / "publication.yaml"
    path.write_text(path.read_text("utf-8").replace("marking: OPEN\n", "marking: CLOSED\n", 1), "utf-8")
    before = contents(project / "dist")
    done = run(project, "build", *UNDER)
    assert (done.returncode, "error[CMI703]" in done.stderr, done.stdout) == (1, True, "")
    assert contents(project / "dist") == before


@pytest.mark.parametrize("marking", ["PURPLE", None])
def test_a_marking_that_is_unknown_or_missing_stops_the_build(never: Path, tmp_path: Path, marking: str | None) -> None:
    """Nothing goes out whose marking is not known."""
    project = Path(shutil.copytree(never, tmp_path / "project"))
    path = project / "data" / "lk-1" / "seats.yaml"
    path.write_text(path.read_text("utf-8").replace("marking: OPEN\n", f"marking: {marking}\n" if marking else ""))
    assert run(project, "build", *UNDER).returncode == 1
    assert run(project, "build").returncode == 1


def test_personal_details_are_withheld_by_default(small: Path) -> None:
    """Words that the data withholds are in no output."""
    found = [path for path in (small / "dist").rglob("*") if path.is_file() and path.suffix != ".pdf"
             and b"Tidewater" in path.read_bytes()]
    assert found == []
    pdfs = (small / "dist").glob("*.pdf")
    assert [path for path in pdfs if any(b"Tidewater" in part for part in pdf_parts(path))] == []
