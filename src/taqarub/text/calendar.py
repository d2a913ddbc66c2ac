"""Date arithmetic for TIMEX3 values: weeks from Saturday, months, seasons, Hijri and Iranian calendars.

A value is a string as TimeML writes it; `extent` gives its first and last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from hijridate import Hijri
from hijridate.ummalqura import HIJRI_RANGE

Calendar = Literal["gregorian", "hijri", "solar"]

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Years a text of news may name; anything beyond is no year."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season."""


def day(year: int, month: int, of_month: int) -> date | None:
    """Give a Gregorian date, None if there is no such day.

    >>> day(2024, 2, 30) is None
    True
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, of_month) if 1 <= of_month <= days_in(year, month) else None


def days_in(year: int, month: int) -> int:
    """Give the number of days of a Gregorian month."""
    return monthrange(year, month)[1]


def shift_days(anchor: date, days: int) -> date | None:
    """Move by days; None beyond the years of `FIRST_YEAR` to `LAST_YEAR`."""
    ordinal = anchor.toordinal() + days
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        return None
    return date.fromordinal(ordinal)


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Move a month by months: December 2023 plus one is January 2024.

    >>> shift_months(2023, 12, 1), shift_months(2024, 1, -1)
    ((2024, 1), (2023, 12))
    """
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def week(anchor: date, weeks: int = 0) -> str | None:
    """Label the week of `anchor`, moved by `weeks`: from Saturday, with the ISO number of its Monday.

    >>> week(date(2024, 10, 11), -1), week(date(2024, 4, 6))
    ('2024-W40', '2024-W15')
    """
    monday = shift_days(anchor, 2 - (anchor.weekday() + 2) % 7)
    moved = shift_days(monday, 7 * weeks) if monday else None
    return iso_week(moved) if moved else None


def iso_week(of: date) -> str:
    """Label the ISO week of a day: weekends keep the number of the week they end."""
    year, number, _ = of.isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekday(anchor: date, number: int, direction: int) -> date | None:
    """Give the weekday (1 Monday to 7 Sunday) at or nearest before (-1) or after (1) `anchor`.

    >>> weekday(date(2015, 8, 7), 5, -1), weekday(date(2015, 8, 7), 1, 1)
    (datetime.date(2015, 8, 7), datetime.date(2015, 8, 10))
    """
    ahead = (number - anchor.isoweekday()) % 7
    return shift_days(anchor, ahead if direction > 0 or ahead == 0 else ahead - 7)


def to_gregorian(calendar: Calendar, year: int, month: int, of_month: int) -> date | None:
    """Convert a day of any of the calendars; None if there is no such day."""
    if calendar == "hijri":
        return _hijri(year, month, of_month)
    if calendar == "solar":
        return _solar(year, month, of_month)
    return day(year, month, of_month)


def _hijri(year: int, month: int, of_month: int) -> date | None:
    first, last = HIJRI_RANGE[0][0], HIJRI_RANGE[1][0]
    if not (first <= year <= last and 1 <= month <= 12 and 1 <= of_month <= 30):
        return None
    try:
        return Hijri(year, month, of_month).to_gregorian()
    except (ValueError, OverflowError):
        return None


_SOLAR_LEAPS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years in the 33-year cycle, right for 1244 to 1472."""
_NEW_YEAR_1403 = date(2024, 3, 20)


def _solar(year: int, month: int, of_month: int) -> date | None:
    """Convert an Iranian solar day: six months of 31 days, five of 30, the last of 29 or 30."""
    leap = year % 33 in _SOLAR_LEAPS
    length = 31 if month <= 6 else 30 if month <= 11 or leap else 29
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= of_month <= length):
        return None
    leaps = sum(1 for y in range(min(year, 1403), max(year, 1403)) if y % 33 in _SOLAR_LEAPS)
    new_year = (year - 1403) * 365 + (leaps if year >= 1403 else -leaps)
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return shift_days(_NEW_YEAR_1403, new_year + before + of_month - 1)


def foreign_month(calendar: Calendar, year: int, month: int) -> str | None:
    """Give the Gregorian month (2024-03) that holds most of a Hijri or Iranian month.

    >>> foreign_month("hijri", 1445, 9), foreign_month("solar", 1403, 1)
    ('2024-03', '2024-04')
    """
    middle = to_gregorian(calendar, year, month, 15)
    return f"{middle:%Y-%m}" if middle else None


def foreign_year(calendar: Calendar, around: date) -> int:
    """Give the Hijri or Iranian year in which a Gregorian day falls, to within one."""
    if calendar == "solar":
        return around.year - 621 - (1 if (around.month, around.day) < (3, 20) else 0)
    if calendar == "hijri":
        return int((around.toordinal() - 227015) / 354.36667) + 1
    return around.year


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|-W(?P<week>\d\d)(?P<end>-WE)?"
    r"|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def extent(value: str) -> tuple[date, date] | None:
    """Give the first and last day of a value; None for references, durations and open dates.

    >>> extent("2015-W32")
    (datetime.date(2015, 8, 1), datetime.date(2015, 8, 7))
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    part = {name: int(text) for name, text in match.groupdict().items() if text and text.isdigit()}
    if not FIRST_YEAR <= part.get("year", FIRST_YEAR) <= LAST_YEAR:
        return None
    if "week" in part:
        return _week_extent(part["year"], part["week"], weekend=match["end"] is not None)
    if "day" in part:
        only = day(part["year"], part["month"], part["day"])
        return (only, only) if only else None
    return _months(*_months_of(part, match["season"]))


def _months_of(part: dict[str, int], season: str | None) -> tuple[int, int, int]:
    """Give year, first month and number of months of a value coarser than a day."""
    if "decade" in part:
        return part["decade"] * 10, 1, 120
    if "century" in part:
        return part["century"] * 100, 1, 1200
    year = part["year"]
    if season:
        return year, SEASONS[season], 3
    if "quarter" in part:
        return year, part["quarter"] * 3 - 2, 3
    if "half" in part:
        return year, part["half"] * 6 - 5, 6
    return (year, part["month"], 1) if "month" in part else (year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date] | None:
    last_year, last_month = shift_months(year, month, count - 1)
    if not (1 <= month <= 12 and year >= FIRST_YEAR and last_year <= LAST_YEAR):
        return None
    return date(year, month, 1), date(last_year, last_month, days_in(last_year, last_month))


def _week_extent(year: int, number: int, *, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    if weekend:
        return monday + timedelta(days=5), monday + timedelta(days=6)
    return monday - timedelta(days=2), monday + timedelta(days=4)
