"""HTML as functions: `p(".lead", id="x")["text", a(href="#")["link"]]`.

Children are escaped unless they are markup already, and an element is text as
soon as it has its children.  A piece of markup is marked as high as the words
in it, attributes included.  The libraries with this notation keep a tree of
generators instead, through which every scrap of a page passes once for each
level it is nested in: four times the time of the whole site (see
`benchmarks/build.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Union

from markupsafe import Markup, escape

from cmi_handbook.model.portion import rank_of

Content = Union[str, "Element", None, bool, Iterable["Content"]]
"""What may stand inside an element; `None`, `True` and `False` leave no trace."""

Values = Mapping[str, str | bool | None]

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class Piece(Markup):
    """Finished markup, and the rank of the highest marking among the words in it."""

    __slots__ = ("rank",)
    rank: int

    def __new__(cls, text: str, rank: int = 0) -> Piece:
        """Return text that is markup already."""
        made = super().__new__(cls, text)
        made.rank = rank
        return made


class Element:
    """An element without children; `element(...)` adds attributes, `element[...]` children."""

    __slots__ = ("_attributes", "name", "rank")

    def __init__(self, name: str, attributes: str = "", rank: int = 0) -> None:
        """Take the element's name, and attributes that are escaped already."""
        self.name = name
        self.rank = rank
        self._attributes = attributes

    def __call__(self, short: str | Values | None = None, more: Values | None = None, /,
                 **named: str | bool | None) -> Element:
        """Return the element with attributes: `".class.other"` or `"#id.class"`, a mapping, or names.

        In a name `_` stands for `-`, and one at its end is left off (`class_`, `for_`).
        """
        given = _shorthand(short) if isinstance(short, str) else _attributes(short or {})
        plain = {name.rstrip("_").replace("_", "-"): value for name, value in named.items()}
        rank = max(self.rank, rank_of(more or {}), rank_of(plain))
        return Element(self.name, self._attributes + given + _attributes(more or {}) + _attributes(plain), rank)

    def __getitem__(self, children: Content | tuple[Content, ...]) -> Piece:
        """Return the finished element."""
        out = [f"<{self.name}{self._attributes}>"]
        rank = max(self.rank, _write(children, out))
        out.append(f"</{self.name}>")
        return Piece("".join(out), rank)

    def __html__(self) -> str:
        """Return the element without children, as markup."""
        end = "" if self.name in VOID else f"</{self.name}>"
        return f"<{self.name}{self._attributes}>{end}"

    __str__ = __html__


class _Fragment:
    """Children side by side, without an element around them."""

    def __getitem__(self, children: Content | tuple[Content, ...]) -> Piece:
        out: list[str] = []
        rank = _write(children, out)
        return Piece("".join(out), rank)


def _write(content: Content, out: list[str]) -> int:
    """Write the markup of some content, and of all that is in it, to a list; return its rank."""
    if content is None or content is True or content is False:
        return 0
    if isinstance(content, str):
        out.append(content if isinstance(content, Markup) else str(escape(content)))
        return getattr(content, "rank", 0)
    if isinstance(content, Element):
        out.append(content.__html__())
        return content.rank
    return max([_write(part, out) for part in content], default=0)


@lru_cache(maxsize=512)
def _shorthand(short: str) -> str:
    place, *classes = short.split(".")
    return _attributes({"id": place[1:] or None, "class": " ".join(classes) or None})


def _attributes(values: Values) -> str:
    return "".join(_attribute(name, value) for name, value in values.items())


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


fragment = _Fragment()

a, article, blockquote, dd, del_, details, div, dl, dt, h2, h3, li, nav, noscript, ol, p, pre = map(
    Element, "a article blockquote dd del details div dl dt h2 h3 li nav noscript ol p pre".split())
section, span, strong, summary, sup, table, tbody, td, th, thead, tr, ul = map(
    Element, "section span strong summary sup table tbody td th thead tr ul".split())
