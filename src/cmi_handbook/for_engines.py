"""What a site engine needs of the handbook, and nothing that only one engine has."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cmi_handbook import pipeline
from cmi_handbook.diagnostics import Diagnostic, render
from cmi_handbook.provenance import build_facts
from cmi_handbook.render.page import Site
from cmi_handbook.render.site.faults import fault_page


def live_or_stop(project: Path, extra: Mapping[str, Any], *, serving: bool) -> Site:
    """Return the site of a project's data.

    `extra` may hold `ceiling` (the highest marking let through) and
    `downloads` (files that were made and may be linked to).  With faults in
    the data a preview gets one page that shows them, and their text in `meta`
    for all other addresses; a build stops.  A reading that nobody signed yet
    can be looked at in the preview.
    """
    try:
        books = pipeline.handbooks(project / "data", extra.get("ceiling"), signed=not serving)
    except pipeline.Unsound as unsound:
        if serving:
            page = fault_page(unsound.faults)
            return Site((page,), (), {"faults": page.body.partition("\n\n")[2]})
        stop(unsound.faults)
    facts = (*build_facts(project), ("Site engine", "MkDocs with Material for MkDocs (MIT licence)"))
    return pipeline.site(pipeline.views(books), facts, extra.get("downloads", ()))


def stop(faults: tuple[Diagnostic, ...]) -> None:
    """Print the faults and end the program as `cmi-handbook check` does."""
    print(render(faults, "text"), file=sys.stderr)
    raise SystemExit(1)
