"""`cmi-handbook build`: everything under `dist/`; a failed build leaves the previous output untouched.

A printed document whose page numbers do not settle is set again with a fixed width for each, then without page
references, and named; one that does not settle even then is missing, all else is built, and the exit code is 1.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from cmi_handbook.cli.project import FAULTS, Commands, refuse, tell_faults
from cmi_handbook.pipeline import Unsound
from cmi_handbook.publish.build import Order, build
from cmi_handbook.publish.clock import WrongDate
from cmi_handbook.publish.engine import SiteFault
from cmi_handbook.publish.place import Refused
from cmi_handbook.publish.sbom import NoTool
from cmi_handbook.render.pdf import RenderFault

UNSETTLED = {
    "fixed": "warning: {}: its page numbers did not settle; it was set again with a fixed width for each",
    "none": "warning: {}: its page numbers did not settle; it was set again without page references",
    "unsettled": "error: {}: its page numbers did not settle; it is missing, and nothing links to it",
}
"""What is said of a document, by how page numbers stand in it."""
ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("build", help="build the site, the PDFs and the offline bundle", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR", help="where to (default: dist)")
    parser.add_argument("--site-url", type=address, metavar="URL",
                        help="the site's address, for its 404 page, its sitemap and the links readers copy")
    parser.add_argument("--ceiling", metavar="MARKING", help="the highest marking let through (default: all)")
    parser.set_defaults(run=run)


def address(text: str) -> str:
    """Return the address of a site with the slash at its end; raises what argparse shows for one that is none."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise argparse.ArgumentTypeError(f"`{text}` is not an address like https://host/path/")
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise argparse.ArgumentTypeError(f"`{text}` has more than a host and a path")
    return text.rstrip("/") + "/"


def run(args: argparse.Namespace) -> int:
    """Build; return 1 for faults in the data or a missing document, 2 for what is wrong around it."""
    project = Path().resolve()
    if not (project / "mkdocs.yml").is_file():
        return refuse("no mkdocs.yml here; run this in the project's folder")
    for number in ENDINGS:
        if signal.getsignal(number) == signal.SIG_DFL:  # `nohup` has one ignored
            signal.signal(number, end)
    order = Order(project, args.out, args.site_url, args.ceiling)
    try:
        built = build(order, shown_stage if sys.stderr.isatty() else silent_stage)
    except Unsound as unsound:
        return tell_faults(unsound)
    except (SiteFault, RenderFault) as fault:
        return _told(fault.messages, args.out)
    except (Refused, NoTool, WrongDate, OSError) as error:
        return refuse(f"{_said(error)}; {args.out} is as it was")
    for said in built.held_back:
        print(said, file=sys.stderr)
    for name, numbers in built.unsettled.items():
        print(UNSETTLED[numbers].format(name), file=sys.stderr)
    return FAULTS if "unsettled" in built.unsettled.values() else 0


def end(number: int, frame: object) -> None:
    """End as Ctrl-C does, with the exit code of a signal; what cleans up is not ended again."""
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt(128 + number)


def _told(messages: Sequence[str], out: Path) -> int:
    for message in messages:
        print(f"error: {message}", file=sys.stderr)
    print(f"the build stopped; {out} is as it was", file=sys.stderr)
    return FAULTS


def _said(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename2 or error.filename or 'the disk'}: {error.strerror or error}"
    if isinstance(error, NoTool):
        return f"the list of parts could not be made (cyclonedx-bom): {error}"
    return str(error)


@contextmanager
def silent_stage(name: str) -> Iterator[Callable[[str], None]]:
    """Run a stage without a word."""
    yield lambda made: None


@contextmanager
def shown_stage(name: str) -> Iterator[Callable[[str], None]]:
    """Show a stage on the terminal: what it makes while it runs, its seconds at its end."""
    started = time.monotonic()

    def tell(made: str) -> None:
        print(f"\r\033[K{name:<10}{made}", end="", file=sys.stderr, flush=True)

    tell("...")
    try:
        yield tell
    except BaseException:
        tell("stopped\n")
        raise
    tell(f"{time.monotonic() - started:6.1f} s\n")
