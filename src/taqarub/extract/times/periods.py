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
    FeastDay,
    Length,
    Named,
    Node,
    Period,
    Recurring,
    Reference,
    Season,
    Stretch,
    Unit,
)
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord
from taqarub.text import folded

Read = tuple[Node, int]

_STRETCH_REFERENCE: dict[str, str] = {
    "past": "PAST_REF", "recent": "PAST_REF", "before": "PAST_REF", "this": "PRESENT_REF",
    "next": "FUTURE_REF", "after": "FUTURE_REF", "before last": "PAST_REF", "after next": "FUTURE_REF",
}  # fmt: skip
_SEASON_LEADS = frozenset(folded(word) for word in ("فصل", "موسم"))
_QUARTERS = {folded("الربع"): "Q", folded("النصف"): "H"}
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
        """الربع الأول من 2022، النصف الثاني من العام الماضي، العقد الثاني."""
        at = self._at
        kind = next((kind for word, kind in _QUARTERS.items() if at.norm(index).endswith(word)), None)
        if kind is None:
            return None
        ordinal = at.number(index + 1)
        last_ordinal = at.norm(index + 1) == folded("الأخير")
        count = 4 if kind == "Q" else 2
        if last_ordinal:
            value, last = count, index + 1
        elif ordinal and ordinal.kind == "ordinal" and isinstance(ordinal.value, int) and ordinal.value <= count:
            value, last = ordinal.value, ordinal.last
        else:
            return None
        pos = last + 2 if at.norm(last + 1) in ("من", "ل") else last + 1
        told: Read | None = self._dates.years.year(pos) or self.period(pos)
        if told is None:
            return None
        node, last = told
        if isinstance(node, Period):
            return (replace(node, part=f"{kind}{value}"), last) if node.unit == "year" else None
        if isinstance(node, Date) and node.year and not node.month:
            return Named(f"{node.year:04d}-{kind}{value}"), last
        return None

    def century(self, index: int) -> Read | None:
        """Read 'القرن العشرين', 'القرن الـ19', and decades: 'ثمانينيات القرن الماضي', 'سنوات الستينات'."""
        at = self._at
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun is None or noun.value.value != "century":
            return self._decade(index)
        pos = noun.last + 2 if at.norm(noun.last + 1) == "ال" else noun.last + 1
        number = at.number(pos)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 22:
            return None
        return Named(f"{number.value - 1:02d}"), number.last

    def _decade(self, index: int) -> Read | None:
        at = self._at
        lead = at.unit(index, definite=False, prefix=None) or at.word(index, "stretch", prefixes=None)
        decade = at.word(lead.last + 1 if lead else index, "decade", prefixes=("",) if lead else None)
        if decade is None:
            return None
        pos = decade.last + 2 if at.norm(decade.last + 1) == "من" else decade.last + 1
        told = self._century_told(pos)
        if told is None and not decade.value.definite and lead is None:
            return None
        century, last = told or (19, decade.last)
        return Named(f"{century:02d}{decade.value.number}"), last

    def _century_told(self, index: int) -> tuple[int, int] | None:
        noun = self._at.unit(index, "one", definite=True)
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

    def feast(self, index: int) -> Read | None:
        """عيد الفطر المبارك، عشية عيد الأضحى، رأس السنة."""
        at = self._at
        eve = at.bare_in(index, at.words.eves) is not None
        hit = at.word(index + 1 if eve else index, "feast", prefixes=("",) if eve else None)
        if hit is None or (hit.last == index and at.norm(index - 1) not in at.words.before_feast):
            return None
        modifier = self._at.direction(hit.last + 1)
        if modifier:
            return FeastDay(hit.value.number, direction=modifier[0], eve=eve), modifier[1]
        year = self._dates.years.year(hit.last + 1)
        if year and year[0].year:
            return FeastDay(hit.value.number, year=year[0].year, eve=eve), year[1]
        return FeastDay(hit.value.number, eve=eve), hit.last

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
        length = self._lengths.counted(pos)
        if noun and noun.value.form == "one" and not noun.value.definite:
            return Recurring(length_value(Length(UNITS[noun.value.value], 1))), noun.last
        return (Recurring(length_value(length[0])), length[1]) if length else None
