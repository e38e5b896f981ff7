"""Coverage: the ledger of sentences, the source notes, the contested readings."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import Node, a, div, fragment, p, span, strong, table, tbody, td, th, thead, tr
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views.address import note_pages
from cmi_handbook.views.coverage import Ledger, LedgerLine, view_coverage
from cmi_handbook.views.party import view_party
from cmi_handbook.views.policy import view_notes
from cmi_handbook.views.statement import view_statement

NAV = "Coverage"


def pages(context: Context) -> Iterator[Page]:
    """Yield the overview, a ledger for each section, the notes and the contested readings."""
    ledgers = view_coverage(context.handbook)
    yield index(context, ledgers)
    for ledger in ledgers:
        yield ledger_page(context, ledger)
    for number, ids in enumerate(note_pages(context.handbook), 1):
        yield notes_page(context, number, ids)
    yield from contested_pages(context)


def index(context: Context, ledgers: tuple[Ledger, ...]) -> Page:
    """Return how much of the policy feeds statements, section by section."""
    link = context.linker("coverage/index")
    return context.page(
        "coverage/index", "Coverage",
        heading(1, "Coverage"),
        p(".lead")["Every sentence of the policy feeds a statement or says why it feeds none. "
                   "The build stops where one does neither."],
        div(".scroller", tabindex="0", role="region", aria_label="Coverage by section")[
            table(".ledger")[
                thead[tr[(th(scope="col")[each] for each in ("Part", "Sentences", "Feed statements", "Feed none"))]],
                tbody[(_total(context, link, each) for each in ledgers)],
            ]
        ],
        nav=(NAV, "Overview"), markings=[context.handbook.marking],
        description="How the policy's sentences are used",
    )


def _total(context: Context, link: Linker, ledger: Ledger) -> Node:
    total = len(ledger.lines)
    return tr[th(scope="row")[a(href=link.page(f"{context.root}/coverage/{ledger.id}"))[ledger.title]],
              td[str(total)], td[str(ledger.used)], td[str(total - ledger.used)]]


def ledger_page(context: Context, ledger: Ledger) -> Page:
    """Return the ledger of one section."""
    page = f"coverage/{ledger.id}"
    link = context.linker(page)
    return context.page(
        page, f"Ledger, {ledger.title}",
        heading(1, f"Ledger, {ledger.title}"),
        div(".scroller", tabindex="0", role="region", aria_label=f"Ledger of {ledger.title}")[
            table(".ledger")[
                thead[tr[(th(scope="col")[each] for each in ("Para", "Sentence (policy text)", "Feeds (editor)"))]],
                tbody[(_line(link, each) for each in ledger.lines)],
            ]
        ],
        nav=(NAV, ledger.title.split(":")[0]), markings=ledger.markings,
        description=f"Every sentence of {ledger.title} with what is drawn from it",
    )


def _line(link: Linker, line: LedgerLine) -> Node:
    feeds = parts.joined((parts.ref(link, each) for each in line.statements), "; ") if line.statements else \
        fragment[strong["None. "], line.narrative]
    return tr[td[parts.para(link, line.para, ""), span(".sentence-number")[f" sentence {line.n}"]],
              td(".policy", data_para=line.para)[line.text], td(".editor")[feeds]]


def notes_page(context: Context, number: int, ids: tuple[str, ...]) -> Page:
    """Return the source notes in the order of the policy."""
    page = f"coverage/notes-{number}"
    link = context.linker(page)
    views = view_notes(context.handbook, ids)
    title = "Source notes" if len(note_pages(context.handbook)) == 1 else f"Source notes, part {number}"
    return context.page(
        page, title,
        heading(1, title),
        p(".lead")["What is odd in the source. Nothing of it was mended: the text stands as supplied, "
                   "and each oddity has a note."],
        *(parts.note(link, view, home=True) for view in views),
        parts.download(link, context.downloads, "chapters/source-notes.pdf", "All source notes for printing (PDF)"),
        nav=(NAV, title), markings=[view.marking for view in views],
        description="Oddities of the source that were left as they are",
    )


CONTESTED_A_PAGE = 40


def contested_pages(context: Context) -> Iterator[Page]:
    """Yield the readings that can be disputed, with reasons and alternatives."""
    handbook = context.handbook
    statements = [each.id for each in handbook.statements.values() if each.judgement]
    chunks = [statements[at : at + CONTESTED_A_PAGE] for at in range(0, len(statements), CONTESTED_A_PAGE)] or [[]]
    for number, chunk in enumerate(chunks, 1):
        yield _contested_page(context, number, len(chunks), chunk)


def _contested_page(context: Context, number: int, of: int, ids: list[str]) -> Page:
    page = f"coverage/contested-{number}"
    link = context.linker(page)
    title = "Disputable readings" if of == 1 else f"Disputable readings, part {number}"
    views = [view_statement(context.handbook, id_) for id_ in ids]
    parties = [view_party(context.handbook, id_) for id_ in (*context.handbook.bodies, *context.handbook.actors)
               if context.handbook.party(id_).judgement] if number == 1 else []
    return context.page(
        page, title,
        heading(1, title),
        p(".lead")["Readings that a nation’s representative could dispute, each with the editor’s reason "
                   "and what else could be read."],
        heading(2, "Who is meant") if parties else None,
        *(_party(link, each) for each in parties),
        heading(2, "What is said") if views else None,
        *(_statement(link, view) for view in views),
        nav=(NAV, title), markings=[each.marking for each in (*views, *parties)],
        description="The editor's readings that can be disputed, with reasons",
    )


def _party(link: Linker, view) -> Node:
    return div(".dispute")[p[a(href=link.to(view.id))[view.name]], parts.judgement(view.judgement)]


def _statement(link: Linker, view) -> Node:
    tags = fragment[parts.force_tag(view.force, view.force_name), " ", parts.modality_tag(view.modality_name)]
    return div(".dispute", data_statement=view.id, data_para=view.para)[
        p[tags, " ", a(href=link.to(view.id))[view.action], " ", parts.para(link, view.para)],
        parts.judgement(view.judgement),
    ]


