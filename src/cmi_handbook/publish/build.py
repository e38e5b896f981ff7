"""The stages of a build, in order, on one screen."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from cmi_handbook import pipeline
from cmi_handbook.model.portion import phrase
from cmi_handbook.publish.bundle import write_bundle
from cmi_handbook.publish.clock import timestamp
from cmi_handbook.publish.compress import compress_site
from cmi_handbook.publish.engine import LOST, SiteFault, render_site
from cmi_handbook.publish.hashes import LIST, MARK, files_below, hash_bytes, hash_folder, to_text
from cmi_handbook.publish.manifest import manifest, origin
from cmi_handbook.publish.place import workplace
from cmi_handbook.publish.sbom import make_sbom
from cmi_handbook.publish.search import finished, repeated
from cmi_handbook.publish.sitemap import sitemap
from cmi_handbook.render.export import export, export_schema, to_json
from cmi_handbook.render.pdf import Numbers, render_pdfs
from cmi_handbook.render.pdf.driver import batches
from cmi_handbook.render.write import write_text
from cmi_handbook.views.views import Views

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
    editions: Sequence[Views]
    timestamp: int
    draft: Path

    def folder(self, number: int) -> Path:
        """Return where an edition's files go: the current one's to the top, the others' to folders of their own."""
        return self.draft / "editions" / self.editions[number].root if number else self.draft

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.draft / "site"


@dataclass(frozen=True)
class Built:
    """What there is to say of a build: what a ceiling held back, and which documents did not settle at once."""

    held_back: tuple[str, ...]
    unsettled: Mapping[str, Numbers]


def build(order: Order, stage: Stage) -> Built:
    """Build everything beside the output, then make it the output; on any fault the output is as it was.

    A document whose page numbers settle in no setting is left out, and stops nothing.

    Raises `pipeline.Unsound`, `SiteFault` or `RenderFault` for what is wrong in the data,
    `Refused`, `NoTool`, `WrongDate` or `OSError` for what is wrong around it.
    """
    with workplace(order.out) as place:
        with stage("check"):
            books = pipeline.handbooks(order.project / "data", order.ceiling)
            job = Job(order, pipeline.views(books), timestamp(books), place.draft)
        with stage("pdf") as tell:
            downloads, unsettled = make_pdfs(job, tell)
        with stage("site"):
            lost_on_disk = make_site(job, downloads)
        with stage("export"):
            make_exports(job)
        if order.ceiling:
            with stage("search"):
                search_all(job)
        with stage("bundle"):
            make_bundle(job, lost_on_disk)
        with stage("manifest"):
            make_lists(job)
        with stage("swap"):
            place.swap()
    held_back = tuple(phrase("{}: {}", views.root, views.imprint.held_back)
                      for views in job.editions if views.imprint.held_back)
    return Built(held_back, unsettled)


def make_pdfs(job: Job, tell: Tell) -> tuple[dict[str, Path], dict[str, Numbers]]:
    """Write the PDFs of every edition; return the place of each below the site to its file, and what did not settle."""
    downloads: dict[str, Path] = {}
    unsettled: dict[str, Numbers] = {}
    prose = job.order.project / "docs" / "book"
    for number, views in enumerate(job.editions):
        out = job.folder(number)
        printed = render_pdfs(views, out, timestamp=job.timestamp, progress=tell, prose=prose)
        for path, numbers in printed.items():
            if numbers != "unsettled":
                downloads[f"{views.root}/downloads/{path.relative_to(out).as_posix()}"] = path
            if numbers != "free":
                unsettled[path.relative_to(job.draft).as_posix()] = numbers
    return dict(sorted(downloads.items())), unsettled


def make_site(job: Job, downloads: Mapping[str, Path]) -> str:
    """Write the site with copies of the PDFs; return the page for lost readers as it is right on a disk."""
    order = job.order
    extra = {"ceiling": order.ceiling, "downloads": list(downloads), "site_url": order.site_url}
    lost = render_site(order.project, job.site, extra, order.site_url)
    for name, path in downloads.items():
        copy = job.site / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return lost


def make_exports(job: Job) -> None:
    """Write the export of every edition, each with its schema."""
    for number, views in enumerate(job.editions):
        folder = job.folder(number) / "export"
        write_text(folder / "handbook.json", to_json(export(views, job.editions)))
        write_text(folder / SCHEMA, to_json(export_schema()))


def search_all(job: Job) -> None:
    """Look for words of what is held back in all that was made, printed documents included; raises `SiteFault`."""
    prose = job.order.project / "docs" / "book"
    printed = ((f"{views.root}, {each.name}", to_json(each.data)) for views in job.editions
               for jobs in batches(views, prose) for each in jobs)
    told = pipeline.told(job.order.project / "data", job.order.ceiling)
    if messages := repeated((*finished(job.draft), *printed), told):
        raise SiteFault(messages)


def make_bundle(job: Job, lost_on_disk: str) -> None:
    """Write the zip file, whose links are relative like all others; then what only a server needs."""
    contents = {name: (job.site / name).read_bytes() for name in files_below(job.site)}
    contents[LOST] = lost_on_disk.encode()
    exports = job.draft / "export"
    contents |= {f"export/{path.name}": path.read_bytes() for path in exports.iterdir()}
    files = {name: hash_bytes(contents[name]) for name in sorted(contents)}
    contents[MARK] = to_json(origin(job.order.project, job.timestamp) | {"files": files}).encode()
    write_bundle(job.draft / BUNDLE, contents, job.timestamp)
    if job.order.site_url:
        pages = [name for name in contents if name.endswith(".html") and name != LOST]
        write_text(job.site / "sitemap.xml", sitemap(pages, job.order.site_url, job.timestamp))
    compress_site(job.site)


def make_lists(job: Job) -> None:
    """Write the list of parts, the manifest, and the list of hashes over all of it."""
    order = job.order
    write_text(job.draft / "sbom.cdx.json", make_sbom(order.project, job.timestamp))
    told = manifest(order.project, job.editions, order.ceiling, order.site_url, job.timestamp, hash_folder(job.draft))
    write_text(job.draft / MARK, to_json(told))
    write_text(job.draft / LIST, to_text(hash_folder(job.draft)))
