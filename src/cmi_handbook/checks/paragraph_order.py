"""Paragraphs stand in the order in which the publication numbers them, level by level and without a gap but
those that its `numbering` declares. The paragraphs of each decision sheet are counted by themselves.

A gap is the surest sign that a piece of the source was lost on the way.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule
from cmi_handbook.model.numbering import following, is_paragraph, split
from cmi_handbook.model.publication import Numbering


class _Order:
    """What stands before the next paragraph: the last one, the counts to go on from, the last number of each sheet."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.last: str | None = None
        self.before: tuple[str, ...] = ()
        self.sheets: dict[str, int] = {}

    def take(self, id_: str) -> tuple[str, str] | None:
        """Return what is wrong with the next paragraph's id, and the way out."""
        counts = split(self.numbering, id_)
        if counts is None:
            return self._sheet(*id_.split("."))
        last, self.last = self.last, id_
        before, self.before = self.before, counts
        level = len(counts) - 1
        inside = counts[:-1] == before[:level]
        due = following(self.numbering, before, level if inside else max(len(before) - 1, 0))
        if id_ == due:
            return None
        if not inside:  # one that strayed is taken for the one that is due, so that the next is judged by itself
            self.before = split(self.numbering, due) or counts
        after = f"stands after paragraph `{last}`" if last else "comes first"
        return (f"paragraph `{id_}` {after}",
                f"paragraph `{due}` is due here; what the source leaves out stands in `numbering.gaps`")

    def _sheet(self, sheet: str, tail: str) -> tuple[str, str] | None:
        if tail == "note":
            return None
        wanted = self.sheets.get(sheet, 0) + 1
        self.sheets[sheet] = int(tail)
        if int(tail) == wanted:
            return None
        return f"paragraph `{sheet}.{tail}` is out of order", f"paragraph `{sheet}.{wanted}` is due here"


def check(draft: Draft) -> Faults:
    """Yield each paragraph that does not follow the one before it."""
    if not draft.whole("blocks") or not all(is_paragraph(draft.numbering, id_) for id_ in draft.paragraphs):
        return
    order = _Order(draft.numbering)
    for id_, entry in draft.paragraphs.items():
        if fault := order.take(id_):
            yield RULE.fault(entry.at("id"), *fault)


RULE = Rule("CMI201", "paragraph-order", __doc__, check)
