"""`cmi-handbook verify`: what happened to a copy since it was built."""

from __future__ import annotations

import json
import os
import shutil
import stat
import struct
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from cmi_handbook.cli import main

BUNDLE = "cmi-handbook-offline.zip"


def verdict(path: Path) -> tuple[int, list[str]]:
    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as said:
        code = main(["verify", str(path)])
    said.seek(0)
    return code, said.read().splitlines()


Files = dict[str, bytes]


def unzipped(bundle: Path) -> Files:
    """The files of a bundle by name, its list of hashes among them."""
    with ZipFile(bundle) as opened:
        return {name.removeprefix("cmi-handbook/"): opened.read(name) for name in opened.namelist()}


def rezip(bundle: Path, files: Files, odd: Callable[[ZipInfo], None] = lambda entry: None) -> Path:
    """Write a zip as a build does, its list last, but for what `odd` changes."""
    with ZipFile(bundle) as opened:
        moment = opened.infolist()[0].date_time
    with ZipFile(bundle, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for name in [*sorted({*files} - {"SHA256SUMS"}, key=str.encode), "SHA256SUMS"]:
            entry = ZipInfo(f"cmi-handbook/{name}", moment)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
            odd(entry)
            new.writestr(entry, files[name])
    return bundle


def listed(files: Files) -> Files:
    """The same files under a list of hashes that fits them."""
    rest = {name: files[name] for name in sorted(files, key=str.encode) if name != "SHA256SUMS"}
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in rest.items())
    return {**rest, "SHA256SUMS": sums.encode()}


def refill(folder: Path, files: Files) -> Path:
    """Make a folder hold these files and no others."""
    shutil.rmtree(folder)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_an_untouched_copy_is_whole(small: Path, tmp_path: Path) -> None:
    """A copied folder, its zip, and the unpacked zip are as they were built."""
    copy = shutil.copytree(small / "dist", tmp_path / "copy")
    shutil.unpack_archive(copy / BUNDLE, tmp_path / "unpacked")
    assert [verdict(path) for path in (copy, copy / BUNDLE, tmp_path / "unpacked" / "cmi-handbook")] == [(0, [])] * 3


def test_a_folder_tells_what_happened_to_it(project: Path) -> None:
    """Changed, added and lost files are named, one a line, and the exit code is 1."""
    dist = project / "dist"
    (dist / "site" / "index.html").write_text("another page")
    (dist / "export" / "handbook.json").unlink()
    (dist / "site" / "new\x1b[2J.js").write_text("added")
    (dist / "cmi-handbook.pdf").unlink()
    (dist / "cmi-handbook.pdf").symlink_to("cmi-handbook-a5.pdf")
    (dist / "site" / "elsewhere").symlink_to("/etc")
    assert verdict(dist) == (1, ["changed  cmi-handbook.pdf", "changed  site/index.html", "added    site/elsewhere",
                                 r"added    'site/new\x1b[2J.js'", "lost     export/handbook.json"])


def test_a_zip_tells_what_happened_to_it(project: Path) -> None:
    """The same holds of the bundle, without unpacking it."""
    bundle = project / "dist" / BUNDLE
    files = unzipped(bundle) | {"index.html": b"another", "new.js": b"added"}
    del files["404.html"]
    assert verdict(rezip(bundle, files)) == (1, ["changed  index.html", "added    new.js", "lost     404.html"])


FORGED: dict[str, tuple[Files, str]] = {
    "changed": ({"index.html": b"another"}, "changed  index.html"),
    "added": ({"new.js": b"added"}, "added    new.js"),
    "lost": ({"404.html": b""}, "lost     404.html"),
}
"""What somebody does to a bundle (without bytes: takes a file out), and what is said of it."""


@pytest.mark.parametrize("deed", FORGED)
def test_a_list_that_was_changed_with_the_files_is_held_against_the_manifest(project: Path, deed: str) -> None:
    """A file changed, added or taken out together with its line is told, in a bundle and in a folder."""
    bundle, (changes, said) = project / "dist" / BUNDLE, FORGED[deed]
    files = listed({name: content for name, content in (unzipped(bundle) | changes).items() if content})
    assert verdict(rezip(bundle, files)) == (1, [said])
    assert verdict(refill(project / "dist", files)) == (1, [said])


@pytest.mark.parametrize("manifest", [None, b"", b"[]", b'{"files": {}}', b"\xff", b"[" * 100_000])
def test_a_copy_without_a_manifest_that_names_files_is_refused(project: Path, manifest: bytes | None) -> None:
    """A manifest taken out with its line, or in whose place something else is listed, ends with exit code 2."""
    bundle = project / "dist" / BUNDLE
    files = {name: content for name, content in unzipped(bundle).items() if name != "manifest.json"}
    files = listed(files if manifest is None else files | {"manifest.json": manifest})
    assert verdict(rezip(bundle, files)) == (2, [])
    assert verdict(refill(project / "dist", files)) == (2, [])


