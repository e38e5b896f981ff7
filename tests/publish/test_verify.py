"""`cmi-handbook verify`: what happened to a copy since it was built."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import warnings
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from cmi_handbook.cli import main

BUNDLE = "cmi-handbook-offline.zip"


def verdict(path: Path) -> tuple[int, list[str]]:
    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as said:
        code = main(["verify", str(path)])
    said.seek(0)
    return code, said.read().splitlines()


def repack(bundle: Path, **changes: bytes | None) -> None:
    """Write a zip anew with files changed, added, or (None) left out."""
    with ZipFile(bundle) as old:
        held = {name: old.read(name) for name in old.namelist()}
    held |= {f"cmi-handbook/{name}": content for name, content in changes.items()}  # type: ignore[dict-item]
    with ZipFile(bundle, "w", ZIP_DEFLATED) as new:
        for name, content in held.items():
            if content is not None:
                new.writestr(name, content)


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
    repack(bundle, **{"index.html": b"another", "new.js": b"added", "404.html": None})
    assert verdict(bundle) == (1, ["changed  index.html", "added    new.js", "lost     404.html"])
    with ZipFile(bundle, "a") as opened:
        opened.writestr("beside/virus.exe", b"added beside the folder")
    assert verdict(bundle)[1][2] == "added    ../beside/virus.exe"


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
