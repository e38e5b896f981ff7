"""Bytes become records: the only place that knows YAML, and the only one that knows pydantic."""

from cmi_handbook.parse.edition import parse_edition
from cmi_handbook.parse.schema import json_schemas

__all__ = ["json_schemas", "parse_edition"]
