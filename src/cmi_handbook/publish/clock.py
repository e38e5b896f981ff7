"""The one date of a build: from the data or from who builds, never from a clock."""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from cmi_handbook.model.handbook import Handbook

FIRST = 315532800
"""1 January 1980."""


class WrongDate(Exception):
    """`SOURCE_DATE_EPOCH` is not a date a build can bear; the message says what is wanted."""


def timestamp(books: Sequence[Handbook]) -> int:
    """Return seconds since 1970: `SOURCE_DATE_EPOCH`, or midnight UTC of the latest release or decision.

    Zip files begin in 1980: what was decided earlier is dated then, and an
    earlier `SOURCE_DATE_EPOCH` raises `WrongDate`, as one that is no number does.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return _seconds(given)
    return max(FIRST, int(datetime.combine(max(map(_day, books)), time(), UTC).timestamp()))


def _day(book: Handbook) -> date:
    release = book.publication.release
    return release.date if release else book.publication.decided.iso


def _seconds(given: str) -> int:
    if not given.isascii() or not given.isdigit() or not FIRST <= int(given) < 4354819200:
        raise WrongDate(f"SOURCE_DATE_EPOCH is `{given}`: a number of seconds from 1980 to 2107 is wanted")
    return int(given)
