"""All generated reference files, as values."""

import argparse
from collections.abc import Iterable

from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import json_schemas
from cmi_handbook.render.export import export_schema, to_json
from cmi_handbook.render.reference.checks import checks_pages
from cmi_handbook.render.reference.commands import commands_page
from cmi_handbook.render.reference.editors import for_editors, ids_schema
from cmi_handbook.render.reference.fields import fields_page


def reference_files(program: argparse.ArgumentParser) -> dict[str, str]:
    """Return path below the project to content: editors' pages, and JSON Schemas."""
    schemas = json_schemas()
    return {
        **{f"docs/editors/{name}": text for name, text in checks_pages().items()},
        "docs/editors/commands.md": commands_page(program),
        "docs/editors/fields.md": fields_page(schemas),
        "schema/handbook.schema.json": to_json(export_schema()),
        **{f"schema/{stem}.schema.json": to_json(shape) for stem, shape in for_editors(schemas).items()},
    }


def ids_file(drafts: Iterable[Draft]) -> dict[str, str]:
    """Return path and content of the one file that is made of data, and may be older than they are."""
    return {"schema/ids.schema.json": ids_schema(drafts)}
