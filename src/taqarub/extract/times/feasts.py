"""Feasts and their days: grammar ('ثاني أيام عيد الأضحى', 'عشية رأس السنة') and value."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.anchor import Anchor, Resolved
from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.days import LAST_HIJRI_YEAR, Days, calendar_of, hijri_year
from taqarub.extract.times.nodes import Date, FeastDay
from taqarub.extract.times.tense import Tense
from taqarub.extract.times.years import Years
from taqarub.lexicon.timewords import Feast
from taqarub.text import calendar

Read = tuple[FeastDay, int]


class Feasts:
    """Reads feasts; None where there are none."""

    def __init__(self, cursor: Cursor, years: Years) -> None:
        self._at = cursor
        self._years = years

    def feast(self, index: int) -> Read | None:
        """عيد الفطر المبارك، عشية عيد الأضحى، ثاني أيام العيد، رأس السنة."""
        at = self._at
        counted = self._counted(index)
        eve = at.bare_in(index, at.words.eves) is not None
        of_day, pos = counted or (1, index + 1 if eve else index)
        hits = [hit for hit in at.hits(pos) if hit.value.kind == "feast" and (pos == index or not hit.prefix)]
        if not hits:
            return None
        hit = hits[0]
        if hit.last == index and at.norm(index - 1) not in at.words.before_feast:
            return None
        numbers = tuple(sorted({other.value.number for other in hits if other.last == hit.last}))
        modifier = at.direction(hit.last + 1)
        if modifier:
            return FeastDay(numbers, direction=modifier[0], eve=eve, day=of_day), modifier[1]
        year = self._years.year(hit.last + 1)
        if year and year[0].year:
            return FeastDay(numbers, year=year[0].year, eve=eve, day=of_day), year[1]
        return FeastDay(numbers, eve=eve, day=of_day), hit.last

    def _counted(self, index: int) -> tuple[int, int] | None:
        """Read the number of a day of a feast: أول أيام، اليوم الثاني من؛ gives it and the token behind."""
        at = self._at
        ordinal = at.number(index)
        if ordinal is not None and ordinal.kind == "ordinal" and isinstance(ordinal.value, int):
            noun = at.unit(ordinal.last + 1)
            if noun is None or noun.value.value != "day" or noun.value.definite or noun.value.form == "two":
                return None
            return ordinal.value, noun.last + (2 if at.norm(noun.last + 1) == "من" else 1)
        noun = at.unit(index, "one", definite=True, prefix=None)
        ordinal = at.number(noun.last + 1) if noun and noun.value.value == "day" else None
        if ordinal is None or ordinal.kind != "ordinal" or not isinstance(ordinal.value, int):
            return None
        pos = ordinal.last + 1
        if at.norm(pos) in ("من", "ل"):
            pos += 1
        noun = at.unit(pos, "many", definite=False)
        return ordinal.value, noun.last + 1 if noun and noun.value.value == "day" else pos


def feast_day(node: FeastDay, anchor: Anchor, days: Days, tense: Tense) -> Resolved | None:
    """Give the day of a feast; of two it may be, the one nearer to publication."""
    found = [value for number in node.numbers if (value := _of(anchor.feasts[number], node, days, tense))]
    today = anchor.middle
    if today is None or len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda value: abs(_day(value.value) - today.toordinal()))


def _day(value: str) -> int:
    bounds = calendar.extent(value)
    return bounds[0].toordinal() if bounds else 0


def _of(feast: Feast, node: FeastDay, days: Days, tense: Tense) -> Resolved | None:
    told = Date(feast.day, feast.month, node.year, calendar=feast.calendar, direction=node.direction)
    if node.year and feast.calendar != "gregorian" and node.year > LAST_HIJRI_YEAR:
        told = replace(told, year=hijri_year(told, node.year))
    year, note = (told.year, "as written") if told.year else days.year_of(told, tense, -99)
    if year is None:
        yearly = feast.calendar == "gregorian"
        return Resolved("DATE", f"XXXX-{feast.month:02d}-{feast.day:02d}", "times.feast") if yearly else None
    day = calendar.to_gregorian(calendar_of(told), year, feast.month, feast.day)
    if day is not None:
        day = calendar.shift_days(day, node.day - 1 - node.eve)
    return Resolved("DATE", day.isoformat(), "times.feast", f"{feast.name} {year}, {note}") if day else None
