"""What is cut into several pages, tables and drawings, and where it is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cmi_handbook.link import link
from cmi_handbook.model.draft import Draft, kinds
from cmi_handbook.model.ids import is_reserved
from cmi_handbook.pipeline import site
from cmi_handbook.render.site import coverage
from cmi_handbook.views import address, matrix, relation_map
from cmi_handbook.views.book import view_book
from cmi_handbook.views.views import Views
from tests.checks.editions import codes
from tests.golden.test_golden import drafts


def titles(folder: str) -> list[tuple[str, str, tuple[str, ...], int]]:
    """Return address, title, place in the menu and headings of the pages of a folder."""
    return [(page.uri.removeprefix(f"lk-1/{folder}/"), page.title.removesuffix(" - LK 1"), page.nav,
             page.body.count("data-statement="))
            for page in site((Views(link(drafts()[0])),)).pages if page.uri.startswith(f"lk-1/{folder}/")]


def test_the_register_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section with more statements than a page holds goes on on the next, and every id leads to its page."""
    monkeypatch.setattr(address, "STATEMENTS_A_PAGE", 9)
    assert titles("statements") == [
        ("index.md", "Register of statements", ("Statements", "Register"), 0),
        ("section-1.md", "Statements of section 1", ("Statements", "Section 1"), 5),
        ("section-2.md", "Statements of section 2", ("Statements", "Section 2"), 4),
        ("section-3-part-1.md", "Statements of section 3, part 1", ("Statements", "Section 3, part 1"), 9),
        ("section-3-part-2.md", "Statements of section 3, part 2", ("Statements", "Section 3, part 2"), 9),
        ("section-3-part-3.md", "Statements of section 3, part 3", ("Statements", "Section 3, part 3"), 2),
        ("section-4.md", "Statements of section 4", ("Statements", "Section 4"), 3),
        ("decision-sheets.md", "Statements of the decision sheets", ("Statements", "Decision sheets"), 1),
        ("principles-and-goals.md", "Principles and goals", ("Statements", "Principles and goals"), 4),
        ("other-policies.md", "Other books", ("Statements", "Other books"), 1),
        ("scope.md", "Scope, and what is outside it", ("Statements", "Scope"), 2),
    ]
    homes = Views(link(drafts()[0])).homes
    first_of_each = ("service-speaks-with-ships", "wreckers-are-seafolk", "merchants-coordinate-prices")
    pages = [homes[id_].page.removeprefix("lk-1/statements/section-3-") for id_ in first_of_each]
    assert pages == ["part-1", "part-2", "part-3"]


def test_notes_and_disputed_readings_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Further pages have a number in their title; the parties stand on the first one."""
    monkeypatch.setattr(address, "NOTES_A_PAGE", 4)
    monkeypatch.setattr(coverage, "CONTESTED_A_PAGE", 3)
    assert [each for each in titles("coverage") if each[0].startswith(("notes", "contested"))] == [
        ("notes-1.md", "Source notes, part 1", ("Coverage", "Source notes, part 1"), 0),
        ("notes-2.md", "Source notes, part 2", ("Coverage", "Source notes, part 2"), 0),
        ("contested-1.md", "Disputable readings, part 1", ("Coverage", "Disputable readings, part 1"), 6),
        ("contested-2.md", "Disputable readings, part 2", ("Coverage", "Disputable readings, part 2"), 2),
    ]
    pages = site((Views(link(drafts()[0])),)).pages
    assert ["Who is meant" in page.body for page in pages if "/contested-" in page.uri] == [True, False]


def test_how_much_is_on_one() -> None:
    """Pages, tables and drawings hold as much as fits a screen and a sheet of paper."""
    assert (address.STATEMENTS_A_PAGE, address.NOTES_A_PAGE, coverage.CONTESTED_A_PAGE) == (30, 60, 40)
    assert (matrix.COLUMNS, relation_map.LINES) == (6, 26)


@pytest.mark.parametrize(("without", "title", "chapter"), [
    ((), "Principles and goals", "Principles, Goals, Other books"),
    (("goals",), "Principles", "Principles, Other books"), (("principles",), "Goals", "Goals, Other books"),
    (("goals", "principles"), None, "Other books"),
    (("goals", "principles", "policy_relations"), None, None),
])  # fmt: skip
def test_principles_and_goals_are_named_as_there_are(without: tuple[str, ...], title: str | None, chapter: str | None
                                                     ) -> None:
    """A page and a chapter name what stands in them, and are left out when nothing does."""
    views = Views(link(replace(drafts()[0], **dict.fromkeys(without, ()))))
    pages = {page.uri: page.nav[-1] for page in site((views,)).pages if page.nav}
    assert pages.get("lk-1/statements/principles-and-goals.md") == title
    assert ("lk-1/statements/other-policies.md" in pages) == ("policy_relations" not in without)
    assert {each.name: each.title for each in view_book(views).chapters}.get("principles-and-goals") == chapter


def test_every_id_has_a_home() -> None:
    """The address of each record is a page of the site with its anchor; the page for readers outside has one too."""
    views = Views(link(drafts()[0]))
    pages = {page.uri.removesuffix(".md"): page.body for page in site((views,)).pages}
    homes = {id_: views.homes[id_] for _, id_, _ in drafts()[0].identified()}
    assert [id_ for id_, home in homes.items() if f'id="{home.anchor}"' not in pages[home.page]
            and f"{{ #{home.anchor} }}" not in pages[home.page]] == []
    assert views.homes["for-seafolk"].page in pages


@pytest.mark.parametrize(("number", "widths"), [
    (0, []), (1, [1]), (6, [6]), (7, [3, 4]), (12, [6, 6]), (13, [4, 4, 5]),
])  # fmt: skip
def test_tables_are_of_about_one_width(number: int, widths: list[int]) -> None:
    """As few tables as will do, none much narrower than the others, and no column is lost."""
    columns = [matrix.Column(None, str(each)) for each in range(number)]
    cuts = matrix._cuts(columns)
    assert [len(cut) for cut in cuts] == widths
    assert [each for cut in cuts for each in cut] == columns


def test_an_empty_cell_leads_to_the_notice_where_there_is_one() -> None:
    """Without a notice on levels an empty cell says no more than that nothing stands there."""
    draft = drafts()[0]
    assert draft.publication
    silent = replace(draft.publication, record=replace(draft.publication.record, levels_notice=None))
    for each, reason in ((draft, "No statement on it names this level; see paragraph 8."),
                         (replace(draft, publication=silent), "No statement on it names this level.")):  # fmt: skip
        view = Views(link(each)).level_matrix
        assert view
        assert view.tables[0].rows[1].cells[0] == matrix.Cell((), "", reason)


def test_a_map_is_cut_between_its_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing takes whole sources up to its number of lines, and says whom it shows."""
    monkeypatch.setattr(relation_map, "LINES", 4)
    view = Views(link(drafts()[0])).relation_map
    assert [(each.id, each.title, each.summary.partition(".")[0]) for each in view.drawings] == [
        ("map-house-1", "House level: Head Keeper", "3 relations from 1 source to 3 counterparts"),
        ("map-harbour-1", "Harbour level: Harbour Board", "2 relations from 1 source to 2 counterparts"),
        ("map-harbour-coast-1", "Harbour and coast level: Signal Service and Keepers",
         "4 relations from 2 sources to 4 counterparts"),
        ("map-harbour-coast-2", "Harbour and coast level: Boatmen", "1 relation from 1 source to 1 counterpart"),
        ("map-house-harbour-coast-1", "Every level: Harbour Board", "8 relations from 1 source to 7 counterparts"),
        ("map-no-level-1", "No level named: Nobody named", "3 relations from 1 source to 3 counterparts"),
        ("map-no-level-2", "No level named: Merchants and Divers", "3 relations from 2 sources to 2 counterparts"),
    ]


