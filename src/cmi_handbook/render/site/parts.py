"""The pieces that pages share: links, quotes, tags, cards, notes."""

import posixpath
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache

from cmi_handbook.model.portion import opened, phrase
from cmi_handbook.model.publication import Notice
from cmi_handbook.model.record import Excerpt
from cmi_handbook.render import html as h
from cmi_handbook.views.address import Address
from cmi_handbook.views.line import BasisView, Ref
from cmi_handbook.views.policy import NoteView
from cmi_handbook.views.runs import Run
from cmi_handbook.views.statement import JudgementView, ScaleView


class Linker:
    """Turns ids into addresses relative to one page of an edition."""

    def __init__(self, homes: Mapping[str, Address], root: str, page: str, called: str) -> None:
        """Take the homes of all ids, the edition's folder, the page's place, and what the publication is called."""
        self.called = called
        self._homes = homes
        self._root = root
        self._folder = posixpath.dirname(page)
        self._page = page

    def to(self, id_: str) -> str:
        """Return the relative address of an id."""
        home = self._homes[id_]
        if home.page == self._page:
            return f"#{home.anchor}"
        return f"{_relative(home.page, self._folder)}.html" + ("" if home.top else f"#{home.anchor}")

    def anchor(self, id_: str) -> str:
        """Return the anchor of an id on its page."""
        return self._homes[id_].anchor

    def cited(self, id_: str) -> str:
        """Return the number that a paragraph is cited by; any other id as it is."""
        return self._homes[id_].cited or id_

    def page(self, page: str) -> str:
        """Return the relative address of a page of the edition, given without its ending."""
        return f"{_relative(f'{self._root}/{page}', self._folder)}.html"

    def file(self, uri: str) -> str:
        """Return the relative address of a file of the edition."""
        return _relative(f"{self._root}/{uri}", self._folder)


@lru_cache(maxsize=65536)
def _relative(place: str, folder: str) -> str:
    return posixpath.relpath(f"/{place}", f"/{folder}")


def who(label: str) -> h.Content:
    """Return the word that says whose words follow."""
    return h.fragment[h.span(".who")[label], " "]


def ref(link: Linker, target: Ref) -> h.Piece:
    """Return a link to something named."""
    return h.a(href=link.to(target.id))[target.name]


def para(link: Linker, id_: str, words: str = "para ") -> h.Piece:
    """Return a link to a paragraph (or a reference, or a footnote)."""
    return h.a(".para-link", href=link.to(id_))[words, link.cited(id_)]


def joined(nodes: Iterable[h.Content], by: str = ", ") -> h.Content:
    """Return nodes with words between them."""
    out: list[h.Content] = []
    for node in nodes:
        out += [by, node] if out else [node]
    return h.fragment[*out]


def refs(link: Linker, targets: Iterable[Ref]) -> h.Content:
    """Return links in a row."""
    return joined(ref(link, target) for target in targets)


def paras(link: Linker, ids: Iterable[str]) -> h.Content:
    """Return links to paragraphs in a row, with the word once."""
    ids = list(ids)
    return h.fragment["para " if len(ids) == 1 else "paras ", joined(para(link, id_, "") for id_ in ids)]


def chips(link: Linker, targets: Sequence[Ref]) -> h.Content:
    """Return a list of links side by side."""
    return h.ul(".chips")[(h.li[ref(link, target)] for target in targets)] if targets else None


def text(link: Linker, runs: Iterable[Run]) -> h.Content:
    """Return a paragraph's words; only markup is added, no character changed."""
    return h.fragment[*(_run(link, run) for run in runs)]


def _run(link: Linker, run: Run) -> h.Content:
    if run.kind == "call":
        label = phrase("Footnote {}", run.text)
        return h.sup[h.a(".footnote-call", href=link.to(str(run.target)), aria_label=label)[run.text]]
    words: h.Content = run.text
    if run.target:
        css = ".term" if run.kind == "term" else ".reference"
        attrs = {"data-term": run.target} if run.kind == "term" else {}
        words = h.a(css, attrs, href=link.to(run.target))[run.text]
    if run.struck:
        return h.del_(".struck")[h.span(".sr")["[struck out in the source: "], words, h.span(".sr")["]"]]
    return words


