"""Coverage: the ledger of sentences, the source notes, the contested readings."""

from collections.abc import Iterator

from cmi_handbook.model.portion import phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views.coverage import Ledger, LedgerLine
from cmi_handbook.views.party import PartyView
from cmi_handbook.views.policy import NoteView
from cmi_handbook.views.statement import StatementView

NAV = "Coverage"


def pages(context: Context) -> Iterator[Page]:
    """Yield the overview, a ledger for each section, the notes and the contested readings."""
    ledgers = context.views.ledgers
    yield index(context, ledgers)
    for ledger in ledgers:
        yield ledger_page(context, ledger)
    for number, notes in enumerate(context.views.note_pages, 1):
        yield notes_page(context, number, notes)
    yield from contested_pages(context)


def index(context: Context, ledgers: tuple[Ledger, ...]) -> Page:
    """Return how much of the policy feeds statements, section by section."""
    link = context.linker("coverage/index")
    return context.page(
        "coverage/index", "Coverage",
        heading(1, "Coverage"),
        h.p(".lead")["Every sentence of the text feeds a statement or says why it feeds none. "
                   "The build stops where one does neither."],
        parts.ledger("Coverage by section", ("Part", "Sentences", "Feed statements", "Feed none"),
                     (_total(link, ledger) for ledger in ledgers)),
        nav=(NAV, "Overview"),
        description="How the sentences of the text are used",
    )


def _total(link: Linker, ledger: Ledger) -> h.Content:
    total = len(ledger.lines)
    return h.tr[h.th(scope="row")[h.a(href=link.page(f"coverage/{ledger.id}"))[ledger.title]],
              h.td[str(total)], h.td[str(ledger.used)], h.td[str(total - ledger.used)]]


def ledger_page(context: Context, ledger: Ledger) -> Page:
    """Return the ledger of one section."""
    page = f"coverage/{ledger.id}"
    link = context.linker(page)
    title = phrase("Ledger, {}", ledger.title)
    return context.page(
        page, title,
        heading(1, title),
        parts.ledger(title, ("Para", "Sentence (text)", "Feeds (editor)"),
                     (_line(link, line) for line in ledger.lines)),
        nav=(NAV, ledger.short_title),
        description=phrase("Every sentence of {} with what is drawn from it", ledger.title),
    )


def _line(link: Linker, line: LedgerLine) -> h.Content:
    return h.tr[h.td[parts.para(link, line.para, ""), h.span(".sentence-number")[f" sentence {line.n}"]],
              h.td(".policy", data_para=line.para)[line.text], h.td(".editor")[_feeds(link, line)]]


def _feeds(link: Linker, line: LedgerLine) -> h.Content:
    """Return what a sentence feeds; in a sound edition one that feeds nothing says why, so the rest is held back."""
    if line.statements:
        return lines.statement_lines(link, line.statements)
    return h.fragment[h.strong["None. "], line.narrative] if line.narrative else "Held back under the ceiling."


def notes_page(context: Context, number: int, notes: tuple[NoteView, ...]) -> Page:
    """Return the source notes in the order of the text."""
    page = f"coverage/notes-{number}"
    link = context.linker(page)
    title = "Source notes" if len(context.views.note_pages) == 1 else f"Source notes, part {number}"
    return context.page(
        page, title,
        heading(1, title),
        h.p(".lead")["What is odd in the source. Nothing of it was mended: the text stands as supplied, "
                   "and each oddity has a note."],
        *(parts.note(link, view, home=True) for view in notes),
        parts.download(link, context.downloads, "chapters/source-notes.pdf", "All source notes for printing (PDF)"),
        nav=(NAV, title),
        description="Oddities of the source that were left as they are",
    )


CONTESTED_A_PAGE = 40


def contested_pages(context: Context) -> Iterator[Page]:
    """Yield the readings that can be disputed, with reasons and alternatives."""
    statements = [statement for statement in context.views.statements.values() if statement.judgement]
    chunks = [statements[at : at + CONTESTED_A_PAGE] for at in range(0, len(statements), CONTESTED_A_PAGE)] or [[]]
    for number, chunk in enumerate(chunks, 1):
        yield _contested_page(context, number, len(chunks), chunk)


def _contested_page(context: Context, number: int, of: int, views: list[StatementView]) -> Page:
    page = f"coverage/contested-{number}"
    link = context.linker(page)
    title = "Disputable readings" if of == 1 else f"Disputable readings, part {number}"
    disputed = [party for party in (*context.views.roles, *context.views.actors) if party.judgement]
    parties = disputed if number == 1 else []
    return context.page(
        page, title,
        heading(1, title),
        h.p(".lead")["Readings that can be disputed, each with the editor’s reason and what else could be read."],
        heading(2, "Who is meant") if parties else None,
        *(_party(link, party) for party in parties),
        heading(2, "What is said") if views else None,
        *(_statement(link, view) for view in views),
        nav=(NAV, title),
        description="The editor's readings that can be disputed, with reasons",
    )


def _party(link: Linker, view: PartyView) -> h.Content:
    return h.div(".dispute")[h.p[h.a(href=link.to(view.id))[view.name]], parts.judgement(view.judgement)]


def _statement(link: Linker, view: StatementView) -> h.Content:
    return h.div(".dispute", data_statement=view.id, data_para=view.para)[
        h.ul(".drawn")[lines.statement_line(link, view.line)], parts.judgement(view.judgement),
    ]
