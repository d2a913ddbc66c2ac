"""From what a phrase says to a TIMEX3 value: against the day of publication, the tense, and dates told before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from taqarub.extract.times.nodes import (
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
)
from taqarub.extract.times.periods import length_value
from taqarub.extract.times.tense import Tense
from taqarub.lexicon.timewords import Feast
from taqarub.text import calendar
from taqarub.text.calendar import extent


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value, the rule that gave it, and what was reckoned from what."""

    type: str
    value: str
    rule: str
    note: str = ""


@dataclass(slots=True)
class Anchor:
    """What a phrase may be reckoned from: the publication as precise as known, and the last date told."""

    day: date | None
    year: int | None
    month: int | None
    feasts: tuple[Feast, ...]
    told: str = ""
    told_explicit: bool = False
    _told_in: int = field(default=-9)

    @classmethod
    def published(cls, published: str | None, feasts: tuple[Feast, ...]) -> Anchor:
        """Anchor at an ISO date of any precision."""
        bounds = extent(published) if published else None
        if published is None or bounds is None:
            return cls(None, None, None, feasts)
        first, last = bounds
        month = first.month if (first.year, first.month) == (last.year, last.month) else None
        return cls(first if first == last else None, first.year, month, feasts)

    def tell(self, value: str, sentence: int, *, explicit: bool) -> None:
        """Remember a date told."""
        bounds = extent(value)
        if bounds is not None:
            self.told, self.told_explicit, self._told_in = value.split("T")[0], explicit, sentence

    def told_near(self, sentence: int, reach: int = 1) -> str:
        """Give the date told in this sentence or just before, '' if none was."""
        return self.told if sentence - self._told_in <= reach else ""

    @property
    def middle(self) -> date | None:
        """The day of publication, or the middle of what is known of it."""
        if self.day or self.year is None:
            return self.day
        return date(self.year, self.month or 7, 15 if self.month else 1)

    def __str__(self) -> str:
        if self.day:
            return self.day.isoformat()
        return f"{self.year:04d}-{self.month:02d}" if self.year and self.month else str(self.year or "an unknown day")


