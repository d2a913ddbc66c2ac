"""Dates of any precision as first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?")
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
_DECADE, _CENTURY = re.compile(r"\d{3}"), re.compile(r"\d{2}")


def days(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day (ISO) of a date of any precision, or None if it names none.

    >>> days("2022-02"), days("2022-W11"), days("PXY")
    (('2022-02-01', '2022-02-28'), ('2022-03-12', '2022-03-18'), None)
    """
    try:
        found = _days(value or "")
    except ValueError:
        return None
    return (found[0].isoformat(), found[1].isoformat()) if found else None


def _days(value: str) -> tuple[date, date] | None:
    if _DECADE.fullmatch(value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if _CENTURY.fullmatch(value):
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    if season := _SEASONS.get(value[5:]):
        year = int(value[:4])
        return date(year, season[0], 1), date(year, season[1], monthrange(year, season[1])[1])
    parts = _DATE.match(value)
    if parts is None or (rest := value[parts.end() :]) and not rest.startswith("T"):
        return None
    year, month, day, week = (int(part) if part else None for part in parts.groups())
    assert year is not None
    if week:
        first = date.fromisocalendar(year, week, 1) - timedelta(2)  # the week begins on Saturday
        return first, first + timedelta(6)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
