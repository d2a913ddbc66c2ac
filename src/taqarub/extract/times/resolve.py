"""From what a phrase says to a TIMEX3 value: against the day of publication, the tense, what was told."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.anchor import Anchor, Resolved
from taqarub.extract.times.days import Days
from taqarub.extract.times.feasts import feast_day
from taqarub.extract.times.lengths import length_value
from taqarub.extract.times.nodes import (
    STEPS,
    Ago,
    Anaphor,
    Around,
    Date,
    FeastDay,
    Length,
    Moment,
    Named,
    Node,
    Period,
    Recurring,
    Reference,
    Season,
    Stretch,
    WeekOf,
)
from taqarub.extract.times.tense import Tense
from taqarub.text import calendar
from taqarub.text.calendar import extent

_UNCOUNTED = "no number of units, or no day to count from"
MAX_STEPS = 10000
"""Longer ago than so many units is merely the past."""


class Resolver:
    """Resolves the phrases of one article in text order."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor
        self._days = Days(anchor)

    def resolve(self, node: Node, tense: Tense, sentence: int) -> Resolved | None:
        """Give a node its value; None if there is no such day."""
        found: Resolved | None = None
        anchor = self._anchor
        match node:
            case Date():
                found = self._days.date(node, tense, sentence)
            case Period():
                found = self._period(node, tense, sentence)
            case Ago():
                found = self._since_told(node, sentence) if node.told else self._ago(node, tense)
            case Anaphor():
                found = self._anaphor(sentence)
            case Season():
                found = self._season(node, tense)
            case FeastDay():
                found = feast_day(node, anchor, self._days, tense)
            case WeekOf():
                found = self._week_of(node, tense, sentence)
            case Moment():
                found = self._moment(node, tense, sentence)
            case Around():
                found = self._around(node, tense, sentence)
            case _:
                found = _stated(node, tense)
        return found

    def _period(self, node: Period, tense: Tense, sentence: int) -> Resolved | None:
        if node.direction in ("same", "after", "before"):
            told = self._relative_to_told(node, sentence)
            if told is not None:
                return told
        step = STEPS.get(node.direction, 0)
        anchor = self._anchor
        note = f"{node.unit} {step:+d} from publication {anchor}" if step else f"{node.unit} of publication {anchor}"
        value: str | None = None
        if node.unit == "week":
            value = self._week(node, step, tense)
        elif node.unit in ("day", "night") and anchor.day:
            day = calendar.shift_days(anchor.day, step)
            value = day.isoformat() if day else None
        elif node.unit == "month" and anchor.year and anchor.month:
            year, month = calendar.shift_months(anchor.year, anchor.month, step)
            value = f"{year:04d}-{month:02d}"
        elif node.unit == "year" and anchor.year:
            value = f"{anchor.year + step:04d}" + (f"-{node.part}" if node.part else "")
        elif node.unit == "decade" and anchor.year:
            value = f"{anchor.year // 10 + step:03d}"
        elif node.unit == "century":
            value = f"{(anchor.year or 2000) // 100 + step:02d}"
        elif node.unit in ("hour", "minute", "second"):
            return Resolved("DURATION", length_value(Length(node.unit, 1)), "times.duration")
        if value is None:
            value = "PAST_REF" if step < 0 else "FUTURE_REF" if step > 0 else "PRESENT_REF"
            note = "the day of publication is not known"
        return Resolved("DATE", value, f"times.{node.unit}", note)

    def _week(self, node: Period, step: int, tense: Tense) -> str | None:
        day = self._anchor.day
        if day is None:
            return None
        if node.weekend:
            if not node.direction:
                step = -1 if tense != "future" and day.isoweekday() < 5 else 0
            moved = calendar.shift_days(day, 7 * step)
            return f"{calendar.iso_week(moved)}-WE" if moved else None
        if step == 0 and day.isoweekday() == 6 and tense != "future":
            return calendar.iso_week(day)  # said on a Saturday of what happened: the week just over
        return calendar.week(day, step)

    def _relative_to_told(self, node: Period, sentence: int) -> Resolved | None:
        told = self._anchor.told_near(sentence, 2)
        bounds = extent(told) if told else None
        if bounds is None:
            if node.direction == "same" and self._anchor.day is None and node.unit == "day":
                return Resolved("DATE", "PAST_REF", "times.same")
            return None
        step = {"same": 0, "after": 1, "before": -1}[node.direction]
        note = f"{node.unit} {step:+d} from {told}, told before" if step else f"{node.unit} of {told}, told before"
        first, last = bounds
        start = last if step > 0 else first
        value: str | None = told
        if node.unit in ("day", "night"):
            if first == last:
                moved = calendar.shift_days(start, step)
                value = moved.isoformat() if moved else None
        elif node.unit == "week":
            value = calendar.week(start, step)
        elif node.unit == "month":
            year, month = calendar.shift_months(start.year, start.month, step)
            value = f"{year:04d}-{month:02d}" if (last - first).days < 32 else told
        elif node.unit == "year":
            value = f"{start.year + step:04d}"
        return Resolved("DATE", value, "times.same", note) if value else None

    def _week_of(self, node: WeekOf, tense: Tense, sentence: int) -> Resolved | None:
        """Give a week of a month, the first being that of its first Monday; of other calendars the month."""
        month = self._days.date(node.month, tense, sentence)
        bounds = extent(month.value) if month else None
        if month is None or bounds is None or len(month.value) > 7:
            return month
        monday = calendar.weekday(bounds[0], 1, 1)
        if node.month.calendar != "gregorian" or monday is None:
            return month
        last = (bounds[1] - monday).days // 7
        day = calendar.shift_days(monday, 7 * (last if node.number < 0 else node.number - 1))
        return Resolved("DATE", calendar.iso_week(day), "times.week", f"week of {month.value}") if day else month

    def _since_told(self, node: Ago, sentence: int) -> Resolved:
        """Give a day so long after the day told before; without such a day it is a length."""
        told = self._anchor.told_near(sentence, 2)
        bounds = extent(told) if len(told) == 10 else None
        if bounds is not None and node.length.count is not None and node.length.count <= MAX_STEPS:
            day = bounds[0]
            value = _moved(node.length, node.sign, Anchor(day, day.year, day.month, ()))
            if value is not None:
                way = "before" if node.sign < 0 else "after"
                return Resolved("DATE", value, "times.since", f"{length_value(node.length)} {way} {told}, told before")
        return _stated(node.length, "")

    def _ago(self, node: Ago, tense: Tense) -> Resolved | None:
        length, anchor = node.length, self._anchor
        sign = node.sign or (1 if tense == "future" else -1)
        count = length.count
        value = _moved(length, sign, self._anchor) if count is not None and count <= MAX_STEPS else None
        if value is None:
            return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "times.ago", _UNCOUNTED)
        way = "before" if sign < 0 else "after"
        return Resolved("DATE", value, "times.ago", f"{length_value(length)} {way} publication {anchor}")

    def _anaphor(self, sentence: int) -> Resolved:
        told = self._anchor.told_near(sentence, 1)
        if told:
            return Resolved("DATE", told, "times.anaphor", f"{told}, told before")
        return Resolved("DATE", "PAST_REF", "times.anaphor", "no date is told before it")

    def _season(self, node: Season, tense: Tense) -> Resolved | None:
        if node.year is not None:
            return Resolved("DATE", f"{node.year:04d}-{node.code}", "times.season")
        anchor = self._anchor.middle
        if anchor is None:
            value = "FUTURE_REF" if STEPS.get(node.direction, 0) > 0 else "PAST_REF"
            return Resolved("DATE", value, "times.season", "the year of publication is not known")
        start = calendar.SEASONS[node.code]
        begun = anchor.month >= start
        over = anchor.month >= start + 3
        year = anchor.year
        if node.direction in ("past", "recent", "before"):
            year -= 0 if over else 1
        elif node.direction in ("next", "after"):
            year += 1 if begun else 0
        elif not node.direction and tense != "future" and anchor.month < start - 3:
            year -= 1
        return Resolved("DATE", f"{year:04d}-{node.code}", "times.season", f"from publication {self._anchor}")

    def _moment(self, node: Moment, tense: Tense, sentence: int) -> Resolved | None:
        anchor = self._anchor
        if node.part == "XTNI":
            return Resolved("TIME", "XXXX-XX-XXTNI", "times.part")
        part = node.part if node.part.startswith("T") else f"T{node.part}"
        if node.base is None:
            told = anchor.told_near(sentence, 0)
            day = told if len(told) == 10 else self._spoken_day(part, tense)
            open_day = "" if part[1].isdigit() else "XXXX-XX-XX"
            note = "on the day told before or of publication"
            return Resolved("TIME", (day or open_day) + part, "times.part", note)
        day_node = node.base
        if isinstance(day_node, FeastDay) and part == "TNI":  # ليلة رأس السنة
            day_node = replace(day_node, eve=True)
        base = self.resolve(day_node, tense, sentence)
        if base is None:
            return None
        if node.part == "T00:00" and isinstance(day_node, Date) and day_node.weekday:
            return self._midnight(base)
        if extent(base.value) or base.value.startswith("XXXX-WXX"):
            return Resolved("TIME", base.value + part, "times.part", base.note)
        return Resolved("TIME", part if part[1].isdigit() else "XXXX-XX-XX" + part, "times.part", base.note)

    @staticmethod
    def _midnight(evening: Resolved) -> Resolved:
        """Give the midnight at the end of a day: منتصف ليل الأربعاء."""
        bounds = extent(evening.value)
        day = calendar.shift_days(bounds[0], 1) if bounds else None
        value = f"{day.isoformat()}T00:00" if day else f"{evening.value}T24:00"
        return Resolved("TIME", value, "times.part", evening.note)

    def _spoken_day(self, part: str, tense: Tense) -> str:
        """Give the day of a part of the day told without one; a night that was is the last."""
        anchor = self._anchor.day
        if anchor is None:
            return ""
        day = calendar.shift_days(anchor, -1) if part == "TNI" and tense != "future" else anchor
        return day.isoformat() if day else ""

    def _around(self, node: Around, tense: Tense, sentence: int) -> Resolved | None:
        base = self.resolve(node.base, tense, sentence)
        if base is None or base.type != "DATE":
            return base
        late = "متاخر" in node.word
        if late and len(base.value) == 10 and base.value[0].isdigit():
            return Resolved("TIME", base.value + "TEV", "times.part", base.note)
        return base


