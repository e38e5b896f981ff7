"""One drawing of the map of relations: sources left, counterparts right, a labelled line for each relation.

Each line gets a row of its own, and rows of one counterpart stand together,
so that labels can never lie on each other; only the curves on the left cross.
"""

from dataclasses import dataclass

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.svg.draw import GROUP, LEADING, PATH, RECT, TEXT, LinkTo, lines, linked, number, picture, wrap
from cmi_handbook.views import relation_map as view
from cmi_handbook.views.matrix import Mention

WIDTH = 720
SOURCE, CURVE, LABEL, ARROW, TARGET = 0, 168, 264, 506, 520
"""Where the columns begin: source boxes, curves, labels, arrow heads, boxes of the counterparts."""

SOURCE_WIDTH = CURVE - SOURCE
TARGET_WIDTH = WIDTH - TARGET
PAD, GAP = 8, 10
SMALL = 12
DASHES = "5 4"


@dataclass(frozen=True)
class Strand:
    """A line with its label broken into lines; `y` is the line's own height in the picture."""

    edge: view.Edge
    label: tuple[tuple[Mention, ...], ...]
    top: float
    height: float

    @property
    def y(self) -> float:
        """Where the line runs: under its label."""
        return self.top + self.height - 5


@dataclass(frozen=True)
class Box:
    """An end with its words broken into lines."""

    end: view.End
    words: tuple[str, ...]
    top: float
    height: float


def relation_map(drawing: view.Drawing, link: LinkTo | None = None) -> h.Piece:
    """Return a drawing as SVG; `link` turns ids of parties and statements into addresses."""
    targets, rows = _right(drawing)
    bottom = targets[-1].top + targets[-1].height
    sources = _left(drawing, rows, bottom)
    height = max(bottom, sources[-1].top + sources[-1].height) + 1
    return picture(
        drawing.id, drawing.title, drawing.summary, (WIDTH, round(height)),
        (_curve(source, rows) for source in sources),
        (_label(row, link) for row in rows),
        (_box(source, SOURCE, SOURCE_WIDTH, link) for source in sources),
        (_box(target, TARGET, TARGET_WIDTH, link) for target in targets),
        linked=link is not None,
    )  # fmt: skip


def _right(drawing: view.Drawing) -> tuple[list[Box], list[Strand]]:
    """Return the counterparts from the top down, and the rows that end at each."""
    boxes: list[Box] = []
    rows: list[Strand] = []
    top = 1.0
    for target in drawing.targets:
        words = tuple(wrap(target.name, TARGET_WIDTH - 2 * PAD))
        begin = top
        for edge in (edge for edge in drawing.edges if edge.target == target):
            label = tuple(_broken(edge))
            rows.append(Strand(edge, label, top, 12 + LEADING * len(label)))
            top += rows[-1].height
        height = max(top - begin, LEADING * len(words) + PAD)
        boxes.append(Box(target, words, begin, height))
        top = begin + height + GAP
    return boxes, rows


def _broken(edge: view.Edge) -> list[tuple[Mention, ...]]:
    """Return the paragraphs of a label in lines; the verb opens the first."""
    room = (ARROW - LABEL) / (SMALL * 0.58)
    out: list[tuple[Mention, ...]] = [()]
    used = len(edge.verb) + 1
    for mention in edge.mentions:
        wide = len(_sign(mention)) + 2
        if used + wide > room and out[-1]:
            out.append(())
            used = 0
        out[-1] = (*out[-1], mention)
        used += wide
    return out


def _left(drawing: view.Drawing, rows: list[Strand], bottom: float) -> list[Box]:
    """Return the sources, each as near to the middle of its rows as the one above allows."""
    boxes: list[Box] = []
    sizes = [_size(source, rows) for source in drawing.sources]
    below = [sum(height + GAP for _, height in sizes[at:]) for at in range(len(sizes))]
    free = 1.0
    for source, (words, height), rest in zip(drawing.sources, sizes, below, strict=True):
        own = [row.y for row in rows if row.edge.source == source]
        wanted = min(sum(own) / len(own) - height / 2, bottom - rest + GAP)
        boxes.append(Box(source, words, max(free, wanted), height))
        free = boxes[-1].top + height + GAP
    return boxes


def _size(source: view.End, rows: list[Strand]) -> tuple[tuple[str, ...], float]:
    words = tuple(wrap(source.name, SOURCE_WIDTH - 2 * PAD))
    ports = sum(row.edge.source == source for row in rows)
    return words, max(LEADING * len(words) + PAD, 6.0 * ports + 6)


def _curve(source: Box, rows: list[Strand]) -> h.Content:
    """Return the lines that leave a source, spread over its side, and the arrow heads they end in."""
    own = [row for row in rows if row.edge.source == source.end]
    step = source.height / (len(own) + 1)
    bend = (CURVE + LABEL) / 2
    return GROUP(fill="none", stroke="currentColor")[(
        h.fragment[
            PATH(d=f"M{CURVE} {number(start)}C{number(bend)} {number(start)} {number(bend)} {number(row.y)} "
                   f"{LABEL} {number(row.y)}H{TARGET}",
                 stroke_dasharray=DASHES if None in (row.edge.source.id, row.edge.target.id) else None),
            PATH(d=f"M{ARROW} {number(row.y - 3.5)}L{TARGET} {number(row.y)}L{ARROW} {number(row.y + 3.5)}Z",
                 fill="currentColor", stroke="none"),
        ]
        for start, row in ((source.top + step * at, row) for at, row in enumerate(own, 1))
    )]  # fmt: skip


def _label(row: Strand, link: LinkTo | None) -> h.Content:
    return h.fragment[(
        TEXT(x=str(LABEL + 2), y=number(row.top + LEADING * (at + 1) - 2), font_size=str(SMALL))[
            h.fragment[row.edge.verb, " "] if at == 0 else None,
            (h.fragment[_mention(row.edge, mention, link), ", " if mention is not row.edge.mentions[-1] else None]
             for mention in mentions),
        ]
        for at, mentions in enumerate(row.label)
    )]  # fmt: skip


def _mention(edge: view.Edge, mention: Mention, link: LinkTo | None) -> h.Content:
    sign = _sign(mention)
    said = phrase("{}: {} {} {}", sign, edge.source.name, edge.verb, edge.target.name)
    return linked(link, mention.line.id, said, sign)


def _sign(mention: Mention) -> str:
    return f"{mention.line.cited}{mention.signs}"


def _box(box: Box, x: float, width: float, link: LinkTo | None) -> h.Content:
    nobody = box.end.id is None
    return linked(
        link, box.end.id, box.end.name,
        _frame(box, x, width, dashed=nobody),
        lines(box.words, x + PAD, box.top + (box.height - LEADING * len(box.words)) / 2 + 12,
              **({"font_style": "italic"} if nobody else {"font_weight": "600"})),
    )  # fmt: skip


def _frame(box: Box, x: float, width: float, *, dashed: bool) -> h.Element:
    return RECT(
        {"class": "picture__box", "x": number(x + 0.5), "y": number(box.top), "width": number(width - 1),
         "height": number(box.height), "rx": "2", "fill": "none", "stroke": "currentColor"},
        stroke_dasharray=DASHES if dashed else None, stroke_width="1.5" if not dashed else None,
    )  # fmt: skip
