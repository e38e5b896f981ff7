"""The ledger: every sentence of the policy with what is drawn from it, or why nothing is."""

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.portion import phrase
from cmi_handbook.views.line import Line, view_lines
from cmi_handbook.views.policy import section_name


@dataclass(frozen=True)
class LedgerLine:
    """One sentence."""

    para: str
    cited: str
    n: int
    text: str
    statements: tuple[Line, ...]
    narrative: str | None


@dataclass(frozen=True)
class Ledger:
    """The sentences of one section (or of the decision sheets)."""

    id: str
    title: str
    short_title: str
    lines: tuple[LedgerLine, ...]

    @property
    def used(self) -> int:
        """How many sentences feed a statement."""
        return sum(1 for line in self.lines if line.statements)


def view_coverage(handbook: Handbook) -> tuple[Ledger, ...]:
    """Return the ledger by section, the decision sheets last."""
    ledgers = [
        _ledger(handbook, id_, section_name(handbook, id_), phrase("Section {}", section.number),
                section.paragraphs)
        for id_, section in handbook.sections.items()
    ]
    sheets = tuple(paragraph.id for paragraph in handbook.paragraphs.values() if paragraph.section is None)
    title = section_name(handbook, None)
    return (*ledgers, *([_ledger(handbook, "decision-sheets", title, title, sheets)] if sheets else []))


def _ledger(handbook: Handbook, id_: str, title: str, short: str, paras: tuple[str, ...]) -> Ledger:
    paragraphs = [handbook.paragraphs[para] for para in paras]
    lines = tuple(
        LedgerLine(paragraph.id, paragraph.cited, sentence.n, sentence.text,
                   view_lines(handbook, sentence.statements), sentence.narrative)
        for paragraph in paragraphs
        for sentence in paragraph.sentences
    )
    return Ledger(id_, title, short, lines)
