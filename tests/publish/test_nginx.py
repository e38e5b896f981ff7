"""The site behind the real nginx, at a root and below a path, under the policy of deploy/."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.publish.nginx import Server, serving

EDITION = "mc-0411-2"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@pytest.fixture(scope="module", params=[False, True], ids=["root", "path"])
def server(request: pytest.FixtureRequest, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The handbook with files that somebody left in it, served at a root and below a path from the same files."""
    site = shutil.copytree(dist / "site", tmp_path_factory.mktemp("served") / "site")
    for name in (".htpasswd", ".git/config", f"{EDITION}/.index.html.swp", ".well-known/security.txt"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(name)
    with serving(site, tmp_path_factory.mktemp("nginx") / "place", below=request.param) as started:
        yield started


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """One request, its path untouched."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    found = (answer.status, answer.headers, answer.read())
    connection.close()
    return found


def page_kinds(site: Path) -> list[str]:
    """Two pages of every folder of the edition, and the pages beside it."""
    folders = sorted({path.parent for path in site.rglob("*.html")})
    return [path.relative_to(site).as_posix() for folder in folders for path in sorted(folder.glob("*.html"))[:2]]


def test_no_page_breaks_the_policy(browser: Browser, server: Server, dist: Path) -> None:
    """Every kind of page loads without a violation, an error, or a request that fails or leaves the server."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}")
            if request.failure != "net::ERR_ABORTED" else None)
    page.on("request", lambda request: None if request.url.startswith(server.url) else faults.append(request.url))
    page.add_init_script("addEventListener('securitypolicyviolation', e => "
                         "console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`))")
    for name in page_kinds(dist / "site"):
        if name != "404.html":
            page.goto(server.url + name)
    page.goto(f"{server.url}{EDITION}/index.html")
    page.locator(".md-search__input").fill("who reports to NATO HQ")
    page.locator(".md-search-result__link").first.wait_for(timeout=10_000)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_load_state("load")
    assert faults == []
    context.close()


