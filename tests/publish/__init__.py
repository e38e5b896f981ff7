"""Publication: what is handed over, and what is done to it on the way."""

import pytest

pytest.register_assert_rewrite("tests.publish.projects")
