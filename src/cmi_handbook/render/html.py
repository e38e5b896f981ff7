"""HTML as functions: `p(".lead", id="x")["text", a(href="#")["link"]]`.

Children are escaped unless they are markup already, and an element is text as
soon as it has its children.  The libraries with this notation keep a tree of
generators instead, through which every scrap of a page passes once for each
level it is nested in: four times the time of the whole site (see
`benchmarks/build.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Union

from markupsafe import Markup, escape

Node = Union[str, "Element", None, bool, Iterable["Node"]]
"""What may stand inside an element; `None`, `True` and `False` leave no trace."""

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class Element:
    """An element without children; `element(...)` adds attributes, `element[...]` children."""

    __slots__ = ("_attributes", "name")

    def __init__(self, name: str, attributes: str = "") -> None:
        """Take the element's name, and attributes that are escaped already."""
        self.name = name
        self._attributes = attributes

    def __call__(self, short: str | Mapping[str, str | bool | None] | None = None,
                 more: Mapping[str, str | bool | None] | None = None, /, **named: str | bool | None) -> Element:
        """Return the element with attributes: `".class.other"` or `"#id.class"`, a mapping, or names.

        In a name `_` stands for `-`, and one at its end is left off (`class_`, `for_`).
        """
        given = _shorthand(short) if isinstance(short, str) else _attributes(short or {})
        plain = {name.rstrip("_").replace("_", "-"): value for name, value in named.items()}
        return Element(self.name, self._attributes + given + _attributes(more or {}) + _attributes(plain))

    def __getitem__(self, children: Node | tuple[Node, ...]) -> Markup:
        """Return the finished element."""
        return Markup(f"<{self.name}{self._attributes}>{flat(children)}</{self.name}>")

    def __html__(self) -> str:
        """Return the element without children, as markup."""
        end = "" if self.name in VOID else f"</{self.name}>"
        return f"<{self.name}{self._attributes}>{end}"

    __str__ = __html__


class _Fragment:
    """Children side by side, without an element around them."""

    def __getitem__(self, children: Node | tuple[Node, ...]) -> Markup:
        return Markup(flat(children))


def flat(node: Node) -> str:
    """Return the markup of a node and of all nodes in it."""
    if node is None or node is True or node is False:
        return ""
    if isinstance(node, str):
        return node if isinstance(node, Markup) else str(escape(node))
    if isinstance(node, Element):
        return node.__html__()
    return "".join(map(flat, node))


@lru_cache(maxsize=512)
def _shorthand(short: str) -> str:
    place, *classes = short.split(".")
    return _attributes({"id": place[1:] or None, "class": " ".join(classes) or None})


def _attributes(values: Mapping[str, str | bool | None]) -> str:
    return "".join(_attribute(name, value) for name, value in values.items())


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


fragment = _Fragment()

a, abbr, article, aside, b, blockquote, br, button, caption, cite, code, col = map(
    Element, "a abbr article aside b blockquote br button caption cite code col".split())
dd, del_, details, dfn, div, dl, dt, em, fieldset, figcaption, figure, footer = map(
    Element, "dd del details dfn div dl dt em fieldset figcaption figure footer".split())
form, h1, h2, h3, h4, h5, h6, header, hr, i, img, input_, kbd, label, legend = map(
    Element, "form h1 h2 h3 h4 h5 h6 header hr i img input kbd label legend".split())
li, main, mark, nav, noscript, ol, optgroup, option, output, p, pre, q, s, script = map(
    Element, "li main mark nav noscript ol optgroup option output p pre q s script".split())
section, select, small, span, strong, sub, summary, sup, table, tbody, td, textarea = map(
    Element, "section select small span strong sub summary sup table tbody td textarea".split())
tfoot, th, thead, time, tr, u, ul, var = map(Element, "tfoot th thead time tr u ul var".split())
