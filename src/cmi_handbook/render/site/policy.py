"""The policy: contents, sections, decision sheets and references."""

from __future__ import annotations

from collections.abc import Iterator

from cmi_handbook.render.html import (
    Node,
    a,
    article,
    dd,
    details,
    div,
    dl,
    dt,
    fragment,
    h2,
    li,
    ol,
    p,
    section,
    span,
    strong,
    summary,
    ul,
)
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import words
from cmi_handbook.views.policy import (
    Drawn,
    ParagraphView,
    ReferenceView,
    SectionView,
    SheetView,
    view_references,
    view_section,
    view_sheets,
)

NAV = "Policy"


def pages(context: Context) -> Iterator[Page]:
    """Yield the pages of the policy's text."""
    handbook = context.handbook
    sections = [view_section(handbook, id_) for id_ in handbook.sections]
    yield contents(context, sections)
    for view in sections:
        yield section_page(context, view)
    yield sheets_page(context, view_sheets(handbook))
    yield references_page(context, view_references(handbook))


def contents(context: Context, sections: list[SectionView]) -> Page:
    """Return the contents page: sections, headings, run-in titles."""
    link = context.linker("policy/index")
    publication = context.handbook.publication
    return context.page(
        "policy/index", "The policy",
        heading(1, "The policy"),
        p(".lead")[publication.title, ", ", publication.edition, ". The text as supplied, sentence by sentence."],
        *(_contents_of(link, view) for view in sections),
        ul(".chips")[
            li[a(href=link.page(f"{context.root}/policy/decision-sheets"))["Decision sheets"]],
            li[a(href=link.page(f"{context.root}/policy/references"))["Table of references"]],
        ],
        parts.download(link, context.downloads, "chapters/policy.pdf", "The policy’s text for printing (PDF)"),
        nav=(NAV, "Contents"), markings=[context.handbook.marking],
        description=f"Contents of {publication.title}",
    )


def _contents_of(link: Linker, view: SectionView) -> Node:
    tops = [each for each in view.paragraphs if each.parent is None]
    return section(".contents")[
        h2[a(href=link.to(view.id))[f"Section {view.number}: {view.title}"]],
        ol(".contents__paras")[(li[a(href=link.to(each.id))[f"{each.label} ", _hint(each)]] for each in tops)],
    ]


def _hint(view: ParagraphView) -> str:
    """Return the run-in title, or the first words of a paragraph."""
    if view.title:
        return view.title
    start = "".join(run.text for run in view.runs if run.kind != "call").split()
    return " ".join(start[:9]) + " …"


def section_page(context: Context, view: SectionView) -> Page:
    """Return one section with everything drawn from it."""
    page = f"policy/{view.id}"
    link = context.linker(page)
    return context.page(
        page, f"Section {view.number}: {view.title}",
        heading(1, f"Section {view.number}: {view.title}", view.id),
        *(part for each in view.paragraphs for part in _with_heading(link, each)),
        nav=(NAV, f"{view.number} {view.title.capitalize()}"),
        markings=[each.marking for each in view.paragraphs],
        description=f"Text of section {view.number} with what is drawn from each paragraph",
    )


def _with_heading(link: Linker, view: ParagraphView) -> Iterator[Node]:
    if view.heading:
        yield heading(2, view.heading)
    yield paragraph(link, view)


def paragraph(link: Linker, view: ParagraphView) -> Node:
    """Return a paragraph: number, words, footnotes, source notes, what is drawn from it."""
    css = ".para.para--item" if view.parent else ".para"
    return article(css, id=link.to(view.id).rpartition("#")[2], data_para=view.id, data_cite=view.citation,
                   data_marking=view.marking)[
        div(".para__number", aria_hidden="true")[view.label],
        div(".para__body")[
            div(".policy")[
                parts.who("Policy text"),
                p[span(".sr")[f"Paragraph {view.id}. "],
                  strong(".para__title")[view.title, ". "] if view.title else None,
                  parts.text(link, view.runs)],
            ],
            (_footnote(link, each) for each in view.footnotes),
            p(".para__tools")[a(".para__cite", href=link.to(view.id))[f"para {view.id}"]],
            _notes(link, view),
            _drawn(link, view.drawn),
        ],
    ]


