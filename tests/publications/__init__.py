"""Publications of other owners than the first policy's, each with a project of its own, and all on one site."""

import pytest

pytest.register_assert_rewrite("tests.publish.projects")
