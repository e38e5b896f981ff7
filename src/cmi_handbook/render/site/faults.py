"""The page a preview shows while the data has faults."""

from collections.abc import Sequence

from cmi_handbook.diagnostics import Diagnostic, render
from cmi_handbook.render import html as h
from cmi_handbook.render.page import Page, document, heading


def fault_page(faults: Sequence[Diagnostic]) -> Page:
    """Return one page with every fault; it takes the place of the whole site."""
    shown = str(h.pre(".faults")[render(faults, "text")]).replace("\n", "&#10;")  # line ends survive as entities
    return Page(
        uri="index.md",
        title="Faults in the data",
        body=document(
            heading(1, "Faults in the data"),
            h.p(".lead")[f"{len(faults)} to mend. The preview comes back when the data is sound."],
            h.Piece(shown),
        ),
        marking="",
    )
