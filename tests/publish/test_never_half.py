"""A build that fails leaves the last good output as it was, and says what happened."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cmi_handbook.publish import exchange, hashes, place
from tests.publish.projects import built, command, contents, run

STATEMENT = "data/lk-1/statements/1-light.yaml"


def failed(project: Path, *words: str, **options) -> tuple[int, str]:
    """Run a build that is to fail; return its code and words, after seeing that the output is as it was."""
    before = contents(project / "dist")
    done = run(project, "build", *words, **options)
    assert contents(project / "dist") == before
    assert [path.name for path in project.glob(".dist*")] == []
    assert (done.stdout, "Traceback" in done.stderr) == ("", False)
    return done.returncode, done.stderr


def test_bad_data_stops_a_build(project: Path) -> None:
    """Faults in the data are told as `check` tells them, and the exit code is 1."""
    path = project / STATEMENT
    path.write_text(path.read_text("utf-8").replace("bearers: [keepers]", "bearers: [nobody]"), "utf-8")
    code, said = failed(project)
    assert (code, "error[CMI" in said, "`nobody`" in said) == (1, True, True)


def test_a_broken_link_in_a_hand_written_page_stops_a_build(project: Path) -> None:
    """A warning of the site engine is a fault, and the exit code is 1."""
    (project / "docs" / "more.md").write_text("# More\n\n[gone](nowhere.md)\n", "utf-8")
    code, said = failed(project)
    assert (code, "nowhere.md" in said, said.splitlines()[-1]) == (1, True, "the build stopped; dist is as it was")


def test_a_full_disk_stops_a_build(project: Path) -> None:
    """A write that the system refuses ends with exit code 2 and its reason."""

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    code, said = failed(project, preexec_fn=small_files)
    assert (code, said.count("\n")) == (2, 1)
    assert os.strerror(errno.EFBIG) in said
    assert said.endswith("dist is as it was\n")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_whatever_the_disk_says_is_passed_on(project: Path, number: int) -> None:
    """Errors of the disk in the midst of the last stage leave the output alone."""
    script = ("import os, sys; from cmi_handbook.publish import build; from cmi_handbook.cli import main\n"
              f"def full(*_): raise OSError({number}, os.strerror({number}), 'manifest.json')\n"
              "build.manifest = full; build.make_pdfs = lambda *_: ({}, {}); sys.exit(main(['build']))\n")
    before = contents(project / "dist")
    done = subprocess.run(command("-c", script, program="python"), cwd=project,
                          capture_output=True, text=True, check=False)
    said = f"cmi-handbook: manifest.json: {os.strerror(number)}; dist is as it was\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert contents(project / "dist") == before


HALTING = """
import signal, sys, time
from contextlib import contextmanager
from cmi_handbook.cli import build, main

def halt():
    print("here", flush=True)
    time.sleep(3600)

@contextmanager
def stage(name):
    if name == {name!r}:
        halt()
    yield lambda made: halt() if {name!r} == "typesetting" and made.startswith("chapters/") else None

signal.signal(signal.SIGINT, signal.default_int_handler)
build.silent_stage = stage
sys.exit(main(["build"]))
"""
"""A build that says where it is and waits there: at the beginning of a stage, or between two documents of many."""


@contextmanager
def halted(project: Path, name: str, *before: str) -> Iterator[subprocess.Popen[str]]:
    """Give a build that waits at a place of its own accord, in a session of its own."""
    running = subprocess.Popen([*before, *command("-c", HALTING.format(name=name), program="python")], cwd=project,
                               text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        assert running.stdout is not None
        assert running.stdout.readline() == "here\n"
        yield running
    finally:
        running.kill()
        running.communicate()


def at_work(project: Path) -> list[str]:
    """The processes that stand in a project's folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").readlink() == project:
                found.append((process / "cmdline").read_text("utf-8"))
    return found


