"""Who owes what to whom, as pictures: two matrices, the map of relations and the coverage strip.

Each picture is followed by a list that says the same.
"""

from collections.abc import Iterator

from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.render.svg import coverage_strip, relation_map
from cmi_handbook.views import wording
from cmi_handbook.views.coverage import Ledger
from cmi_handbook.views.matrix import Cell, Column, Matrix, MatrixRow, Mention, Reading, Table
from cmi_handbook.views.relation_map import Drawing, Edge, End

NAV = "Pictures"
EDITOR = "Editor’s reading"


def pages(context: Context) -> Iterator[Page]:
    """Yield the matrices, the map and the strip."""
    yield matrix_page(context, "matrix-actors", context.views.actor_matrix)
    if context.views.level_matrix:
        yield matrix_page(context, "matrix-levels", context.views.level_matrix)
    yield relations_page(context)
    yield coverage_page(context)


def matrix_page(context: Context, name: str, view: Matrix) -> Page:
    """Return a matrix: its tables, what they leave out, and the same as a list."""
    link = context.linker(f"pictures/{name}")
    levels = context.views.publication.levels_notice if name == "matrix-levels" else None
    return context.page(
        f"pictures/{name}", view.title,
        heading(1, view.title),
        h.p(".lead")[view.lead],
        parts.editor("A row shows what falls on a body by name. What it inherits from groups stands on its own page. "
                     "Force and place are the editor’s reading; the number leads to the statement.", label=EDITOR),
        parts.notice(link, levels),
        _legend(view),
        *(node for table_ in view.tables for node in _table(link, table_, several=len(view.tables) > 1)),
        heading(2, "What is left out"),
        h.dl[(h.fragment[h.dt[f"{label} ({len(refs)})"], h.dd[parts.refs(link, refs) if refs else "none"]]
            for label, refs in view.left_out)],
        heading(2, "The same as a list"),
        *(node for row, cells in view.said for node in _list(link, row, cells)),
        parts.download(link, context.downloads, "chapters/matrices.pdf", "The matrices for printing (PDF)"),
        nav=(NAV, view.title), description=view.lead,
    )  # fmt: skip


def _legend(view: Matrix) -> h.Content:
    return h.dl(".legend")[(h.fragment[h.dt[sign], h.dd[means]] for sign, means in view.legend)]


def _table(link: Linker, view: Table, *, several: bool) -> Iterator[h.Content]:
    if several:
        yield heading(2, view.title)
    yield h.div(".scroller", tabindex="0", role="region", aria_label=phrase("Matrix: {}", view.title))[
        h.table(".matrix")[
            h.thead[h.tr[h.th(scope="col")["Body"], (h.th(scope="col")[_head(link, each)] for each in view.columns)]],
            h.tbody[(_row(link, row) for row in view.rows)],
        ]
    ]
    if view.silent:
        yield h.p(".means")["Nothing in any of these columns, though in others: ", parts.refs(link, view.silent), "."]


def _head(link: Linker, head: Column | MatrixRow) -> h.Content:
    return h.a(href=link.to(head.id))[head.name] if head.id else head.name


def _row(link: Linker, row: MatrixRow) -> h.Piece:
    return h.tr[h.th(scope="row")[_head(link, row)], (_cell(link, cell) for cell in row.cells)]


def _cell(link: Linker, cell: Cell) -> h.Piece:
    if cell.said:
        return h.td[(_reading(link, reading) for reading in cell.said)]
    return h.td(".silent")[h.span(aria_hidden="true")[cell.hint or "·"], h.span(".sr")[cell.reason]]


def _reading(link: Linker, reading: Reading) -> h.Piece:
    line = reading[0].line
    return h.div(".reading")[
        lines.force_tag(line), " ", lines.governing_tag(line), " ",
        h.span(".reading__paras")[parts.joined((_mention(link, mention) for mention in reading), " ")],
    ]


