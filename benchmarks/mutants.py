"""How many small faults the tests would notice: single places of the code are changed, one at a time, and tried.

    .venv/bin/python -m benchmarks.mutants [--most 200] [--seed 1] [--rooms views render/site link checks]
                                           [--file src/cmi_handbook/views/glossary.py] [--jobs 2] [--all]

A seed picks the places, spread over the files by what there is to change in
them.  Each change is made in a copy of the tracked files and meets the tests
from fast to slow, up to the first that fails; that kills it.  So does running
five times as long as the unchanged code.  The tests with a browser, a server,
a printed book or a whole build are run with `--all` only, on what is left.
Every change starts from one warm process that has imported the libraries and
nothing of ours: a killed one takes a second or two, a survivor as long as the
quick tests.  It is a measure and no gate: the exit code is always 0.
Rooms that move or delete files (`publish`, `cli`) may do so anywhere when they
are changed: try them on a machine that can be lost.

`mutants-harmless.txt` lists survivors that change nothing anybody could see;
they are counted apart.  The libraries for this were looked at first: one wants
a database and a dozen more libraries, the other rewrites whole modules in a
layout of its own, which tests that read the sources would notice.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from py_compile import PycInvalidationMode

import pytest
from benchmarks.mutations import Mutant, mutants

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = "src/cmi_handbook"
HARMLESS = Path(__file__).with_name("mutants-harmless.txt")
SLOW = ("tests/site/test_preview.py", "tests/publish", "tests/pdf", "tests/browser")
ORDER = ("tests/render", "tests/views", "tests/link", "tests/search", "tests/text", "tests/reading", "tests/checks",
         "tests/export", "tests/parse")
"""The quick tests, the fastest first; whatever else there is comes after them."""
WARM = ("hypothesis", "jsonschema", "lxml.html", "mkdocs.commands.build", "playwright.sync_api", "pydantic", "yaml")
MEMORY = Path("/dev/shm")
"""Where files cost least: some tests write hundreds."""
PATIENCE = 5
"""Times the unchanged run, after which a change counts as killed."""


def main() -> None:
    """Try the mutants that are asked for, and print the share that is killed and what survives."""
    options = read_options()
    files = [options.file] if options.file else files_of(options.rooms)
    chosen = pick(files, options.most, random.Random(options.seed))
    for name in WARM:
        import_module(name)
    gc.freeze()
    with tempfile.TemporaryDirectory(prefix="mutants-", dir=MEMORY if MEMORY.is_dir() else None) as place:
        first = copied(Path(place))
        survivors = tried(chosen, quick_tests(first), first, options.jobs)
        if options.all:
            survivors = tried(survivors, SLOW, first, options.jobs)
    report(chosen, survivors)


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=200, metavar="N", help="how many changes to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", nargs="+", default=["views", "render/site", "link", "checks"])
    parser.add_argument("--file", help="change this file only")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="try survivors against the slow tests as well")
    return parser.parse_args()


def files_of(rooms: Sequence[str]) -> list[str]:
    """Return the modules of some rooms, as named from the project's folder."""
    found = (path for room in rooms for path in (PROJECT / PACKAGE / room).rglob("*.py"))
    return sorted({path.relative_to(PROJECT).as_posix() for path in found})


