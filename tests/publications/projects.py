"""Projects with the data of other owners: the lighthouse of the checks' examples, and the harbour that stands here."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.publish.projects import EXAMPLES, PROJECT, built, small_config, small_project

HARBOUR = Path(__file__).parent / "harbour"
DATA = {"harbour": HARBOUR, "lk-1": EXAMPLES / "base", "mc-0411-2": PROJECT / "data" / "mc-0411-2"}
"""Every publication by its id, and the folder that holds it."""

SITES = {"harbour": "Port rules", "lk-1": "Lighthouse book", "all": "Shelf of handbooks"}
"""What each project calls its site in its own `mkdocs.yml`."""


@dataclass(frozen=True)
class Built:
    """What was built of a publication: its id, all of the output, and the folders of its pages and of its files."""

    id: str
    dist: Path
    files: Path

    @property
    def site(self) -> Path:
        """The whole site."""
        return self.dist / "site"

    @property
    def pages(self) -> Path:
        """The publication's own folder on the site."""
        return self.site / self.id

    @property
    def documents(self) -> list[Path]:
        """Its PDFs; the site has copies of them."""
        own = ("*.pdf", "chapters/*.pdf", "sheets/*.pdf")
        return sorted(path for pattern in own for path in self.files.glob(pattern))


def project_of(folder: Path, site_name: str, *ids: str) -> Path:
    """Make a project with some publications and a name of its own."""
    small_project(folder)
    shutil.rmtree(folder / "data")
    for id_ in ids:
        shutil.copytree(DATA[id_], folder / "data" / id_)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(small_config(site_name=site_name)), "utf-8")
    return folder


def make(folder: Path, site_name: str, *ids: str) -> None:
    """Build such a project, strictly; the folder is there when all of it is."""
    draft = folder.with_name(f"{folder.name}-draft")
    shutil.rmtree(draft, ignore_errors=True)
    built(project_of(draft, site_name, *ids))
    draft.rename(folder)
