"""The tiny edition of the checks' examples, linked, for tests that compare whole views."""

from __future__ import annotations

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.link import link
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.parse import parse_edition


@pytest.fixture(scope="session")
def lighthouse() -> Handbook:
    """The tiny edition, whose relations and seats can be counted by hand."""
    with edition() as folder:
        read, faults = parse_edition(folder)
    assert faults == []
    return link(read)
