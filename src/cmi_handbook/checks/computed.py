"""What can be computed, and so need not be mended by hand: where a party is named, and where a reference is cited."""

from collections.abc import Iterator
from typing import NamedTuple

from cmi_handbook.checks.citations import cited
from cmi_handbook.checks.named_at_wrong import named_at
from cmi_handbook.diagnostics import Location
from cmi_handbook.model.draft import Draft


class Computed(NamedTuple):
    """A field whose value is not the one that is computed: where its record begins, and the lines it should have."""

    record: Location
    id: str
    field: str
    lines: tuple[str, ...]


def computed(draft: Draft) -> Iterator[Computed]:
    """Yield each field that can be computed and is written otherwise."""
    for entry, given in named_at(draft):
        if list(entry.record.named_at) != given:
            yield Computed(entry.at(), entry.record.id, "named_at", (f"named_at: [{', '.join(given)}]",))
    if not draft.whole("blocks", "references"):
        return
    found = list(dict.fromkeys(cited(draft)))
    for reference in draft.references:
        given_citations = [citation for citation in found if citation.letter == reference.record.letter]
        written = {(citation.para, citation.text, citation.struck) for citation in reference.record.citations}
        if written != {(citation.para, citation.words, citation.struck) for citation in given_citations}:
            lines = ("citations:", *(f"  - {citation.as_yaml()}" for citation in given_citations))
            yield Computed(reference.at(), reference.record.id, "citations", lines)
