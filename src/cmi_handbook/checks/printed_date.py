"""A day and the words that the source prints for it are the same day.

Pages show the printed words, lists and other programs use the day; a reader must not be told two.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.publication import PrintedDate
from cmi_handbook.model.walk import FieldPath

MONTHS = tuple(name.lower() for name in month_name)


def check(draft: Draft) -> Faults:
    """Yield each day that its printed words do not mean; a month that is not named in English is not read."""
    for entry, path, day in _days(draft):
        if not means(day.as_printed, day.iso):
            yield RULE.fault(entry.at(*path, "iso"), f"{day.iso} is not `{day.as_printed}`",
                             "write the day that the source prints, and its words as they stand there")


def _days(draft: Draft) -> Iterator[tuple[Entry, FieldPath, PrintedDate]]:  # type: ignore[type-arg]
    if draft.publication is not None:
        head = draft.publication.record
        yield draft.publication, ("approved",), head.approved
        yield draft.publication, ("decided",), head.decided
        for place, document in enumerate(head.documents):
            if document.date:
                yield draft.publication, ("documents", place, "date"), document.date
    for reference in draft.references:
        yield reference, ("date",), reference.record.date


def means(printed: str, day: date) -> bool:
    """Tell whether printed words can mean a day: the year alone, month and year, or all three.

    >>> means("28e March 2014", date(2014, 3, 28)), means("2 Apr 08", date(2008, 4, 3))
    (True, False)
    """
    words = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", printed)]
    named = {number for word in words for number, name in enumerate(MONTHS) if number and name.startswith(word)}
    numbers = sorted(int(digits[:5]) for digits in re.findall(r"\d+", printed))
    years = (day.year, day.year % 100)
    wanted = [[], [day.day]] if named or words else [[], [day.month], [day.day, day.month]]
    return named <= {day.month} and any(numbers == sorted([*rest, year]) for rest in wanted for year in years)


RULE = Rule("CMI210", "printed-date", __doc__, check)
