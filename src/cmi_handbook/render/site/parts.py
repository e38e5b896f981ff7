"""The pieces that pages share: links, quotes, tags, cards, notes."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache

from cmi_handbook.model.publication import Notice
from cmi_handbook.model.record import Excerpt
from cmi_handbook.render.html import (
    Element,
    Node,
    a,
    article,
    blockquote,
    dd,
    del_,
    div,
    dl,
    dt,
    fragment,
    h3,
    li,
    p,
    span,
    strong,
    sup,
    ul,
)
from cmi_handbook.views.address import Address
from cmi_handbook.views.policy import NoteView
from cmi_handbook.views.statement import JudgementView, Ref, RelationView, StatementView
from cmi_handbook.views.text import Run


class Linker:
    """Turns ids into addresses relative to one page."""

    def __init__(self, homes: Mapping[str, Address], page: str) -> None:
        """Take the homes of all ids, and the page's place without its ending."""
        self._homes = homes
        self._folder = posixpath.dirname(page)
        self._page = page

    def to(self, id_: str) -> str:
        """Return the relative address of an id."""
        home = self._homes[id_]
        if home.page == self._page:
            return f"#{home.anchor}"
        return self.page(home.page) + ("" if home.top else f"#{home.anchor}")

    def page(self, page: str) -> str:
        """Return the relative address of a page, given without its ending."""
        return _relative(page, self._folder) + ".html"

    def file(self, uri: str) -> str:
        """Return the relative address of a file."""
        return _relative(uri, self._folder)


@lru_cache(maxsize=65536)
def _relative(place: str, folder: str) -> str:
    return posixpath.relpath(f"/{place}", f"/{folder}")


def who(label: str) -> Node:
    """Return the word that says whose words follow."""
    return fragment[span(".who")[label], " "]


def ref(link: Linker, target: Ref) -> Element:
    """Return a link to something named."""
    return a(href=link.to(target.id))[target.name]


def para(link: Linker, id_: str, words: str = "para ") -> Element:
    """Return a link to a paragraph (or a reference, or a footnote)."""
    return a(".para-link", href=link.to(id_))[f"{words}{id_}"]


def joined(nodes: Iterable[Node], by: str = ", ") -> Node:
    """Return nodes with words between them."""
    out: list[Node] = []
    for node in nodes:
        out += [by, node] if out else [node]
    return fragment[*out]


def refs(link: Linker, targets: Iterable[Ref]) -> Node:
    """Return links in a row."""
    return joined(ref(link, each) for each in targets)


def paras(link: Linker, ids: Iterable[str]) -> Node:
    """Return links to paragraphs in a row, with the word once."""
    ids = list(ids)
    return fragment["para " if len(ids) == 1 else "paras ", joined(para(link, each, "") for each in ids)]


def chips(link: Linker, targets: Sequence[Ref]) -> Node:
    """Return a list of links side by side."""
    return ul(".chips")[(li[ref(link, each)] for each in targets)] if targets else None


def text(link: Linker, runs: Iterable[Run]) -> Node:
    """Return a paragraph's words; only markup is added, no character changed."""
    return fragment[*(_run(link, run) for run in runs)]


def _run(link: Linker, run: Run) -> Node:
    if run.kind == "call":
        return sup[a(".footnote-call", href=link.to(str(run.target)), aria_label=f"Footnote {run.text}")[run.text]]
    words: Node = run.text
    if run.target:
        css = ".term" if run.kind == "term" else ".reference"
        attrs = {"data-term": run.target} if run.kind == "term" else {}
        words = a(css, attrs, href=link.to(run.target))[run.text]
    if run.struck:
        return del_(".struck")[span(".sr")["[struck out in the source: "], words, span(".sr")["]"]]
    return words


def quotes(link: Linker, excerpts: Iterable[Excerpt], label: str = "Policy text") -> Element:
    """Return the policy's words with the paragraphs they stand in."""
    excerpts = list(excerpts)
    ids = " ".join(dict.fromkeys(each.para for each in excerpts))
    return blockquote(".policy", data_para=ids)[
        who(label),
        (p[each.text, " ", span(".cited")[para(link, each.para)]] for each in excerpts),
    ]


def inline_quotes(link: Linker, excerpts: Iterable[Excerpt]) -> Node:
    """Return short excerpts in a row, each in quotation marks with its paragraph."""
    said = (fragment["“", span(".said")[each.text], "” (", para(link, each.para), ")"] for each in excerpts)
    return joined(said, "; ")


def force_tag(force: str, name: str, means: str = "") -> Element:
    """Return the tag of a force."""
    return span(f".tag.tag--{force}", title=means or None)[name]