def test_who_rewrites_manifest_and_list_is_not_found_out(project: Path) -> None:
    """As the guide says: a copy whose file, manifest and list were all changed in accord passes without a signature."""
    bundle = project / "dist" / BUNDLE
    files = unzipped(bundle) | {"index.html": b"another"}
    told = json.loads(files["manifest.json"])
    told["files"]["index.html"] = sha256(b"another").hexdigest()
    files = listed(files | {"manifest.json": json.dumps(told).encode()})
    assert verdict(rezip(bundle, files)) == (0, [])


def test_a_changed_list_is_a_change_of_what_it_lists(project: Path) -> None:
    """A hash altered in the list shows as a changed file, and a line taken out as an added one."""
    sums = project / "dist" / "SHA256SUMS"
    lines = sums.read_text().splitlines(keepends=True)
    first, second = (line.split("  ")[1].strip() for line in lines[:2])
    sums.write_text("".join(["0" * 64 + lines[0][64:], *lines[2:]]))
    assert verdict(project / "dist") == (1, [f"changed  {first}", f"added    {second}"])


@pytest.mark.parametrize("text", ["no list", "0" * 64 + "  ../../etc/passwd\n", "0" * 64 + "  /etc/passwd\n",
                                  ("0" * 64 + "  a\n") * 2, "\udcff", "0" * 64 + "  C:\\a\n"])
def test_a_list_that_cannot_be_trusted_is_refused(tmp_path: Path, text: str) -> None:
    """A list that is none, or names files outside its folder or twice, ends with exit code 2."""
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "SHA256SUMS").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert verdict(tmp_path / "copy") == (2, [])


def test_what_is_no_build_is_refused(tmp_path: Path) -> None:
    """Nothing, an empty folder, a text file, and a zip without a list end with exit code 2."""
    empty, text, other = tmp_path / "empty", tmp_path / "text", tmp_path / "other.zip"
    empty.mkdir()
    text.write_text("words")
    with ZipFile(other, "w") as opened:
        opened.writestr("words.txt", "words")
    assert [verdict(path) for path in (tmp_path / "nothing", empty, text, other)] == [(2, [])] * 4


def attribute(**values: object) -> Callable[[ZipInfo], None]:
    """Change a field of one entry of a zip."""
    def change(entry: ZipInfo) -> None:
        if entry.filename == "cmi-handbook/index.html":
            for name, value in values.items():
                setattr(entry, name, value)
    return change


ODD: dict[str, tuple[Callable[[ZipInfo], None], str]] = {
    "rights": (attribute(external_attr=0o100755 << 16), "other rights"),
    "link": (attribute(external_attr=(stat.S_IFLNK | 0o777) << 16), "other rights"),
    "system": (attribute(create_system=0), "other rights"),
    "kind": (attribute(internal_attr=1), "other rights"),
    "version": (attribute(create_version=63), "other rights"),
    "comment": (attribute(comment=b"more"), "a comment"),
    "date": (attribute(date_time=(2020, 1, 1, 0, 0, 0)), "another date"),
    "method": (attribute(compress_type=ZIP_STORED), "another field"),
    "field": (attribute(extra=b"\xca\xfe\x04\0more"), "another field"),
    "name": (attribute(filename="cmi-handbook/../evil"), "in order"),
    "beside": (attribute(filename="beside/index.html"), "in one folder"),
    "no day": (lambda entry: setattr(entry, "date_time", (2020, 0, 1, 0, 0, 0)), "no day that there is"),
    "all dates": (lambda entry: setattr(entry, "date_time", (2020, 1, 1, 0, 0, 0)), "another date"),
}
"""Zip files that unpack to the same files, or nearly, and are not as a build writes them; and what is said of each."""


