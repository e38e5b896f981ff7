"""What lies under dist/, and what it says of itself."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from cmi_handbook import __version__
from cmi_handbook.model.handbook import Handbook
from tests.publish.projects import PROJECT, contents

TEXT = {".html", ".css", ".js", ".json", ".txt", ".xml", ".svg", ".inv", ""}


def below(folder: Path) -> list[str]:
    return list(contents(folder))


def test_every_promised_file_is_there(dist: Path, handbook: Handbook) -> None:
    """The paths of the contract exist, and a role sheet for every body that anything falls on."""
    names = set(below(dist))
    promised = {"cmi-handbook-offline.zip", "cmi-handbook.pdf", "cmi-handbook-a5.pdf", "export/handbook.json",
                "export/handbook.schema.json", "manifest.json", "sbom.cdx.json", "SHA256SUMS", "site/index.html",
                "site/404.html"}
    assert promised - names == set()
    standing = handbook.standing
    tasked = {f"sheets/{body}.pdf" for body in handbook.bodies if standing[body].direct or standing[body].inherited}
    assert tasked - names == set()
    assert {name.split("/")[0] for name in names if "/" in name} == {"chapters", "export", "sheets", "site"}


def test_sha256sum_agrees(dist: Path) -> None:
    """`sha256sum -c` from inside dist/ covers every file but the list itself."""
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=dist, check=True)
    listed = [line.split("  ", 1)[1] for line in (dist / "SHA256SUMS").read_text().splitlines()]
    assert listed == [name for name in below(dist) if name != "SHA256SUMS"]


def test_the_manifest_says_what_was_built_from_what(dist: Path, handbook: Handbook) -> None:
    """Edition, marking, source, version, commit, tools, release and every file's hash stand in the manifest."""
    told = json.loads((dist / "manifest.json").read_text("utf-8"))
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=True)
    publication = handbook.publication
    assert (told["version"], told["commit"], told["site_url"]) == (__version__, commit.stdout.strip(), None)
    edition = {key: value for key, value in told["editions"][0].items() if key != "release"}
    assert edition == {"id": publication.id, "edition": publication.edition, "marking": handbook.marking(handbook),
                       "source_sha256": publication.source_sha256, "held_back": None}
    assert publication.release is not None
    assert told["editions"][0]["release"] == {
        "decision": publication.release.decision, "authority": publication.release.authority,
        "date": publication.release.date.isoformat(), "to": list(publication.release.to),
        "note": publication.release.note}
    assert {"mkdocs", "mkdocs-material", "typst", "python"} - set(told["tools"]) == set()
    others = {name: digest for name, digest in contents(dist).items() if name not in ("manifest.json", "SHA256SUMS")}
    assert told["files"] == others