def modality_tag(name: str, means: str = "") -> Element:
    """Return the tag of a modality."""
    return span(".tag.tag--modality", title=means or None)[name]


def basis(words: str) -> Element:
    """Return on whose word something is said."""
    key = "text" if words.startswith("the policy") else "editor"
    return span(f".basis.basis--{key}")[words]


def card(link: Linker, view: StatementView, *, home: bool = False, level: Element = h3) -> Element:
    """Return a statement as a card; only at its home does it carry the statement's anchor."""
    return article(".card", id=view.id if home else None, data_statement=view.id, data_para=view.para,
                   data_marking=view.marking)[
        div(".card__head")[
            level(".card__title")[view.action if home else a(href=link.to(view.id))[view.action]],
            p(".card__tags")[who("Editor’s reading"), force_tag(view.force, view.force_name, view.force_means), " ",
                             modality_tag(view.modality_name, view.modality_means)],
        ],
        quotes(link, view.quotes),
        dl(".card__facts")[(fragment[dt[label], dd[words]] for label, words in facts(link, view))],
        judgement(view.judgement),
    ]


def facts(link: Linker, view: StatementView) -> list[tuple[str, Node]]:
    """Return what there is to say of a statement, label and words."""
    rows: list[tuple[str, Node]] = [
        ("Falls on", _bearers(link, view)),
        ("Speaks of", _subject(link, view)),
        ("Governing words", f"“{view.trigger}”" if view.trigger else view.modality_means),
    ]
    if view.negated:
        rows.append(("Negated", "yes: it says what is not so, or not to be done"))
    rows += [("Towards others", _relation(link, each)) for each in view.relations]
    rows += [(label, inline_quotes(link, excerpts)) for label, excerpts in view.details]
    rows += [(each.label, fragment[", ".join(each.values), " ", basis(each.basis)]) for each in view.scales]
    if view.through:
        rows.append(("Reaches through this", refs(link, view.through)))
    return rows


def _bearers(link: Linker, view: StatementView) -> Node:
    if not view.bearers:
        return "nobody named in the policy"
    each = span(".aside-words")[" (each of them)"] if view.each_member else None
    return fragment[refs(link, view.bearers), each]


def _subject(link: Linker, view: StatementView) -> Node:
    words: Node = view.subject
    if view.subject_ref:
        words = a(href=link.to(view.subject_ref.id))[view.subject]
    stands_for = fragment[" – the editor reads: ", view.antecedent] if view.antecedent else None
    return fragment["“", words, "”", stands_for]


def _relation(link: Linker, view: RelationView) -> Node:
    target = ref(link, view.target) if view.target else view.nobody
    manner = fragment[", “", view.qualifier, "”"] if view.qualifier else None
    return fragment[view.verb, " ", target, manner, " ", basis(view.basis)]


def judgement(view: JudgementView | None) -> Node:
    """Return why a reading can be disputed, or nothing."""
    if view is None:
        return None
    return div(".card__judgement.editor")[
        p[who("Editor"), strong[f"{view.status}. "], view.reason],
        p["What else could be read:"] if view.alternatives else None,
        ul[(li[each] for each in view.alternatives)] if view.alternatives else None,
    ]


def editor(*words: Node, label: str = "Editor") -> Element:
    """Return the editor's words, told apart from the policy's."""
    return div(".editor")[who(label), p[*words]]


def note(link: Linker, view: NoteView, *, home: bool = False, here: str | None = None) -> Element:
    """Return a source note, set apart; `here` is the paragraph it stands at."""
    elsewhere = [each for each in view.paras if each != here]
    return div(f".note.note--{view.severity}", id=view.id if home else None, role="note",
               data_para=" ".join(view.paras))[
        p[who("Source note"), strong[f"{view.kind_name} ({view.severity_name.lower()}). "], view.note,
          fragment[" See ", paras(link, elsewhere), "."] if elsewhere else None],
        p(".note__quotes")[inline_quotes(link, view.quotes)] if home and view.quotes else None,
        p(".note__quotes")["Printed outside the paragraphs: “", view.printed, "”"] if home and view.printed else None,
    ]


def download(link: Linker, made: Container[str], name: str, words: str) -> Node:
    """Return a link to a file for printing, or nothing where it was not made."""
    uri = f"downloads/{name}"
    return p(".download")[a(href=link.file(uri))[words]] if uri in made else None


def notice(link: Linker, view: Notice | None) -> Node:
    """Return the editor's notice with the paragraph it rests on, or nothing."""
    return p(".notice")[who("Editor"), view.text, " (", para(link, view.para), ")"] if view else None
