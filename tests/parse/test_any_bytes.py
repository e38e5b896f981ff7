"""Any bytes give records or diagnostics: never a traceback, never a dead or a hanging process."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmi_handbook.checks import against, run_checks
from cmi_handbook.checks.examples import HERE, edition
from cmi_handbook.diagnostics import FORMATS, Diagnostic, render
from cmi_handbook.link import hold_back, link
from cmi_handbook.model.draft import Draft
from cmi_handbook.parse import parse_edition, tree
from cmi_handbook.parse.files import source_file

BASE = {path.relative_to(HERE / "base").as_posix(): path.read_bytes()
        for path in sorted((HERE / "base").rglob("*.yaml"))}
NAMES = st.sampled_from([*BASE, "source.txt", "text/odd.yaml", "odd.yaml", "statements/deep/er.yaml", "x.yml"])

YAML_LIKE = st.text(st.sampled_from(list("ab:-?[]{}#&*!|>'\"%@`~,. \n\t\x00\x85\ufeff\u202e")), max_size=200)


@st.composite
def spoilt_yaml(draw: st.DrawFn) -> tuple[str, bytes]:
    """Give a file of the tiny edition that was cut short, or has some of its bytes replaced."""
    name = draw(st.sampled_from(sorted(BASE)))
    raw = bytearray(BASE[name][: draw(st.integers(0, len(BASE[name])))])
    for _ in range(draw(st.integers(0, 5))):
        if raw:
            raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return name, bytes(raw)


def judge(name: str, raw: bytes) -> tuple[Draft, list[Diagnostic]]:
    """Return what the tiny edition becomes when one file holds these bytes; check and print all of it."""
    with edition() as folder:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
        draft, faults = parse_edition(folder)
    faults = faults + run_checks(draft)
    if not faults:
        for ceiling in ("OPEN", "CLOSED", "odd"):
            if not against(draft, ceiling):
                link(hold_back(draft, ceiling).draft)
    for form in FORMATS:
        render(faults, form).encode()
    return draft, faults


def alone(raw: bytes) -> tuple[Draft, list[Diagnostic]]:
    """Return what an edition of one file becomes."""
    with TemporaryDirectory() as place:
        Path(place, "seats.yaml").write_bytes(raw)
        return parse_edition(Path(place))


@given(NAMES, st.binary(max_size=300))
def test_any_bytes(name: str, raw: bytes) -> None:
    """Whatever bytes a file holds, there are records or diagnostics."""
    judge(name, raw)


@given(NAMES, YAML_LIKE)
def test_any_text_that_looks_like_yaml(name: str, text: str) -> None:
    """Signs that mean something in YAML, in any order, end no process."""
    judge(name, text.encode())


@settings(max_examples=150)
@given(spoilt_yaml())
def test_a_real_file_cut_short_or_with_wrong_bytes(spoilt: tuple[str, bytes]) -> None:
    """A real file that was damaged gives a draft, with or without faults."""
    name, raw = spoilt
    draft, faults = judge(name, raw)
    assert faults or isinstance(draft, Draft)


def values(raw: bytes) -> list[tuple[int, int]]:
    """Return begin and end of every value in a file that stands on one line."""
    text = raw.decode()
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    nodes, found = [tree.read_tree(source_file("", text), text)[0]], []
    for node in nodes:
        inner = node.value.values() if isinstance(node.value, dict) else node.value
        if isinstance(node.value, (dict, list)):
            nodes += inner
        else:
            found.append((starts[node.line] + node.column, starts[node.line] + node.column + node.width))
    return found


VALUES = [(name, start, end) for name, raw in BASE.items() for start, end in values(raw)]
ODD = [
    "", "~", "null", "true", "yes", "0", "-1", "1.5", ".inf", "1_0", "0x1F", "9" * 400, "9" * 5000, "0001-01-01",
    "9999-12-31", "2014-02-30", "2200-01-01", "20140512", "2014-05-12T00:00:00", "[]", "[x, y]", "[[[]]]", "{}",
    "{a: b}", '{"": ""}', "{para: [1], text: {a: b}}", '""', '" "', '"\\0"', '"\\x07"', '"\\ud800"', '"\\U0001F600"',
    '"\\u202e"', '"a\\nb"', '"{call fn.9}"', '"~~x~~"', '"{}{0}{x}"', '"%s%n"', "'\\'", "../x", "/etc/x", "a.", "*a",
    "x" * 1_000_000, '"' + "x y " * 20_000 + '"',
]  # fmt: skip


@settings(max_examples=100)
@given(st.sampled_from(VALUES), st.sampled_from(ODD))
def test_an_odd_value_in_any_field(place: tuple[str, int, int], odd: str) -> None:
    """Whatever stands in a field of a record, there is a draft or diagnostics."""
    name, start, end = place
    text = BASE[name].decode()
    judge(name, f"{text[:start]}{odd}{text[end:]}".encode())


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parser's events that were taken, by name: a refusal is quick when it comes after few of them."""
    names: list[str] = []
    real = tree._events

    def counted(*arguments):
        for event in real(*arguments):
            names.append(type(event).__name__)
            yield event

    monkeypatch.setattr(tree, "_events", counted)
    return names


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? "])
def test_a_hundred_thousand_brackets_are_refused_at_once(opening: bytes, taken: list[str]) -> None:
    """Depth is refused at the first level too many, and the rest of the file is never read."""
    _, faults = alone(b"seats: " + b"\n"[: opening in (b"- ", b"? ")] + opening * 100_000)
    assert {fault.code for fault in faults} >= {"CMI004"}
    assert sum(name.endswith("StartEvent") for name in taken) <= tree.DEEPEST + 3
    assert len(taken) <= 2 * tree.DEEPEST + 5


def test_aliases_that_explode_are_refused_before_they_are_followed(taken: list[str]) -> None:
    """The first alias that would make the file too large is refused, long before the last one."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    _, faults = alone("\n".join(lines).encode())
    assert "CMI005" in {fault.code for fault in faults}
    assert len(taken) < 100


def test_an_alias_that_holds_itself_is_refused() -> None:
    """A list that is a part of itself has no end, and is refused."""
    _, faults = alone(b"seats: &a [*a]")
    assert "CMI005" in {fault.code for fault in faults}


def test_an_alias_of_nothing_is_refused() -> None:
    """An alias without an anchor is refused."""
    _, faults = alone(b"seats: [*a]")
    assert {fault.code for fault in faults} & {"CMI002", "CMI005"}
