"""Prints what further editions on one site cost: 1, 4 and 16 copies of the real one, built as `mkdocs build` does.

Run by hand: `.venv/bin/python benchmarks/editions.py [COUNT ...]`.  Each copy
is an edition of its own (another id, folder and date); pages, bytes and
seconds are printed, and each figure of a page as a ratio to the first row.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parent.parent
EDITION = "mc-0411-2"
PARTS = ("hooks", "overrides", "docs")
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Cost:
    """What one build cost: pages, bytes of pages, seconds of CPU, megabytes of memory at the most."""

    pages: int
    size: int
    cpu: float
    memory: float


def main(counts: list[int]) -> None:
    """Build a site of each size in turn and print its row."""
    heads = ("editions", "pages", "kB a page", "ms a page", "MB", "bytes, ratio", "CPU, ratio")
    print("  ".join(f"{head:>12}" for head in heads))
    first = None
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            cost = measured(project(Path(name), count))
        first = first or cost
        size, cpu = cost.size / cost.pages, cost.cpu / cost.pages
        ratios = (size / (first.size / first.pages), cpu / (first.cpu / first.pages))
        cells = (f"{count}", f"{cost.pages}", f"{size / 1000:.1f}", f"{cpu * 1000:.1f}", f"{cost.memory:.0f}",
                 *(f"{ratio:.2f}" for ratio in ratios))
        print("  ".join(f"{cell:>12}" for cell in cells))


def project(folder: Path, count: int) -> Path:
    """Make a project with some copies of the real edition, the first of them the latest."""
    for part in PARTS:
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "pyproject.toml", folder)
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    config |= {"plugins": [], "watch": []}
    config["nav"] = [entry for entry in config["nav"] if "editors/" not in str(entry)]
    shutil.rmtree(folder / "docs" / "editors")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    for number in range(count):
        id_ = EDITION if number == 0 else f"{EDITION}-copy-{number}"
        shutil.copytree(PROJECT / "data" / EDITION, folder / "data" / id_)
        head = folder / "data" / id_ / "publication.yaml"
        text = head.read_text("utf-8").replace(f"  id: {EDITION}\n", f"  id: {id_}\n", 1)
        text = text.replace("short_title: MC 0411/2", f"short_title: MC 0411/2 copy {number}", 1)
        head.write_text(text.replace("decided: {iso: 2014", f"decided: {{iso: {2014 - number}", 1), "utf-8")
    return folder


def measured(folder: Path) -> Cost:
    """Build a project's site and return what that cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict"], cwd=folder, env=QUIET, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = list((folder / "site").rglob("*.html"))
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(len(pages), sum(page.stat().st_size for page in pages), cpu, after.ru_maxrss / 1000)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1, 4, 16])