def _moved(length: Length, sign: int, anchor: Anchor) -> str | None:
    """Move a day by a length; the value is as fine as its smallest unit, exact for one week."""
    steps = round(length.count or 0) * sign
    value: str | None = None
    if length.more:
        value = _moved_by_parts(length, sign, anchor)
    elif length.unit in ("day", "night", "week") and anchor.day:
        by_week = length.unit == "week"
        day = calendar.shift_days(anchor.day, steps * (7 if by_week else 1))
        value = day.isoformat() if day else None
        if by_week and abs(steps) > 1:
            value = calendar.week(anchor.day, steps)
    elif length.unit == "month" and anchor.year and anchor.month:
        year, month = calendar.shift_months(anchor.year, anchor.month, steps)
        value = f"{year:04d}-{month:02d}"
    elif length.unit in ("year", "decade", "century") and anchor.year:
        years = {"year": 1, "decade": 10, "century": 100}[length.unit]
        year = anchor.year + steps * years
        value = _year_value(year) if length.unit == "year" or year < 1000 else f"{year // years:d}"
    elif length.unit == "hour" and anchor.day:
        value = anchor.day.isoformat()
    return value


def _moved_by_parts(length: Length, sign: int, anchor: Anchor) -> str | None:
    """Move by years and months first, then by days: قبل عام وشهر و21 يوما."""
    counts = {part.unit: round(part.count or 0) for part in (length, *length.more)}
    months = counts.pop("year", 0) * 12 + counts.pop("month", 0)
    days = counts.pop("day", 0) + counts.pop("night", 0) + 7 * counts.pop("week", 0)
    if max(months, days) > MAX_STEPS or counts.keys() & {"decade", "century"} or not (anchor.year and anchor.month):
        return None
    year, month = calendar.shift_months(anchor.year, anchor.month, sign * months)
    if not days and not counts:
        return f"{year:04d}-{month:02d}" if calendar.day(year, month, 1) else None
    last = calendar.days_in(year, month) if calendar.day(year, month, 1) else 0
    start = calendar.day(year, month, min(anchor.day.day, last)) if anchor.day and last else None
    day = calendar.shift_days(start, sign * days) if start else None
    return day.isoformat() if day else None


def _year_value(year: int) -> str:
    """Write a year, before Christ too: year 0 is 1 BC."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _stated(node: Length | Stretch | Recurring | Reference | Named, tense: Tense) -> Resolved:
    """Give the value of what needs no reckoning."""
    match node:
        case Length():
            return Resolved("DURATION", length_value(node), "times.duration", "a length, bound to no day")
        case Stretch(value):
            return Resolved("DURATION", value, "times.duration", "a length, bound to no day")
        case Recurring(value):
            return Resolved("SET", value, "times.set", "comes again and again")
        case Named(value):
            return Resolved("DATE", value, "times.named")
        case Reference(value):
            if value == "later":
                value = "FUTURE_REF" if tense == "future" else "PAST_REF"
            return Resolved("DATE", value, "times.reference", "a turn of phrase without a day")
