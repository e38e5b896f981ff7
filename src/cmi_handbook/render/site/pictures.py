"""Who owes what to whom, as pictures: two matrices, the map of relations and the coverage strip.

Each picture is followed by a list that says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from cmi_handbook.render.html import (
    Element,
    Node,
    a,
    dd,
    div,
    dl,
    dt,
    fragment,
    li,
    p,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.render.svg import coverage_strip, relation_map
from cmi_handbook.views import matrix, words
from cmi_handbook.views.coverage import Ledger, view_coverage
from cmi_handbook.views.matrix import Cell, Column, Matrix, Mention, Reading, Row, Table
from cmi_handbook.views.relation_map import Drawing, Edge, view_relation_map
from cmi_handbook.views.relation_map import Node as RelationNode

NAV = "Pictures"
EDITOR = "Editor’s reading"


def pages(context: Context) -> Iterator[Page]:
    """Yield the matrices, the map and the strip."""
    handbook = context.handbook
    yield matrix_page(context, "matrix-actors", matrix.view_actor_matrix(handbook))
    yield matrix_page(context, "matrix-levels", matrix.view_level_matrix(handbook))
    yield relations_page(context)
    yield coverage_page(context)


def matrix_page(context: Context, name: str, view: Matrix) -> Page:
    """Return a matrix: its tables, what they leave out, and the same as a list."""
    link = context.linker(f"pictures/{name}")
    levels = context.handbook.publication.levels_notice if name == "matrix-levels" else None
    return context.page(
        f"pictures/{name}", view.title,
        heading(1, view.title),
        p(".lead")[view.lead],
        parts.editor("A row shows what falls on a body by name. What it inherits from groups stands on its own page. "
                     "Force and place are the editor’s reading; the number leads to the statement.", label=EDITOR),
        parts.notice(link, levels),
        _legend(view),
        *(node for each in view.tables for node in _table(link, each, several=len(view.tables) > 1)),
        heading(2, "What is left out"),
        dl[(fragment[dt[f"{label} ({len(refs)})"], dd[parts.refs(link, refs) if refs else "none"]]
            for label, refs in view.left_out)],
        heading(2, "The same as a list"),
        *(node for row, cells in view.said for node in _list(link, row, cells)),
        parts.download(link, context.downloads, "chapters/matrices.pdf", "The matrices for printing (PDF)"),
        nav=(NAV, view.title), markings=view.markings, description=view.lead,
    )  # fmt: skip


def _legend(view: Matrix) -> Node:
    return dl(".legend")[(fragment[dt[sign], dd[means]] for sign, means in view.legend)]


def _table(link: Linker, view: Table, *, several: bool) -> Iterator[Node]:
    if several:
        yield heading(2, view.title)
    yield div(".scroller", tabindex="0", role="region", aria_label=f"Matrix: {view.title}")[
        table(".matrix")[
            thead[tr[th(scope="col")["Body"], (th(scope="col")[_head(link, each)] for each in view.columns)]],
            tbody[(_row(link, each) for each in view.rows)],
        ]
    ]
    if view.silent:
        yield p(".means")["Nothing in any of these columns, though in others: ", parts.refs(link, view.silent), "."]


def _head(link: Linker, head: Column | Row) -> Node:
    return a(href=link.to(head.id))[head.name] if head.id else head.name


def _row(link: Linker, row: Row) -> Element:
    return tr[th(scope="row")[_head(link, row)], (_cell(link, each) for each in row.cells)]


def _cell(link: Linker, cell: Cell) -> Element:
    if cell.said:
        return td[(_reading(link, each) for each in cell.said)]
    return td(".silent")[span(aria_hidden="true")[cell.hint or "·"], span(".sr")[cell.reason]]


def _reading(link: Linker, reading: Reading) -> Element:
    return div(".reading")[
        parts.force_tag(reading.force, reading.force_name), " ",
        parts.modality_tag(reading.modality_name), " ",
        span(".reading__paras")[parts.joined((_mention(link, each) for each in reading.mentions), " ")],
    ]


def _mention(link: Linker, mention: Mention) -> Element:
    return a(href=link.to(mention.id), data_para=mention.para)[
        mention.para, "*" if mention.editor else None, span(".sr")[f": {mention.action}"],
    ]


def _list(link: Linker, row: Row, cells: tuple[tuple[Column, Cell], ...]) -> Iterator[Node]:
    yield heading(3, row.name)
    yield ul[(
        li[strong[column.name], ul(".drawn")[(_said(link, reading) for reading in cell.said)]] for column, cell in cells
    )]  # fmt: skip


def _said(link: Linker, reading: Reading) -> Node:
    return li[
        f"{reading.force_name}, {reading.modality_name}: ",
        parts.joined((fragment[a(href=link.to(each.id))[each.action], f" {each.para}", "*" if each.editor else None]
                      for each in reading.mentions), "; "),
    ]  # fmt: skip


def relations_page(context: Context) -> Page:
    """Return the map, drawing by drawing, each followed by its list."""
    view = view_relation_map(context.handbook)
    link = context.linker("pictures/relations")
    alone = " or ".join(each.lower() for each in view.silent)
    return context.page(
        "pictures/relations", view.title,
        heading(1, view.title),
        p(".lead")[view.lead],
        parts.editor("Left stands on whom a statement falls, right whom it names. An asterisk marks a relation that is "
                     "the editor’s reading; the others stand in the policy’s own words. "
                     "A dashed box: the policy names nobody.", label=EDITOR),
        p(".means")[f"Nothing is placed at the {alone} level alone."] if alone else None,
        parts.notice(link, context.handbook.publication.levels_notice),
        *(node for band in view.bands for node in (heading(2, band.title, band.id), *_drawings(link, band.drawings))),
        parts.download(link, context.downloads, "chapters/relation-map.pdf", "The map for printing (PDF)"),
        nav=(NAV, view.title), markings=view.markings, description=view.lead,
    )  # fmt: skip


def _drawings(link: Linker, drawings: tuple[Drawing, ...]) -> Iterator[Node]:
    for drawing in drawings:
        yield heading(3, drawing.title.partition(": ")[2])
        yield from (p(".means")[parts.who("Editor"), note] for note in drawing.notes)
        yield _frame(drawing.title, relation_map(drawing, link.to))
        yield heading(4, "The same as a list")
        yield ul(".drawn")[(_edge(link, each) for each in drawing.edges)]


def _frame(title: str, svg: str) -> Node:
    return div(".scroller.picture-frame", tabindex="0", role="region", aria_label=f"Picture: {title}")[Markup(svg)]


def _edge(link: Linker, edge: Edge) -> Node:
    return li[
        _end(link, edge.source), f" {edge.verb} ", _end(link, edge.target), ": ",
        parts.joined((_mention(link, each) for each in edge.mentions), ", "),
    ]


def _end(link: Linker, node: RelationNode) -> Node:
    return a(href=link.to(node.id))[node.name] if node.id else "nobody named in the policy"


def coverage_page(context: Context) -> Page:
    """Return the strip: every sentence of the policy as one bar."""
    ledgers = view_coverage(context.handbook)
    link = context.linker("pictures/coverage")
    return context.page(
        "pictures/coverage", "Coverage strip",
        heading(1, "Coverage strip"),
        p(".lead")["Every sentence of the policy as one bar, in order. A tall, full bar feeds statements; "
                   "a low, hollow one feeds none, and the ledger says why."],
        *(node for each in ledgers for node in _strip(context, link, each)),
        nav=(NAV, "Coverage strip"), markings=[each for ledger in ledgers for each in ledger.markings],
        description="The policy's sentences, and which of them feed statements",
    )  # fmt: skip


def _strip(context: Context, link: Linker, ledger: Ledger) -> Iterator[Node]:
    yield heading(2, ledger.title)
    total = len(ledger.lines)
    yield p[f"{words.count(total, 'sentence')}; {ledger.used} feed statements, {total - ledger.used} feed none. ",
            a(href=link.page(f"{context.root}/coverage/{ledger.id}"))["The ledger, sentence by sentence"], "."]
    yield _frame(ledger.title, coverage_strip(ledger, link.to))
    without = dict.fromkeys(each.para for each in ledger.lines if not each.statements)
    yield p(".means")["Sentences that feed none stand in ", parts.paras(link, without), "."] if without else None
