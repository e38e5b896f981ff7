"""What all tests share: the real edition, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmi_handbook.model.draft import Draft
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.pipeline import handbooks
from cmi_handbook.parse import parse_edition

PROJECT = Path(__file__).parent.parent
EDITION = PROJECT / "data" / "mc-0411-2"


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
