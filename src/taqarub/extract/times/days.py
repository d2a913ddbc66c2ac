"""Values of days, months and years: the missing year or month from modifier, tense and what was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from taqarub.extract.times.anchor import Anchor, Resolved
from taqarub.extract.times.nodes import STEPS, Date
from taqarub.extract.times.tense import Tense
from taqarub.text import calendar

LAST_HIJRI_YEAR = 1600
"""Years above are Gregorian, whatever the month's calendar."""


class Days:
    """Resolves dates."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor

    def date(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        """Give a date its value; None if there is no such day."""
        if node.every and node.month:
            day = f"-{node.day:02d}" if node.day else ""
            return Resolved("SET", f"XXXX-{node.month:02d}{day}", "times.set")
        if node.nth:
            return self._nth_weekday(node, tense, sentence)
        if node.day or node.month:
            return self._calendar_date(node, tense, sentence)
        if node.shift is not None:
            return self._deictic(node)
        if node.weekday is not None:
            return self._weekday(node, tense, sentence)
        return self._year(node) if node.year is not None else None

    @staticmethod
    def _year(node: Date) -> Resolved | None:
        year = node.year or 0
        if node.calendar == "gregorian":
            return Resolved("DATE", f"{year:04d}", "times.year")
        value = calendar.foreign_month(calendar_of(node), year, 6)
        return Resolved("DATE", value[:4], "times.year", f"{node.calendar} year {year}") if value else None

    def _deictic(self, node: Date) -> Resolved | None:
        shift = node.shift or 0
        if self._anchor.day is None:
            if node.weekday:
                return Resolved(
                    "DATE", f"XXXX-WXX-{node.weekday}", "times.weekday", "the day of publication is not known"
                )
            value = "PAST_REF" if shift < 0 else "FUTURE_REF" if shift > 0 else "PRESENT_REF"
            return Resolved("DATE", value, "times.deictic", "the day of publication is not known")
        day = calendar.shift_days(self._anchor.day, shift)
        if day is None:
            return None
        note = f"{_days(shift)} publication {self._anchor}"
        if node.weekday and day.isoweekday() != node.weekday:
            nearest = min(
                (d for n in (-1, 1) if (d := calendar.weekday(day, node.weekday, n))),
                key=lambda d: (abs((d - day).days) > 1, d > day, abs((d - day).days)),
                default=day,
            )
            return Resolved("DATE", nearest.isoformat(), "times.deictic", f"the weekday told, nearest to {note}")
        return Resolved("DATE", day.isoformat(), "times.deictic", note)

    def _weekday(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        number = node.weekday or 0
        anchor = self._anchor.day
        if anchor and node.of == "week":
            return self._in_week(node, sentence)
        if anchor is None:
            return Resolved("DATE", f"XXXX-WXX-{number}", "times.weekday", "the day of publication is not known")
        step = STEPS.get(node.direction, 0)
        if step:
            way = 1 if step > 0 else -1
            start = calendar.shift_days(anchor, way + 7 * (step - way))
            reason = f"'{node.direction}'"
        else:
            way = 1 if tense == "future" else -1
            start, reason = anchor, f"{tense or 'past'} tense"
        day = calendar.weekday(start, number, way) if start else None
        if day is None:
            return None
        where = "after" if way > 0 else "before"
        return Resolved("DATE", day.isoformat(), "times.weekday", f"nearest {where} {self._anchor}: {reason}")

    def _in_week(self, node: Date, sentence: int) -> Resolved | None:
        """Give the weekday of the week before, of or after the day of publication (or told before)."""
        anchor = self._anchor.day
        step = STEPS.get(node.direction, 0)
        told = calendar.extent(self._anchor.told_near(sentence)) if node.direction == "same" else None
        start = calendar.shift_days(told[0] if told else anchor, 7 * step) if anchor else None
        saturday = calendar.weekday(start, 6, -1) if start else None
        day = calendar.weekday(saturday, node.weekday or 0, 1) if saturday else None
        return Resolved("DATE", day.isoformat(), "times.weekday", f"in its week, from {anchor}") if day else None

    def _nth_weekday(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        """Give the first, second … or last such weekday of a month."""
        anchor = self._anchor
        step = STEPS.get(node.direction, 0)
        if node.month:
            year = node.year or self.year_of(replace(node, nth=0), tense, sentence)[0]
            month = node.month
        elif anchor.year and anchor.month:
            year, month = calendar.shift_months(anchor.year, anchor.month, step)
        else:
            return None
        first = calendar.day(year, month, 1) if year else None
        start = first and calendar.weekday(first, node.weekday or 0, 1)
        if not start:
            return None
        last_week = (calendar.days_in(start.year, start.month) - start.day) // 7
        day = calendar.shift_days(start, 7 * (last_week if node.nth < 0 else node.nth - 1))
        if day is None or day.month != month:
            return None
        note = f"number {node.nth} of its kind in {year}-{month:02d}"
        return Resolved("DATE", day.isoformat(), "times.weekday", note)

    def _calendar_date(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        if node.month is None:
            return self._day_of_month(node, tense, sentence)
        if node.calendar != "gregorian" and node.year and node.year > LAST_HIJRI_YEAR:
            node = replace(node, year=hijri_year(node, node.year))  # رمضان سنة 2025
        if node.short:
            node = self._short_year(node)
        year, note = (node.year, "as written") if node.year else self._known_year(node, tense, sentence)
        if node.day and node.year and node.calendar == "gregorian":
            self._anchor.years[node.month or 0, node.day] = node.year
        if year is not None:
            return self._of(node, year, note)
        if node.calendar != "gregorian" or not _possible(node):
            return None
        day = f"-{node.day:02d}" if node.day else ""
        return Resolved("DATE", f"XXXX-{node.month:02d}{day}", "times.date", "no year is known")

    def _short_year(self, node: Date) -> Date:
        """Choose between 16/04/21 as day first and year first: the year nearer to publication."""
        year, day = node.year or 0, node.day or 0
        other = calendar.day(2000 + day, node.month or 0, year - 2000)
        if other is None or self._anchor.year is None:
            return node
        nearer = abs(other.year - self._anchor.year) < abs(year - self._anchor.year)
        return replace(node, day=other.day, year=other.year) if nearer else node

    def _known_year(self, node: Date, tense: Tense, sentence: int) -> tuple[int | None, str]:
        """Choose the year as this day was told before, as 'today' demands, or by tense and modifier."""
        anchor = self._anchor
        if node.calendar == "gregorian" and not node.direction:
            told = anchor.years.get((node.month or 0, node.day or 0))
            if told is not None:
                return told, "the year told before with this day"
        if node.shift is not None and anchor.day and not node.direction:
            today = anchor.day.toordinal() + node.shift
            years = (anchor.day.year + step for step in (-1, 0, 1))
            return min(years, key=lambda year: abs(_ordinal(node, year) - today)), f"nearest to {anchor}"
        return self.year_of(node, tense, sentence)

    def year_of(self, node: Date, tense: Tense, sentence: int) -> tuple[int | None, str]:
        """Choose the year of a day and month told without one."""
        anchor = self._anchor
        told = anchor.told_near(sentence, 0)
        told_year = int(told[:4]) if told[:4].isdigit() and len(told) >= 4 else None
        if node.calendar == "gregorian" and told_year and node.direction in ("same", ""):
            far = anchor.year is None or (anchor.told_explicit and abs(told_year - anchor.year) > 1)
            if far or node.direction == "same":
                return told_year, "the year told before"
        middle = anchor.middle
        if middle is None:
            return told_year, "the year told before"
        base = calendar.foreign_year(calendar_of(node), middle)
        if node.of == "year":
            step = STEPS.get(node.direction, 0)
            return base + step, f"'{node.direction}' year from publication {anchor}"
        way = {"past": -1, "recent": -1, "next": 1}.get(node.direction, 0)
        reason = f"'{node.direction}'" if way else f"{tense or 'no'} tense"
        if node.direction == "this":
            return base, f"'this' from publication {anchor}"
        years = [base - 1, base, base + 1]
        today = middle.toordinal()
        offsets = {year: _ordinal(node, year) - today for year in years}
        if way == 0:
            return _likeliest(offsets, tense), f"nearest to {anchor}: {reason}"
        if node.day is None:  # a month is not over before its end, nor ahead once begun
            offsets = {year: offset + (16 if way < 0 else -16) for year, offset in offsets.items()}
            fit = [y for y in years if offsets[y] * way > 0]
        else:
            fit = [y for y in years if offsets[y] * way >= 0]
        return (max(fit) if way < 0 else min(fit)) if fit else base, f"nearest to {anchor}: {reason}"

    def _of(self, node: Date, year: int, note: str) -> Resolved | None:
        month = node.month or 0
        if node.day is None:
            if node.calendar != "gregorian":
                value = calendar.foreign_month(calendar_of(node), year, month)
                return (
                    Resolved("DATE", value, "times.month", f"{node.calendar} {year}-{month:02d}, {note}")
                    if value
                    else None
                )
            return Resolved("DATE", f"{year:04d}-{month:02d}", "times.month", note)
        day = calendar.to_gregorian(calendar_of(node), year, month, node.day)
        if day is None:
            return None
        if node.calendar != "gregorian":
            note = f"{node.calendar} {year}-{month:02d}-{node.day:02d}, {note}"
        return Resolved("DATE", day.isoformat(), "times.date", note)

    def _day_of_month(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        """Resolve a day that takes its month from the modifier, or from the date told before."""
        anchor = self._anchor
        told = anchor.told_near(sentence, 3)
        if node.direction in ("same", "after", "before", "") and len(told) >= 7 and told[5:7].isdigit():
            node = replace(node, month=int(told[5:7]), year=int(told[:4]), direction="")
            return self._of(node, node.year or 0, f"month of {told}, told before")
        if anchor.year is None or anchor.month is None:
            return None
        step = STEPS.get(node.direction, 0)
        if not node.direction and anchor.day and node.day:
            step = -1 if tense != "future" and node.day > anchor.day.day + 7 else 0
        year, month = calendar.shift_months(anchor.year, anchor.month, step)
        return self._of(
            replace(node, month=month), year, f"'{node.direction or 'this'}' month from publication {anchor}"
        )


def calendar_of(node: Date) -> calendar.Calendar:
    """Give the calendar of a date."""
    return "hijri" if node.calendar == "hijri" else "solar" if node.calendar == "solar" else "gregorian"


def _ordinal(node: Date, year: int) -> int:
    """Place a day (or the middle of a month) of that year on the time line; far away if there is none."""
    day = calendar.to_gregorian(calendar_of(node), year, node.month or 1, node.day or 15)
    if day is None and node.month == 2 and node.day == 29:
        day = calendar.to_gregorian(calendar_of(node), year, 2, 28)
    return day.toordinal() if day else -(10**6)


def hijri_year(node: Date, gregorian: int) -> int:
    """Give the Hijri or Iranian year whose month or day falls in a Gregorian year."""
    base = calendar.foreign_year(calendar_of(node), date(gregorian, 7, 1))
    ordinals = {year: _ordinal(node, year) for year in (base, base - 1, base + 1)}
    fit = [year for year, ordinal in ordinals.items() if ordinal > 0 and date.fromordinal(ordinal).year == gregorian]
    return fit[0] if fit else base


def _possible(node: Date) -> bool:
    """Tell whether the day exists in some year."""
    return node.day is None or calendar.day(2024, node.month or 0, node.day) is not None


_WEIGHTS: dict[Tense, tuple[float, float]] = {"past": (1, 6), "": (1, 2), "future": (1.6, 1)}
"""How far a day behind and a day ahead count, by tense."""


def _likeliest(offsets: dict[int, int], tense: Tense) -> int:
    """Choose the nearest year, days against the tense counting for more."""
    behind, ahead = _WEIGHTS[tense]
    return min(offsets, key=lambda year: -offsets[year] * behind if offsets[year] < 0 else offsets[year] * ahead)


def _days(shift: int) -> str:
    if shift == 0:
        return "the day of"
    count = "one day" if abs(shift) == 1 else f"{abs(shift)} days"
    return f"{count} {'before' if shift < 0 else 'after'}"
