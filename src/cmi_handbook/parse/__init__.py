"""Bytes become records: the only place that knows YAML, and the only one that knows pydantic."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them costs a tenth of `check`

from cmi_handbook.parse.edition import parse_edition
from cmi_handbook.parse.schema import json_schemas

__all__ = ["json_schemas", "parse_edition"]
