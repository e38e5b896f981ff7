"""MkDocs <-> cmi_handbook: the pages of the handbook become pages of the site."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from cmi_handbook.for_engines import live_or_stop
from cmi_handbook.render.site.navigation import navigation

command = "build"


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether the site is built or served: a fault stops a build and becomes a page of a preview."""
    globals()["command"] = command


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages and files, and put them into the navigation."""
    for file in [each for each in files if each.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)  # the theme's scripts, which no page loads
    listed = {*config.extra["files"], *config.extra_css, *map(str, config.extra_javascript)}
    for file in files.media_files():
        ours = file.src_dir == config.docs_dir and file.inclusion.is_included()  # type: ignore[no-untyped-call]
        if ours and file.src_uri not in listed:
            logging.getLogger("mkdocs").warning("docs/%s stays out: `extra.files` does not list it", file.src_uri)
            files.remove(file)
    site = live_or_stop(Path(config.config_file_path).parent, config.extra, serving=command == "serve")
    if "faults" in site.meta:  # then no other page is shown; see overrides/404.html
        for file in files.documentation_pages():
            files.remove(file)
        config.nav = None
    for each in site.files:
        files.append(File.generated(config, each.uri, content=each.text))
    config.extra.update(site.meta)
    config.nav = navigation(site.pages, config.nav)
    return files
