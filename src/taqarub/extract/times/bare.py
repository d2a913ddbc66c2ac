"""Grammar of dates that are such only by the words before them: 'سأعود في 15', 'غادر 22/4', 'منذ 3/2015'."""

from __future__ import annotations

from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.nodes import Date

Read = tuple[Date, int]

_SIGNS = frozenset("/-.")
_STOPS = frozenset(("", ".", "،", ",", "!", "؟", "?", "؛"))
_IN = frozenset(("في", "يوم", "بتاريخ"))
_TO = frozenset(("الي", "حتي"))
MODERN = range(1800, 2101)
"""Years that digits joined to a month may mean."""


class BareDates:
    """Reads days and months that only a verb of travel or a preposition tells from other numbers."""

    def __init__(self, cursor: Cursor) -> None:
        self._at = cursor

    def date(self, index: int) -> Read | None:
        """Read a bare date in any shape."""
        at = self._at
        if not (at.tokens[index].is_number or at.number(index)):
            return None
        return self._month_of_year(index) or self._after_travel(index)

    def _after_travel(self, index: int) -> Read | None:
        """Read what stands behind a verb of travel and a preposition: a day and month, or a day alone."""
        at = self._at
        before = at.norm(index - 1)
        verb = index - 2 if before in _IN | _TO else index - 1
        if not self._is_travel(verb):
            return None
        signs = self._day_and_month(index)
        if signs is not None:
            return signs
        target = before in _TO or at.norm(index).startswith("لل")
        if before not in _IN and not target:
            return None
        day = at.month_day(index)
        if day is None or at.norm(day[1] + 1) not in _STOPS:
            return None
        return (Date(day=day[0], direction="this", of="month") if target else Date(day=day[0])), day[1]

    def _is_travel(self, index: int) -> bool:
        word = self._at.norm(index)
        return word in self._at.words.travel or word.removeprefix("س") in self._at.words.travel

    def _day_and_month(self, index: int) -> Read | None:
        """Read 22-4 or 4.22, whichever of the two can be the month."""
        at = self._at
        parts = at.norm(index).split(".")
        last = index
        if at.norm(index + 1) in _SIGNS and at.adjacent(index + 1) and at.adjacent(index + 2):
            parts, last = [at.norm(index), at.norm(index + 2)], index + 2
        if len(parts) != 2 or not all(part.isdigit() and len(part) <= 2 for part in parts):
            return None
        day, month = int(parts[0]), int(parts[1])
        if month > 12:
            day, month = month, day
        return (Date(day=day, month=month), last) if 1 <= day <= 31 and 1 <= month <= 12 else None

    def _month_of_year(self, index: int) -> Read | None:
        """Read 3/2015, 2015/3, 3-2015."""
        at = self._at
        joined = at.norm(index + 1) in ("/", "-") and at.adjacent(index + 1) and at.adjacent(index + 2)
        if not joined or at.norm(index + 3) in _SIGNS or (at.norm(index - 1) in _SIGNS and at.adjacent(index)):
            return None
        if at.norm(index - 1) not in at.words.introducers and not self._is_travel(index - 1):
            return None
        first, second = at.plain_digits(index, (1, 2, 4)), at.plain_digits(index + 2, (1, 2, 4))
        if first is None or second is None:
            return None
        month, year = (second, first) if first > 31 else (first, second)
        return (Date(month=month, year=year), index + 2) if 1 <= month <= 12 and year in MODERN else None
