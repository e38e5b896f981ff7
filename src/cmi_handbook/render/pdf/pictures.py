"""The matrices as tables and the map of relations as drawings, with the same said in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.render.svg.relation_map import relation_map
from cmi_handbook.views.book import Chapter
from cmi_handbook.views.matrix import view_actor_matrix, view_level_matrix
from cmi_handbook.views.relation_map import Drawing, view_relation_map


@dataclass(frozen=True)
class Picture:
    """A drawing and what it shows; `svg` is markup and left as it is."""

    svg: str
    drawing: Drawing


@dataclass(frozen=True)
class MapBand:
    """The pictures of one level of command."""

    title: str
    pictures: tuple[Picture, ...]


def picture_chapters(handbook: Handbook) -> tuple[Chapter, ...]:
    """Return the chapters of matrices and the map."""
    matrices = tuple(replace(each, said=()) for each in (view_actor_matrix(handbook), view_level_matrix(handbook)))
    relations = view_relation_map(handbook)
    bands = tuple(
        MapBand(band.title, tuple(Picture(relation_map(each), each) for each in band.drawings))
        for band in relations.bands
    )
    silent = f"No relation is placed at: {', '.join(relations.silent).lower()} level." if relations.silent else ""
    return (
        Chapter("matrices", "matrices", "Matrices",
                "What falls on which body, towards whom and at which level. A cell gives force, modality and the "
                "paragraphs; an empty cell says why it is empty.", matrices),
        Chapter("relation-map", "map", relations.title, f"{relations.lead} {silent}".strip(),
                tuple(asdict(band) for band in bands)),
    )  # fmt: skip