@pytest.mark.parametrize("stage", ["site", "manifest", "swap"])
def test_a_killed_build_leaves_nothing_that_the_next_does_not_clean(project: Path, stage: str) -> None:
    """After SIGKILL the output is as it was; the next build clears the rest away and succeeds."""
    before = contents(project / "dist")
    with halted(project, stage) as running:
        assert any((project / ".dist.new").iterdir())
        running.send_signal(signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL
    assert contents(project / "dist") == before
    assert (project / ".dist.new").exists()
    assert contents(built(project)) == before
    assert [path.name for path in project.glob(".dist*")] == []


@pytest.mark.parametrize("stage", ["check", "pdf", "typesetting", "site", "export", "bundle", "manifest", "swap"])
def test_an_interrupted_build_cleans_up_itself(project: Path, stage: str) -> None:
    """After Ctrl-C, which a terminal sends to all it started, the output is as it was and the exit code 130."""
    with ending(project, stage) as running:
        os.killpg(running.pid, signal.SIGINT)
        assert running.communicate() == ("", "stopped; nothing was changed\n")
        assert running.returncode == 130


@pytest.mark.parametrize(("stage", "number", "code"), [
    ("check", signal.SIGTERM, 143), ("typesetting", signal.SIGTERM, 143), ("typesetting", signal.SIGHUP, 129),
    ("site", signal.SIGTERM, 143), ("swap", signal.SIGHUP, 129),
])
def test_a_build_that_is_told_to_end_takes_what_it_started_along(project: Path, stage: str, number: int,
                                                                 code: int) -> None:
    """After SIGTERM or SIGHUP to the build alone no process of it is left and the output is as it was."""
    with ending(project, stage) as running:
        running.send_signal(number)
        assert running.communicate() == ("", "stopped; nothing was changed\n")
        assert running.returncode == code


def test_a_build_goes_on_where_signals_are_ignored(project: Path) -> None:
    """Under `nohup` the end of a terminal does not end a build."""
    with ending(project, "typesetting", "nohup") as running:
        running.send_signal(signal.SIGHUP)
        running.send_signal(signal.SIGTERM)
        assert running.communicate()[0] == ""
        assert running.returncode == 143


@contextmanager
def ending(project: Path, stage: str, *before: str) -> Iterator[subprocess.Popen[str]]:
    """Give a build that waits and is to be ended; then see that nothing of it is left."""
    output = contents(project / "dist")
    with halted(project, stage, *before) as running:
        assert (project / ".dist.new").exists()
        assert len(at_work(project)) == (2 if stage == "typesetting" else 1)
        yield running
        assert at_work(project) == []
    assert contents(project / "dist") == output
    assert [path.name for path in project.glob(".dist*")] == []


def test_a_typesetter_without_an_order_ends_without_a_word(tmp_path: Path) -> None:
    """Interrupted while it is being started, the typesetter finds an empty input, and ends without a complaint."""
    done = subprocess.run(command("-m", "cmi_handbook.render.pdf", program="python"), cwd=tmp_path, input="",
                          capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")


def test_two_builds_at_once_do_not_meet(project: Path) -> None:
    """The second build says that another is at work, and ends with exit code 2."""
    with (project / ".dist.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        before = contents(project / "dist")
        done = run(project, "build")
        assert contents(project / "dist") == before
    assert done.returncode == 2
    assert "another build is at work" in done.stderr


def test_a_folder_that_may_not_be_written_stops_a_build(small: Path) -> None:
    """Where nobody may write, not even root, the build says so and ends with exit code 2."""
    done = run(small, "build", "--out", "/proc/dist")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("cmi-handbook: /proc/.dist.lock: ")


@pytest.mark.parametrize("words", [("--site-url", "handbook.example"), ("--site-url", "ftp://a/"),
                                   ("--site-url", "https://a/?q"), ("--ceiling",), ("--nonsense",), ("extra",)])
def test_wrong_use_is_told(small: Path, words: tuple[str, ...]) -> None:
    """A wrong option ends with exit code 2 and leaves the output alone."""
    assert failed(small, *words)[0] == 2


def test_an_unknown_ceiling_is_a_fault(project: Path) -> None:
    """A marking the edition does not know stops the build with exit code 1."""
    code, said = failed(project, "--ceiling", "COSMIC")
    assert (code, "`COSMIC`" in said) == (1, True)


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "0", "99999999999"])
def test_a_wrong_date_is_told(project: Path, epoch: str) -> None:
    """A SOURCE_DATE_EPOCH that a zip file cannot bear ends with exit code 2."""
    code, said = failed(project, env={"SOURCE_DATE_EPOCH": epoch})
    assert (code, f"`{epoch}`" in said) == (2, True)


def finish(folder: Path, manifest: str) -> None:
    """Write what a folder is known by as a build: a manifest, and a list of hashes that names it."""
    (folder / "manifest.json").write_text(manifest)
    (folder / hashes.LIST).write_text(hashes.to_text(hashes.hash_folder(folder)))


@pytest.mark.parametrize(("file", "why"), [
    ("thesis.txt", "thesis.txt is not in SHA256SUMS"),
    ("site/notes/idea.md", "site/notes/idea.md is not in SHA256SUMS"),
    ("SHA256SUMS.bak", "SHA256SUMS.bak is not in SHA256SUMS"),
])
def test_what_somebody_laid_into_an_output_stays(tmp_path: Path, file: str, why: str) -> None:
    """A file that no build wrote keeps its folder from being replaced, wherever in it the file lies."""
    out = tmp_path / "dist"
    out.mkdir()
    finish(out, "old")
    (out / file).parent.mkdir(parents=True, exist_ok=True)
    (out / file).write_text("mine")
    with pytest.raises(place.Refused, match=re.escape(f"({why})")), place.workplace(out):
        pass
    assert (out / file).read_text() == "mine"


@pytest.mark.parametrize(("files", "why"), [
    ({"manifest.json": "{}", "thesis.txt": "mine"}, "no list of hashes SHA256SUMS that can be read"),
    ({"manifest.json": "{}", "SHA256SUMS": "sums\n"}, "no list of hashes SHA256SUMS that can be read"),
    ({"one": "1", "SHA256SUMS": f"{'0' * 64}  one\n"}, "SHA256SUMS names no manifest.json"),
])
def test_a_folder_that_looks_like_an_output_is_never_taken(tmp_path: Path, files: dict[str, str], why: str) -> None:
    """A manifest or a list of hashes alone makes no output of a folder."""
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(place.Refused, match=re.escape(f"({why})")), place.workplace(tmp_path):
        pass
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == files


def test_a_signature_goes_with_the_list_it_signed(tmp_path: Path) -> None:
    """An output that was signed can be replaced; the signature of the old list is gone with it."""
    out = tmp_path / "dist"
    out.mkdir()
    finish(out, "old")
    (out / place.SIGNATURE).write_text("signed")
    with place.workplace(out) as work:
        finish(work.draft, "new")
        work.swap()
    assert sorted(path.name for path in out.iterdir()) == ["SHA256SUMS", "manifest.json"]


def test_an_output_that_was_changed_by_hand_stays(project: Path) -> None:
    """A file that is not as it was built is somebody's work, and is named."""
    page = project / "dist/site/index.html"
    page.write_text("mine", "utf-8")
    code, said = failed(project)
    assert (code, "site/index.html was changed since" in said) == (2, True)


def test_the_root_of_the_disk_is_no_output(project: Path) -> None:
    """The top of the file system is refused in one line."""
    done = run(project, "build", "--out", "/")
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (2, 1, False)


def test_a_folder_of_other_things_is_never_taken(project: Path) -> None:
    """An --out that holds something else than a build is refused, and stays."""
    (project / "home").mkdir()
    (project / "home" / "letter.txt").write_text("dear")
    (project / "file").write_text("words")
    refused = [failed(project, "--out", name) for name in ("home", "file", ".")]
    assert [code for code, _ in refused] == [2, 2, 2]
    assert (project / "home" / "letter.txt").read_text() == "dear"


def test_no_moment_shows_half(tmp_path: Path) -> None:
    """While outputs change places a thousand times, whoever looks sees one of the two, whole."""
    out, draft = tmp_path / "dist", tmp_path / ".dist.new"
    for folder, letter in ((out, "a"), (draft, "b")):
        folder.mkdir()
        (folder / "one").write_text(letter)
    watcher = os.fork()
    if watcher == 0:
        seen: set[str] = set()
        while seen != {"a", "b"} or not (tmp_path / "done").exists():
            try:
                seen.add((out / "one").read_text())
            except OSError:
                os._exit(1)
        os._exit(0)
    for _ in range(1000):
        place.swap(draft, out, tmp_path / ".dist.old")
    (tmp_path / "done").touch()
    for _ in range(1000):
        place.swap(draft, out, tmp_path / ".dist.old")
    assert os.waitstatus_to_exitcode(os.waitpid(watcher, 0)[1]) == 0


def test_without_an_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system that cannot exchange folders the output is moved away and the new one moved in."""
    monkeypatch.setattr(exchange.ctypes, "get_errno", lambda: errno.EINVAL)
    monkeypatch.setattr(exchange, "RENAME_EXCHANGE", 1 << 30)
    out = tmp_path / "dist"
    for letter in ("a", "b"):
        with place.workplace(out) as work:
            finish(work.draft, letter)
            work.swap()
    assert (out / "manifest.json").read_text() == "b"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_an_output_that_was_moved_away_comes_back(tmp_path: Path) -> None:
    """Killed between those two renames, a build leaves the old output aside; the next one puts it back first."""
    (tmp_path / ".dist.old").mkdir()
    finish(tmp_path / ".dist.old", "old")
    with pytest.raises(RuntimeError), place.workplace(tmp_path / "dist"):
        assert (tmp_path / "dist" / "manifest.json").read_text() == "old"
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_an_output_behind_a_link_stays_behind_it(tmp_path: Path) -> None:
    """Where the output is a link to a folder, the folder is swapped and the link stays."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "dist").symlink_to("disk/dist")
    with place.workplace(tmp_path / "dist") as work:
        finish(work.draft, "new")
        work.swap()
    assert (tmp_path / "dist").is_symlink()
    assert (tmp_path / "disk" / "dist" / "manifest.json").read_text() == "new"
