"""`check` and `explain` as an editor runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cmi_handbook.checks import RULES
from cmi_handbook.checks.examples import HERE, example

from .editions import changed, edition


def cmi(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    program = [sys.executable, "-c", "import sys; from cmi_handbook.cli import main; sys.exit(main())"]
    return subprocess.run([*program, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a data folder with the faulty example of an unknown id."""
    with edition(example("CMI104", "bad").folder) as folder:
        shutil.copytree(folder, tmp_path / "data" / folder.name)
    return tmp_path / "data"


def test_sound_data_is_exit_0_and_nothing_on_standard_output(tmp_path: Path) -> None:
    with edition() as folder:
        done = cmi("check", "--data", str(folder.parent), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "lk-1: 6 statements, no fault\n"


def test_faults_are_exit_1_and_named_from_the_current_folder(data: Path) -> None:
    done = cmi("check", cwd=data.parent)
    assert done.returncode == 1
    assert "  --> data/lk-1/seats.yaml:7:16\n" in done.stdout
    assert done.stderr == "1 fault in 1 file\n"


def test_faults_elsewhere_are_named_in_full(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    done = cmi("check", "--data", str(data), cwd=tmp_path_factory.mktemp("elsewhere"))
    assert f"  --> {data.resolve().as_posix()}/lk-1/seats.yaml:7:16\n" in done.stdout


def test_json_and_github_formats(data: Path) -> None:
    (fault,) = json.loads(cmi("check", "--format", "json", cwd=data.parent).stdout)
    assert (fault["code"], fault["at"]["file"], fault["at"]["line"]) == ("CMI104", "data/lk-1/seats.yaml", 7)
    annotation = cmi("check", "--format", "github", cwd=data.parent).stdout
    assert annotation.startswith("::error file=data/lk-1/seats.yaml,line=7,col=16,title=CMI104::unknown id")


def test_no_data_folder_and_wrong_use_are_exit_2(tmp_path: Path) -> None:
    assert cmi("check", cwd=tmp_path).returncode == 2
    assert cmi("check", "--format", "xml", cwd=tmp_path).returncode == 2
    assert cmi("explain", "CMI1004", cwd=tmp_path).returncode == 2


def test_an_unknown_code_names_the_nearest(tmp_path: Path) -> None:
    assert "did you mean `CMI104`?" in cmi("explain", "CMI1004", cwd=tmp_path).stderr


def test_control_characters_in_data_reach_no_terminal() -> None:
    with changed("bodies.yaml", "id: board", 'id: "\\e[31mboard"') as folder:
        done = cmi("check", "--data", str(folder.parent), cwd=folder)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explain_shows_the_examples_that_the_tests_run(rule, capsys: pytest.CaptureFixture[str]) -> None:
    from cmi_handbook.cli import main

    assert main(["explain", rule.code]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"{rule.code} {rule.name}\n\n{rule.about.strip()}\n")
    for line in example(rule.code, "bad").expected.splitlines():
        assert line in page


def test_explain_leaves_out_files_without_a_fault_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    from cmi_handbook.cli import main

    main(["explain", "reference-never-cited"])
    assert "source.txt" not in capsys.readouterr().out
    assert (HERE / "CMI602" / "bad" / "source.txt").exists()