def test_the_list_of_parts_is_valid_and_holds_runtime_parts_alone(dist: Path) -> None:
    """The SBOM follows CycloneDX's schema, and names neither test tools nor addresses."""
    text = (dist / "sbom.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    listed = json.loads(text)
    names = {each["name"].lower() for each in listed["components"]}
    assert {"mkdocs", "mkdocs-material", "typst", "pydantic", "pyyaml", "markdown"} - names == set()
    assert names & {"pytest", "playwright", "ruff", "zensical", "properdocs", "pip", "cyclonedx-bom"} == set()
    assert re.findall(r"https?://(?!cyclonedx\.org/schema/)\S+|file:", text) == []
    refs = {"root-component", *(each["bom-ref"] for each in listed["components"])}
    assert {each["ref"] for each in listed["dependencies"]} == refs
    assert {need for each in listed["dependencies"] for need in each["dependsOn"]} - refs == set()


FONTS = PROJECT / "src" / "cmi_handbook" / "render" / "pdf" / "fonts"
FOREIGN = {".woff", ".woff2", ".ttf", ".otf"}


def test_what_others_made_is_in_the_list_of_parts(dist: Path) -> None:
    """The scripts and fonts that ship stand in the SBOM by name, version and licence, needed by the handbook itself."""
    listed = json.loads((dist / "sbom.cdx.json").read_text("utf-8"))
    found = {each["name"]: (each["version"], each["licenses"][0]["license"]["id"], each["purl"])
             for each in listed["components"] if each["purl"].startswith("pkg:npm/")}
    rows = [re.split(r"\s{2,}", line) for path in sorted(PROJECT.glob("docs/assets/*/versions.txt"))
            for line in path.read_text("utf-8").splitlines()]
    told = [(*row[1].split(" "), row[2]) for row in rows]
    assert found == {name: (version, licence, f"pkg:npm/{name.replace('@', '%40')}@{version}")
                     for name, version, licence in told}
    assert {*found} == {"minisearch", "@fontsource/inter", "@fontsource/literata"}
    needs = {each["ref"]: each["dependsOn"] for each in listed["dependencies"]}
    assert {purl for _, _, purl in found.values()} - {*needs["root-component"]} == set()


def test_whatever_others_made_has_a_line_beside_it() -> None:
    """Each file beside a list but licences matches one line of it, and no font or script of others lies elsewhere."""
    strays, lists = [], sorted(PROJECT.glob("docs/assets/*/versions.txt"))
    for path in lists:
        patterns = [line.split("  ")[0] for line in path.read_text("utf-8").splitlines()]
        strays += [file.name for file in path.parent.iterdir() if file != path
                   and not re.search("-(OFL|LICENSE).txt$", file.name)
                   and sum(file.match(pattern) for pattern in patterns) != 1]
    homes = {FONTS, *(path.parent for path in lists)}
    strays += [file.name for top in ("docs", "src", "overrides") for file in (PROJECT / top).rglob("*")
               if (file.suffix in FOREIGN or ".min." in file.name) and file.parent not in homes]
    assert strays == []


def test_the_printed_fonts_are_those_of_the_site() -> None:
    """The printed book's fonts come from the packages, by version and hash, that the site's list of fonts names."""
    lines = (PROJECT / "docs" / "assets" / "fonts" / "versions.txt").read_text("utf-8").splitlines()
    told = {(match[1], match[2], match[3]) for line in lines
            if (match := re.search(r"(@\S+) (\S+) .*SHA-256 of the package (\w{64});", line))}
    readme = (FONTS / "README.md").read_text("utf-8")
    assert set(re.findall(r"`(@\S+)` (\S+) \| `(\w{64})`", readme)) == told
    families = {file.name.split("-")[0] for file in FONTS.glob("*.ttf")}
    assert families == {name.split("/")[1] for name, _, _ in told}


def test_no_file_knows_the_machine(dist: Path) -> None:
    """Neither the project's folder, nor the output's, nor the home of who built it stands in any text file."""
    places = [str(PROJECT).encode(), str(dist).encode(), str(Path.home() / ".").encode() + b"/"]
    found = [path for path in dist.rglob("*") if path.suffix in TEXT and path.is_file()
             and any(place in path.read_bytes() for place in places)]
    assert found == []


def test_the_bundle_is_one_folder_in_fixed_order(dist: Path) -> None:
    """The zip holds one folder with a start page at its top, sorted and dated from the data."""
    with ZipFile(dist / "cmi-handbook-offline.zip") as bundle:
        entries = bundle.infolist()
    names = [entry.filename for entry in entries]
    assert {name.split("/")[0] for name in names} == {"cmi-handbook"}
    assert names == [*sorted(names[:-1], key=str.encode), "cmi-handbook/SHA256SUMS"]
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    site = {f"cmi-handbook/{name}" for name in below(dist / "site") if not name.endswith(".gz")}
    assert set(names) - site == {"cmi-handbook/SHA256SUMS", "cmi-handbook/manifest.json",
                                 "cmi-handbook/export/handbook.json", "cmi-handbook/export/handbook.schema.json"}
    assert site - set(names) == set()


def test_the_bundle_holds_the_bytes_of_the_site(dist: Path) -> None:
    """Every file of the bundle but its two lists is the site's or the export's, save 404.html, which leads nowhere."""
    differ = []
    with ZipFile(dist / "cmi-handbook-offline.zip") as bundle:
        for name in bundle.namelist():
            short = name.removeprefix("cmi-handbook/")
            twin = dist / short if short.startswith("export/") else dist / "site" / short
            if short not in ("SHA256SUMS", "manifest.json") and twin.read_bytes() != bundle.read(name):
                differ.append(short)
        lost = bundle.read("cmi-handbook/404.html").decode()
        told = json.loads(bundle.read("cmi-handbook/manifest.json"))
        held = {name.removeprefix("cmi-handbook/"): sha256(bundle.read(name)).hexdigest() for name in bundle.namelist()}
    assert differ == ["404.html"]
    whole = json.loads((dist / "manifest.json").read_text("utf-8"))
    assert told == {key: whole[key] for key in ("format", "version", "commit", "date")} | {
        "files": {name: digest for name, digest in held.items() if name not in ("SHA256SUMS", "manifest.json")}}
    assert re.findall(r'(?:href|src)="/[^"]*"', lost) == []


def test_compressed_twins_hold_the_same(dist: Path) -> None:
    """Each .gz beside a text file unpacks to it, bears no time, name or system, and small files have none."""
    packed = sorted((dist / "site").rglob("*.gz"))
    assert len(packed) > 50
    for path in packed:
        twin = path.with_suffix("")
        content = path.read_bytes()
        assert (content[3:8], content[9]) == (bytes(5), 255)
        assert gzip.decompress(content) == twin.read_bytes()
    large = [path for path in (dist / "site").rglob("*.html") if path.stat().st_size > 1000]
    assert [path for path in large if not path.with_name(f"{path.name}.gz").exists()] == []


@pytest.mark.parametrize("folder", ["chapters", "sheets", "."])
def test_downloads_are_the_files_of_dist(dist: Path, folder: str) -> None:
    """The site's copies of the PDFs equal the ones beside it."""
    made = {name: digest for name, digest in contents(dist / folder).items()
            if name.endswith(".pdf") and not name.startswith("site/")}
    copies = contents(dist / "site" / "mc-0411-2" / "downloads" / folder)
    assert made and made == {name: copies[name] for name in made}
