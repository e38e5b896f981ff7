"""The handbook outlives its engine: two others build the pages that `cmi-handbook pages` writes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from cmi_handbook import pipeline
from cmi_handbook.render.site.navigation import navigation
from tests.publish.conftest import once
from tests.publish.projects import PROJECT, run, small_config, small_project

GENERATOR = re.compile(r'<meta name="generator" content="[^"]*">')
ENGINE_ROW = re.compile(r"<dt>Site engine</dt><dd>[^<]*</dd>")
SKIP = "#__skip"
"""A link of Zensical's base template to an element of a header that the handbook replaces by its own."""
ENV = {"NO_MKDOCS_2_WARNING": "1"}


def engine(name: str, *words: str, cwd: Path) -> None:
    """Run another engine without a word of complaint."""
    done = run(cwd, *words, program=name, env=ENV)
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False), done.stdout + done.stderr


def exit_config(project: Path, **changes: Any) -> dict[str, Any]:
    """What another engine needs in place of the hook: the pages' folder, their navigation, what they have in common."""
    config = small_config(docs_dir="pages", **changes)
    site = pipeline.site(pipeline.views(pipeline.handbooks(project / "data")))
    config["nav"] = navigation(site.pages, config["nav"])
    config["extra"] = {**config.get("extra", {}), **json.loads(json.dumps(site.meta))}
    del config["hooks"]
    return config


@pytest.fixture(scope="module")
def left(shared: Path) -> Path:
    """A project with the real data, its site built by MkDocs with the hook, and its pages written for others."""

    def make(folder: Path) -> None:
        draft = small_project(folder.with_name("left-draft"))
        shutil.rmtree(draft / "data")
        shutil.copytree(PROJECT / "data", draft / "data")
        engine("mkdocs", "build", "--strict", cwd=draft)
        done = run(draft, "pages", "pages")
        assert (done.returncode, done.stderr) == (0, "")
        for config, out in (("properdocs.yml", "by-properdocs"), ("zensical.yml", "by-zensical")):
            (draft / config).write_text(yaml.safe_dump(exit_config(draft, site_dir=out)), "utf-8")
        draft.rename(folder)

    return once(shared / "left", make)


def html_below(folder: Path) -> dict[str, str]:
    """The pages of a site without the tag, and the row of the page about it, that name its engine."""
    return {path.relative_to(folder).as_posix(): ENGINE_ROW.sub("", GENERATOR.sub("", path.read_text("utf-8")))
            for path in sorted(folder.rglob("*.html"))}


def test_properdocs_gives_the_same_bytes(left: Path) -> None:
    """Every page ProperDocs makes is MkDocs's own but for the tag and the row that name the engine."""
    engine("properdocs", "build", "--strict", "-f", "properdocs.yml", cwd=left)
    one, other = html_below(left / "site"), html_below(left / "by-properdocs")
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()
    assert len(one) > 100


def test_zensical_builds_and_its_links_hold(left: Path) -> None:
    """Zensical makes every page from the same tree, and every link between them leads to a file and an anchor."""
    engine("zensical", "build", "-f", "zensical.yml", cwd=left)
    made = html_below(left / "by-zensical")
    assert set(html_below(left / "site")) - set(made) == set()
    assert broken_links(left / "by-zensical", made) == []


def broken_links(root: Path, pages: dict[str, str]) -> list[str]:
    """Links within a site that lead to no file, or to no element of it; the page for lost readers is left out."""
    ids = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages.items()}
    found = []
    for name, text in pages.items():
        for link in set(re.findall(r'<a [^>]*href="([^"]+)"', text)) if name != "404.html" else ():
            path, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link) or link == SKIP:
                continue
            target = (root / name).parent / unquote(path) if path else root / name
            short = target.resolve().relative_to(root.resolve()).as_posix()
            if not target.is_file() or (anchor and short in ids and unquote(anchor) not in ids[short]):
                found.append(f"{name}: {link}")
    return found


