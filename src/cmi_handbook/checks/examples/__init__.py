"""The examples of the rules: a tiny sound edition, and for each rule a sound and a faulty change to it.

`explain` shows them and the tests run them, so that no example can be out of date.  The folder of a
code holds `good/` and `bad/`: files that are laid over `base/`.  `bad/expected.txt` is what is said of
the faulty edition, and `bad/ceiling.txt` the ceiling it is built under, where the rule asks for one.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cmi_handbook.checks import against, run_checks
from cmi_handbook.diagnostics import Diagnostic, render
from cmi_handbook.parse import parse_edition

HERE = Path(__file__).parent
EDITION = "lk-1"
"""The folder name of the tiny edition, as its diagnostics print it."""

EXPECTED, CEILING = "expected.txt", "ceiling.txt"


@dataclass(frozen=True)
class Example:
    """One change to the tiny edition: the files that are laid over it."""

    folder: Path
    files: tuple[str, ...]
    expected: str
    ceiling: str | None

    @property
    def shown(self) -> tuple[str, ...]:
        """The files that faults are expected in; all when they lie elsewhere, or a ceiling holds some back."""
        if self.ceiling:
            return self.files
        faulty = tuple(name for name in self.files if f"--> {EDITION}/{name}:" in self.expected)
        return faulty or self.files

    def text(self, name: str) -> str:
        """Return the contents of a file; bytes that are no UTF-8 show as one sign each."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")


def example(code: str, kind: str) -> Example:
    """Return the `good` or the `bad` example of a rule."""
    folder = HERE / code / kind
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = (path.relative_to(folder).as_posix() for path in paths)
    return Example(
        folder=folder,
        files=tuple(name for name in names if name not in (EXPECTED, CEILING)),
        expected=_read(folder / EXPECTED) or "",
        ceiling=(_read(folder / CEILING) or "").strip() or None,
    )


def faults(of: Example) -> list[Diagnostic]:
    """Return what the parser and all rules say of an example."""
    with edition(of.folder) as folder:
        draft, found = parse_edition(folder)
    found = found + run_checks(draft)
    return found + against(draft, of.ceiling) if of.ceiling else found


def said(of: Example) -> str:
    """Return what the text renderer prints for an example."""
    return render(faults(of), "text")


@contextmanager
def edition(*overlays: Path) -> Iterator[Path]:
    """Give the tiny edition with some folders laid over it, in a folder that lives as long as the context."""
    with TemporaryDirectory(prefix="cmi-handbook-") as place:
        folder = Path(place) / EDITION
        for source in (HERE / "base", *overlays):
            shutil.copytree(source, folder, dirs_exist_ok=True)
        yield folder


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
