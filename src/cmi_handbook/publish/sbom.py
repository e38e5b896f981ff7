"""The parts that go into a handbook, as a CycloneDX list made by CycloneDX's own tool.

The tool lists an environment as it stands.  What leaves the house is the part
of it that the handbook needs to run: test tools, addresses of registries and
paths of the machine are left out.  Scripts and fonts of others that lie in the
project are added from the lists beside them.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import quote

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cmi_handbook.render.export import to_json

ROOT = "cmi-handbook"
LISTS = "docs/assets/*/versions.txt"


class NoTool(Exception):
    """CycloneDX's tool is missing or failed; the message is what it said."""


def make_sbom(project: Path, timestamp: int) -> str:
    """Return the list as JSON; the same environment gives the same text."""
    whole, parts = _environment(project, timestamp), runtime_parts(ROOT)
    for each in vendored(project):
        whole["components"].append(each)
        parts[ROOT].add(each["name"])
        parts[each["name"]] = set()
    return to_json(runtime_only(whole, parts))


def vendored(project: Path) -> Iterator[dict[str, Any]]:
    """Yield what of others lies in a project, by its lists: files, npm package with version, licence, where from."""
    for path in sorted(project.glob(LISTS)):
        for line in path.read_text("utf-8").splitlines():
            _, package, licence, _ = re.split(r"\s{2,}", line)
            name, version = package.split(" ")
            purl = f"pkg:npm/{quote(name)}@{version}"
            yield {"bom-ref": purl, "licenses": [{"license": {"acknowledgement": "declared", "id": licence}}],
                   "name": name, "purl": purl, "type": "library", "version": version}


def runtime_only(whole: dict[str, Any], parts: dict[str, set[str]]) -> dict[str, Any]:
    """Return a list of an environment cut down to `parts` (each with what it needs itself)."""
    kept = [component for component in whole["components"] if canonicalize_name(component["name"]) in parts]
    refs = {str(canonicalize_name(component["name"])): str(component["bom-ref"]) for component in kept}
    root = whole["metadata"]["component"]["bom-ref"]
    needs = [{"ref": root, "dependsOn": _refs(parts[ROOT], refs)}]
    needs += [{"ref": ref, "dependsOn": _refs(parts[name], refs)} for name, ref in sorted(refs.items())]
    bare: dict[str, Any] = _without_addresses(whole | {"components": kept, "dependencies": needs})
    return bare


def runtime_parts(root: str) -> dict[str, set[str]]:
    """Return the distributions a distribution needs to run, itself first, each with those it needs directly."""
    found: dict[str, set[str]] = {}
    todo = [(root, frozenset[str]())]
    seen = set(todo)
    while todo:
        name, extras = todo.pop(0)
        for need in _needs(name, extras):
            found.setdefault(name, set()).add(canonicalize_name(need.name))
            step = (canonicalize_name(need.name), frozenset(need.extras))
            if step not in seen:
                seen.add(step)
                todo.append(step)
        found.setdefault(name, set())
    return found


def _needs(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    try:
        written = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, written):
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield requirement


def _environment(project: Path, timestamp: int) -> dict[str, Any]:
    """Return the tool's list of this environment.  Its own check needs many seconds and is a test's work."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--no-validate",
               "--output-format", "JSON", "--pyproject", str(project / "pyproject.toml"), sys.executable]
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": str(timestamp)}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings)
    if done.returncode != 0:
        raise NoTool((done.stderr.strip().splitlines() or ["no word"])[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _refs(names: set[str], refs: dict[str, str]) -> list[str]:
    return sorted(refs[name] for name in names if name in refs)


def _without_addresses(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_addresses(each) for key, each in value.items() if key != "externalReferences"}
    if isinstance(value, list):
        return [_without_addresses(each) for each in value]
    return value
