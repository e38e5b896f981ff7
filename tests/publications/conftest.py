"""Other owners' publications, each built once for all workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publications.projects import SITES, Built, make
from tests.publish.conftest import once, shared

__all__ = ["shared"]


@pytest.fixture(scope="session")
def harbour(shared: Path) -> Built:
    """The harbour's rule book, built as a project of its own."""
    return _alone(shared, "harbour")


@pytest.fixture(scope="session", params=["lk-1", "harbour"])
def owner(request: pytest.FixtureRequest, shared: Path) -> Built:
    """Each other owner's publication, built as a project of its own."""
    return _alone(shared, request.param)


def _alone(shared: Path, id_: str) -> Built:
    dist = once(shared / f"alone-{id_}", lambda folder: make(folder, SITES[id_], id_)) / "dist"
    return Built(id_, dist, dist)


@pytest.fixture(scope="session")
def shelf(shared: Path) -> dict[str, Built]:
    """The harbour, the lighthouse and the first policy on one site, by id, the one decided last at the front."""
    ids = ("mc-0411-2", "harbour", "lk-1")
    dist = once(shared / "all-owners", lambda folder: make(folder, SITES["all"], *ids)) / "dist"
    first, *others = ids
    return {first: Built(first, dist, dist)} | {id_: Built(id_, dist, dist / "editions" / id_) for id_ in others}
