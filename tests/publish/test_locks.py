"""The locks: every part with its hash, from nowhere in particular, and what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.publish.projects import PROJECT

LOCKS = {"requirements.lock": ("build",), "requirements-test.lock": ("build", "test")}
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, set[str]]:
    """Names and versions in a lock; a part may have one version for each kind of machine."""
    found: dict[str, set[str]] = {}
    for name, pinned in PIN.findall((PROJECT / lock).read_text("utf-8")):
        found.setdefault(canonicalize_name(name), set()).add(pinned)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    """Each requirement of pyproject.toml is pinned to a version that meets it."""
    asked = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    groups = [asked["dependency-groups"][group] for group in LOCKS[lock]]
    wanted = [each for group in (asked["project"]["dependencies"], *groups) for each in group]
    pinned = pins(lock)
    unmet = [each for each in map(Requirement, wanted)
             if not any(each.specifier.contains(one) for one in pinned.get(canonicalize_name(each.name), ()))]
    assert unmet == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_host(lock: str) -> None:
    """Every part has hashes, and no line names an address."""
    text = (PROJECT / lock).read_text("utf-8")
    assert [part for part in re.split(r"\n(?=\S)", text) if PIN.match(part) and "--hash=sha256:" not in part] == []
    assert re.findall(r"https?:|--index|--find-links|@ file", text) == []


def test_the_locks_agree_with_each_other_and_with_what_is_installed() -> None:
    """What the handbook needs is the same for users and for tests, and is what these tests run on."""
    users, tests = (pins(lock) for lock in LOCKS)
    assert {name: tests.get(name) for name in users} == users
    assert version("mkdocs") in users["mkdocs"]
