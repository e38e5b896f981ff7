"""What lies above the ceiling is in no output: not a byte of it, and not a trace."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
import yaml

from cmi_handbook.link.release import KINDS
from cmi_handbook.parse import parse_edition
from tests.publish.canaries import CANARY, plant
from tests.publish.conftest import once
from tests.publish.projects import built, contents, run, small_project

UNDER = ("--ceiling", "OPEN")
TOLD = {"manifest.json", "SHA256SUMS"}
"""Files that may tell the hash of the whole source."""


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


def test_every_kind_of_record_and_nearly_every_field_is_planted(planted: Path) -> None:
    """The canaries stand in a record of every kind, and in every field that holds free words."""
    draft, faults = parse_edition(planted / "data" / "lk-1")
    assert faults == []
    for kind in KINDS:
        held = [entry for entry in getattr(draft, kind) if entry.marking == "CLOSED"]
        assert held, f"no {kind}"
        assert all(CANARY in str(dataclasses.asdict(entry.record)).lower() for entry in held)


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
    """Site, PDFs, JSON and bundle are the same, byte for byte; the manifest differs in the source's hash alone."""
    with_, without = (contents(each / "dist") for each in (planted, never))
    assert {name for name in with_.keys() | without.keys() if with_.get(name) != without.get(name)} == TOLD
    told = [json.loads((each / "dist" / "manifest.json").read_text("utf-8")) for each in (planted, never)]
    for each in told:
        each["editions"][0].pop("source_sha256")
    assert told[0] == told[1]


def test_a_held_back_file_leaves_no_word_in_the_log(planted: Path, tmp_path: Path) -> None:
    """A build under the ceiling says nothing, and the site's page says the source's hash is withheld."""
    project = Path(shutil.copytree(planted, tmp_path / "project"))
    done = run(project, "build", *UNDER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    about = (project / "dist" / "site" / "lk-1" / "about.html").read_text("utf-8")
    assert "withheld under this ceiling" in about
    assert re.findall(r"\b[0-9a-f]{64}\b", about) == []


def test_above_the_ceiling_all_is_there(planted: Path, tmp_path: Path) -> None:
    """Without a ceiling the same data shows the records, so the canaries do sing where they may."""
    project = Path(shutil.copytree(planted, tmp_path / "project"))
    dist = built(project)
    assert leaking(dist / "cmi-handbook.pdf")
    assert leaking(dist / "export" / "handbook.json")
    assert leaking(dist / "cmi-handbook-offline.zip")
    banner = re.findall(r'class="marking[^>]*>([^<]*)<', (dist / "site" / "lk-1" / "index.html").read_text("utf-8"))
    assert set(banner) == {"CLOSED"}


def test_a_reference_to_what_is_held_back_is_reported_before_the_build(never: Path, tmp_path: Path) -> None:
    """A record below the ceiling that names one above it stops the build."""
    project = Path(shutil.copytree(never, tmp_path / "project"))
    plant(project / "data" / "lk-1")
    path = project / "data" / "lk-1" / "terms.yaml"
    held = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    held["terms"][0]["see"] = [f"{CANARY}-term"]
    path.write_text(yaml.safe_dump(held), "utf-8")
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