def _mention(link: Linker, mention: Mention) -> h.Piece:
    line = mention.line
    return h.a(href=link.to(line.id))[link.cited(line.para), mention.signs]


def _list(link: Linker, row: MatrixRow, cells: tuple[tuple[Column, Cell], ...]) -> Iterator[h.Content]:
    yield heading(3, row.name)
    yield h.ul[(
        h.li[h.strong[column.name], h.ul(".drawn")[(
            _said(link, mention) for reading in cell.said for mention in reading)]] for column, cell in cells
    )]  # fmt: skip


def _said(link: Linker, mention: Mention) -> h.Content:
    return lines.statement_line(link, mention.line, bearers=False, more=" *" if mention.editor else None)


def relations_page(context: Context) -> Page:
    """Return the map, drawing by drawing, each followed by its list."""
    view = context.views.relation_map
    link = context.linker("pictures/relations")
    alone = joined(" or ", view.silent)
    return context.page(
        "pictures/relations", view.title,
        heading(1, view.title),
        h.p(".lead")[view.lead],
        parts.editor("Left stands on whom a statement falls, right whom it names. "
                     "A dashed box: the text names nobody.", label=EDITOR),
        h.p(".means")["Nothing is placed at this level alone: ", alone, "."] if alone else None,
        parts.notice(link, context.views.publication.levels_notice),
        *(node for band in view.bands for node in (heading(2, band.title, band.id), *_drawings(link, band.drawings))),
        parts.download(link, context.downloads, "chapters/relation-map.pdf", "The map for printing (PDF)"),
        nav=(NAV, view.title), description=view.lead,
    )  # fmt: skip


def _drawings(link: Linker, drawings: tuple[Drawing, ...]) -> Iterator[h.Content]:
    for drawing in drawings:
        yield heading(3, drawing.sources_title)
        yield from (h.p(".means")[parts.who("Editor"), note] for note in drawing.notes)
        yield _frame(drawing.title, relation_map(drawing, link.to))
        yield heading(4, "The same as a list")
        yield h.ul(".drawn")[(_edge(link, edge) for edge in drawing.edges)]


def _frame(title: str, svg: h.Piece) -> h.Content:
    return h.div(".scroller.picture-frame", tabindex="0", role="region", aria_label=phrase("Picture: {}", title))[svg]


def _edge(link: Linker, edge: Edge) -> h.Content:
    return h.li[
        _end(link, edge.source), " ", edge.verb, " ", _end(link, edge.target), ": ",
        parts.joined((_mention(link, mention) for mention in edge.mentions), ", "),
    ]


def _end(link: Linker, end: End) -> h.Content:
    return h.a(href=link.to(end.id))[end.name] if end.id else wording.NO_BEARER


def coverage_page(context: Context) -> Page:
    """Return the strip: every sentence of the policy as one bar."""
    ledgers = context.views.ledgers
    link = context.linker("pictures/coverage")
    return context.page(
        "pictures/coverage", "Coverage strip",
        heading(1, "Coverage strip"),
        h.p(".lead")["Every sentence of the text as one bar, in order. A tall, full bar feeds statements; "
                   "a low, hollow one feeds none, and the ledger says why."],
        *(node for ledger in ledgers for node in _strip(link, ledger)),
        nav=(NAV, "Coverage strip"), description="The sentences of the text, and which of them feed statements",
    )  # fmt: skip


def _strip(link: Linker, ledger: Ledger) -> Iterator[h.Content]:
    yield heading(2, ledger.title)
    total = len(ledger.lines)
    yield h.p[f"Sentences: {total}. Feeding statements: {ledger.used}; feeding none: {total - ledger.used}. ",
            h.a(href=link.page(f"coverage/{ledger.id}"))["The ledger, sentence by sentence"], "."]
    yield _frame(ledger.title, coverage_strip(ledger, link.to))
    without = dict.fromkeys(line.para for line in ledger.lines if not line.statements)
    yield h.p(".means")["Sentences that feed none stand in ", parts.paras(link, without), "."] if without else None
