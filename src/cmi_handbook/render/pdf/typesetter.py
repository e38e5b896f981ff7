"""The engine: templates, fonts and data in, the bytes of one PDF out, or a `RenderFault`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst

from cmi_handbook.render.pdf.diagnose import explain
from cmi_handbook.render.pdf.fault import RenderFault, Unsettled
from cmi_handbook.render.pdf.payload import to_json

HERE = Path(__file__).parent
DOES_NOT_FIT = "does not fit"
"""Words with which a template refuses a setting that is too roomy."""

UNSETTLED = "did not converge"
"""Words with which the engine says that its last two passes differ, so that a page number may be wrong."""

Setting = dict[str, str]
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


class Typesetter:
    """Sets documents with the fonts of this package alone; one engine keeps what documents share."""

    def __init__(self, timestamp: int) -> None:
        """Load fonts and templates; every document is dated `timestamp`."""
        self._timestamp = timestamp
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
        # Packages would come over the network; folders that do not exist keep the engine from looking.
        nowhere = HERE / "no-packages"
        self._engine = typst.Compiler(
            HERE / "templates" / "main.typ", root=HERE / "templates", font_paths=fonts, ignore_system_fonts=True,
            package_path=nowhere, package_cache_path=nowhere,
        )  # fmt: skip

    def set_first(self, name: str, data: dict[str, Any], settings: Sequence[Setting]) -> tuple[bytes, Setting]:
        """Return one document in the first of some settings in which it fits and settles, and that setting."""
        for inputs in settings[:-1]:
            try:
                return self.set(name, data, **inputs), inputs
            except RenderFault as fault:
                if not isinstance(fault, Unsettled) and not any(DOES_NOT_FIT in each for each in fault.messages):
                    raise
        return self.set(name, data, **settings[-1]), settings[-1]

    def set(self, name: str, data: dict[str, Any], **inputs: str) -> bytes:
        """Return one document; any error or warning is a fault of it, `Unsettled` where page numbers may be wrong."""
        try:
            pdf, warnings = self._engine.compile_with_warnings(
                format="pdf", sys_inputs={"data": to_json(data), **inputs},
                pdf_standards=STANDARDS, timestamp=self._timestamp,
            )  # fmt: skip
        except typst.TypstError as error:
            raise RenderFault(explain(name, error.diagnostic or error.message, data)) from error
        if warnings:
            messages = [f"{name}: {warning.message}" for warning in warnings]
            raise (Unsettled if any(UNSETTLED in message for message in messages) else RenderFault)(messages)
        assert isinstance(pdf, bytes)
        return closed(pdf)


def closed(pdf: bytes) -> bytes:
    """Return a PDF in which no reader can take a stream for one byte too short.

    The engine ends each stream with a line feed that does not count.  After data whose own last byte is a
    carriage return, strict readers take both for one line end and find the stated length wrong; a carriage
    return ends a line as well, and leaves no doubt.
    """
    return pdf.replace(b"\r\nendstream", b"\r\rendstream")
