"""Prints what the handbook's own work costs: `mkdocs build` against a plain build of the same pages.

Run by hand: `.venv/bin/python benchmarks/build.py [ROUNDS]`.  Both builds run
in turn, so that a busy machine slows both; the ratio of CPU seconds is what
counts.  The plain build has the same theme, settings and hand-written pages,
with the generated pages on disk, as `cmi-handbook pages` writes them.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import yaml

PROJECT = Path(__file__).resolve().parent.parent
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def main(rounds: int) -> None:
    """Build both ways in turn and print seconds of CPU and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = plain_config(folder)
        own, bare = [], []
        for _ in range(rounds):
            own.append(cpu("mkdocs", "build", "-q", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(folder / "own")))
            bare.append(cpu("mkdocs", "build", "-q", "-f", str(plain), "-d", str(folder / "bare")))
        checks = [cpu("cmi_handbook.cli", "check", "--data", str(PROJECT / "data")) for _ in range(rounds)]
    print(f"check             {median(checks):6.2f} s CPU")
    print(f"mkdocs build      {median(own):6.2f} s CPU")
    print(f"plain build       {median(bare):6.2f} s CPU")
    print(f"ratio             {median(o / b for o, b in zip(own, bare, strict=True)):6.2f}")


def plain_config(folder: Path) -> Path:
    """Write the pages and a configuration without the hook; return the configuration's path."""
    subprocess.run([sys.executable, "-m", "cmi_handbook.cli", "pages", str(folder / "docs")], cwd=PROJECT, check=True)
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("hooks", "watch", "nav"):
        config.pop(key, None)
    config["docs_dir"] = str(folder / "docs")
    config["theme"]["custom_dir"] = str(PROJECT / "overrides")
    config["plugins"][0]["mkdocstrings"]["handlers"]["python"]["paths"] = [str(PROJECT / "src")]
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    return path


def cpu(module: str, *arguments: str) -> float:
    """Run a module as a program and return the seconds of CPU it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=PROJECT, env=QUIET, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
