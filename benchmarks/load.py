"""How the built site bears readers: requests a second, weight, and waiting times on a slow line.

    .venv/bin/python -m benchmarks.load [dist]

Needs nginx, chromium and wrk (Debian packages of these names).  Everything runs
on this machine and ends within a minute; the figures depend on the machine.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from tests.publish.nginx import Server, serving

PAGES = ("mc-0411-2/index.html", "mc-0411-2/roles/saceur.html", "mc-0411-2/policy/section-3.html",
         "mc-0411-2/glossary/index.html", "mc-0411-2/statements/index.html")
SECONDS, CONNECTIONS = 5, 32
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""A slow line: 150 ms there and back, 1.6 Mbit/s down, 0.75 up."""
SLOWER = 4
"""Times that the reader's processor is slower than this one."""
ROUNDS = 3
PAINT = """() => new Promise(done => new PerformanceObserver(list => {
    const last = list.getEntries().at(-1); done(last.startTime);
}).observe({type: "largest-contentful-paint", buffered: true}))"""


def main() -> None:
    """Print every figure as one line."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve() / "site"
    with tempfile.TemporaryDirectory() as place, serving(site, Path(place) / "nginx") as server:
        for line in (*load(server), *waits(server)):
            print(line, flush=True)


def load(server: Server) -> Iterator[str]:
    """Yield what wrk measures, warm: requests a second, and within what 99 of 100 were answered."""
    yield f"load: {CONNECTIONS} connections, {SECONDS} s each, nginx and wrk on one machine"
    for page in PAGES:
        wrk(server, page, 1)
        said = wrk(server, page, SECONDS)
        rate, slowest = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+(\S+)", said)
        assert rate and slowest and "Non-2xx" not in said and "Socket errors" not in said, said
        yield f"  {page:<36}{float(rate[1]):>9.0f} requests/s   99 % within {slowest[1]}"


def wrk(server: Server, page: str, seconds: int) -> str:
    """Run wrk against one page and return what it says."""
    program = shutil.which("wrk")
    assert program, "wrk is wanted (Debian package wrk)"
    command = [program, "--latency", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip",
               server.url + page]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def waits(server: Server) -> Iterator[str]:
    """Yield weight, largest paint and time to the first search hit, cold, as the median of some rounds."""
    yield "slow line: 150 ms, 1.6 Mbit/s, a processor four times slower; cold cache; median of three"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in PAGES:
            rounds = [visit(browser, server.url + name) for _ in range(ROUNDS)]
            weight, paint = (statistics.median(column) for column in zip(*rounds, strict=True))
            yield f"  {name:<36}{weight / 1024:>6.0f} KiB   largest paint {paint / 1000:.2f} s"
        hits = [first_hit(browser, server.url + PAGES[0]) for _ in range(ROUNDS)]
        yield f"  from opening the start page to the first hit for `police`: {statistics.median(hits) / 1000:.2f} s"
        browser.close()


def slow(browser: Browser) -> tuple[Page, CDPSession]:
    """Open a fresh window on a slow line."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page, session


def visit(browser: Browser, url: str) -> tuple[float, float]:
    """Return the bytes that came over the line for one page, and the milliseconds to its largest paint."""
    page, session = slow(browser)
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    paint = page.evaluate(PAINT)
    page.context.close()
    return sum(weights), paint


def first_hit(browser: Browser, url: str) -> float:
    """Return the milliseconds from opening a page, cold, to the first hit of a search typed at once."""
    page, _ = slow(browser)
    page.goto(url, wait_until="commit")
    page.locator(".md-search__input").fill("police")
    page.locator(".md-search-result__link").first.wait_for(timeout=60_000)
    waited = page.evaluate("performance.now()")
    page.context.close()
    return waited


if __name__ == "__main__":
    main()
