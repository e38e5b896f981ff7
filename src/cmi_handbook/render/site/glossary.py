"""The glossary, and the page that tells two of its terms apart."""

from collections.abc import Iterable, Iterator, Mapping

from cmi_handbook.model.portion import joined, phrase
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, heading
from cmi_handbook.render.site import parts
from cmi_handbook.render.site.context import Context
from cmi_handbook.render.site.parts import Linker
from cmi_handbook.views import wording
from cmi_handbook.views.glossary import TermView, full_name

NAV = "Glossary"


def pages(context: Context) -> Iterator[Page]:
    """Yield the front door, a page for each letter, and the page that tells the pair apart."""
    letters = context.views.letters
    yield index(context, letters)
    if pair := context.views.publication.pair:
        yield told_apart(context, pair.lead, *context.views.pair)
    for page, terms in letters.items():
        yield letter_page(context, page, terms, letters)


def index(context: Context, letters: Mapping[str, tuple[TermView, ...]]) -> Page:
    """Return the list of all entries, one line each."""
    link = context.linker("glossary/index")
    terms = [term for page in letters.values() for term in page]
    defined = [term for term in terms if term.definition]
    return context.page(
        "glossary/index", "Glossary",
        heading(1, "Glossary"),
        h.p(".lead")[f"{wording.count(len(terms), 'entry', 'entries')}. The text defines ",
                   wording.count(len(defined), "term"), ": " if defined else None,
                   parts.joined((h.a(href=link.to(term.id))[term.term] for term in defined), " and "),
                   ". For all others the entry says what the text gives, and what it does not."],
        h.p[h.a(href=link.page(pair_page(context)))[pair_title(context), " How to tell them apart"]]
        if context.views.pair else None,
        _letters(link, letters),
        *(_letter_list(link, page, entries) for page, entries in letters.items()),
        parts.download(link, context.downloads, "chapters/glossary.pdf", "The glossary for printing (PDF)"),
        nav=(NAV, "All entries"),
        description="All terms and abbreviations",
    )


def pair_title(context: Context) -> str:
    """Return the title of the page that tells the pair apart: `CMI or CIMIC?`."""
    return phrase("{}?", joined(" or ", (term.abbreviation or term.term for term in context.views.pair)))


def pair_page(context: Context) -> str:
    """Return the place of the page that tells the pair apart."""
    return "glossary/" + "-or-".join(term.id for term in context.views.pair)


def _letters(link: Linker, letters: Iterable[str], here: str | None = None) -> h.Content:
    return h.nav(".letters", aria_label="Glossary by letter")[
        h.ul[(h.li[_letter(link.page(f"glossary/{page}"), page, page == here)] for page in letters)]
    ]


def _letter(address: str, page: str, here: bool) -> h.Content:
    return h.a(href=address, aria_current="page" if here else None)[_letter_name(page)]


def _letter_name(page: str) -> str:
    return page.upper() if len(page) == 1 else "Other"


def _letter_list(link: Linker, page: str, terms: tuple[TermView, ...]) -> h.Content:
    return h.section(".letter-list")[
        h.h2[_letter_name(page)],
        h.ul[(_letter_line(link, term) for term in terms)],
    ]


def _letter_line(link: Linker, view: TermView) -> h.Content:
    short = h.fragment[" (", view.abbreviation, ")"] if view.abbreviation and view.abbreviation != view.term else None
    return h.li[h.a(href=link.to(view.id))[view.term], short, " ", h.span(".kind")[view.kind_name]]


def letter_page(context: Context, page: str, terms: tuple[TermView, ...],
                letters: Mapping[str, tuple[TermView, ...]]) -> Page:
    """Return the entries of one letter."""
    link = context.linker(f"glossary/{page}")
    title = f"Glossary: {_letter_name(page)}"
    return context.page(
        f"glossary/{page}", title,
        heading(1, title),
        _letters(link, letters, page),
        *(part for term in terms for part in entry(link, term)),
        nav=(NAV, _letter_name(page)),
        description=joined("", ("Terms and abbreviations: ", joined(", ", (term.term for term in terms[:6])))),
    )


def entry(link: Linker, view: TermView) -> Iterator[h.Content]:
    """Yield one entry: heading, definition or its absence, source, forms, where used."""
    yield heading(2, full_name(view.term, view.abbreviation), view.id)
    yield h.article(".entry")[
        h.p(".entry__kind")[parts.who(view.kind_name)],
        parts.quotes(link, [view.definition], "Definition", definition=True) if view.definition else None,
        h.p(".silence")[parts.who("Editor"), view.no_definition] if view.no_definition else None,
        parts.quotes(link, view.explanations, "Explained") if view.explanations else None,
        parts.editor(view.note) if view.note else None,
        h.dl(".card__facts")[(h.fragment[h.dt[label], h.dd[said]] for label, said in _facts(link, view) if said)],
    ]


def _facts(link: Linker, view: TermView) -> list[tuple[str, h.Content]]:
    forms = h.fragment["“", parts.joined(view.forms, "”, “"), "”"] if view.forms else None
    return [
        ("Written", forms),
        ("Readers type", joined(", ", view.aliases)),
        ("Abbreviation", view.expansion),
        ("Stands in", parts.paras(link, view.used_in) if view.used_in else None),
        ("See", parts.refs(link, view.see) if view.see else None),
        ("Not to be confused with", parts.refs(link, view.not_to_be_confused_with)
         if view.not_to_be_confused_with else None),
    ]


def told_apart(context: Context, lead: str, one: TermView, other: TermView) -> Page:
    """Return the page that sets two definitions side by side."""
    title, page = pair_title(context), pair_page(context)
    link = context.linker(page)
    return context.page(
        page, title,
        heading(1, title),
        parts.editor(lead),
        h.div(".pair")[(_half(link, term) for term in (one, other))],
        heading(2, "Side by side"),
        _comparison(link, one, other),
        nav=(NAV, title),
        description=phrase("How the text tells {} from {}", one.term, other.term),
    )


def _half(link: Linker, view: TermView) -> h.Content:
    return h.section(".pair__half")[
        h.h2[h.a(href=link.to(view.id))[full_name(view.term, view.abbreviation)]],
        parts.quotes(link, [view.definition], "Definition") if view.definition else None,
        parts.editor(view.note) if view.note else None,
    ]


def _comparison(link: Linker, one: TermView, other: TermView) -> h.Content:
    rows = [
        ("Defined in", *(parts.para(link, term.definition.para) if term.definition else "" for term in (one, other))),
        ("Written", *(h.fragment["“", parts.joined(term.forms, "”, “"), "”"] for term in (one, other))),
        ("Stands in", *(parts.paras(link, term.used_in) for term in (one, other))),
        ("Written out in", *(term.expansion for term in (one, other))),
    ]
    heads = ("Editor’s words", *(term.abbreviation or term.term for term in (one, other)))
    return parts.ledger("The two terms side by side", heads,
                        (h.tr[h.th(scope="row")[label], h.td[left], h.td[right]] for label, left, right in rows))
