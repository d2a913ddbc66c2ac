"""Clues: words of the text that allow some days of publication and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from taqarub.model import Span

Days = tuple[tuple[date, date], ...]
"""Stretches of days, first and last, in order."""

OPEN_PAST, OPEN_FUTURE = date(1900, 1, 1), date(2199, 12, 31)
"""The ends of time: a stretch that reaches them is open."""
YEARS = range(1970, 2061)
"""The years a day told without its year may be of."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Words at `span` that allow the days of `days`; `weight` is how far they are to be trusted.

    `near` is the day the words speak of, if news would tell of it soon: the likeliest day lies close to it.
    """

    span: Span
    rule: str
    note: str
    days: Days
    weight: float
    entry: str = ""
    near: bool = False


def since(day: date) -> Days:
    """That day or later."""
    return ((day, OPEN_FUTURE),)


def until(day: date) -> Days:
    """That day or before."""
    return ((OPEN_PAST, day),)


def moved(day: date, days: int) -> date:
    """Move a day, within the ends of time."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, OPEN_PAST.toordinal()), OPEN_FUTURE.toordinal()))


def joined(stretches: Iterable[tuple[date, date]]) -> Days:
    """Sort stretches and join those that touch or overlap.

    >>> [(f.day, l.day) for f, l in joined([(date(2020, 1, 5), date(2020, 1, 9)), (date(2020, 1, 1), date(2020, 1, 4))])]
    [(1, 9)]
    """
    result: list[tuple[date, date]] = []
    for first, last in sorted(stretches):
        if result and first <= result[-1][1] + timedelta(days=1):
            result[-1] = (result[-1][0], max(last, result[-1][1]))
        elif first <= last:
            result.append((first, last))
    return tuple(result)


def around(days: Days, change: Callable[[date, date], tuple[date, date]]) -> Days:
    """Change every stretch by one rule."""
    return joined(change(first, last) for first, last in days)