class Resolver:
    """Resolves the phrases of one article in text order."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor

    def resolve(self, node: Node, tense: Tense, sentence: int) -> Resolved | None:
        """Give a node its value; None if there is no such day."""
        match node:
            case Date():
                return self._date(node, tense, sentence)
            case Period():
                return self._period(node, tense, sentence)
            case Length():
                return Resolved("DURATION", length_value(node), "times.duration")
            case Stretch(value):
                return Resolved("DURATION", value, "times.duration")
            case Recurring(value):
                return Resolved("SET", value, "times.set")
            case Reference("later"):
                value = "FUTURE_REF" if tense == "future" else "PAST_REF"
                return Resolved("DATE", value, "times.reference", "after what was told before")
            case Reference(value):
                return Resolved("DATE", value, "times.reference")
            case Named(value):
                return Resolved("DATE", value, "times.named")
            case Ago():
                return self._ago(node)
            case Anaphor():
                return self._anaphor(sentence)
            case Season():
                return self._season(node, tense)
            case FeastDay():
                return self._feast(node, tense)
            case Moment():
                return self._moment(node, tense, sentence)
            case Around():
                return self._around(node, tense, sentence)

    # --- days, months, years ---------------------------------------------------------------------------------

    def _date(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        if node.every and node.month:
            day = f"-{node.day:02d}" if node.day else ""
            return Resolved("SET", f"XXXX-{node.month:02d}{day}", "times.set")
        if node.day or node.month:
            return self._calendar_date(node, tense, sentence)
        if node.shift is not None:
            return self._deictic(node)
        if node.weekday is not None:
            return self._weekday(node, tense)
        if node.year is None:
            return None
        if node.calendar != "gregorian":
            value = calendar.foreign_month(_calendar(node), node.year, 6)
            return Resolved("DATE", value[:4], "times.year", f"{node.calendar} year {node.year}") if value else None
        return Resolved("DATE", f"{node.year:04d}", "times.year")

    def _deictic(self, node: Date) -> Resolved | None:
        shift = node.shift or 0
        if self._anchor.day is None:
            if node.weekday:
                return Resolved("DATE", f"XXXX-WXX-{node.weekday}", "times.weekday", "the day of publication is not known")
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

    def _weekday(self, node: Date, tense: Tense) -> Resolved | None:
        number = node.weekday or 0
        anchor = self._anchor.day
        if anchor is None:
            return Resolved("DATE", f"XXXX-WXX-{number}", "times.weekday", "the day of publication is not known")
        if node.direction in ("past", "recent", "before", "next", "after"):
            way = 1 if node.direction in ("next", "after") else -1
            start = calendar.shift_days(anchor, way)
            reason = f"'{node.direction}'"
        else:
            way = 1 if tense == "future" else -1
            start, reason = anchor, f"{tense or 'past'} tense"
        day = calendar.weekday(start, number, way) if start else None
        if day is None:
            return None
        where = "after" if way > 0 else "before"
        return Resolved("DATE", day.isoformat(), "times.weekday", f"nearest {where} {self._anchor}: {reason}")

    def _calendar_date(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        if node.year is not None and node.month is not None:
            return self._of(node, node.year, "as written")
        if node.month is None:
            return self._day_of_month(node, tense, sentence)
        if node.shift is not None and self._anchor.day and not node.direction:
            year = min(
                (self._anchor.day.year + step for step in (-1, 0, 1)),
                key=lambda y: abs(_ordinal(node, y) - (self._anchor.day or date.min).toordinal() - (node.shift or 0)),
            )
            return self._of(node, year, f"nearest to publication {self._anchor}")
        year, note = self._year_of(node, tense, sentence)
        if year is None:
            day = f"-{node.day:02d}" if node.day else ""
            if node.calendar != "gregorian" or not _possible(node):
                return None
            return Resolved("DATE", f"XXXX-{node.month:02d}{day}", "times.date", "no year is known")
        return self._of(node, year, note)

    def _year_of(self, node: Date, tense: Tense, sentence: int) -> tuple[int | None, str]:
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
        base = calendar.foreign_year(_calendar(node), middle)
        if node.of == "year":
            step = {"past": -1, "before": -1, "next": 1, "after": 1}.get(node.direction, 0)
            return base + step, f"'{node.direction}' year from publication {anchor}"
        way = {"past": -1, "recent": -1, "next": 1}.get(node.direction, 0)
        reason = f"'{node.direction}'" if way else f"{tense or 'no'} tense"
        if node.direction == "this":
            return base, f"'this' from publication {anchor}"
        years = [base - 1, base, base + 1]
        today = middle.toordinal()
        offsets = {year: _ordinal(node, year) - today for year in years}
        if way == 0:
            return _likeliest(offsets, tense, whole_month=node.day is None), f"nearest to {anchor}: {reason}"
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
                value = calendar.foreign_month(_calendar(node), year, month)
                return Resolved("DATE", value, "times.month", f"{node.calendar} {year}-{month:02d}, {note}") if value else None
            return Resolved("DATE", f"{year:04d}-{month:02d}", "times.month", note)
        day = calendar.to_gregorian(_calendar(node), year, month, node.day)
        if day is None:
            return None
        if node.calendar != "gregorian":
            note = f"{node.calendar} {year}-{month:02d}-{node.day:02d}, {note}"
        return Resolved("DATE", day.isoformat(), "times.date", note)

    def _day_of_month(self, node: Date, tense: Tense, sentence: int) -> Resolved | None:
        """A day that takes its month from the modifier, or from the date told before."""
        anchor = self._anchor
        told = anchor.told_near(sentence, 3)
        if node.direction in ("same", "after", "before", "") and len(told) >= 7 and told[5:7].isdigit():
            node = replace(node, month=int(told[5:7]), year=int(told[:4]), direction="")
            return self._of(node, node.year or 0, f"month of {told}, told before")
        if anchor.year is None or anchor.month is None:
            return None
        step = {"past": -1, "next": 1}.get(node.direction, 0)
        if not node.direction and anchor.day and node.day:
            step = -1 if tense != "future" and node.day > anchor.day.day + 7 else 0
        year, month = calendar.shift_months(anchor.year, anchor.month, step)
        return self._of(replace(node, month=month), year, f"'{node.direction or 'this'}' month from publication {anchor}")

    # --- periods ---------------------------------------------------------------------------------------------

    def _period(self, node: Period, tense: Tense, sentence: int) -> Resolved | None:
        if node.direction in ("same", "after", "before"):
            told = self._relative_to_told(node, sentence)
            if told is not None:
                return told
        step = {"past": -1, "before": -1, "recent": -1, "next": 1, "after": 1}.get(node.direction, 0)
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

    def _ago(self, node: Ago) -> Resolved | None:
        length, anchor = node.length, self._anchor
        vague = "PAST_REF" if node.sign < 0 else "FUTURE_REF"
        count = length.count
        if count is None or anchor.year is None:
            return Resolved("DATE", vague, "times.ago")
        steps = round(count) * node.sign
        note = f"{length_value(length)} before publication {anchor}"
        value: str | None = None
        year: int | None
        if abs(steps) > 10000:
            return None
        if length.unit in ("day", "night") and anchor.day:
            day = calendar.shift_days(anchor.day, steps)
            value = day.isoformat() if day else None
        elif length.unit == "week" and anchor.day:
            value = calendar.week(anchor.day, steps)
        elif length.unit == "month" and anchor.month:
            year, month = calendar.shift_months(anchor.year, anchor.month, steps)
            value = f"{year:04d}-{month:02d}"
        elif length.unit in ("year", "decade", "century"):
            years = {"year": 1, "decade": 10, "century": 100}[length.unit]
            year = anchor.year + steps * years
            value = f"{year:04d}" if length.unit == "year" else f"{year // years:d}"
        elif length.unit == "hour" and anchor.day:
            value = anchor.day.isoformat()
        if value is None or (value[0].isdigit() and extent(value) is None):
            return Resolved("DATE", vague, "times.ago")
        return Resolved("DATE", value, "times.ago", note)

    def _anaphor(self, sentence: int) -> Resolved:
        told = self._anchor.told_near(sentence, 1)
        if told:
            return Resolved("DATE", told, "times.anaphor", f"{told}, told before")
        return Resolved("DATE", "PAST_REF", "times.anaphor")

    def _season(self, node: Season, tense: Tense) -> Resolved | None:
        if node.year is not None:
            return Resolved("DATE", f"{node.year:04d}-{node.code}", "times.season")
        anchor = self._anchor.middle
        if anchor is None:
            value = "FUTURE_REF" if node.direction == "next" else "PAST_REF"
            return Resolved("DATE", value, "times.season", "the year of publication is not known")
        start = calendar.SEASONS[node.code]
        begun = anchor.month >= start
        over = anchor.month >= start + 3
        year = anchor.year
        if node.direction in ("past", "recent", "before"):
            year -= 0 if over else 1
        elif node.direction in ("next", "after"):
            year += 1 if begun else 0
        elif not node.direction and tense != "future" and not begun:
            year -= 1
        return Resolved("DATE", f"{year:04d}-{node.code}", "times.season", f"from publication {self._anchor}")

    def _feast(self, node: FeastDay, tense: Tense) -> Resolved | None:
        feast = self._anchor.feasts[node.number]
        told = Date(feast.day, feast.month, node.year, calendar=feast.calendar, direction=node.direction)
        if node.year and feast.calendar != "gregorian" and node.year > 1600:
            around = date(node.year, 7, 1)
            base = calendar.foreign_year(_calendar(told), around)
            years = [y for y in (base - 1, base, base + 1) if _ordinal_year(told, y) == node.year]
            told = replace(told, year=years[0] if years else base)
        if told.year is None:
            year, note = self._year_of(told, tense, -99)
            if year is None:
                return Resolved("DATE", f"XXXX-{feast.month:02d}-{feast.day:02d}", "times.feast") if feast.calendar == "gregorian" else None  # noqa: E501
        else:
            year, note = told.year, "as written"
        day = calendar.to_gregorian(_calendar(told), year, feast.month, feast.day)
        if day is not None and node.eve:
            day = calendar.shift_days(day, -1)
        return Resolved("DATE", day.isoformat(), "times.feast", f"{feast.name} {year}, {note}") if day else None

    # --- times of day ----------------------------------------------------------------------------------------

    def _moment(self, node: Moment, tense: Tense, sentence: int) -> Resolved | None:
        anchor = self._anchor
        if node.part == "XTNI":
            return Resolved("TIME", "XXXX-XX-XXTNI", "times.part")
        part = node.part if node.part.startswith("T") else f"T{node.part}"
        if node.base is None:
            told = anchor.told_near(sentence, 0)
            day = told if len(told) == 10 else anchor.day.isoformat() if anchor.day else ""
            if not day and part[1].isdigit():
                return Resolved("TIME", part, "times.clock")
            return Resolved("TIME", (day or "XXXX-XX-XX") + part, "times.part", "on the day told before or of publication")
        base_node = node.base
        if isinstance(base_node, FeastDay) and part == "TNI":
            base_node = replace(base_node, eve=True)
        base = self.resolve(base_node, tense, sentence)
        if base is None:
            return None
        value = base.value
        if value.endswith("_REF") and part.isalpha():
            return Resolved("TIME", "XXXX-XX-XX" + part, "times.part", base.note)
        if value.endswith("_REF") or not (len(value) == 10 or value.startswith("XXXX-WXX")):
            return Resolved("TIME", part, "times.clock", base.note)
        return Resolved("TIME", value + part, "times.part", base.note)

    def _around(self, node: Around, tense: Tense, sentence: int) -> Resolved | None:
        base = self.resolve(node.base, tense, sentence)
        if base is None or base.type != "DATE":
            return base
        late = "متاخر" in node.word
        if late and len(base.value) == 10 and base.value[0].isdigit():
            return Resolved("TIME", base.value + "TEV", "times.part", base.note)
        return base


def _calendar(node: Date) -> calendar.Calendar:
    return "hijri" if node.calendar == "hijri" else "solar" if node.calendar == "solar" else "gregorian"


def _ordinal(node: Date, year: int) -> int:
    """Place a day (or the middle of a month) of that year on the time line; far away if there is none."""
    day = calendar.to_gregorian(_calendar(node), year, node.month or 1, node.day or 15)
    if day is None and node.month == 2 and node.day == 29:
        day = calendar.to_gregorian(_calendar(node), year, 2, 28)
    return day.toordinal() if day else -(10**6)


def _ordinal_year(node: Date, year: int) -> int:
    ordinal = _ordinal(node, year)
    return date.fromordinal(ordinal).year if ordinal > 0 else 0


def _possible(node: Date) -> bool:
    """Tell whether the day exists in some year."""
    return node.day is None or calendar.day(2024, node.month or 0, node.day) is not None


def _likeliest(offsets: dict[int, int], tense: Tense, *, whole_month: bool) -> int:
    """Choose the nearest year that fits the tense; without one, the nearest, the past first."""
    slack = 16 if whole_month else 0
    if tense == "future":
        fit = [year for year, offset in offsets.items() if -slack <= offset < 330]
    elif tense == "past":
        fit = [year for year, offset in offsets.items() if -330 < offset <= 45]
    else:
        fit = [year for year, offset in offsets.items() if -250 < offset <= 115]
    return min(fit or offsets, key=lambda year: abs(offsets[year]))


def _days(shift: int) -> str:
    if shift == 0:
        return "the day of"
    count = "one day" if abs(shift) == 1 else f"{abs(shift)} days"
    return f"{count} {'before' if shift < 0 else 'after'}"
