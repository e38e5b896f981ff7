"""The text of a publication: its paragraphs with what hangs on them."""

from __future__ import annotations

from pathlib import Path

from cmi_handbook.checks.examples import edition
from cmi_handbook.link import link
from cmi_handbook.parse import parse_edition
from cmi_handbook.views.policy import SectionView
from cmi_handbook.views.views import Views


def sections(calls: dict[str, str]) -> tuple[SectionView, ...]:
    """Return the sections of the tiny edition with some of its words changed."""
    with edition() as folder:
        for name, old, new in ((*key.split(": ", 1), new) for key, new in calls.items()):
            path = Path(folder) / "text" / name
            assert path.read_text("utf-8").count(old) == 1
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        draft, faults = parse_edition(folder)
    assert faults == []
    return Views(link(draft)).sections


def test_a_footnote_stands_once_below_the_paragraph_that_calls_it_first() -> None:
    """Called again, by the same paragraph or another, it is not printed a second time."""
    views = sections({
        "2-light.yaml: text: It is old.": 'text: "It is old{call fn.1}."',
        "3-rules.yaml: text: Answer the signals of fishermen.": 'text: "Answer the signals of fishermen{call fn.1}."',
    })
    assert [(view.id, [each.id for each in view.footnotes]) for section in views for view in section.paragraphs
            if view.footnotes] == [("1", ["fn.1"])]
