"""The stages of a build, in order, on one screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook import pipeline
from cmi_handbook.model.handbook import Handbook
from cmi_handbook.publish.bundle import read_site, write_bundle
from cmi_handbook.publish.clock import timestamp
from cmi_handbook.publish.compress import compress_site
from cmi_handbook.publish.engine import LOST, render_site
from cmi_handbook.publish.hashes import LIST, hash_folder, to_text
from cmi_handbook.publish.manifest import manifest
from cmi_handbook.publish.place import MARK, workplace
from cmi_handbook.publish.sbom import make_sbom
from cmi_handbook.publish.sitemap import sitemap
from cmi_handbook.render.export import to_json
from cmi_handbook.render.pdf import render_pdfs
from cmi_handbook.render.write import write_bytes, write_text
from cmi_handbook.views.address import addresses
from cmi_handbook.views.export import export

BUNDLE = "cmi-handbook-offline.zip"
SCHEMA = "handbook.schema.json"

Tell = Callable[[str], None]
Stage = Callable[[str], AbstractContextManager[Tell]]
"""Shows a stage while it runs; what it yields is told each thing that the stage makes."""


@dataclass(frozen=True)
class Order:
    """What is to be built: a project's folder, where to, for which address, up to which marking."""

    project: Path
    out: Path
    site_url: str | None = None
    ceiling: str | None = None


@dataclass(frozen=True)
class Job:
    """An order with what the first stage found."""

    order: Order
    books: Sequence[Handbook]
    timestamp: int
    draft: Path

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.draft / "site"


def build(order: Order, stage: Stage) -> None:
    """Build everything beside the output, then make it the output; on any fault the output is as it was.

    Raises `pipeline.Unsound`, `SiteFault` or `RenderFault` for what is wrong in the data,
    `Refused`, `NoTool`, `WrongDate` or `OSError` for what is wrong around it.
    """
    with workplace(order.out) as place:
        with stage("check"):
            books = pipeline.handbooks(order.project / "data", order.ceiling)
            job = Job(order, books, timestamp(books), place.draft)
        with stage("pdf") as tell:
            pdfs = make_pdfs(job, tell)
        with stage("site"):
            lost_on_disk = make_site(job, pdfs)
        with stage("export"):
            make_exports(job)
        with stage("bundle"):
            make_bundle(job, lost_on_disk)
        with stage("manifest"):
            make_lists(job)
        with stage("swap"):
            place.swap()


def make_pdfs(job: Job, tell: Tell) -> list[str]:
    """Write the PDFs of the current edition, and those of earlier ones in folders of their own; return their names."""
    made: list[Path] = []
    for number, book in enumerate(job.books):
        out = job.draft / book.publication.id if number else job.draft
        prose = job.order.project / "docs" / "book"
        made += render_pdfs(book, out, timestamp=job.timestamp, progress=tell, prose=prose)
    return sorted(path.relative_to(job.draft).as_posix() for path in made)


def make_site(job: Job, pdfs: Sequence[str]) -> str:
    """Write the site with copies of the PDFs; return the page for lost readers as it is right on a disk."""
    order = job.order
    extra = {"ceiling": order.ceiling, "downloads": [f"downloads/{name}" for name in pdfs]}
    lost = render_site(order.project, job.site, extra, order.site_url)
    for name in pdfs:
        copy = job.site / "downloads" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(job.draft / name, copy)
    return lost


def make_exports(job: Job) -> None:
    """Write the export of the current edition with its schema, and those of earlier ones beside it."""
    folder = job.draft / "export"
    for number, book in enumerate(job.books):
        name = f"{book.publication.id}.json" if number else "handbook.json"
        write_text(folder / name, to_json(export(book, addresses(book))))
    write_bytes(folder / SCHEMA, (job.order.project / "schema" / SCHEMA).read_bytes())


def make_bundle(job: Job, lost_on_disk: str) -> None:
    """Write the zip file, which knows no address; then what only a server needs."""
    contents = read_site(job.site)
    contents[LOST] = lost_on_disk.encode()
    exports = job.draft / "export"
    contents |= {f"export/{path.name}": path.read_bytes() for path in exports.iterdir()}
    write_bundle(job.draft / BUNDLE, contents, job.timestamp)
    if job.order.site_url:
        pages = [name for name in contents if name.endswith(".html") and name != LOST]
        write_text(job.site / "sitemap.xml", sitemap(pages, job.order.site_url, job.timestamp))
    compress_site(job.site)


def make_lists(job: Job) -> None:
    """Write the list of parts, the manifest, and the list of hashes over all of it."""
    order = job.order
    write_text(job.draft / "sbom.cdx.json", make_sbom(order.project, job.timestamp))
    told = manifest(order.project, job.books, order.ceiling, order.site_url, job.timestamp, hash_folder(job.draft))
    write_text(job.draft / MARK, to_json(told))
    write_text(job.draft / LIST, to_text(hash_folder(job.draft)))
