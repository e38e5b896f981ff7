"""The folders are the pipeline, and imports run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "cmi_handbook"
ORDER = ["diagnostics", "model", "parse", "checks", "link", "views", "render", "publish", "cli"]
"""Rooms in the order of the pipeline; a room imports from itself and from rooms before it."""
DOORS = {"library", "pipeline", "provenance", "site"}
"""Modules at the top, through which commands and site engines come in."""


def imports(path: Path) -> list[str]:
    """Return the modules that a file imports."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


def room(module: str) -> str | None:
    """Return the room of one of our modules."""
    parts = module.split(".")
    return parts[1] if parts[0] == "cmi_handbook" and len(parts) > 1 else None


def modules(*rooms: str) -> list[Path]:
    """Return the modules of some rooms."""
    return sorted(path for name in rooms for path in (PACKAGE / name).rglob("*.py"))


def test_rooms_import_from_rooms_before_them() -> None:
    """No module imports from a room that comes later in the pipeline."""
    wrong = []
    for name in ORDER:
        allowed = {*ORDER[: ORDER.index(name) + 1]} | (DOORS if name in ("publish", "cli") else set())
        allowed |= {"pipeline", "site", "provenance"} if name == "publish" else set()
        for path in modules(name):
            wrong += [f"{path.relative_to(PACKAGE)} imports {each}" for each in imports(path)
                      if room(each) and room(each) not in allowed | {"__version__"}]
    assert wrong == []


@pytest.mark.parametrize(("library", "only"), [("yaml", ["parse/tree.py"]), ("pydantic", ["parse/records.py"])])
def test_parsing_libraries_stay_in_the_parser(library: str, only: list[str]) -> None:
    """YAML and pydantic are each imported by one module of the parser."""
    found = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py"))
             if any(each.split(".")[0] == library for each in imports(path))]
    assert found == only


def test_the_model_needs_only_the_standard_library() -> None:
    """No record depends on anything that has to be installed."""
    foreign = {each.split(".")[0] for path in modules("model") for each in imports(path)}
    assert foreign - {"cmi_handbook"} <= {"__future__", "collections", "dataclasses", "datetime", "functools", "re",
                                          "typing"}


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
