"""The policy: contents, sections, decision sheets and references."""

from collections.abc import Iterator

from cmi_handbook.model.portion import joined, opened, phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import lines, parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line
from cmi_handbook.views.policy import FootnoteView, ParagraphView, ReferenceView, SectionView, SheetView


def menu(context: Context) -> str:
    """Return the name of this part of the menu: what the publication is called."""
    return opened(context.views.publication.vocabulary.publication)


def pages(context: Context) -> Iterator[Page]:
    """Yield the pages of the text."""
    yield contents(context)
    for view in context.views.sections:
        yield section_page(context, view)
    if context.views.sheets:
        yield sheets_page(context)
    yield references_page(context)


def contents(context: Context) -> Page:
    """Return the contents page: sections, headings, run-in titles."""
    link = context.linker("policy/index")
    publication = context.views.publication
    title = phrase("The {}", publication.vocabulary.publication)
    return context.page(
        "policy/index", title,
        heading(1, title),
        h.p(".lead")[publication.title, ", ", publication.edition, ". The text as supplied, sentence by sentence."],
        *(_contents_of(link, view) for view in context.views.sections),
        h.ul(".chips")[
            h.li[h.a(href=link.page("policy/decision-sheets"))["Decision sheets"]] if context.views.sheets else None,
            h.li[h.a(href=link.page("policy/references"))["Table of references"]],
        ],
        parts.download(link, context.downloads, "chapters/policy.pdf", "The text for printing (PDF)"),
        nav=(menu(context), "Contents"),
        description=phrase("Contents of {}", publication.title),
    )


def _contents_of(link: Linker, view: SectionView) -> h.Content:
    tops = [top for top in view.paragraphs if not top.depth]
    return h.section(".contents")[
        h.h2[h.a(href=link.to(view.id))[view.name]],
        h.ol(".contents__paras")[(h.li[h.a(href=link.to(top.id))[top.label, " ", _hint(top)]] for top in tops)],
    ]


def _hint(view: ParagraphView) -> str:
    """Return the run-in title, or the first words of a paragraph."""
    if view.title:
        return view.title
    words = joined("", (run.text for run in view.runs if run.kind != "call")).split()
    return joined(" ", (*words[:9], "…"))


def section_page(context: Context, view: SectionView) -> Page:
    """Return one section with everything drawn from it."""
    page = f"policy/{view.id}"
    link = context.linker(page)
    return context.page(
        page, view.name,
        heading(1, view.name, view.id),
        _held_back(view.held_back),
        *(part for paragraph_ in view.paragraphs for part in _with_heading(link, paragraph_)),
        nav=(menu(context), phrase("{} {}", view.number, view.title.capitalize())),
        description=phrase("Text of section {} with what is drawn from each paragraph", view.number),
    )


def _with_heading(link: Linker, view: ParagraphView) -> Iterator[h.Content]:
    if view.heading:
        yield heading(2, view.heading)
    yield paragraph(link, view)
    yield _held_back(view.held_back)


def _held_back(numbers: tuple[str, ...]) -> h.Content:
    """Return that paragraphs are held back, by their numbers, or nothing."""
    if not numbers:
        return None
    said = f"Held back under the ceiling of this rendering: {', '.join(numbers)}."
    return h.p(".held-back")[parts.who("Editor"), said]


def paragraph(link: Linker, view: ParagraphView) -> h.Content:
    """Return a paragraph: number, words, footnotes, source notes, what is drawn from it."""
    css = f".para.para--item.para--depth-{view.depth}" if view.depth else ".para"
    return h.article(css, id=link.anchor(view.id), data_para=view.id, data_number=view.cited, data_cite=view.citation,
                   data_marking=view.marking)[
        h.div(".para__number", aria_hidden="true")[view.label],
        h.div(".para__body")[
            h.div(".policy")[
                parts.who(parts.text_label(link)),
                h.p[h.span(".sr")[f"Paragraph {view.cited}. "],
                  h.strong(".para__title")[view.title, ". "] if view.title else None,
                  parts.text(link, view.runs)],
            ],
            (_footnote(link, footnote) for footnote in view.footnotes),
            h.p(".para__tools")[h.a(".para__cite", href=link.to(view.id))[f"para {view.cited}"]],
            _notes(link, view),
            _drawn(link, view.drawn),
        ],
    ]