def pick(files: Sequence[str], most: int, luck: random.Random) -> list[Mutant]:
    """Return as many mutants as are wanted, at even steps through the files; a line has one of each kind at most."""
    all_: list[Mutant] = []
    for file in files:
        found = list(mutants(file, (PROJECT / file).read_bytes()))
        luck.shuffle(found)
        all_ += {(each.line, each.kind): each for each in found}.values()
    wanted = min(most, len(all_))
    print(f"{len(all_)} places in {len(files)} files; {wanted} are tried", flush=True)
    return [all_[place * len(all_) // wanted] for place in range(wanted)]


def copied(place: Path) -> Path:
    """Copy the tracked files to a repository of their own, which takes no notice of what is changed in it later."""
    folder = place / "0"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    names = [name for name in listed.split("\0") if (PROJECT / name).is_file()]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / name, folder / name)
    author = ["-c", "user.name=mutants", "-c", "user.email=mutants@localhost"]
    for words in (["init", "-q"], ["add", "--all", "--force"], [*author, "commit", "-q", "-m", "mutants"]):
        subprocess.run(["git", *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["git", "update-index", "-z", "--assume-unchanged", "--stdin"], cwd=folder, check=True, text=True,
                   input="\0".join(names))
    # Two changes within a second can be of one size: only a hash tells that compiled code is out of date.
    compileall.compile_dir(folder / "src", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return folder


def quick_tests(folder: Path) -> list[str]:
    """Return all that is not slow, in its order."""
    found = (path.relative_to(folder).as_posix() for path in (folder / "tests").iterdir()
             if path.name.startswith("test_") or (path.is_dir() and any(path.rglob("test_*.py"))))
    rank = {name: place for place, name in enumerate(ORDER)}
    return sorted(set(found) - set(SLOW), key=lambda name: (rank.get(name, len(rank)), name == "tests/site", name))


def tried(chosen: Sequence[Mutant], tests: Sequence[str], first: Path, jobs: int) -> list[Mutant]:
    """Return the mutants that survive some tests."""
    start = time.monotonic()
    process = started(first, tests, 0)
    try:
        _, status = os.waitpid(process, 0)
    finally:
        end(process)
    seconds = time.monotonic() - start
    if status:
        print((first.parent / "0.log").read_text(encoding="utf-8"))
        print(f"nothing is measured: the unchanged code fails one of {' '.join(tests)}")
        raise SystemExit(0)
    print(f"the unchanged code takes {seconds:.0f} s", flush=True)
    limit = int(PATIENCE * seconds) + 1
    survivors = []
    for done, (mutant, survived) in enumerate(outcomes(chosen, tests, copies(first, jobs), limit), 1):
        survivors += [mutant] if survived else []
        if sys.stderr.isatty():
            print(f"\r{done} of {len(chosen)} tried, {len(survivors)} survive ", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r" + " " * 60, end="\r", file=sys.stderr, flush=True)
    return [mutant for mutant in chosen if mutant in survivors]


def copies(first: Path, jobs: int) -> Iterator[Path]:
    """Yield a copy for each job, the first among them."""
    for folder in (first.with_name(str(job)) for job in range(jobs)):
        if not folder.exists():
            shutil.copytree(first, folder)
        yield folder


def outcomes(chosen: Sequence[Mutant], tests: Sequence[str], folders: Iterable[Path], limit: int
             ) -> Iterator[tuple[Mutant, bool]]:
    """Yield each mutant as it is done, and whether it survives; as many run at a time as there are folders."""
    waiting, free = iter(chosen), list(folders)
    running: dict[int, tuple[Mutant, Path, bytes]] = {}
    try:
        while True:
            while free and (mutant := next(waiting, None)):
                folder = free.pop()
                sound = (folder / mutant.file).read_bytes()
                (folder / mutant.file).write_bytes(mutant.text)
                running[started(folder, tests, limit)] = mutant, folder, sound
            if not running:
                return
            process, status = os.wait()
            end(process)
            mutant, folder, sound = running.pop(process)
            (folder / mutant.file).write_bytes(sound)
            free.append(folder)
            yield mutant, status == 0
    finally:
        for process in running:
            end(process)


def end(process: int) -> None:
    """End a process with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)


def started(folder: Path, tests: Sequence[str], limit: int) -> int:
    """Start tests on a copy, in a fork of this process; return its number.  No limit: compiled tests are kept."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        os.setpgid(0, 0)
        signal.alarm(limit)
        log = os.open(folder.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.chdir(folder)
        os.environ["PYTHONPATH"] = sys.path[0] = str(folder / "src")
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder.parent)
        if limit:
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        ignored = [f"--ignore={name}" for name in SLOW if name not in tests]
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *ignored,
                            f"--basetemp={folder.with_suffix('.tmp')}", *tests])
    finally:
        os._exit(code)


def report(chosen: Sequence[Mutant], survivors: Sequence[Mutant]) -> None:
    """Print the shares by room, and each survivor that is not known to be harmless."""
    known = harmless()
    apart = [each for each in survivors if (each.file, each.was, each.now) in known]
    alive = [each for each in survivors if each not in apart]
    tries, left, aside = (Counter(room_of(each) for each in group) for group in (chosen, alive, apart))
    print(f"\n{'room':<24}{'tried':>7}{'killed':>8}{'harmless':>10}{'survive':>9}{'share killed':>14}")
    for room, tried_ in (*sorted(tries.items()), ("all", len(chosen))):
        here, harmless_ = (len(alive), len(apart)) if room == "all" else (left[room], aside[room])
        killed = tried_ - here - harmless_
        print(f"{room:<24}{tried_:>7}{killed:>8}{harmless_:>10}{here:>9}{killed / max(1, killed + here):>13.0%}")
    for each in alive:
        print(f"\n{each.file}:{each.line}: {each.kind}: {each.change}\n  was {each.was}\n  now {each.now}")


def room_of(mutant: Mutant) -> str:
    """Return the folder of the changed file, as rooms are named."""
    return Path(mutant.file).parent.relative_to(PACKAGE).as_posix()


def harmless() -> set[tuple[str, ...]]:
    """Return file, line before and line after of the survivors that were looked at and found to do nothing."""
    lines = HARMLESS.read_text(encoding="utf-8").splitlines() if HARMLESS.is_file() else []
    return {tuple(line.split("\t")[:3]) for line in lines if line and not line.startswith("#")}


if __name__ == "__main__":
    main()
