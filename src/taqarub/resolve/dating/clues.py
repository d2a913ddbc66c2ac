"""Clues: words of the text that allow some days of publication and no others, or make some likelier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from taqarub.model import Span
from taqarub.text.calendar import days_in

Stretch = tuple[date, date]
"""First and last day."""

OPEN_PAST, OPEN_FUTURE = date(1900, 1, 1), date(2199, 12, 31)
"""The ends of time: a stretch that reaches them is open."""
YEARS = range(1970, 2061)
"""The years that a day told without its year may be of."""


NEWS, TALK = 6, 60
"""Days in which news of a day grows old, and in which a day is still talked of."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Words at `span` that allow the days of `stretches`; `weight` is how far they are to be trusted.

    `about` are days the words speak of: the likeliest day lies after them, within about `fade` days.
    """

    span: Span
    rule: str
    note: str
    stretches: tuple[Stretch, ...]
    weight: float
    entry: str = ""
    about: tuple[Stretch, ...] = ()
    fade: int = NEWS


@dataclass(frozen=True, slots=True)
class Hint:
    """Words that make days of publication likelier by their weekday: `likely` is by ISO weekday, Monday first."""

    span: Span
    note: str
    likely: tuple[float, ...]


@dataclass(slots=True)
class Clues:
    """What was found in one article."""

    clues: list[Clue] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)


def since(day: date) -> tuple[Stretch, ...]:
    """That day or later."""
    return ((day, OPEN_FUTURE),)


def until(day: date) -> tuple[Stretch, ...]:
    """That day or before."""
    return ((OPEN_PAST, day),)


def moved(day: date, days: int) -> date:
    """Move a day, within the ends of time."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, OPEN_PAST.toordinal()), OPEN_FUTURE.toordinal()))


def month_of(first: date, last: date) -> Stretch:
    """Give the whole month, or months, of a stretch."""
    return first.replace(day=1), last.replace(day=days_in(last.year, last.month))


def widened(stretches: Iterable[Stretch], before: int, after: int) -> tuple[Stretch, ...]:
    """Move the first days by `before` and the last days by `after`; joined where they then touch.

    >>> widened([(date(2020, 1, 5), date(2020, 1, 5))], 1, 3)
    ((datetime.date(2020, 1, 6), datetime.date(2020, 1, 8)),)
    """
    return joined((moved(first, before), moved(last, after)) for first, last in stretches)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sort stretches, and join those that touch."""
    result: list[Stretch] = []
    for first, last in sorted(stretches):
        if result and first <= result[-1][1] + timedelta(days=1):
            result[-1] = (result[-1][0], max(last, result[-1][1]))
        elif first <= last:
            result.append((first, last))
    return tuple(result)
