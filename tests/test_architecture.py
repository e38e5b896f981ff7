"""The folders are the pipeline, and imports run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "cmi_handbook"
ORDER = ["diagnostics", "model", "parse", "checks", "link", "views", "render", "publish", "cli"]
"""Rooms in the order of the pipeline; a room imports from itself and from rooms before it."""
DOORS = {
    "library": ORDER[: ORDER.index("checks") + 1],
    "pipeline": [*ORDER[: ORDER.index("render") + 1], "library"],
    "provenance": ORDER[: ORDER.index("model") + 1],
    "for_engines": [*ORDER[: ORDER.index("render") + 1], "pipeline", "provenance"],
}
"""Modules at the top, through which commands and site engines come in, and the rooms and doors that each imports."""
DOORS_OF = {"publish": {"pipeline", "provenance"}, "cli": {*DOORS}}
"""Rooms that come in through doors; no other room does."""


def imports(path: Path, package: Path = PACKAGE) -> list[str]:
    """Return the modules that a file of a package imports, anywhere in it, each by its full name.

    What is imported from a package counts as the module of that name, where there is one.
    """
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, path, package)
            inside = [f"{source}.{alias.name}" for alias in node.names]
            found += [each if _is_module(each, package) else source for each in inside]
    return list(dict.fromkeys(found))


def _source(node: ast.ImportFrom, path: Path, package: Path) -> str:
    """Return the full name of what names are imported from; dots lead up from the file's own folder."""
    if not node.level:
        return str(node.module)
    folders = path.relative_to(package.parent).parts[: -node.level]
    return ".".join([*folders, *([node.module] if node.module else [])])


def _is_module(name: str, package: Path) -> bool:
    place = package.parent.joinpath(*name.split("."))
    return name.startswith(f"{package.name}.") and (place.with_suffix(".py").is_file() or place.is_dir())


SEEN = {
    "import json, os.path": ["json", "os.path"],
    "import shop.till": ["shop.till"],
    "from shop import till, PRICE": ["shop.till", "shop"],
    "from shop import back": ["shop.back"],
    "from shop.back import shelf as high, Box": ["shop.back.shelf", "shop.back"],
    "from shop.till import ring": ["shop.till"],
    "from . import shelf, Box": ["shop.back.shelf", "shop.back"],
    "from .shelf import Box": ["shop.back.shelf"],
    "from .. import till": ["shop.till"],
    "from ..till import ring": ["shop.till"],
    "from os import path": ["os"],
    "def late():\n    from shop import till\n    import json": ["shop.till", "json"],
    "if True:\n    class Late:\n        from .. import till": ["shop.till"],
}
"""What stands in `shop/back/door.py` to the modules that it imports."""


@pytest.mark.parametrize("text", SEEN)
def test_every_way_to_import_is_seen(tmp_path: Path, text: str) -> None:
    """Imports in functions, of modules by name, and from where the file lies are all resolved."""
    for name in ("shop/__init__.py", "shop/till.py", "shop/back/__init__.py", "shop/back/shelf.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "shop" / "back" / "door.py").write_text(text, encoding="utf-8")
    assert imports(tmp_path / "shop" / "back" / "door.py", tmp_path / "shop") == SEEN[text]


def test_the_package_itself_is_seen_where_it_imports_from(tmp_path: Path) -> None:
    """One dot in the file that opens a package is the package, and not the folder above."""
    (tmp_path / "shop" / "back").mkdir(parents=True)
    (tmp_path / "shop" / "back" / "shelf.py").touch()
    (tmp_path / "shop" / "back" / "__init__.py").write_text("from . import shelf\nfrom ..back import shelf")
    assert imports(tmp_path / "shop" / "back" / "__init__.py", tmp_path / "shop") == ["shop.back.shelf"]


def room(module: str) -> str | None:
    """Return the room of one of our modules."""
    parts = module.split(".")
    return parts[1] if parts[0] == "cmi_handbook" and len(parts) > 1 else None


def modules(*rooms: str) -> list[Path]:
    """Return the modules of some rooms."""
    return sorted(path for name in rooms for path in (PACKAGE / name).rglob("*.py"))


def test_rooms_import_from_rooms_before_them() -> None:
    """No module imports from a room that comes later in the pipeline, nor through a door that is not its own."""
    wrong = []
    for name in ORDER:
        allowed = {*ORDER[: ORDER.index(name) + 1]} | DOORS_OF.get(name, set())
        wrong += [each for path in modules(name) for each in _strangers(path, allowed)]
    assert wrong == []


def test_doors_import_what_they_open() -> None:
    """Each module at the top imports from its rooms and doors alone, and there are no others."""
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", *DOORS}
    wrong = [each for door, allowed in DOORS.items() for each in _strangers(PACKAGE / f"{door}.py", {*allowed})]
    assert wrong == []


def test_every_folder_is_a_room() -> None:
    """No module stands outside the rooms and the doors."""
    assert sorted({path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*/*.py")}) == sorted(ORDER)


def _strangers(path: Path, allowed: set[str]) -> list[str]:
    return [f"{path.relative_to(PACKAGE)} imports {each}" for each in imports(path)
            if room(each) and room(each) not in allowed]


@pytest.mark.parametrize(("library", "only"), [("yaml", ["parse/tree.py"]), ("pydantic", ["parse/records.py"])])
def test_parsing_libraries_stay_in_the_parser(library: str, only: list[str]) -> None:
    """YAML and pydantic are each imported by one module of the parser."""
    found = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py"))
             if any(each.split(".")[0] == library for each in imports(path))]
    assert found == only


def test_the_model_needs_only_the_standard_library() -> None:
    """No record depends on anything that has to be installed."""
    foreign = {each.split(".")[0] for path in modules("model") for each in imports(path)}
    assert foreign - {"cmi_handbook"} <= {"__future__", "collections", "dataclasses", "datetime", "enum", "functools",
                                          "hashlib", "json", "re", "typing"}


def test_the_hook_is_a_thin_door() -> None:
    """The MkDocs hook has under 40 lines."""
    assert len((ROOT / "hooks" / "handbook.py").read_text(encoding="utf-8").splitlines()) < 40


def test_modules_and_functions_are_small() -> None:
    """No module has over 300 lines, and no function over 40 without its docstring."""
    long = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 300:
            long.append(str(path.relative_to(PACKAGE)))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and _lines(node) > 40:
                long.append(f"{path.relative_to(PACKAGE)}:{node.name}")
    assert long == []


def _lines(node: ast.FunctionDef) -> int:
    documented = ast.get_docstring(node) is not None
    said = node.body[0].end_lineno - node.body[0].lineno + 1 if documented else 0
    return node.end_lineno - node.lineno + 1 - said
