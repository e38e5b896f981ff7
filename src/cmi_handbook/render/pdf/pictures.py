"""The matrices as tables and the map of relations as drawings, with the same said in words."""

from dataclasses import dataclass, replace

from cmi_handbook.model.portion import joined
from cmi_handbook.render import html as h
from cmi_handbook.render.svg.relation_map import relation_map
from cmi_handbook.views.book import Chapter
from cmi_handbook.views.relation_map import Drawing
from cmi_handbook.views.views import Views


@dataclass(frozen=True)
class Picture:
    """A drawing and what it shows."""

    svg: h.Piece
    drawing: Drawing


@dataclass(frozen=True)
class MapBand:
    """The pictures of one level of command."""

    title: str
    pictures: tuple[Picture, ...]


def picture_chapters(views: Views) -> tuple[Chapter, ...]:
    """Return the chapters of matrices and the map."""
    matrices = tuple(replace(matrix, said=()) for matrix in (views.actor_matrix, views.level_matrix) if matrix)
    relations = views.relation_map
    bands = tuple(
        MapBand(band.title, tuple(Picture(relation_map(drawing), drawing) for drawing in band.drawings))
        for band in relations.bands
    )
    silent = joined("", ("No relation is placed at this level alone: ", joined(", ", relations.silent), "."))
    return (
        Chapter("matrices", "matrices", "Matrices",
                "What falls on which body. A cell gives force, governing words and the paragraphs; an empty cell "
                "says why it is empty.", matrices),
        Chapter("relation-map", "map", relations.title,
                joined(" ", (relations.lead, silent) if relations.silent else (relations.lead,)), bands),
    )  # fmt: skip
