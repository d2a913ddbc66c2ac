"""Grammar of weekdays placed in a week or month: 'الجمعة من الأسبوع المقبل', 'الأحد الأول من الشهر الجاري'."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.nodes import STEPS, Date, Direction
from taqarub.text import folded

Read = tuple[Date, int]

_FIRST = folded("الأولى")
_LAST = frozenset(folded(word) for word in ("الأخير", "الأخيرة"))


class Weekdays:
    """Reads what places a weekday."""

    def __init__(self, cursor: Cursor) -> None:
        self._at = cursor

    def week_first(self, index: int) -> Read | None:
        """Read 'الأسبوع المقبل الأحد', 'هذا الأسبوع يوم الجمعة'."""
        at = self._at
        week = self._week(index)
        if week is None:
            return None
        noun = at.unit(week[1] + 1, "one", definite=False)
        weekday = at.word(noun.last + 1 if noun and noun.value.value == "day" else week[1] + 1, "weekday")
        if weekday is None or at.direction(weekday.last + 1):
            return None
        return Date(weekday=weekday.value.number, direction=week[0], of="week"), weekday.last

    def this_first(self, index: int) -> Read | None:
        """هذا الخميس، هذه الجمعة."""
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        if demonstrative is None or demonstrative.value.value != "this":
            return None
        noun = at.unit(index + 1, "one", definite=False)
        weekday = at.word(index + 2 if noun and noun.value.value == "day" else index + 1, "weekday")
        if weekday is None:
            return None
        return Date(weekday=weekday.value.number, direction="this", of="week"), weekday.last

    def placed(self, date: Date, last: int) -> Read:
        """Read what follows a weekday: the week it is in, or its number in the month."""
        at = self._at
        week = self._week(last + 2 if at.norm(last + 1) in ("من", "في") else last + 1)
        if week is not None:
            return replace(date, direction=week[0], of="week"), week[1]
        return self._nth(date, last)

    def is_feminine(self, index: int) -> bool:
        """Tell whether an ordinal is feminine: it counts Fridays and not days."""
        norm = self._at.norm(index)
        number = self._at.number(index)
        return number is not None and number.kind == "ordinal" and (norm.endswith("ه") or norm == _FIRST)

    def _week(self, index: int) -> tuple[Direction, int] | None:
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        pos, prefix = (index + 1, "") if demonstrative else (index, None)
        noun = at.unit(pos, "one", definite=True, prefix=prefix)
        if noun is None or noun.value.value != "week":
            return None
        if demonstrative:
            return ("this" if demonstrative.value.value == "this" else "same"), noun.last
        direction = at.direction(noun.last + 1)
        return direction if direction and (direction[0] in STEPS or direction[0] == "this") else None

    def _nth(self, date: Date, last: int) -> Read:
        """Read the weekday's number among those of the month."""
        at = self._at
        if at.norm(last + 1) in _LAST and at.norm(last + 2) == "من":
            return self._in_month(replace(date, nth=-1), last + 1)
        number = at.number(last + 1)
        if number is None or number.kind != "ordinal" or not at.norm(last + 1).startswith("ال"):
            return date, last
        if not isinstance(number.value, int) or number.value > 5 or at.norm(number.last + 1) == folded("على"):
            return date, last
        return self._in_month(replace(date, nth=number.value), number.last)

    def _in_month(self, date: Date, last: int) -> Read:
        """Read the month behind the number, if one is told."""
        at = self._at
        if at.norm(last + 1) != "من":
            return date, last
        month = at.word(last + 2, "month")
        if month is not None and month.value.value == "gregorian":
            year = at.year_number(month.last + 1)
            date = replace(date, month=month.value.number, year=year[0] if year else None)
            return date, year[1] if year else month.last
        demonstrative = at.word(last + 2, "demonstrative")
        noun = at.unit(demonstrative.last + 1 if demonstrative else last + 2, "one", definite=True)
        if noun is None or noun.value.value != "month":
            return date, last
        modifier = None if demonstrative else at.direction(noun.last + 1)
        return replace(date, direction=modifier[0] if modifier else "this"), modifier[1] if modifier else noun.last
