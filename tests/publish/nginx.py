"""The real nginx with the very files of deploy/, on a free port of this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.publish.projects import PROJECT

MAIN = """
daemon off; worker_processes 2; pid nginx.pid; error_log error.log warn;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
    {body}
}}
"""
SUBPATH = """include cmi-handbook/nginx-cache.conf;
    server {{ listen 127.0.0.1:{port}; include cmi-handbook/nginx-subpath.conf; }}
"""


@dataclass(frozen=True)
class Server:
    """Where the server listens, and below which path the handbook lies."""

    port: int
    path: str

    @property
    def url(self) -> str:
        """The address of the handbook, with a slash at its end."""
        return f"http://127.0.0.1:{self.port}{self.path}"


@contextmanager
def serving(site: Path, place: Path, *, below: bool = False) -> Iterator[Server]:
    """Serve a site as deploy/ says: at a root or below a path, with only folder and port changed."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    assert program, "nginx is wanted: make test installs it"
    port = free_port()
    body = SUBPATH.format(port=port) if below else "include cmi-handbook/nginx.conf;"
    (place / "cmi-handbook").mkdir(parents=True)
    (place / "temp").mkdir()
    for file in (PROJECT / "deploy").glob("*.conf"):
        text = file.read_text("utf-8").replace("/srv/cmi-handbook/site", str(site))
        (place / "cmi-handbook" / file.name).write_text(text.replace("listen 8080", f"listen 127.0.0.1:{port}"))
    user = "user root;" if place.owner() == "root" else ""  # the tests' folders are closed to others
    (place / "nginx.conf").write_text(user + MAIN.format(body=body))
    started = subprocess.Popen([program, "-p", str(place), "-c", "nginx.conf", "-e", "error.log"])
    try:
        wait_for(port, started)
        yield Server(port, "/handbook/" if below else "/")
    finally:
        started.terminate()
        started.wait(10)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        assert process.poll() is None, "nginx did not start"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