def _notes(link: Linker, view: ParagraphView) -> h.Content:
    """Return the source notes: major ones open, the others folded below one line."""
    major = [note for note in view.notes if note.severity == "major"]
    folded = [note for note in view.notes if note.severity != "major"]
    more = "more source note" if major else "source note"
    return h.fragment[
        (parts.note(link, note, here=view.id) for note in major),
        h.details(".notes")[
            h.summary[wording.count(len(folded), more)],
            (parts.note(link, note, here=view.id) for note in folded),
        ] if folded else None,
    ]


def _footnote(link: Linker, view: FootnoteView) -> h.Content:
    return h.div(".footnote.policy", id=link.anchor(view.id), data_para=view.id)[
        parts.who("Footnote of the text"), h.p[view.label, " ", view.text],
    ]


def _drawn(link: Linker, drawn: tuple[Line, ...]) -> h.Content:
    if not drawn:
        return None
    return h.div(".drawn")[
        parts.who("Drawn from it by the editor"),
        h.ul[(lines.statement_line(link, line) for line in drawn)],
    ]


def sheets_page(context: Context) -> Page:
    """Return the decision sheets with their particulars."""
    views = context.views
    link = context.linker("policy/decision-sheets")
    return context.page(
        "policy/decision-sheets", "Decision sheets",
        heading(1, "Decision sheets"),
        h.p(".lead")["The sheets that come with the text, with the particulars printed on them."],
        *(part for sheet in views.sheets for part in _sheet(link, sheet)),
        parts.download(link, context.downloads, "chapters/decision-sheets.pdf", "These sheets for printing (PDF)"),
        heading(2, "What was withheld") if views.edition.withheld else None,
        *(parts.editor(reason) for reason in views.edition.withheld),
        nav=(menu(context), "Decision sheets"),
        description="The sheets that come with the text",
    )


def _sheet(link: Linker, sheet: SheetView) -> Iterator[h.Content]:
    yield heading(2, sheet.title)
    yield h.dl(".card__facts.sheet")[(h.fragment[h.dt[label], h.dd[value]] for label, value in sheet.facts)]
    yield _held_back(sheet.held_back)
    for view in sheet.paragraphs:
        yield paragraph(link, view)
        yield _held_back(view.held_back)


def references_page(context: Context) -> Page:
    """Return the table of references with where each is cited."""
    references = context.views.references
    link = context.linker("policy/references")
    return context.page(
        "policy/references", "Table of references",
        heading(1, "Table of references"),
        h.p(".lead")["What the text refers to, as printed, and the paragraphs that cite it."],
        *(_reference(link, reference) for reference in references),
        parts.download(link, context.downloads, "chapters/references.pdf", "The references for printing (PDF)"),
        nav=(menu(context), "References"),
        description="The references of the text with the paragraphs that cite them",
    )


def _reference(link: Linker, view: ReferenceView) -> h.Content:
    return h.article(".para", id=link.anchor(view.id), data_para=view.id)[
        h.div(".para__number", aria_hidden="true")[view.letter, "."],
        h.div(".para__body")[
            h.div(".policy")[
                parts.who(parts.text_label(link)), h.p[h.span(".sr")["Reference ", view.letter, ". "], view.text],
            ],
            h.p[parts.who("Cited in"), parts.paras(link, view.cited_in) if view.cited_in else "no paragraph"],
            h.p["Struck out, so not counted: ", parts.paras(link, view.struck_in)] if view.struck_in else None,
            (parts.note(link, note, here=view.id) for note in view.notes),
        ],
    ]
