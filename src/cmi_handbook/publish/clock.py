"""The one date of a build: from the data or from who builds, never from a clock."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from cmi_handbook.model.handbook import Handbook


class WrongDate(Exception):
    """`SOURCE_DATE_EPOCH` is not a date a build can bear; the message says what is wanted."""


def timestamp(books: Sequence[Handbook]) -> int:
    """Return seconds since 1970: `SOURCE_DATE_EPOCH`, or midnight UTC of the latest release or decision.

    Raises `WrongDate` for one before 1980, where zip files begin, or none at all.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return _seconds(given)
    return int(datetime.combine(max(map(_day, books)), time(), UTC).timestamp())


def _day(book: Handbook) -> date:
    release = book.publication.release
    return release.date if release else book.publication.decided.iso


def _seconds(given: str) -> int:
    if not given.isascii() or not given.isdigit() or not 315532800 <= int(given) < 4354819200:
        raise WrongDate(f"SOURCE_DATE_EPOCH is `{given}`: a number of seconds from 1980 to 2107 is wanted")
    return int(given)