def _notes(link: Linker, view: ParagraphView) -> Node:
    """Return the source notes: major ones open, the others folded below one line."""
    major = [each for each in view.notes if each.severity == "major"]
    folded = [each for each in view.notes if each.severity != "major"]
    more = "more source note" if major else "source note"
    return fragment[
        (parts.note(link, each, here=view.id) for each in major),
        details(".notes")[
            summary[words.count(len(folded), more)],
            (parts.note(link, each, here=view.id) for each in folded),
        ] if folded else None,
    ]


def _footnote(link: Linker, view) -> Node:
    return div(".footnote.policy", id=link.to(view.id).rpartition("#")[2], data_para=view.id)[
        parts.who("Footnote of the policy"), p[f"{view.label} {view.text}"],
    ]


def _drawn(link: Linker, drawn: tuple[Drawn, ...]) -> Node:
    if not drawn:
        return None
    return div(".drawn")[
        parts.who("Drawn from it by the editor"),
        ul[(_drawn_line(link, each) for each in drawn)],
    ]


def _drawn_line(link: Linker, view: Drawn) -> Node:
    bearers = fragment[" – ", parts.refs(link, view.bearers)] if view.bearers else " – nobody named"
    return li(data_statement=view.id)[
        parts.force_tag(view.force, view.force_name), " ", parts.modality_tag(view.modality_name), " ",
        a(href=link.to(view.id))[view.action], span(".bearers")[bearers],
    ]


def sheets_page(context: Context, sheets: tuple[SheetView, ...]) -> Page:
    """Return the decision sheets with their particulars."""
    link = context.linker("policy/decision-sheets")
    return context.page(
        "policy/decision-sheets", "Decision sheets",
        heading(1, "Decision sheets"),
        p(".lead")["The sheets that approved the policy, with the particulars printed on them."],
        *(part for sheet in sheets for part in _sheet(link, sheet)),
        parts.download(link, context.downloads, "chapters/decision-sheets.pdf", "These sheets for printing (PDF)"),
        heading(2, "What was withheld"),
        parts.editor("The registry lines name action officers with their telephone extensions. "
                     "These are personal details: they are held in the data as withheld and stand in no output."),
        nav=(NAV, "Decision sheets"),
        markings=[each.marking for sheet in sheets for each in sheet.paragraphs],
        description="The Final Decision and the Military Decision on the policy",
    )


def _sheet(link: Linker, sheet: SheetView) -> Iterator[Node]:
    yield heading(2, sheet.document.title)
    yield dl(".card__facts.sheet")[(fragment[dt[label], dd[value]] for label, value in sheet.facts)]
    for view in sheet.paragraphs:
        yield paragraph(link, view)


def references_page(context: Context, references: tuple[ReferenceView, ...]) -> Page:
    """Return the table of references with where each is cited."""
    link = context.linker("policy/references")
    return context.page(
        "policy/references", "Table of references",
        heading(1, "Table of references"),
        p(".lead")["What the policy refers to, as printed, and the paragraphs that cite it."],
        *(_reference(link, each) for each in references),
        parts.download(link, context.downloads, "chapters/references.pdf", "The references for printing (PDF)"),
        nav=(NAV, "References"), markings=[each.marking for each in references],
        description="References A to F of the policy with citing paragraphs",
    )


def _reference(link: Linker, view: ReferenceView) -> Node:
    return article(".para", id=link.to(view.id).rpartition("#")[2], data_para=view.id)[
        div(".para__number", aria_hidden="true")[f"{view.letter}."],
        div(".para__body")[
            div(".policy")[parts.who("Policy text"), p[span(".sr")[f"Reference {view.letter}. "], view.text]],
            p[parts.who("Cited in"), parts.paras(link, view.cited_in) if view.cited_in else "no paragraph"],
            p["Struck out, so not counted: ", parts.paras(link, view.struck_in)] if view.struck_in else None,
            (parts.note(link, each, here=view.id) for each in view.notes),
        ],
    ]
