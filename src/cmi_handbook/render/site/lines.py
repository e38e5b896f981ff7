"""A statement on the site: in one line, as a row of a table, as a card."""

from collections.abc import Iterable

from cmi_handbook.render import html as h
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.line import Line
from cmi_handbook.views.statement import RelationView, StatementView


def force_tag(line: Line, means: str | None = None) -> h.Piece:
    """Return the tag of a statement's force."""
    return h.span(f".tag.tag--{line.force!s}", title=means)[line.force_name]


def governing_tag(line: Line, means: str | None = None) -> h.Piece:
    """Return the tag of the words that govern a statement."""
    return h.span(".tag.tag--modality", title=means)[line.governing]


def statement_line(link: Linker, line: Line, *, bearers: bool = True, before: h.Content = None,
                   more: h.Content = None) -> h.Piece:
    """Return a statement in one line, with all that narrows it: the only way in which the site shows one."""
    return h.li(data_statement=line.id, data_para=line.para)[
        force_tag(line), " ", governing_tag(line), " ", before, h.a(href=link.to(line.id))[line.action], " ",
        parts.para(link, line.para), narrowings(link, line, "; "),
        h.span(".bearers")[". Falls on: ", falls_on(link, line), "."] if bearers else None, more,
    ]


def narrowings(link: Linker, line: Line, before: str) -> h.Content:
    """Return what makes a statement narrower than its short wording: conditions, limits, and that it is contested.

    `before` stands between it and what is there already; where nothing narrows the statement nothing is returned.
    """
    said = [
        h.fragment["condition: ", parts.inline_quotes(link, line.conditions)] if line.conditions else None,
        h.fragment["limit: ", parts.inline_quotes(link, line.limits)] if line.limits else None,
        h.strong(".contested")["contested reading"] if line.contested else None,
    ]
    shown = [narrowing for narrowing in said if narrowing is not None]
    return h.fragment[before, parts.joined(shown, "; ")] if shown else None


def statement_lines(link: Linker, lines: Iterable[Line], css: str = ".drawn", *, bearers: bool = True) -> h.Piece:
    """Return statements as a list of lines."""
    return h.ul(css)[(statement_line(link, line, bearers=bearers) for line in lines)]


def statement_table(link: Linker, lines: Iterable[Line], label: str) -> h.Piece:
    """Return statements as a table: the only way in which the site shows one."""
    heads = ("Para", "Falls on", "Governing words", "Says", "Force")
    return parts.ledger(label, heads, (_statement_row(link, line) for line in lines))


def _statement_row(link: Linker, line: Line) -> h.Piece:
    return h.tr[
        h.td[parts.para(link, line.para, "")], h.td[falls_on(link, line)], h.td[governing_tag(line)],
        h.td[h.a(href=link.to(line.id))[line.action], narrowings(link, line, " ")], h.td[force_tag(line)],
    ]


def falls_on(link: Linker, line: Line) -> h.Content:
    """Return the bearers of a statement, or that nobody is named."""
    return parts.refs(link, line.bearers) if line.bearers else wording.NO_BEARER


def card(link: Linker, view: StatementView, *, home: bool = False) -> h.Piece:
    """Return a statement as a card; only at its home does it carry the statement's anchor."""
    line = view.line
    return h.article(".card", id=view.id if home else None, data_statement=view.id, data_para=view.para,
                   data_number=line.cited, data_marking=view.marking)[
        h.div(".card__head")[
            h.h3(".card__title")[line.action if home else h.a(href=link.to(view.id))[line.action]],
            h.p(".card__tags")[parts.who("Editor’s reading"), force_tag(line, view.force_means), " ",
                             governing_tag(line, view.modality_means)],
        ],
        parts.quotes(link, view.quotes),
        h.dl(".card__facts")[(h.fragment[h.dt[label], h.dd[words]] for label, words in facts(link, view))],
        parts.judgement(view.judgement),
    ]


def facts(link: Linker, view: StatementView) -> list[tuple[str, h.Content]]:
    """Return what there is to say of a statement, label and words."""
    rows: list[tuple[str, h.Content]] = [
        ("Falls on", _bearers(link, view)),
        ("Speaks of", _subject(link, view)),
        ("Governing words", h.fragment["“", view.line.governing, "”"] if view.line.governed else view.modality_means),
    ]
    rows += view.remarks
    rows += [("Towards others", _relation(link, relation)) for relation in view.relations]
    rows += [(label, parts.inline_quotes(link, excerpts)) for label, excerpts in view.details]
    rows += [(scale.label, parts.scale(scale)) for scale in view.scales]
    if view.through:
        rows.append(("Reaches through this", parts.refs(link, view.through)))
    return rows


def _bearers(link: Linker, view: StatementView) -> h.Content:
    distributive = h.span(".aside-words")[" (each of them)"] if view.each_member and view.line.bearers else None
    return h.fragment[falls_on(link, view.line), distributive]


def _subject(link: Linker, view: StatementView) -> h.Content:
    words: h.Content = view.subject
    if view.subject_ref:
        words = h.a(href=link.to(view.subject_ref.id))[view.subject]
    stands_for = h.fragment[" – the editor reads: ", view.antecedent] if view.antecedent else None
    return h.fragment["“", words, "”", stands_for]


def _relation(link: Linker, view: RelationView) -> h.Content:
    target = parts.ref(link, view.target) if view.target else wording.NO_BEARER
    manner = h.fragment[", “", view.qualifier, "”"] if view.qualifier else None
    return h.fragment[view.verb, " ", target, manner, " ", parts.basis(view.basis)]
