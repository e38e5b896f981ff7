"""Golden pairs: two small editions, and all that the handbook makes of them, compared file by file.

    python -m tests.golden.test_golden

writes what is expected anew; read the difference before it is committed.
`edition/` lies over the tiny edition of the rules' examples and reaches what
that leaves out; `lk-0/` is an edition with next to nothing in it.  No word of
a real edition stands here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from difflib import unified_diff
from functools import cache
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from cmi_handbook.checks.examples import edition
from cmi_handbook.cli.check import tell_ceiling
from cmi_handbook.library import check_edition
from cmi_handbook.link import hold_back, link
from cmi_handbook.model.draft import Draft
from cmi_handbook.pipeline import site
from cmi_handbook.render.export import export, to_json
from cmi_handbook.render.page import Page, Site
from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.site.navigation import navigation
from cmi_handbook.views.views import Views

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
RICH, BARE = HERE / "edition", HERE / "lk-0"
PROSE = HERE / "prose"
BUILD = (("Version", "1.0"), ("Left out", ""), ("Commit", "0123456"))
CEILING = "OPEN"


@cache
def drafts() -> tuple[Draft, Draft]:
    """Return the drafts of both editions."""
    with edition(RICH) as folder:
        return sound(folder), sound(BARE)


@cache
def made() -> dict[str, str]:
    """Return all that is compared: name of the file to its text."""
    with edition(RICH) as folder:
        reports = {f"open/report.{form}": told(folder.parent, form) for form in ("text", "json")}
    views = tuple(Views(link(draft)) for draft in drafts())
    under = Views(link(hold_back(drafts()[0], CEILING).draft))
    documents = [job for batch in batches(views[0], PROSE) for job in batch]
    whole = site(views, BUILD, [f"lk-1/downloads/{job.name}" for job in documents])
    before, after = (
        {**pages("site", one), **data("site", one), "export.json": _json(export(view, (view,)))}
        for view in (views[0], under) for one in [site((view,), BUILD)]
    )
    return {
        **pages("site", whole), **data("site", whole),
        "site/meta.json": to_json(dict(whole.meta)),
        "site/navigation.json": to_json(navigation(whole.pages, [{"Editors": "editors/index.md"}])),
        "export.json": _json(export(views[0], views)) + "\n",
        "export-of-lk-0.json": _json(export(views[1], views)) + "\n",
        "print.json": printed(documents),
        **reports, "open/changes.diff": changes(before, after),
    }  # fmt: skip


def sound(folder: Path) -> Draft:
    """Return the draft of an edition without a fault."""
    draft, faults = check_edition(folder)
    assert faults == []
    return draft


def told(folder: Path, form: str) -> str:
    """Return what `check --ceiling` prints."""
    out = StringIO()
    with redirect_stdout(out):
        tell_ceiling(folder, CEILING, form)
    return out.getvalue()


def pages(name: str, of: Site) -> dict[str, str]:
    """Return the pages of a site with their places in the menu, the pages of a folder in one file."""
    found: dict[str, list[str]] = {}
    for page in of.pages:
        folder = page.uri.rpartition("/")[0].replace("/", "-") or "root"
        found.setdefault(f"{name}/{folder}.md", []).append(_page(page))
    return {file: "\n".join(each) for file, each in found.items()}


def _page(page: Page) -> str:
    """Return a page as it is written, but for a line end between two tags: no page has one there itself."""
    assert ">\n<" not in page.text
    laid_out = page.text.replace("><", ">\n<")
    return f"==== {page.uri} ==== {' > '.join(page.nav) or 'not in the menu'}\n{laid_out}"


def data(name: str, of: Site) -> dict[str, str]:
    """Return the data files of a site, each with its value laid out line by line."""
    return {f"{name}/{each.uri.replace('/', '-')}": _laid_out(each.text) for each in of.assets}


def _laid_out(script: str) -> str:
    call, _, rest = script.partition("{")
    value = json.loads("{" + rest.removesuffix(");\n"))
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert script == f"{call}{compact});\n"
    return f"{call}{_json(value)});\n"


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return the lines that a ceiling changes, file by file."""
    lines: list[str] = []
    for name in sorted({*before, *after}):
        was, now = (each.get(name, "").split("\n") for each in (before, after))
        lines += unified_diff(was, now, name, name, n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith("@@")) + "\n"


def printed(documents: list[Any]) -> str:
    """Return what the typesetter is given for each document, each chapter and each table of homes once."""
    known: dict[str, str] = {}

    def once(place: str, value: Any) -> Any:
        text = json.dumps(value, ensure_ascii=False, default=str)
        return {"as in": known[text]} if known.setdefault(text, place) != place else value

    return _json([
        {"name": job.name, "settings": list(job.settings),
         "data": {key: [once(f"{job.name}: {each['name']}", each) for each in value] if key == "chapters"
                  else once(f"{job.name}: {key}", value) if isinstance(value, (dict, list)) else value
                  for key, value in job.data.items()}}
        for job in documents
    ]) + "\n"  # fmt: skip


def _json(value: Any, indent: str = "") -> str:
    """Return JSON with short values on one line."""
    short = json.dumps(value, ensure_ascii=False, default=str)
    if len(indent) + len(short) <= 200 or not isinstance(value, (dict, list, tuple)):
        return short
    deeper = f"{indent} "
    if isinstance(value, dict):
        inner = [f"{json.dumps(key, ensure_ascii=False)}: {_json(each, deeper)}" for key, each in value.items()]
    else:
        inner = [_json(each, deeper) for each in value]
    brackets = "{}" if isinstance(value, dict) else "[]"
    return brackets[0] + ",".join(f"\n{deeper}{each}" for each in inner) + f"\n{indent}{brackets[1]}"


def known() -> list[str]:
    """Return the names of the files that are expected."""
    return sorted(path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*") if path.is_file())


def differences(name: str) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield number, expected words and made words of each line that differs."""
    expected = (EXPECTED / name).read_text(encoding="utf-8").split("\n")
    for number, (wanted, found) in enumerate(zip_longest(expected, made()[name].split("\n")), 1):
        if wanted != found:
            yield number, wanted, found


def test_the_same_files_are_made() -> None:
    """No file is made that nobody expects, and none is missing."""
    assert sorted(made()) == known()


@pytest.mark.parametrize("name", known())
def test_each_file_is_made_as_expected(name: str) -> None:
    """Every line of a file is the line that was read and found right."""
    assert list(differences(name))[:5] == []


def write() -> None:
    """Write what is expected anew."""
    for name in known():
        (EXPECTED / name).unlink()
    for name, text in made().items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
