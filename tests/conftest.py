"""What all tests share: the real edition, read once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.parse import parse_edition
from cmi_handbook.pipeline import handbooks
from cmi_handbook.views.views import Views

PROJECT = Path(__file__).parent.parent
EDITION = PROJECT / "data" / "mc-0411-2"
SWITCHES = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run"]

# How fast the machine is fails no test: a slow one needs no deadline, and no faster way to make its cases.
settings.register_profile("handbook", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("handbook")


@pytest.fixture(scope="session")
def draft() -> Draft:
    """The draft of the real edition."""
    read, faults = parse_edition(EDITION)
    assert faults == []
    return read


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real edition, checked and linked."""
    return handbooks(PROJECT / "data")[0]


@pytest.fixture(scope="session")
def views(handbook: Handbook) -> Views:
    """Everything that is shown of the real edition."""
    return Views(handbook)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, built as `mkdocs build --strict` builds it."""
    out = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=PROJECT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once: one process can drive but one."""
    path = shutil.which("chromium")
    assert path, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield started
        started.close()