@pytest.mark.parametrize("odd", ODD)
def test_a_zip_with_odd_fields_is_refused(project: Path, odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Another right, date, method, comment, field or place of one file is named, and ends with exit code 2."""
    bundle, (change, why) = project / "dist" / BUNDLE, ODD[odd]
    assert verdict(rezip(bundle, unzipped(bundle))) == (0, [])
    assert capsys.readouterr().err.endswith("files, all as list and manifest say; nothing shows who wrote those two\n")
    assert verdict(rezip(bundle, unzipped(bundle), change)) == (2, [])
    assert why in capsys.readouterr().err


def shifted(content: bytes, at: int, more: bytes, *sizes: int) -> bytes:
    """Put bytes into a zip, behind the first `at`; move all offsets behind them, and add to the sizes at places."""
    new = bytearray(content)
    count, _, start = struct.unpack("<HLL", content[-12:-2])
    place = start
    for _ in range(count):
        lengths = struct.unpack("<3H", new[place + 28 : place + 34])
        (offset,) = struct.unpack("<L", new[place + 42 : place + 46])
        new[place + 42 : place + 46] = struct.pack("<L", offset + len(more) * (offset >= at))
        place += 46 + sum(lengths)
    new[-6:-2] = struct.pack("<L", start + len(more))
    for size in sizes:
        new[size : size + 4] = struct.pack("<L", struct.unpack("<L", new[size : size + 4])[0] + len(more))
    return bytes(new[:at] + more + new[at:])


def test_a_zip_with_bytes_that_are_no_file_is_refused(small: Path, tmp_path: Path) -> None:
    """Bytes before, between, in and behind the files, whether the directory knows of them or not, are all found."""
    whole = (small / "dist" / BUNDLE).read_bytes()
    with ZipFile(small / "dist" / BUNDLE) as bundle:
        second, last, start = bundle.infolist()[1].header_offset, bundle.infolist()[-1].header_offset, bundle.start_dir
    directory = whole.rindex(b"PK\1\2")
    odd = [b"#!/bin/sh\n" + whole, shifted(whole, 0, b"#!/bin/sh\n"), shifted(whole, second, b"more"),
           shifted(whole, start, b"more"), shifted(whole, start, b"more", last + 18, directory + 20),
           whole + b"more", whole[:-2] + b"\4\0more"]
    path, seen = tmp_path / BUNDLE, []
    for content in (whole, *odd):
        path.write_bytes(content)
        with ZipFile(path) as opened:
            assert opened.testzip() is None
        seen.append(verdict(path))
    assert seen == [(0, [])] + [(2, [])] * len(odd)


def hostile(path: Path, *names: str, content: bytes = b"x", mode: int = 0o100644) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as bundle, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bundle.writestr("cmi-handbook/SHA256SUMS", "0" * 64 + "  a\n")
        for name in names:
            entry = ZipInfo(name)
            entry.external_attr, entry.compress_type = mode << 16, ZIP_DEFLATED
            bundle.writestr(entry, content)
    return path


@pytest.mark.parametrize("name", ["../evil", "cmi-handbook/../../evil", "/etc/evil", "cmi-handbook\\..\\evil",
                                  "C:/evil", "cmi-handbook//a", "cmi-handbook/./a"])
def test_names_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    """A zip with such a name is not read, and nothing appears on the disk."""
    before = set(tmp_path.parent.iterdir())
    assert verdict(hostile(tmp_path / "a.zip", name)) == (2, [])
    assert set(tmp_path.parent.iterdir()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_bombs_links_and_doubles_are_refused(tmp_path: Path) -> None:
    """A zip that unpacks to hundreds of times its size, holds a link, or a name twice, is not read."""
    bomb = hostile(tmp_path / "bomb.zip", "cmi-handbook/a", content=bytes(50_000_000))
    link = hostile(tmp_path / "link.zip", "cmi-handbook/a", content=b"/etc/passwd", mode=stat.S_IFLNK | 0o777)
    double = hostile(tmp_path / "double.zip", "cmi-handbook/a", "cmi-handbook/a")
    assert [verdict(path) for path in (bomb, link, double)] == [(2, [])] * 3


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """Only as much is unpacked as the zip declares, and the lie is found."""
    path = hostile(tmp_path / "lie.zip", "cmi-handbook/a", content=bytes(50_000_000))
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<L", 50_000_000), struct.pack("<L", 10)))
    assert verdict(path) == (2, [])


def test_a_damaged_zip_is_refused(small: Path, tmp_path: Path) -> None:
    """A zip cut short or with a byte turned ends with exit code 2 or a difference, never with a crash."""
    whole = (small / "dist" / BUNDLE).read_bytes()
    for number, content in enumerate((whole[:1000], whole[: len(whole) // 2], whole[:5000] + b"\0" * 9 + whole[5009:])):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        assert verdict(path)[0] in (1, 2)


def test_a_device_in_a_folder_is_never_opened(project: Path) -> None:
    """A named pipe in the place of a file shows as changed and does not make verify wait."""
    (project / "dist" / "manifest.json").unlink()
    os.mkfifo(project / "dist" / "manifest.json")
    assert verdict(project / "dist") == (1, ["changed  manifest.json"])
