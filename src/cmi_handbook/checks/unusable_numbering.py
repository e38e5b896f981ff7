"""The numbering gives every paragraph a number of its own, and addresses that browsers keep as they are.

A level without its pair of braces would print and cite all its paragraphs alike; readers could not tell which
of them a citation means.
"""

import re
from collections.abc import Iterable, Iterator

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.numbering import cited, split
from cmi_handbook.model.publication import Numbering, Publication

PREFIX = re.compile(r"[A-Za-z0-9.-]*")


def check(draft: Draft) -> Faults:
    """Yield each part of the numbering that cannot be used or, where all can, each paragraph cited like another."""
    if draft.publication is not None:
        faults = [*_levels(draft.publication), *_gaps(draft.publication)]
        yield from faults or (
            RULE.fault(draft.paragraphs[id_].at("id"), f"paragraph `{id_}` is cited like `{before}`",
                       "mend `cited` in the publication's `numbering`")
            for id_, before in cited_alike(draft.numbering, draft.paragraphs))


def _levels(found: Entry[Publication]) -> Faults:
    levels = found.record.numbering.levels
    if not levels:
        yield RULE.fault(found.at("numbering", "levels"), "a numbering without a level", "name one level at least")
    for at, level in enumerate(levels):
        place = ("numbering", "levels", at)
        for field in ("printed", "cited"):
            if getattr(level, field).count("{}") != 1:
                yield RULE.fault(found.at(*place, field), f"`{field}` does not hold one `{{}}`",
                                 "write `{}` where the count stands")
        if not PREFIX.fullmatch(level.prefix):
            yield RULE.fault(found.at(*place, "prefix"), "a prefix that no address can hold",
                             "use letters, digits, full stops and hyphens; `printed` may hold any sign")
        if not 1 <= level.width <= 9:
            yield RULE.fault(found.at(*place, "width"), f"a width of {level.width}",
                             "write the number of digits, from 1 to 9")


def _gaps(found: Entry[Publication]) -> Faults:
    numbering = found.record.numbering
    for at, gap in enumerate(numbering.gaps):
        if numbering.levels and split(numbering, gap) is None:
            yield RULE.fault(found.at("numbering", "gaps", at), f"`{gap}` is no number of a paragraph",
                             "write the id that is left out")


def cited_alike(numbering: Numbering, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each paragraph that a citation cannot tell from one before it, and that one."""
    known: dict[str, str] = {}
    for id_ in ids:
        if (before := known.setdefault(cited(numbering, id_), id_)) != id_:
            yield id_, before


RULE = Rule("CMI207", "unusable-numbering", __doc__, check)