def text_label(link: Linker, before: str = "") -> str:
    """Return the label of the publication's own words: `Policy text`."""
    called = phrase("{} text", link.called)
    return phrase("{}, {}", before, called) if before else opened(called)


def quotes(link: Linker, excerpts: Iterable[Excerpt], label: str = "", *, definition: bool = False) -> h.Piece:
    """Return words of the text with the paragraphs they stand in; `label` says what they are."""
    excerpts = list(excerpts)
    number = link.cited(excerpts[0].para) if definition else None
    ids = " ".join(dict.fromkeys(excerpt.para for excerpt in excerpts))
    return h.blockquote(".policy", data_para=ids, data_definition=number)[
        who(text_label(link, label)),
        (h.p[excerpt.text, " ", h.span(".cited")[para(link, excerpt.para)]] for excerpt in excerpts),
    ]


def inline_quotes(link: Linker, excerpts: Iterable[Excerpt]) -> h.Content:
    """Return short excerpts in a row, each in quotation marks with its paragraph."""
    said = (h.fragment["“", h.span(".said")[each.text], "” (", para(link, each.para), ")"] for each in excerpts)
    return joined(said, "; ")


def ledger(label: str, heads: Iterable[str], rows: Iterable[h.Content]) -> h.Piece:
    """Return a table that can be scrolled."""
    return h.div(".scroller", tabindex="0", role="region", aria_label=label)[
        h.table(".ledger")[h.thead[h.tr[(h.th(scope="col")[head] for head in heads)]], h.tbody[rows]],
    ]


def basis(view: BasisView) -> h.Piece:
    """Return on whose word something is said."""
    return h.span(f".basis.basis--{view.key!s}")[view.words]


def scale(view: ScaleView) -> h.Content:
    """Return the values of a scale with their basis."""
    return h.fragment[joined(view.values), " ", basis(view.basis)]


def judgement(view: JudgementView | None) -> h.Content:
    """Return why a reading can be disputed, or nothing."""
    if view is None:
        return None
    return h.div(".card__judgement.editor")[
        h.p[who("Editor"), h.strong[view.status, ". "], view.reason],
        h.p[view.confirmed] if view.confirmed else None,
        h.p["What else could be read:"] if view.alternatives else None,
        h.ul[(h.li[alternative] for alternative in view.alternatives)] if view.alternatives else None,
    ]


def editor(*words: h.Content, label: str = "Editor") -> h.Piece:
    """Return the editor's words, told apart from the policy's."""
    return h.div(".editor")[who(label), h.p[*words]]


def note(link: Linker, view: NoteView, *, home: bool = False, here: str | None = None) -> h.Piece:
    """Return a source note, set apart; `here` is the paragraph it stands at."""
    elsewhere = [id_ for id_ in view.paras if id_ != here]
    return h.div(f".note.note--{view.severity!s}", id=view.id if home else None, role="note",
               data_para=" ".join(view.paras))[
        h.p[who("Source note"), h.strong[view.kind_name, " (", view.severity_name.lower(), "). "], view.note,
          h.fragment[" See ", paras(link, elsewhere), "."] if elsewhere else None],
        h.p(".note__quotes")[inline_quotes(link, view.quotes)] if home and view.quotes else None,
        h.p(".note__quotes")["Printed outside the paragraphs: “", view.printed, "”"] if home and view.printed else None,
    ]


def download(link: Linker, made: Container[str], name: str, words: str) -> h.Content:
    """Return a link to a file for printing, or nothing where it was not made."""
    return h.p(".download")[h.a(href=link.file(f"downloads/{name}"))[words]] if name in made else None


def notice(link: Linker, view: Notice | None) -> h.Content:
    """Return the editor's notice with the paragraph it rests on, or nothing."""
    return h.p(".notice")[who("Editor"), view.text, " (", para(link, view.para), ")"] if view else None
