"""A statement on the site: in one line, as a row of a table, as a card."""

from collections.abc import Iterable

from cmi_handbook.render.html import (
    Content,
    Piece,
    a,
    article,
    dd,
    div,
    dl,
    dt,
    fragment,
    h3,
    li,
    p,
    span,
    strong,
    td,
    tr,
    ul,
)
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line
from cmi_handbook.views.statement import RelationView, StatementView


def force_tag(line: Line, means: str | None = None) -> Piece:
    """Return the tag of a statement's force."""
    return span(f".tag.tag--{line.force!s}", title=means)[line.force_name]


def governing_tag(line: Line, means: str | None = None) -> Piece:
    """Return the tag of the words that govern a statement."""
    return span(".tag.tag--modality", title=means)[line.governing]


def statement_line(link: Linker, line: Line, *, bearers: bool = True, before: Content = None,
                   more: Content = None) -> Piece:
    """Return a statement in one line, with all that narrows it: the only way in which the site shows one."""
    return li(data_statement=line.id, data_para=line.para)[
        force_tag(line), " ", governing_tag(line), " ", before, a(href=link.to(line.id))[line.action], " ",
        parts.para(link, line.para), narrowings(link, line, "; "),
        span(".bearers")[". Falls on: ", falls_on(link, line), "."] if bearers else None, more,
    ]


def narrowings(link: Linker, line: Line, before: str) -> Content:
    """Return what makes a statement narrower than its short wording: conditions, limits, and that it is contested.

    `before` stands between it and what is there already; where nothing narrows the statement nothing is returned.
    """
    said = [
        fragment["condition: ", parts.inline_quotes(link, line.conditions)] if line.conditions else None,
        fragment["limit: ", parts.inline_quotes(link, line.limits)] if line.limits else None,
        strong(".contested")["contested reading"] if line.contested else None,
    ]
    shown = [narrowing for narrowing in said if narrowing is not None]
    return fragment[before, parts.joined(shown, "; ")] if shown else None


def statement_lines(link: Linker, lines: Iterable[Line], css: str = ".drawn", *, bearers: bool = True) -> Piece:
    """Return statements as a list of lines."""
    return ul(css)[(statement_line(link, line, bearers=bearers) for line in lines)]


def statement_table(link: Linker, lines: Iterable[Line], label: str) -> Piece:
    """Return statements as a table: the only way in which the site shows one."""
    heads = ("Para", "Falls on", "Governing words", "Says", "Force")
    return parts.ledger(label, heads, (_statement_row(link, line) for line in lines))


def _statement_row(link: Linker, line: Line) -> Piece:
    return tr[
        td[parts.para(link, line.para, "")], td[falls_on(link, line)], td[governing_tag(line)],
        td[a(href=link.to(line.id))[line.action], narrowings(link, line, " ")], td[force_tag(line)],
    ]


def falls_on(link: Linker, line: Line) -> Content:
    """Return the bearers of a statement, or that nobody is named."""
    return parts.refs(link, line.bearers) if line.bearers else wording.NO_BEARER


def card(link: Linker, view: StatementView, *, home: bool = False) -> Piece:
    """Return a statement as a card; only at its home does it carry the statement's anchor."""
    line = view.line
    return article(".card", id=view.id if home else None, data_statement=view.id, data_para=view.para,
                   data_number=line.cited, data_marking=view.marking)[
        div(".card__head")[
            h3(".card__title")[line.action if home else a(href=link.to(view.id))[line.action]],
            p(".card__tags")[parts.who("Editor’s reading"), force_tag(line, view.force_means), " ",
                             governing_tag(line, view.modality_means)],
        ],
        parts.quotes(link, view.quotes),
        dl(".card__facts")[(fragment[dt[label], dd[words]] for label, words in facts(link, view))],
        parts.judgement(view.judgement),
    ]


def facts(link: Linker, view: StatementView) -> list[tuple[str, Content]]:
    """Return what there is to say of a statement, label and words."""
    rows: list[tuple[str, Content]] = [
        ("Falls on", _bearers(link, view)),
        ("Speaks of", _subject(link, view)),
        ("Governing words", fragment["“", view.line.governing, "”"] if view.line.governed else view.modality_means),
    ]
    rows += view.remarks
    rows += [("Towards others", _relation(link, relation)) for relation in view.relations]
    rows += [(label, parts.inline_quotes(link, excerpts)) for label, excerpts in view.details]
    rows += [(scale.label, parts.scale(scale)) for scale in view.scales]
    if view.through:
        rows.append(("Reaches through this", parts.refs(link, view.through)))
    return rows


def _bearers(link: Linker, view: StatementView) -> Content:
    distributive = span(".aside-words")[" (each of them)"] if view.each_member and view.line.bearers else None
    return fragment[falls_on(link, view.line), distributive]


def _subject(link: Linker, view: StatementView) -> Content:
    words: Content = view.subject
    if view.subject_ref:
        words = a(href=link.to(view.subject_ref.id))[view.subject]
    stands_for = fragment[" – the editor reads: ", view.antecedent] if view.antecedent else None
    return fragment["“", words, "”", stands_for]


def _relation(link: Linker, view: RelationView) -> Content:
    target = parts.ref(link, view.target) if view.target else wording.NO_BEARER
    manner = fragment[", “", view.qualifier, "”"] if view.qualifier else None
    return fragment[view.verb, " ", target, manner, " ", parts.basis(view.basis)]
