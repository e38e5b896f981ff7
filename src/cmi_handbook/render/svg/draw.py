"""The strokes that all pictures share: the frame, boxes, lines of text, links."""

import textwrap
from collections.abc import Callable, Iterable

from cmi_handbook.model.portion import Portion, rank_of
from cmi_handbook.render import html as h

LinkTo = Callable[[str], str]
"""Turns an id into an address; without one a picture has no links and is read as one image."""

SIZE = 13
"""Height of the letters, in the picture's units; a unit is a CSS pixel at the picture's own width."""

LEADING = 16
LETTER = 0.56
"""Mean width of a letter of the sans face in parts of its height, a little generous."""


GROUP, TEXT, PATH, RECT = h.Element("g"), h.Element("text"), h.Element("path"), h.Element("rect")
TSPAN, ANCHOR = h.Element("tspan"), h.Element("a")


def picture(id_: str, title: str, desc: str, size: tuple[int, int], *parts: h.Content, linked: bool) -> h.Piece:
    """Return the frame of a picture with its name and description.

    With links in it a picture is a group of its parts; otherwise it is one image.
    """
    width, height = size
    return h.Element("svg")(
        {"class": "picture", "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}",
         "width": str(width), "height": str(height), "role": "group" if linked else "img",
         "aria-labelledby": f"{id_}-title", "aria-describedby": f"{id_}-desc",
         "font-family": "Inter, Arial, sans-serif", "font-size": str(SIZE), "fill": "currentColor"}
    )[h.Element("title")(id=f"{id_}-title")[title], h.Element("desc")(id=f"{id_}-desc")[desc], *parts]


def linked(link: LinkTo | None, id_: str | None, label: str, *parts: h.Content) -> h.Content:
    """Return parts as a link with a label, or bare where there is nothing to link to."""
    if link is None or id_ is None:
        return h.fragment[*parts]
    return ANCHOR(href=link(id_), aria_label=label)[*parts]


def wrap(words: str, width: float, size: float = SIZE) -> list[str]:
    """Return words in lines that fit a width.

    >>> wrap("Nobody named", 60)
    ['Nobody', 'named']
    """
    lines = textwrap.wrap(str(words), max(6, int(width / (size * LETTER))), break_long_words=True)
    return [Portion(line, rank_of(words)) for line in lines]


def lines(words: Iterable[str], x: float, y: float, **more: str) -> h.Piece:
    """Return lines of text below each other; `y` is the base of the first.

    Each line ends in a space, so that the words stay apart where the text is read or copied.
    """
    return TEXT({"x": number(x), "y": number(y)}, **more)[
        (TSPAN({"x": number(x), "y": number(y + LEADING * at)})[line, " "] for at, line in enumerate(words))
    ]


def number(value: float) -> str:
    """Return a length as it is written: one digit after the point, and none where it is nought."""
    return f"{value:.1f}".removesuffix(".0")
