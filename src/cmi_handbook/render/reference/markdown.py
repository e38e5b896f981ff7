"""Small Markdown pieces of the reference pages."""

from collections.abc import Sequence

from cmi_handbook.render.page import escape_markdown

GENERATED = "<!-- Written by `cmi-handbook generate`; an edit here is lost. -->"


def page(*parts: str) -> str:
    """Return a reference page made of blocks."""
    first, *rest = parts
    return "\n\n".join([first, GENERATED, *(part.strip("\n") for part in rest if part)]) + "\n"


def fenced(text: str, language: str = "text") -> str:
    """Return text as a code block whose fence is longer than any in it."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table; cells are Markdown with pipes escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


__all__ = ["GENERATED", "escape_markdown", "fenced", "page", "table"]
