"""Names and wordings that look like markup are shown as they are, and reach no page as markup."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest
from lxml import html
from tests.conftest import PROJECT

HOSTILE = """</title>"><script>evil()</script> <b>*x*</b> [a](evil.md) | {{ y }} {% raw %} `c` & </p> ../../d"""
QUOTED = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
FIELDS = [
    ("seats", "seat-cimic-staff-officer", "title"), ("bodies", "saceur", "summary"), ("terms", "cimic", "note"),
    ("themes", "theme-training-and-education", "title"), ("statements/section-4", "mc-advises-nac", "action"),
    ("source-notes", "sheet-stamps-conflict", "note"),
]
"""Fields that an editor words: file, record, field."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    """The pages of a site whose data holds hostile names and wordings."""
    project = tmp_path_factory.mktemp("hostile")
    for name in ("data", "docs", "hooks", "overrides", "src"):
        shutil.copytree(PROJECT / name, project / name, ignore=shutil.ignore_patterns("__pycache__", "examples"))
    shutil.copy(PROJECT / "mkdocs.yml", project)
    for file, id_, field in FIELDS:
        path = project / "data" / "mc-0411-2" / f"{file}.yaml"
        worded = re.compile(rf"^  - id: {id_}\n(?:    .*\n)*?    {field}: (.*)$", re.MULTILINE)
        text = path.read_text(encoding="utf-8")
        found = worded.search(text)
        assert found, f"`{id_}` has no {field} in one line"
        path.write_text(f'{text[:found.start(1)]}"{QUOTED}"{text[found.end(1):]}', encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(project / "site")],
                          cwd=project, capture_output=True, text=True, check=False,
                          env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 0, done.stderr
    return {path.relative_to(project / "site").as_posix(): html.fromstring(path.read_bytes())
            for path in sorted((project / "site").rglob("*.html"))}


def test_no_hostile_word_becomes_markup(pages) -> None:
    """No page has a script of its own, bold words or links that the names spell out."""
    wrong = [name for name, root in pages.items()
             if root.xpath("//script[not(@src) and not(@type='application/json')] | //b | //a[@href='evil.md'] "
                           "| //a[@href='evil.html']")]
    assert wrong == []


@pytest.mark.parametrize("page", ["mc-0411-2/seats/seat-cimic-staff-officer.html",
                                  "mc-0411-2/themes/theme-training-and-education.html"])
def test_a_hostile_name_is_the_heading_word_for_word(pages, page: str) -> None:
    """The page's heading and its title in the browser are the name as it is written."""
    root = pages[page]
    assert " ".join(root.xpath("//h1")[0].text_content().split()) == HOSTILE
    assert HOSTILE in " ".join(root.findtext(".//title").split())
