"""The site through MkDocs, in this process: one render whose links need no address but on its page for lost readers."""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

LOST = "404.html"
"""The page a server shows for an address it does not know: the one page that needs the site's address."""

ADDRESSED = ("sitemap.xml", "sitemap.xml.gz")
"""What the engine writes about addresses whether it knows one or not."""


class SiteFault(Exception):
    """The engine could not make the site; `messages` are what it said."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__(f"{len(messages)} faults in the site")
        self.messages = tuple(messages)


def render_site(project: Path, out: Path, extra: Mapping[str, Any], site_url: str | None) -> str:
    """Write the site of a project into a folder; return its page for lost readers as it is right on a disk.

    Any warning of the engine is a `SiteFault`.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    lost = PageForTheLost(site_url)
    with _said() as lines:
        try:
            config = load_config(str(project / "mkdocs.yml"), site_dir=str(out), strict=True)
            config.site_url = None
            config.extra.update(extra)
            config.plugins["page-for-the-lost"] = lost
            build(config)
        except MkDocsException as error:
            raise SiteFault(lines or [error.message]) from error
    for name in ADDRESSED:
        (out / name).unlink(missing_ok=True)
    return lost.on_disk


class PageForTheLost(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # the base class is hardly annotated
    """Tells MkDocs the site's address while it makes 404.html, and no longer.

    A server shows that page for any path, so its links start at the server's
    root; on a disk they are relative like all others.
    """

    def __init__(self, site_url: str | None) -> None:
        self.site_url = site_url
        self.template: Any = None
        self.on_disk = ""

    def on_pre_template(self, template: Any, *, template_name: str, config: Any) -> Any:
        """Set the address for this page alone."""
        self.template = template
        config.site_url = self.site_url if template_name == LOST else None
        return template

    def on_template_context(self, context: Any, *, template_name: str, config: Any) -> Any:
        """Render the page once more, for the disk."""
        if template_name == LOST:
            self.on_disk = self.template.render({**context, "base_url": "."})
        return context

    def on_post_template(self, output: str, *, template_name: str, config: Any) -> str:
        """Forget the address."""
        config.site_url = None
        return output


@contextmanager
def _said() -> Iterator[list[str]]:
    """Collect warnings and errors of the engine instead of printing them."""
    lines: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    kept, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = kept
