"""Grammar of periods, feasts and references: 'الأسبوع الماضي', 'القرن العشرين', 'صيف 2022', 'هذه الأيام'."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.dates import Dates
from taqarub.extract.times.lengths import UNITS, Lengths, length_value
from taqarub.extract.times.nodes import (
    Anaphor,
    Date,
    Direction,
    Length,
    Named,
    Node,
    Period,
    Recurring,
    Reference,
    Season,
    Stretch,
    Unit,
    WeekOf,
)
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord
from taqarub.text import folded
from taqarub.text.calendar import foreign_month

Read = tuple[Node, int]

_STRETCH_REFERENCE: dict[str, str] = {
    "past": "PAST_REF", "recent": "PAST_REF", "before": "PAST_REF", "this": "PRESENT_REF",
    "next": "FUTURE_REF", "after": "FUTURE_REF", "before last": "PAST_REF", "after next": "FUTURE_REF",
}  # fmt: skip
_SEASON_LEADS = frozenset(folded(word) for word in ("فصل", "موسم"))
_PARTS = {folded(word): kind for word, kind in (("الربع", "Q"), ("النصف", "H"), ("الثلث", "T"), ("العشر", "X"))}
_PART_COUNT = {"Q": 4, "H": 2}
"""Parts TIMEX3 has a value for."""
_SAME_BEFORE = frozenset(folded(word) for word in ("نفس", "ذات"))


class Periods:
    """Reads periods, feasts, sets and references; None where there are none."""

    def __init__(self, cursor: Cursor, dates: Dates, lengths: Lengths) -> None:
        self._at = cursor
        self._dates = dates
        self._lengths = lengths

    def period(self, index: int) -> Read | None:
        """Read 'الأسبوع الماضي', 'هذا العام', 'نفس اليوم', 'اليوم التالي', 'القرن الماضي'."""
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        if demonstrative or at.bare_in(index, _SAME_BEFORE) is not None:
            return self._pointed(index + 1, demonstrative)
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun is None:
            return self._stretch(index, None)
        ordinal = at.number(noun.last + 1)
        if noun.value.value == "day" and ordinal is not None and ordinal.kind == "ordinal":
            definite = at.norm(noun.last + 1).startswith("ال")
            return (Anaphor("day"), ordinal.last) if definite else None
        modifier = at.direction(noun.last + 1)
        return self._modified(UNITS[noun.value.value], modifier) if modifier else None

    def _modified(self, unit: Unit, modifier: tuple[Direction, int]) -> Read:
        if unit == "season":
            return self._reference(modifier)
        if modifier[0] == "recent":
            return Length(unit, 1, direction="recent"), modifier[1]
        return Period(unit, modifier[0]), modifier[1]

    def _pointed(self, index: int, demonstrative: Hit[TimeWord] | None) -> Read | None:
        """Read what stands behind 'this', 'that', 'the same'."""
        noun = self._at.unit(index, "one", definite=True)
        if noun is not None:
            this = demonstrative is not None and demonstrative.value.value == "this"
            return Period(UNITS[noun.value.value], "this" if this else "same"), noun.last
        return self._these(index, demonstrative) if demonstrative else None

    def _these(self, index: int, demonstrative: Hit[TimeWord]) -> Read | None:
        """هذه الأعوام، هذه الفترة."""
        many = self._at.unit(index, "many", definite=True)
        if many is not None and many.value.value != "decade":  # هذه العقود: contracts
            return Length(UNITS[many.value.value], None, direction="this"), many.last
        return self._stretch(index, demonstrative)

    def _stretch(self, index: int, demonstrative: Hit[TimeWord] | None) -> Read | None:
        """الفترة المقبلة، المرحلة القليلة الماضية، هذه المرحلة."""
        at = self._at
        noun = at.word(index, "stretch", prefixes=("",) if demonstrative else None)
        if noun is None or not noun.value.definite:
            return None
        pos = noun.last + 1
        if at.norm(pos) in at.words.few:
            pos += 1
        modifier = self._at.direction(pos)
        if modifier is not None:
            return self._reference(modifier)
        if demonstrative is None or at.norm(noun.last + 1).startswith("ال"):
            return None
        return (Reference("PRESENT_REF") if demonstrative.value.value == "this" else Anaphor("")), noun.last

    @staticmethod
    def _reference(modifier: tuple[Direction, int]) -> Read:
        value = _STRETCH_REFERENCE.get(modifier[0])
        return (Reference(value) if value else Anaphor("")), modifier[1]

    def part_of_year(self, index: int) -> Read | None:
        """الربع الأول من 2022، النصف الثاني من العام الماضي; a part of a month is told as the month."""
        at = self._at
        kind = next((kind for word, kind in _PARTS.items() if at.norm(index).endswith(word)), None)
        if kind is None:
            return None
        part = self._ordinal(index + 1)
        if part is None or part[0] > _PART_COUNT.get(kind, 3):
            return None
        value, last = part[0] if part[0] > 0 else _PART_COUNT.get(kind, 3), part[1]
        pos = last + 2 if at.norm(last + 1) in ("من", "ل") else last + 1
        told: Read | None = self._dates.month(pos) or self._dates.years.year(pos) or self.period(pos)
        if told is None and at.norm(last + 1) == "من" and (words := at.year_number(pos)):
            told = Date(year=words[0]), words[1]
        if told is None:
            return None
        node, last = told
        if isinstance(node, Period):
            whole = node.unit == "year" and kind in _PART_COUNT
            return replace(node, part=f"{kind}{value}") if whole else node, last
        if isinstance(node, Date) and node.year and not node.month and kind in _PART_COUNT:
            return Named(f"{node.year:04d}-{kind}{value}"), last
        return (node, last) if isinstance(node, Date) else None

    def _ordinal(self, index: int) -> tuple[int, int] | None:
        """Read الأول، الثالث، -1 for الأخير or الأواخر."""
        at = self._at
        if at.norm(index) in at.words.last_ones:
            return -1, index
        ordinal = at.number(index)
        if ordinal is None or ordinal.kind != "ordinal" or not isinstance(ordinal.value, int):
            return None
        return ordinal.value, ordinal.last

    def week_of_month(self, index: int) -> Read | None:
        """الأسبوع الأول من أكتوبر، الأسبوع الأخير من الشهر."""
        at = self._at
        noun = at.unit(index, "one", definite=True, prefix=None)
        number = self._ordinal(noun.last + 1) if noun and noun.value.value == "week" else None
        if number is None or number[0] > 5 or at.norm(number[1] + 1) != "من":
            return None
        month = self._dates.month(number[1] + 2)
        if month is not None:
            return WeekOf(number[0], month[0]), month[1]
        year = self._dates.years.year(number[1] + 2)
        if year is None or not year[0].year or year[0].calendar != "gregorian" or number[0] < 0:
            return None
        return Named(f"{year[0].year:04d}-W{number[0]:02d}"), year[1]

    def century(self, index: int) -> Read | None:
        """Read 'القرن العشرين', 'القرن الـ19', and decades: 'ثمانينيات القرن الماضي', 'العقد السابع من القرن'."""
        at = self._at
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun is not None and noun.value.value == "decade":
            return self._numbered_decade(noun.last + 1)
        if noun is None or noun.value.value != "century":
            return self._decade(index)
        pos = noun.last + 2 if at.norm(noun.last + 1) == "ال" else noun.last + 1
        number = at.number(pos)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 22:
            return None
        calendar, last = self._dates.years.era(number.last, "gregorian")
        if calendar == "hijri":
            middle = foreign_month("hijri", number.value * 100 - 50, 6)
            value = middle[:2] if middle else f"{round((number.value * 100 - 50) * 0.97 + 622) // 100:02d}"
            return Named(value), last
        return Named(f"{number.value - 1:02d}"), last

    def _numbered_decade(self, index: int) -> Read | None:
        number = self._ordinal(index)
        if number is None or not 1 <= number[0] <= 10:
            return None
        pos = number[1] + (2 if self._at.norm(number[1] + 1) in ("من", "ل") else 1)
        century = self._century_told(pos)
        return (Named(f"{century[0]:02d}{number[0] - 1}"), century[1]) if century else None

    def _decade(self, index: int) -> Read | None:
        at = self._at
        lead = at.unit(index, definite=False, prefix=None) or at.word(index, "stretch", prefixes=None)
        decade = at.word(lead.last + 1 if lead else index, "decade", prefixes=("",) if lead else None)
        if decade is None:
            return None
        pos = decade.last + 2 if at.norm(decade.last + 1) == "من" else decade.last + 1
        if at.norm(pos).startswith(at.words.age):
            return None
        told = self._century_told(pos)
        known = told or lead or decade.value.definite
        if not known and at.norm(index - 1) not in at.words.introducers:
            return None
        century, last = told or (19, decade.last)
        return Named(f"{century:02d}{decade.value.number}"), last

    def _century_told(self, index: int) -> tuple[int, int] | None:
        noun = self._at.unit(index, "one", definite=True, prefix=None)
        if noun is None or noun.value.value != "century":
            return None
        told = self.century(index) or self.period(index)
        if told is None:
            return None
        node, last = told
        if isinstance(node, Named):
            return int(node.value), last
        return (20 if isinstance(node, Period) and node.direction == "this" else 19), last

    def season(self, index: int) -> Read | None:
        """Read 'صيف 2022', 'الصيف المقبل', 'هذا الربيع', 'فصل الشتاء المقبل', 'صيف العام الماضي'."""
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        lead = at.bare_in(index, _SEASON_LEADS) is not None
        pos = index + 1 if demonstrative or lead else index
        hit = at.word(pos, "season", prefixes=("",) if pos > index else None)
        if hit is None:
            return None
        code, last = hit.value.value, hit.last
        if not hit.value.definite:
            return self._season_of(code, last)
        modifier = at.direction(last + 1)
        if modifier:
            return Season(code, direction=modifier[0]), modifier[1]
        if demonstrative:
            return Season(code, direction="this"), last
        return (Season(code), last) if lead or at.norm(index - 1) in at.words.introducers else None

    def _season_of(self, code: str, last: int) -> Read | None:
        """Read the year of a season: صيف عام 2015، صيف العام الحالي 2015."""
        pos = last + 2 if self._at.norm(last + 1) == "من" else last + 1
        year = self._dates.years.year(pos)
        if year is not None:
            return Season(code, year=year[0].year), year[1]
        told = self.period(pos)
        if told is None or not isinstance(told[0], Period) or told[0].unit != "year":
            return None
        again = self._dates.years.year(told[1] + 1)
        if again is not None:
            return Season(code, year=again[0].year), again[1]
        return Season(code, direction=told[0].direction), told[1]

    def reference(self, index: int) -> Read | None:
        """الآن، مؤخرا، في الماضي، يوميا، آنذاك، كل عام."""
        at = self._at
        for hit in at.hits(index):
            word = hit.value
            if word.kind == "reference":
                if word.form and not self._introduced(index, hit):
                    continue
                if word.value == "FUTURE_REF" and at.norm(index - 1) in at.words.copulas:
                    continue
                return Reference(word.value), hit.last
            if word.kind == "length":
                if hit.prefix[-1:] in at.words.manner:
                    continue
                return Stretch(word.value), hit.last
            if word.kind == "recurring":
                if self._is_lead(hit):
                    continue
                return Recurring(word.value), hit.last
            if word.kind == "anaphor":
                return Anaphor(word.value), hit.last
            if word.kind == "later":
                return Reference("later"), hit.last
        return self._every(index)

    def _is_lead(self, hit: Hit[TimeWord]) -> bool:
        """Tell 'the days of' (يومي 15 و16، شهري رجب وشعبان) from 'daily'."""
        following = hit.last + 1
        return self._at.month_day(following) is not None or self._at.word(following, "weekday", "month") is not None

    def _introduced(self, index: int, hit: Hit[TimeWord]) -> bool:
        """Tell whether the word before, or the preposition on it, makes this a reference ('in the past')."""
        at = self._at
        before = at.words.only_after[hit.value.value]
        return hit.prefix[-1:] in before if hit.prefix.strip("وف") else at.bare_in(index - 1, before) is not None

    def _every(self, index: int) -> Read | None:
        at = self._at
        every = at.word(index, "every", prefixes=None)
        if every is None:
            return None
        weekday = at.word(every.last + 1, "weekday")
        pos = every.last + 1
        noun = at.unit(pos)
        if noun is not None and noun.value.value == "day" and (of := at.word(noun.last + 1, "weekday")):
            weekday = of
        if weekday:
            return Recurring(f"XXXX-WXX-{weekday.value.number}"), weekday.last
        bare = noun.last + 1 if noun is not None and noun.value.value == "day" else pos
        if number := at.words.bare_weekdays.get(at.norm(bare)):
            return Recurring(f"XXXX-WXX-{number}"), bare
        length = self._lengths.counted(pos)
        if noun and noun.value.form == "one" and not noun.value.definite:
            return Recurring(length_value(Length(UNITS[noun.value.value], 1))), noun.last
        return (Recurring(length_value(length[0])), length[1]) if length else None
