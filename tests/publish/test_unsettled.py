"""A document whose page numbers do not settle is named by the build, and stops nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.publish.projects import command, contents
from tests.publish.test_editions import add_older_edition
from tests.publish.test_exit_door import broken_links, html_below

BUILD = """
import sys
from cmi_handbook.cli import main
from cmi_handbook.render.pdf import driver
from cmi_handbook.render.pdf.worker import Document

def typeset(*order, really=driver.typeset):
    for made in really(*order):
        numbers = {changed!r}.get(made.name, made.numbers)
        yield Document(made.name, None if numbers == "unsettled" else made.pdf, numbers)

driver.typeset = typeset
sys.exit(main(["build"]))
"""
"""A build in which some documents are said not to have settled, each with what became of it."""

ROOM = "warning: {}: its page numbers did not settle; it was set again with a fixed width for each\n"
NONE = "warning: {}: its page numbers did not settle; it was set again without page references\n"
MISSING = "error: {}: its page numbers did not settle; it is missing, and nothing links to it\n"


def built_with(project: Path, changed: dict[str, str]) -> tuple[int, str, str]:
    """Build a project in which documents do not settle; return the exit code and what was said."""
    script = BUILD.format(changed=changed)
    done = subprocess.run(command("-c", script, program="python"), cwd=project,
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_a_document_that_was_set_again_is_named(project: Path) -> None:
    """What was made in another setting is named on standard error, in a pipe too, and the exit code is 0."""
    before = contents(project / "dist")
    changed = {"cmi-handbook.pdf": "fixed", "chapters/roles.pdf": "none"}
    assert built_with(project, changed) == (
        0, "", ROOM.format("cmi-handbook.pdf") + NONE.format("chapters/roles.pdf"))
    assert contents(project / "dist").keys() == before.keys()


@pytest.mark.parametrize("name", ["cmi-handbook.pdf", "chapters/roles.pdf"])
def test_all_but_a_missing_document_is_built(project: Path, name: str) -> None:
    """It is named, the exit code is 1, no link leads to it, and every other file is there."""
    before = contents(project / "dist")
    assert built_with(project, {name: "unsettled"}) == (1, "", MISSING.format(name))
    lost = {name, f"site/lk-1/downloads/{name}"}
    assert before.keys() - contents(project / "dist").keys() == lost
    site = project / "dist" / "site"
    assert broken_links(site, html_below(site)) == []
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=project / "dist", check=True)


def test_a_document_of_another_edition_is_named_with_its_folder(project: Path) -> None:
    """Of two editions that lack the same document, each is told where it would lie."""
    add_older_edition(project)
    name = "chapters/roles.pdf"
    assert built_with(project, {name: "unsettled"}) == (
        1, "", MISSING.format(name) + MISSING.format(f"editions/lk-0/{name}"))
