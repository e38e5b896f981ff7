"""What a second reader is shown and signs, and what becomes of a reading that changes afterwards."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from .editions import edition
from .test_commands import cmi

STATEMENT = "statements/4-tasks.yaml"


def git(*words: str, cwd: Path) -> None:
    """Run git without what the machine's settings would add."""
    author = ("-c", "user.name=Reader", "-c", "user.email=reader@localhost")
    subprocess.run(["git", *author, *words], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a repository with a signed edition."""
    with edition() as folder:
        shutil.copytree(folder, tmp_path / "data" / folder.name)
    assert cmi("changed", "--sign", cwd=tmp_path).stderr == "lk-1: 33 records signed\n"
    git("init", "-q", cwd=tmp_path)
    git("add", ".", cwd=tmp_path)
    git("commit", "-q", "-m", "First", cwd=tmp_path)
    return tmp_path


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Replace some words in a file of the edition."""
    path = project / "data" / "lk-1" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_was_signed_is_sound(project: Path) -> None:
    """A signed edition has no fault, and nothing to show a second reader."""
    assert (cmi("check", cwd=project).returncode, cmi("changed", cwd=project).stdout) == (
        0, "lk-1: 0 changes of what records say\n")


def test_a_changed_reading_is_a_fault_until_it_is_signed_again(project: Path) -> None:
    """A meaning that no other rule holds is a fault at its record, is listed field by field, and can be signed."""
    edit(project, STATEMENT, "type: reports", "type: informs")
    done = cmi("check", "--format", "github", cwd=project)
    assert (done.returncode, done.stdout) == (1, (
        "::error file=data/lk-1/statements/4-tasks.yaml,line=3,col=9,title=CMI414::"
        "`head-keeper-reports-storms` does not say what was signed\n"))
    assert cmi("changed", cwd=project).stdout == (
        "lk-1: 1 change of what records say\n"
        "  statements head-keeper-reports-storms\n"
        "    relations[0].type\n"
        '      was "reports"\n'
        '      now "informs"\n')
    assert cmi("changed", "--sign", cwd=project).returncode == 0
    assert cmi("check", cwd=project).returncode == 0


def test_the_editors_own_words_need_no_second_reader(project: Path) -> None:
    """Another summary, note, action or theme is no change of what the policy says."""
    edit(project, "bodies.yaml", "It keeps the harbour.", "It looks after the harbour.")
    edit(project, STATEMENT, "action: Report storms.", "action: Tell of storms.")
    edit(project, "themes.yaml", "paras: [2.a, 3]", "paras: [3]")
    assert cmi("check", cwd=project).returncode == 0
    assert cmi("changed", cwd=project).stdout == "lk-1: 0 changes of what records say\n"


def test_a_mark_or_a_standing_is_shown_and_not_signed(project: Path) -> None:
    """What the house does with a record is listed for the second reader; no signature covers it."""
    edit(project, "statements/2-rules.yaml", "status: contested", "status: agreed")
    assert cmi("check", cwd=project).returncode == 0
    assert cmi("changed", cwd=project).stdout == (
        "lk-1: 1 change of what records say\n"
        "  statements keepers-answer-signals\n"
        "    judgement.status\n"
        '      was "contested"\n'
        '      now "agreed"\n')


def test_a_record_that_is_gone_or_new_is_told(project: Path) -> None:
    """A signed record that is gone is a fault; a new one is counted as unsigned; both are listed."""
    edit(project, "seats.yaml", "id: seat-watch", "id: seat-of-the-watch")
    done = cmi("check", "--format", "github", cwd=project)
    assert done.stdout.endswith("`seat-watch` was signed, and is not here\n")
    assert cmi("changed", cwd=project).stdout == (
        "lk-1: 2 changes of what records say\n  seats seat-of-the-watch: new\n  seats seat-watch: gone\n")
    edit(project, "signatures.yaml", '"seat-watch"', '"theme-sea"')
    assert cmi("check", cwd=project).stdout.startswith("error[CMI414]: `theme-sea` was signed, and is not here")


def test_an_unsigned_record_is_counted(project: Path) -> None:
    """A sound record that nobody signed yet is no fault, and `check` says that it is there."""
    edit(project, "seats.yaml", "seats:\n", "seats:\n  - id: seat-door\n    title: The door\n    summary: Opens.\n"
         "    bodies: [{body: keepers, reason: They open.}]\n")
    done = cmi("check", cwd=project)
    assert (done.returncode, done.stderr) == (0, "lk-1: 6 statements, no fault; 1 record not signed yet\n")


def test_nothing_is_signed_that_has_a_fault(project: Path) -> None:
    """With another fault in the data nothing is written."""
    before = (project / "data" / "lk-1" / "signatures.yaml").read_bytes()
    edit(project, STATEMENT, "bearers: [head-keeper]", "bearers: [board]")
    done = cmi("changed", "--sign", cwd=project)
    assert (done.returncode, done.stderr) == (1, "nothing was signed; mend the faults first\n")
    assert (project / "data" / "lk-1" / "signatures.yaml").read_bytes() == before


@pytest.mark.parametrize(("file", "old", "new", "code"), [
    (STATEMENT, "action: Report storms.", "action: Report: storms.", "CMI002"),
    (STATEMENT, "action: Report storms.", "actoin: Report storms.", "CMI007"),
    (STATEMENT, "force: duty", "force: dutty", "CMI008"),
    ("terms.yaml", "term: Lamp", 'term: ""', "CMI012"),
])
def test_a_slip_in_a_signed_edition_is_one_fault(project: Path, file: str, old: str, new: str, code: str) -> None:
    """A file or a record that cannot be read is told once, and no record of it is called gone."""
    edit(project, file, old, new)
    assert [line.split("title=")[1][:6] for line in cmi("check", "--format", "github", cwd=project).stdout.splitlines()
            ] == [code]
    done = cmi("changed", cwd=project)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_what_is_withheld_stays_withheld(project: Path) -> None:
    """A withheld block that becomes furniture is a change of what was signed, though it has no id."""
    edit(project, "text/1-sheet.yaml", 'kind: withheld, words: "J. Tidewater, room 7", reason: A name.',
         'kind: furniture, words: "J. Tidewater, room 7"')
    assert "`lk-1` does not say what was signed" in cmi("check", cwd=project).stdout


def test_signatures_of_another_edition_hold_nothing(project: Path) -> None:
    """In a copied edition nothing is signed yet."""
    edit(project, "signatures.yaml", '"lk-1"', '"lk-0"')
    edit(project, STATEMENT, "type: reports", "type: informs")
    assert cmi("check", cwd=project).stderr == "lk-1: 6 statements, no fault; 33 records not signed yet\n"


def test_the_head_cannot_be_left_out(project: Path) -> None:
    """Signatures without the publication's own, and of this edition, are a fault: nothing would hold them together."""
    path = project / "data/lk-1/signatures.yaml"
    path.write_text("".join(line for line in path.read_text("utf-8").splitlines(True) if '"lk-1"' not in line), "utf-8")
    assert "records are signed, and the publication is not" in cmi("check", cwd=project).stdout


def test_two_commits_are_compared(project: Path) -> None:
    """With two commits the files as they are do not matter."""
    edit(project, STATEMENT, "type: reports", "type: informs")
    git("commit", "-q", "-a", "-m", "Second", cwd=project)
    edit(project, STATEMENT, "type: informs", "type: tasks")
    assert cmi("changed", "HEAD~1", "HEAD", cwd=project).stdout.splitlines()[3:] == [
        '      was "reports"', '      now "informs"']


def test_a_state_that_is_none_is_refused(project: Path, tmp_path: Path) -> None:
    """An unknown commit, or a folder without a repository, is said in one line."""
    assert cmi("changed", "nonsense", cwd=project).returncode == 2
    shutil.rmtree(project / ".git")
    done = cmi("changed", "HEAD", cwd=project)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