@pytest.mark.parametrize("path", ["index.html", f"{EDITION}/index.html", f"{EDITION}/nowhere.html",
                                  f"{EDITION}/downloads/cmi-handbook.pdf"])
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    """Pages, files and errors carry the same security headers, and none tells the server's version."""
    _, headers, _ = ask(server, server.path + path)
    assert {name: headers[name] for name in HEADERS} == HEADERS
    policy = dict(rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert policy["frame-ancestors"] == "'none'"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize(("wanted", "code"), [("bytes=0-3", 206), ("bytes=99999999-", 416), ("bytes=5-1", 416)])
def test_headers_stand_once_whatever_range_is_asked_for(server: Server, wanted: str, code: int) -> None:
    """A part of a file, or a range that it does not have, comes with each header once."""
    status, headers, _ = ask(server, f"{server.path}{EDITION}/downloads/cmi-handbook.pdf", Range=wanted)
    assert status == code
    names = [*HEADERS, "Content-Security-Policy", "Permissions-Policy", "Cache-Control"]
    assert {name: len(headers.get_all(name, [])) for name in names} == dict.fromkeys(names, 1)


@pytest.mark.parametrize("path", [".htpasswd", ".git/config", f"{EDITION}/.index.html.swp", "%2egit/config"])
def test_what_begins_with_a_dot_is_not_served(server: Server, path: str) -> None:
    """Files that tools and editors leave behind are not there for readers."""
    status, _, content = ask(server, server.path + path)
    assert (status, b"This page is not here" in content) == (404, True)


def test_what_is_well_known_is_served(server: Server) -> None:
    """The one folder with a dot that the web agreed on is served."""
    status, _, content = ask(server, f"{server.path}.well-known/security.txt")
    assert (status, content) == (200, b".well-known/security.txt")


def test_packed_files_are_sent_as_they_are(server: Server, dist: Path) -> None:
    """Who takes gzip gets the file beside the page; who does not gets the page; both are told to vary."""
    twin = dist / "site" / EDITION / "index.html"
    _, packed, content = ask(server, f"{server.path}{EDITION}/index.html", Accept_Encoding="gzip")
    _, plain, whole = ask(server, f"{server.path}{EDITION}/index.html")
    assert (packed["Content-Encoding"], packed["Vary"]) == ("gzip", "Accept-Encoding")
    assert content == twin.with_name("index.html.gz").read_bytes()
    assert (plain["Content-Encoding"], whole, gzip.decompress(content)) == (None, twin.read_bytes(), whole)
    assert packed["Content-Type"] == "text/html; charset=utf-8"


def test_browsers_keep_what_never_changes(server: Server, dist: Path) -> None:
    """Files with a hash in their names are kept for a year; pages and scripts are asked for and not sent again."""
    hashed = next(path for path in (dist / "site" / "assets").rglob("*.min.css"))
    _, kept, _ = ask(server, server.path + hashed.relative_to(dist / "site").as_posix())
    assert kept["Cache-Control"] == "public, max-age=31536000, immutable"
    for name in ("index.html", "assets/css/handbook.css", "assets/js/site.js"):
        _, asked, _ = ask(server, server.path + name)
        again, headers, content = ask(server, server.path + name, If_None_Match=asked["ETag"])
        assert (asked["Cache-Control"], again, content) == ("no-cache", 304, b"")
        assert headers["Content-Security-Policy"]


def test_files_are_what_they_say(server: Server) -> None:
    """Every kind of file has its media type, since browsers are told not to guess."""
    kinds = {"assets/css/handbook.css": "text/css; charset=utf-8",
             "assets/js/site.js": "application/javascript; charset=utf-8",
             "assets/favicon.svg": "image/svg+xml", f"{EDITION}/downloads/cmi-handbook.pdf": "application/pdf",
             "assets/fonts/inter-latin-400-normal.woff2": "font/woff2"}
    assert {name: ask(server, server.path + name)[1]["Content-Type"] for name in kinds} == kinds


def test_a_folder_leads_to_its_index(server: Server) -> None:
    """A folder's address without its slash is sent on by path alone, and with it shows the index."""
    status, headers, _ = ask(server, f"{server.path}{EDITION}")
    assert (status, headers["Location"]) == (301, f"{server.path}{EDITION}/")
    assert ask(server, f"{server.path}{EDITION}/")[0] == 200


@pytest.mark.parametrize("path", ["nowhere.html", f"{EDITION}/roles/nowhere.html", "a/b/c/d/e", "%00", "%ff%fe",
                                  "a" * 4000])
def test_a_lost_reader_gets_the_page_that_helps(server: Server, path: str) -> None:
    """An unknown address is answered by 404.html with status 404, or refused where it is no address at all."""
    status, _, content = ask(server, server.path + path)
    assert status == (400 if path == "%00" else 404)
    assert status == 400 or b"This page is not here" in content


@pytest.mark.parametrize("path", ["../../../../etc/passwd", "..%2f..%2f..%2fetc/passwd",
                                  "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                                  "assets/../../manifest.json", "..;/manifest.json", "../manifest.json",
                                  ".%2e/SHA256SUMS", "..\\..\\manifest.json", "//etc/passwd", "assets/", "assets/js"])
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    """No path leads out of the folder, and no folder lists what is in it."""
    status, _, content = ask(server, server.path + path)
    assert status in (301, 400, 403, 404)
    assert not re.search(rb"root:|sha256|\"files\"|Index of", content)


def test_the_alias_does_not_leak_its_neighbours(server: Server) -> None:
    """A path that begins like the handbook's own is not the handbook."""
    stem = server.path.rstrip("/")
    assert ask(server, f"{stem}../manifest.json")[0] in (400, 404)
    assert ask(server, f"{stem}x/index.html")[0] in (400, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "CONNECT", "BREW"])
def test_only_reading_is_allowed(server: Server, method: str) -> None:
    """Every method but GET and HEAD is refused."""
    assert ask(server, f"{server.path}index.html", method)[0] in (400, 405)


def test_head_sends_no_body(server: Server) -> None:
    """HEAD answers like GET, without the page."""
    status, headers, content = ask(server, f"{server.path}index.html", "HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize("request_", [b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
                                      b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"b" * 70_000 + b"\r\n\r\n",
                                      b"GET / HTTP/1.1\r\n\r\n", b"\x00\x01\x02\r\n\r\n",
                                      b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"])
def test_requests_without_measure_are_refused(server: Server, request_: bytes) -> None:
    """Long addresses, long headers, no host, and no request at all are refused, and the server goes on."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        try:
            connection.sendall(request_)
            answer = connection.recv(4096)
        except ConnectionError:
            answer = b""
    assert answer == b"" or re.match(rb"HTTP/1.1 4\d\d ", answer) or answer.startswith(b"<html>")
    assert ask(server, f"{server.path}index.html")[0] == 200
