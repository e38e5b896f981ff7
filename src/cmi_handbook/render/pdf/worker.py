"""The engine in a process of its own: jobs come in on standard input, documents go out as they are done.

The engine keeps what it has laid out until its process ends.  One process for
each batch gives the memory back, and should one die, nothing of ours dies with it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import IO, Any, Literal

from cmi_handbook.render.pdf.fault import RenderFault, Unsettled
from cmi_handbook.render.pdf.typesetter import Typesetter


@dataclass(frozen=True)
class Job:
    """A document to be made: its data, and the settings to be tried in turn until one fits."""

    name: str
    data: dict[str, Any]
    settings: tuple[dict[str, str], ...]


Numbers = Literal["free", "fixed", "none", "unsettled"]
"""How page numbers stand in a document: as wide as they are, in a fixed width, not at all; `unsettled` was not made."""


@dataclass(frozen=True)
class Document:
    """What became of a job; without a PDF where its page numbers settled in no setting."""

    name: str
    pdf: bytes | None
    numbers: Numbers


def typeset(jobs: Sequence[Job], timestamp: int) -> Iterator[Document]:
    """Yield each document as it is done; raise a `RenderFault` at the first with a fault in its data."""
    order = json.dumps({"timestamp": timestamp, "jobs": [asdict(job) for job in jobs]}, default=str).encode()
    command = [sys.executable, "-m", __package__]
    # A session of its own: Ctrl-C reaches who gave the jobs, and ends this process through the line below.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdin and process.stdout
        try:
            process.stdin.write(order)
            process.stdin.close()
            for job in jobs:
                yield _receive(job, process.stdout)
        except BaseException:
            process.kill()
            raise


def _receive(job: Job, stream: IO[bytes]) -> Document:
    line = stream.readline()
    if not line:
        raise RenderFault([f"{job.name}: the typesetter ended without an answer"])
    answer = json.loads(line)
    if faults := answer.get("faults"):
        raise RenderFault(faults)
    return Document(job.name, stream.read(answer["size"]) or None, answer["numbers"])


def main() -> None:
    """Work off the jobs on standard input; without any, where whoever started this was interrupted, end."""
    if not (given := sys.stdin.buffer.read()):
        return
    order = json.loads(given)
    typesetter = Typesetter(order["timestamp"])
    out = sys.stdout.buffer
    for job in order["jobs"]:
        try:
            pdf, setting = typesetter.set_first(job["name"], job["data"], job["settings"])
        except Unsettled:
            pdf, setting = b"", {"numbers": "unsettled"}
        except RenderFault as fault:
            out.write(json.dumps({"faults": fault.messages}).encode() + b"\n")
            return
        out.write(json.dumps({"size": len(pdf), "numbers": setting.get("numbers", "free")}).encode() + b"\n")
        out.write(pdf)
        out.flush()