@pytest.mark.parametrize(("names", "said"), [
    ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["A", "B", "C", "D"], "A to D"),
])  # fmt: skip
def test_sources_in_a_title(names: list[str], said: str) -> None:
    """Up to three are named, of more the first and the last."""
    assert relation_map._series(names) == said


@pytest.mark.parametrize(("word", "page"), [
    ("Lamp", "l"), ("lamp", "l"), (" lamp", "l"), ("Éclair", "e"), ("ø", "other"), ("3-flag", "other"), ("", "other"),
    ("“x”", "other"), ("Ж", "other"),
])  # fmt: skip
def test_the_letter_of_a_word(word: str, page: str) -> None:
    """A word stands under its first letter without accent, or with the others."""
    assert address.letter(word) == page


@pytest.mark.parametrize(("markings", "own", "shown"), [
    (("OPEN", "CLOSED"), "OPEN", "OPEN"), (("OPEN", "CLOSED"), "CLOSED", "CLOSED"),
    (("A", "B", "C", "D", "OPEN"), "OPEN", "OPEN"), (("A", "B", "C", "D"), "D", "OPEN / D"),
])  # fmt: skip
def test_the_list_of_editions_is_marked_by_name(markings: tuple[str, ...], own: str, shown: str) -> None:
    """Owners rank their markings each in their own way; a marking that the current edition does not rank is named."""
    rich, bare = drafts()
    assert bare.publication is not None
    head = replace(bare.publication, marking=own,
                   record=replace(bare.publication.record, marking=own, markings=markings))
    other = replace(bare, publication=head, **{
        kind.key: tuple(replace(entry, marking=own) for entry in getattr(bare, kind.key)) for kind in kinds(Draft)})
    pages = site(tuple(Views(link(draft)) for draft in (rich, other))).pages
    assert [page.marking for page in pages if page.uri == "editions.md"] == [shown]


def test_every_page_that_is_no_records_has_a_reserved_name() -> None:
    """A record can have no name that a page beside those of records has; glossary and pictures have none of them."""
    views = [Views(link(draft)) for draft in drafts()]
    names = {page.uri.removesuffix(".md") for page in site(views).pages}
    own = {home.page for each in views for home in each.homes.values() if home.top}
    beside = {name.rpartition("/")[2] for name in names - own if "/glossary/" not in name and "/pictures/" not in name}
    sections = {id_ for each in views for id_ in each.handbook.sections}
    assert {name for name in beside if not is_reserved(name)} <= sections
    assert {"index", "references", "decision-sheets", "about", "notes-1"} <= beside


@pytest.mark.parametrize("id_", ["references", "about", "search", "editions", "404", "notes-3", "para-2",
                                 "section-1-part-2", "lpt9"])
def test_a_record_cannot_take_the_name_of_a_page(id_: str) -> None:
    """An id that is the name of a page, an anchor or a device is one fault."""
    assert codes("seats.yaml", "id: seat-watch", f"id: {id_}") == ["CMI102"]
