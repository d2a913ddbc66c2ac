"""Grammar of days and months: 'يوم الثلاثاء 15 من آذار 2022', '19 يناير (كانون الثاني)', '20/8/2015'."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.bare import MODERN, BareDates
from taqarub.extract.times.cursor import AND, Cursor
from taqarub.extract.times.nodes import Date, Direction
from taqarub.extract.times.weekdays import Weekdays
from taqarub.extract.times.years import Read, Years
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord
from taqarub.text.calendar import FIRST_YEAR, LAST_YEAR


class Dates:
    """Reads dates: every method takes the token to begin at and gives a date with its last token, or None."""

    def __init__(self, cursor: Cursor) -> None:
        self._at = cursor
        self.years = Years(cursor)
        self.weekdays = Weekdays(cursor)
        self._bare = BareDates(cursor)

    # --- whole expressions ---------------------------------------------------------------------------------

    def full(self, index: int) -> Read | None:
        """Read a day, month or year expression in any of its shapes."""
        readings = (
            self.named_day(index), self.numeric(index), self.month_first(index), self.month(index),
            self.years.year(index), self.weekdays.week_first(index), self.weekdays.this_first(index),
            self._bare.date(index),
        )  # fmt: skip
        found = [reading for reading in readings if reading is not None]
        return max(found, key=lambda reading: reading[1], default=None)

    def named_day(self, index: int) -> Read | None:
        """Read a deictic or a weekday with all that may follow, or 'يوم' with a date."""
        at = self._at
        pos = index
        lead = at.unit(index, definite=False, prefix=None)
        if lead and lead.value.value in ("day", "night") and lead.value.form in ("one", "two", "many"):
            pos = lead.last + 1
        first = pos == index
        prefixes = None if first else ("",)
        deictic = at.word(pos, "deictic", prefixes=prefixes)
        if deictic and not (deictic.value.number == 0 and self._is_counted_day(deictic.last + 1)):
            return self._after_deictic(Date(shift=deictic.value.number), deictic.last)
        weekday = at.word(pos, "weekday", prefixes=prefixes)
        if weekday and at.norm(index - 1) not in at.words.not_weekday_after:
            return self._after_weekday(Date(weekday=weekday.value.number), weekday.last)
        if first:
            return None
        numeric = self.numeric(pos) or self._bare_day(pos)
        return numeric if numeric and numeric[0].day else None

    def _is_counted_day(self, index: int) -> bool:
        """Tell whether 'اليوم' is not today but the second day of something (اليوم الثاني من الزيارة)."""
        ordinal = self._at.number(index)
        spelled = ordinal is not None and ordinal.kind == "ordinal" and self._at.norm(index).startswith("ال")
        return spelled and self.numeric(index) is None

    def _after_deictic(self, date: Date, last: int) -> Read:
        """أمس الأحد، اليوم (الثلاثاء)، اليوم الجمعة 21 أكتوبر 2016."""
        at = self._at
        pos = self._skip_comma(last + 1)
        bracket = at.norm(last + 1) == "("
        weekday = at.word(last + 2 if bracket else pos, "weekday")
        if weekday and bracket:
            if at.norm(weekday.last + 1) == ")":
                date, last = replace(date, weekday=weekday.value.number), weekday.last + 1
        elif weekday and (pos == last + 1 or self.numeric(weekday.last + 1)):
            date, last = replace(date, weekday=weekday.value.number), weekday.last
        return self._with_numeric(date, last)

    def _after_weekday(self, date: Date, last: int) -> Read:
        """الثلاثاء الماضي، الثلاثاء، الموافق 9 أبريل."""
        at = self._at
        direction = at.direction(last + 1)
        if direction:
            date, last = replace(date, direction=direction[0]), direction[1]
        second = at.word(last + 1, "weekday") or (
            at.word(last + 2, "weekday") if at.norm(last + 1) in ("-", "/") else None
        )
        if second and not direction:  # 'ليل السبت الأحد': the night between two days
            return replace(date, direction=""), second.last
        if self.weekdays.is_feminine(last + 1):  # الجمعة الأولى من يونيو: no day of the month, which is masculine
            return self.weekdays.placed(date, last)
        told = self._with_numeric(date, last)
        return told if told[1] > last or direction else self.weekdays.placed(date, last)

    def _with_numeric(self, date: Date, last: int) -> Read:
        """Add the day, month and year that may follow a weekday or 'today', told again by the calendar."""
        at = self._at
        pos = self._skip_comma(last + 1)
        corresponds = at.word(pos, "corresponds")
        if corresponds:
            pos = corresponds.last + 1
        if at.norm(pos) == "(":
            pos += 1
        numeric = self.numeric(pos) or self.month_first(pos)
        if numeric is None and date.weekday and pos == last + 1:
            numeric = self._bare_day(pos) or self._day_and_month(pos)
        if numeric is None or numeric[0].day is None:
            return date, last
        told, last = numeric
        told = replace(told, weekday=date.weekday, shift=date.shift)
        return (replace(told, direction=date.direction) if date.direction else told), last

    # --- day, month, year ----------------------------------------------------------------------------------

    def numeric(self, index: int) -> Read | None:
        """Read a day of the month with its month, and the year or modifier after it."""
        found = self._one_calendar(index)
        return self._other_calendar(*found) if found else None

    def _one_calendar(self, index: int) -> Read | None:
        return self._signs(index) or self._worded(index)

    def _other_calendar(self, date: Date, last: int) -> Read:
        """1436 هـ الموافق 10 أغسطس 2015: the Gregorian date tells."""
        at = self._at
        pos = last + 1
        if at.norm(pos) in (",", "،", "(", "/", "="):
            pos += 1
        corresponds = at.word(pos, "corresponds")
        second = None
        if corresponds:
            second = self._one_calendar(corresponds.last + 1)
        elif date.calendar != "gregorian" and at.norm(last + 1) in ("/", "(", "="):
            second = self._one_calendar(pos)
        if second is None or second[0].calendar == date.calendar:
            return date, last
        closes = at.norm(last + 1) == "(" and at.norm(second[1] + 1) == ")"
        told = second[0] if date.calendar != "gregorian" else date
        return told, second[1] + 1 if closes else second[1]

    def _signs(self, index: int) -> Read | None:
        """20/8/2015, 2015-08-20, 8 / 10 / 1436 هـ."""
        at = self._at
        sign = at.norm(index + 1)
        if sign not in ("/", "-", "–") or at.norm(index + 3) != sign:
            return self._dotted(index)
        numbers = [at.plain_digits(index + step, (1, 2, 4)) for step in (0, 2, 4)]
        if None in numbers:
            return None
        return self._in_order([number or 0 for number in numbers], index + 4)

    def _dotted(self, index: int) -> Read | None:
        """20.8.2015, one token."""
        parts = self._at.norm(index).split(".")
        if len(parts) != 3 or not all(part.isdigit() and len(part) <= 4 for part in parts):
            return None
        return self._in_order([int(part) for part in parts], index)

    def _in_order(self, numbers: list[int], last: int) -> Read | None:
        if numbers[0] > 31:
            numbers = numbers[::-1]
        of_month, month, year = numbers
        if month > 12 and of_month <= 12:
            of_month, month = month, of_month
        if not (1 <= of_month <= 31 and 1 <= month <= 12):
            return None
        calendar, last = self.years.era(last, "hijri" if 1300 <= year <= 1500 else "gregorian")
        short = year < 100
        if short:
            year += 2000
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        return Date(of_month, month, year, calendar=calendar, short=short), last

    def _worded(self, index: int) -> Read | None:
        at = self._at
        day = at.month_day(index)
        if day is None:
            return None
        of_month, last = day
        pos = last + 1
        if at.norm(pos) in ("من", "-", "–", "/", ".", "لشهر"):
            pos += 1
        pos = self._skip_month_noun(pos)
        month = self._month_name(pos, strong=True)
        if month is not None:
            return self._tail(replace(month[0], day=of_month), month[1])
        return self._of_this_month(of_month, last + 1)

    def month_first(self, index: int) -> Read | None:
        """Read the day behind its month: يناير الحادي والعشرين، أكتوبر 2, 2016."""
        at = self._at
        month = at.word(index, "month", prefixes=None)
        day = at.month_day(month.last + 1) if month else None
        if month is None or day is None:
            return None
        year = self.years.tail(day[1] + 1)
        digits = at.tokens[month.last + 1].is_number
        comma = at.norm(day[1] + 1) in (",", "،")
        if digits and comma and (bare := at.plain_digits(day[1] + 2, (4,))) in MODERN:
            return Date(day=day[0], month=month.value.number, year=bare, calendar=month.value.value), day[1] + 2
        if digits or not (year or (day[0] > 10 and day[1] > month.last + 1)):
            return None
        return self._tail(Date(day=day[0], month=month.value.number, calendar=month.value.value), day[1])

    def _day_and_month(self, index: int) -> Read | None:
        """20/8 after a weekday."""
        at = self._at
        day, month = at.plain_digits(index, (1, 2)), at.plain_digits(index + 2, (1, 2))
        if day is None or month is None or at.norm(index + 1) not in ("/", "-") or not (day <= 31 and 1 <= month <= 12):
            return None
        return Date(day=day, month=month), index + 2

    def _of_this_month(self, of_month: int, index: int) -> Read | None:
        """15 من الشهر الجاري، 26 بالشهر ذاته، 15 منه."""
        at = self._at
        if at.norm(index) == "منه":
            return Date(day=of_month, direction="same", of="month"), index
        if at.norm(index) in at.words.this_month:
            return Date(day=of_month, direction="this", of="month"), index
        start = index + 1 if at.norm(index) in ("من", "في", "ب") else index
        demonstrative = at.word(start, "demonstrative")
        noun = at.unit(demonstrative.last + 1 if demonstrative else start, "one", definite=True, prefix=None)
        if noun is None or noun.value.value != "month" or noun.prefix not in ("", "ب", "ل"):
            return None
        if start == index and noun.prefix == "" and not demonstrative:
            return None
        if demonstrative:
            direction: Direction = "this" if demonstrative.value.value == "this" else "same"
            return Date(day=of_month, direction=direction, of="month"), noun.last
        modifier = at.direction(noun.last + 1)
        return (Date(day=of_month, direction=modifier[0], of="month"), modifier[1]) if modifier else None

    def _bare_day(self, index: int) -> Read | None:
        """Read a day of the month alone, told as one by the 'يوم' or the weekday before it."""
        at = self._at
        day = at.month_day(index)
        if day is None:
            return None
        of_month, last = day
        if not at.norm(index)[:1].isdigit() and at.norm(last + 1) != "من":
            return None  # 'اليوم الثالث' is the third day of something
        modifier = at.direction(last + 1)
        if modifier and modifier[0] in ("past", "this", "next"):
            return Date(day=of_month, direction=modifier[0], of="month"), modifier[1]
        following = at.norm(last + 1)
        if at.unit(last + 1) or following in ("%", "في", ".", ":") or at.word(last + 1, "month"):
            return None
        if following in ("/", "-") and at.adjacent(last + 1) and at.norm(last + 2)[:1].isdigit():
            return None  # a numeric date that is no day of any calendar: ٣١/١٣
        return Date(day=of_month), last

    # --- months --------------------------------------------------------------------------------------------

    def month(self, index: int) -> Read | None:
        """Read a month without a day: يناير/كانون الثاني الماضي، شهر رمضان، ماي 2017."""
        at = self._at
        noun = at.unit(index, definite=False, prefix=None)
        is_month = noun is not None and noun.value.value == "month" and noun.value.form in ("one", "two", "many")
        pos = noun.last + 1 if noun and is_month else index
        found = self._month_name(pos, strong=bool(noun and is_month), prefixes=("",) if noun and is_month else None)
        return self._tail(*found) if found else None

    def _skip_month_noun(self, index: int) -> int:
        noun = self._at.unit(index, "one", definite=False, prefix=None)
        return noun.last + 1 if noun and noun.value.value == "month" and noun.prefix in ("", "ل") else index

    def _month_name(self, index: int, *, strong: bool, prefixes: tuple[str, ...] | None = ("",)) -> Read | None:
        """Read a month and its second name; `strong` if what stands before it makes a weak name a month."""
        at = self._at
        hit = at.word(index, "month", prefixes=prefixes)
        if hit is None:
            return None
        last = self._second_name(hit)
        if hit.value.weak and last == hit.last and not strong and not self._supported(index, hit):
            return None
        return Date(month=hit.value.number, calendar=hit.value.value), last

    def _second_name(self, hit: Hit[TimeWord]) -> int:
        """Give the last token with the month's other name: يناير/كانون الثاني, آذار (مارس), مارس - آذار."""
        at = self._at
        pos = hit.last + 1
        opened = at.norm(pos) == "("
        if at.norm(pos) in ("/", "(", "-", "–", "\\"):
            pos += 1
        other = at.word(pos, "month")
        if other is None or (other.value.value, other.value.number) != (hit.value.value, hit.value.number):
            return hit.last
        closed = at.norm(other.last + 1) == ")"
        return other.last + 1 if opened and closed else other.last

    def _is_month(self, index: int) -> bool:
        """Tell whether a month ends at `index`, weak names only where they are introduced."""
        at = self._at
        hit = at.word(index, "month", prefixes=None)
        if hit is None:
            return False
        return not hit.value.weak or at.bare_in(index - 1, at.words.month_leads | at.words.introducers) is not None

    def _supported(self, index: int, hit: Hit[TimeWord]) -> bool:
        """Tell whether a weak name is a month here, by the words around it."""
        at = self._at
        following = hit.last + 1
        if at.year_number(following) or self.years.tail(following):
            return True
        modifier = at.direction(following)
        if modifier and modifier[0] in ("past", "this", "next"):
            return True
        if at.bare_in(index - 1, at.words.month_leads) is not None:
            return True
        if hit.prefix == "و" or at.norm(index - 1) in AND:
            before = index - 1 if hit.prefix == "و" else index - 2
            return any(self._is_month(pos) for pos in (before, before - 1))
        if hit.value.number == 9 and hit.value.value == "hijri":
            return at.norm(index - 1) in at.words.introducers or hit.last > index
        return hit.value.value == "gregorian" and at.norm(index - 1) in at.words.introducers

    def _tail(self, date: Date, last: int) -> Read:
        """Read the year, 'of every year', or the modifier after a month."""
        at = self._at
        tail = self.years.tail(last + 1)
        if tail is not None:
            told, last = tail
            calendar = told.calendar if date.calendar == "gregorian" else date.calendar
            return replace(
                date,
                year=told.year,
                direction=told.direction,
                of=told.of,
                every=told.every,
                calendar=calendar,
            ), last
        pos = last + 2 if at.norm(last + 1) == "/" else last + 1
        direction = at.direction(pos)
        if direction and direction[0] in ("past", "this", "next", "same", "recent"):
            return replace(date, direction=direction[0]), direction[1]
        return date, last

    def _skip_comma(self, index: int) -> int:
        return index + 1 if self._at.norm(index) in ("،", ",") else index
