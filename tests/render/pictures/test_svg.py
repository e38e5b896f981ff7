"""Pictures as text: well formed, named, linked, and the same each time."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from cmi_handbook.render.svg import coverage_strip, relation_map
from cmi_handbook.views.coverage import view_coverage
from cmi_handbook.views.line import Line
from cmi_handbook.views.matrix import Mention
from cmi_handbook.views.relation_map import Drawing, Edge, End, view_relation_map

SVG = "{http://www.w3.org/2000/svg}"


def words(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_without_links_a_drawing_is_one_named_image(handbook):
    """The printed book takes the picture as an image with its name and description."""
    drawing = view_relation_map(handbook).drawings[0]
    root = ElementTree.fromstring(relation_map(drawing))
    assert (root.get("role"), words(root[0]), words(root[1])) == ("img", drawing.title, drawing.summary)
    assert list(root.iter(f"{SVG}a")) == []


def test_each_end_and_each_statement_of_a_drawing_is_a_link_with_words(handbook):
    """Links carry the ids they lead to, in number as many as named ends and cited statements."""
    for drawing in view_relation_map(handbook).drawings:
        root = ElementTree.fromstring(relation_map(drawing, lambda id_: f"to:{id_}"))
        links = list(root.iter(f"{SVG}a"))
        ends = [each.id for each in (*drawing.sources, *drawing.targets) if each.id]
        cited = [mention.line.id for edge in drawing.edges for mention in edge.mentions]
        assert sorted(str(each.get("href")) for each in links) == sorted(f"to:{each}" for each in (*ends, *cited))
        assert all(each.get("aria-label") and words(each) for each in links)


def test_the_report_to_nobody_is_drawn_dashed(handbook):
    """The box without a name of the policy's, and the lines to it, are dashed; the box is no link."""
    root = ElementTree.fromstring(relation_map(view_relation_map(handbook).drawings[0], lambda id_: id_))
    dashed = [each.tag.removeprefix(SVG) for each in root.iter() if each.get("stroke-dasharray")]
    assert sorted(dashed) == ["path", "path", "rect"]


def test_names_are_escaped_in_drawings():
    """A name that looks like markup shows as it is written."""
    ends = End("a", "<script>x</script>"), End("b", '"&"')
    line = Line("s", "1", "1", "", "duty", "Duty", "must", governed=True, bearers=(), conditions=(), limits=(),
                contested=False)
    edge = Edge(*ends, "informs", (Mention(line, editor=False, signs=""),))
    drawing = Drawing("d", "<t>", "<s>", "s", (), ends[:1], ends[1:], (edge,))
    root = ElementTree.fromstring(relation_map(drawing, lambda id_: id_))
    assert [words(each) for each in root.iter(f"{SVG}a")] == ["1", "<script>x</script>", '"&"']


def test_boxes_of_a_drawing_never_overlap(handbook):
    """However many lines a body has, the boxes of a column stand clear of each other."""
    for drawing in view_relation_map(handbook).drawings:
        columns: dict[float, list[tuple[float, float]]] = {}
        for box in ElementTree.fromstring(relation_map(drawing)).iter(f"{SVG}rect"):
            top, height = float(box.get("y", "")), float(box.get("height", ""))
            columns.setdefault(float(box.get("x", "")), []).append((top, top + height))
        for boxes in columns.values():
            assert all(above[1] < below[0] for above, below in pairwise(boxes))


def test_the_strip_has_a_bar_for_each_sentence_and_a_link_for_each_paragraph(handbook):
    """Full bars are the sentences that feed statements, hollow ones those that feed none."""
    for ledger in view_coverage(handbook):
        root = ElementTree.fromstring(coverage_strip(ledger, lambda id_: id_))
        bars = [each for each in root.iter(f"{SVG}rect") if not each.get("pointer-events")]
        full = [each for each in bars if each.get("fill") is None]
        assert (len(bars), len(full)) == (len(ledger.lines), ledger.used)
        links = [each.get("href") for each in root.iter(f"{SVG}a")]
        assert links == list(dict.fromkeys(line.para for line in ledger.lines))


@pytest.mark.parametrize("at", range(3))
def test_a_picture_is_the_same_each_time(handbook, at):
    """Two drawings of one view are the same text."""
    drawing = view_relation_map(handbook).drawings[at]
    assert relation_map(drawing) == relation_map(drawing)
