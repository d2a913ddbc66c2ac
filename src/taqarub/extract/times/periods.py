"""Grammar of periods and durations: 'الأسبوع الماضي', 'السنوات الثلاث المقبلة', 'أكثر من عامين', 'قبل شهرين'."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.cursor import AND, Cursor
from taqarub.extract.times.dates import Dates
from taqarub.extract.times.nodes import (
    Ago,
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

UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "night": "night", "day": "day", "week": "week",
    "month": "month", "year": "year", "decade": "decade", "century": "century", "season": "season",
}  # fmt: skip
_STRETCH_REFERENCE: dict[str, str] = {
    "past": "PAST_REF", "recent": "PAST_REF", "before": "PAST_REF", "this": "PRESENT_REF", "next": "FUTURE_REF",
    "after": "FUTURE_REF",
}  # fmt: skip
_SEASON_LEADS = frozenset(folded(word) for word in ("فصل", "موسم"))
_QUARTERS = {folded("الربع"): "Q", folded("النصف"): "H"}
_ON_END = folded("على التوالي")
_SAME_BEFORE = frozenset(folded(word) for word in ("نفس", "ذات"))


class Periods:
    """Reads periods, durations, sets and references; None where there are none."""

    def __init__(self, cursor: Cursor, dates: Dates) -> None:
        self._at = cursor
        self._dates = dates

    # --- a unit with a modifier ------------------------------------------------------------------------------

    def period(self, index: int) -> Read | None:
        """Read 'الأسبوع الماضي', 'هذا العام', 'نفس اليوم', 'اليوم التالي', 'القرن الماضي'."""
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        same = at.bare_in(index, _SAME_BEFORE) is not None
        if demonstrative or same:
            noun = at.unit(index + 1, "one", definite=True)
            if noun is None:
                return self._these(index + 1, demonstrative) if demonstrative else None
            direction: Direction = "this" if demonstrative and demonstrative.value.value == "this" else "same"
            return Period(UNITS[noun.value.value], direction), noun.last
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun is None:
            return self._stretch(index, None)
        unit = UNITS[noun.value.value]
        modifier = self._dates.direction(noun.last + 1)
        ordinal = at.number(noun.last + 1)
        if unit == "day" and ordinal is not None and ordinal.kind == "ordinal":
            return Anaphor("day"), ordinal.last
        if modifier is None:
            return None
        if unit == "season":
            return self._reference(modifier)
        if modifier[0] == "recent":
            return Length(unit, 1, direction="recent"), modifier[1]
        return Period(unit, modifier[0]), modifier[1]

    def _these(self, index: int, demonstrative: Hit[TimeWord]) -> Read | None:
        """هذه الأعوام، هذه الفترة."""
        many = self._at.unit(index, "many", definite=True)
        if many is not None:
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
        modifier = self._dates.direction(pos)
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
        told: Read | None = self._dates.year(pos) or self.period(pos)
        if told is None:
            return None
        node, last = told
        if isinstance(node, Period):
            return (replace(node, part=f"{kind}{value}"), last) if node.unit == "year" else None
        if isinstance(node, Date) and node.year and not node.month:
            return Named(f"{node.year:04d}-{kind}{value}"), last
        return None

    def century(self, index: int) -> Read | None:
        """القرن العشرين، القرن الـ19، ثمانينيات القرن الماضي، الثمانينيات، سنوات الستينات."""
        at = self._at
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun and noun.value.value == "century":
            pos = noun.last + 1
            if at.norm(pos) == "ال":
                pos += 1
            digits = at.plain_digits(pos, (1, 2))
            number = at.number(pos)
            value = digits if digits is not None else number.value if number else None
            if isinstance(value, int) and 1 <= value <= 22:
                return Named(f"{value - 1:02d}"), number.last if number and digits is None else pos
            return None
        lead = at.unit(index, "many", definite=False, prefix=None) or at.word(index, "stretch", prefixes=None)
        decade = at.word(lead.last + 1 if lead else index, "decade", prefixes=("",) if lead else None)
        if decade is None:
            return None
        told = self.century(decade.last + 1) or self.period(decade.last + 1)
        before = 19
        if told and isinstance(told[0], Named) and len(told[0].value) == 2:
            return Named(f"{told[0].value}{decade.value.number}"), told[1]
        if told and isinstance(told[0], Period) and told[0].unit == "century":
            before = 20 if told[0].direction == "this" else 19
            return Named(f"{before}{decade.value.number}"), told[1]
        if not decade.value.definite and lead is None:
            return None
        return Named(f"{before}{decade.value.number}"), decade.last

    def season(self, index: int) -> Read | None:
        """صيف 2022، الصيف المقبل، هذا الربيع، فصل الشتاء المقبل، صيف العام الماضي."""
        at = self._at
        demonstrative = at.word(index, "demonstrative", prefixes=None)
        lead = at.bare_in(index, _SEASON_LEADS) is not None
        pos = index + 1 if demonstrative or lead else index
        hit = at.word(pos, "season", prefixes=("",) if pos > index else None)
        if hit is None:
            return None
        code, last = hit.value.value, hit.last
        if demonstrative:
            return (Season(code, direction="this"), last) if hit.value.definite else None
        modifier = self._dates.direction(last + 1)
        if modifier and hit.value.definite:
            return Season(code, direction=modifier[0]), modifier[1]
        of = last + 2 if at.norm(last + 1) == "من" else last + 1
        year = self._dates.year(of)
        if year and year[0].year and not hit.value.definite:
            return Season(code, year=year[0].year), year[1]
        told = self.period(of)
        if told and isinstance(told[0], Period) and told[0].unit == "year":
            again = self._dates.year(told[1] + 1)
            if again and again[0].year:
                return Season(code, year=again[0].year), again[1]
            return Season(code, direction=told[0].direction), told[1]
        in_season = hit.value.definite and at.norm(index - 1) in at.words.introducers
        return (Season(code), last) if in_season or lead else None

    def feast(self, index: int) -> Read | None:
        """عيد الفطر المبارك، عشية عيد الأضحى، رأس السنة."""
        at = self._at
        eve = at.bare_in(index, at.words.eves) is not None
        hit = at.word(index + 1 if eve else index, "feast", prefixes=("",) if eve else None)
        if hit is None or (hit.last == index and at.norm(index - 1) not in at.words.before_feast):
            return None
        modifier = self._dates.direction(hit.last + 1)
        if modifier:
            return FeastDay(hit.value.number, direction=modifier[0], eve=eve), modifier[1]
        year = self._dates.year(hit.last + 1)
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
                if at.norm(index - 1) in at.words.copulas:
                    continue
                return Reference(word.value), hit.last
            if word.kind == "length":
                return Stretch(word.value), hit.last
            if word.kind == "recurring":
                return Recurring(word.value), hit.last
            if word.kind == "anaphor":
                return Anaphor(word.value), hit.last
            if word.kind == "later":
                return Reference("later"), hit.last
        return self._every(index)

    def _introduced(self, index: int, hit: Hit[TimeWord]) -> bool:
        """Tell whether the word before, or the preposition on it, makes this a reference ('in the past')."""
        at = self._at
        before = at.words.only_after[at.norm(hit.last)[len(hit.prefix) :]] if hit.first == hit.last else frozenset()
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
        length = self._counted(pos)
        if noun and noun.value.form == "one" and not noun.value.definite:
            return Recurring(length_value(Length(UNITS[noun.value.value], 1))), noun.last
        return (Recurring(length_value(length[0])), length[1]) if length else None

    # --- durations -----------------------------------------------------------------------------------------

    def duration(self, index: int) -> Read | None:
        """Read a duration with what rounds or qualifies it, 'ago' included."""
        at = self._at
        if at.norm(index) in ("قبل", "وقبل", "فقبل") and (ago := self._length(index + 1)):
            return self._ago(*ago)
        return self._length(index)

    def _ago(self, length: Length, last: int) -> Read | None:
        """قبل شهرين، قبل شهر من الآن; 'قبل يومين من الانتخابات' is no point in time of its own."""
        at = self._at
        if at.norm(last + 1) == "من" and at.word(last + 2, "reference", "deictic"):
            return Ago(length, -1), last + 2
        if at.norm(last + 1) in ("من", "علي"):
            return None
        return Ago(length, -1), last

    def _length(self, index: int) -> tuple[Length, int] | None:
        at = self._at
        rounded = at.word(index, "approximator", prefixes=None)
        pos = rounded.last + 1 if rounded else index
        found = self._counted(pos, first=rounded is None) or self._definite(pos)
        if found is None and rounded is not None:
            found = self._some(pos)
        elif found is None:
            found = self._some(pos) if self._in_duration(index) or self._is_qualified(index) else None
        if found is None:
            return None
        return self._with_qualifiers(*found)

    def _counted(self, index: int, *, first: bool = False) -> tuple[Length, int] | None:
        """ثلاث سنوات، 24 ساعة، سنتين، 4 أو [5 سنوات]."""
        at = self._at
        prefix = None if first else ""
        two = at.unit(index, "two", definite=False, prefix=prefix)
        if two is not None:
            return self._with_half(Length(UNITS[two.value.value], 2), two.last)
        number = at.number(index)
        if number is None or number.kind == "ordinal" or isinstance(number.value, float) and number.value < 1:
            return None
        pos = number.last + 1
        if at.norm(pos) == "/":
            pos += 1
        noun = at.unit(pos)
        if noun is None or noun.value.form == "two" or noun.value.value == "season":
            return None
        return self._with_half(Length(UNITS[noun.value.value], number.value), noun.last)

    def shared(self, index: int) -> Read | None:
        """Read the first number of '4 أو 5 سنوات': it shares the unit of the second."""
        at = self._at
        number = at.number(index)
        if number is None or number.kind != "cardinal" or number.value is None:
            return None
        pos = number.last + 1
        joined = at.norm(pos)
        if joined in AND:
            pos += 1
        elif not (joined.startswith("و") and len(joined) > 3):
            return None
        second = at.number(pos)
        if second is None or second.kind != "cardinal" or second.value is None or second.value <= number.value:
            return None
        noun = at.unit(second.last + 1)
        if noun is None or noun.value.form == "two" or at.norm(second.last) == "":
            return None
        return Length(UNITS[noun.value.value], number.value), number.last

    def _with_half(self, length: Length, last: int) -> tuple[Length, int]:
        """سنتين ونصف، أربع ساعات ونصف الساعة."""
        at = self._at
        joined = at.norm(last + 1)
        pos = last + 2 if joined == "و" else last + 1
        if at.norm(pos) not in at.words.halves:
            return length, last
        noun = at.unit(pos + 1, "one")
        same = noun is not None and UNITS[noun.value.value] == length.unit
        return replace(length, half=True), noun.last if noun and same else pos

    def _definite(self, index: int) -> tuple[Length, int] | None:
        """السنوات الثلاث المقبلة، الأيام القليلة الماضية، الشهرين الماضيين، السنوات الأخيرة."""
        at = self._at
        noun = at.unit(index, definite=True, prefix=None)
        if noun is None or noun.value.form == "one":
            return None
        unit = UNITS[noun.value.value]
        pos = noun.last + 1
        if at.norm(pos) in at.words.few:
            pos += 1
        count: int | float | None = 2 if noun.value.form == "two" else None
        if at.norm(pos) == "ال":
            pos += 1
        number = at.number(pos)
        counted = number is not None and number.kind == "cardinal" and number.value is not None
        if number is not None and counted and count is None:
            count, pos = number.value, number.last + 1
        modifier = self._dates.direction(pos)
        ordinal = at.number(pos)
        if modifier is not None:
            if unit == "decade" and modifier[0] == "this":
                return None  # العقود الحالية: contracts
            return Length(unit, count, direction=modifier[0]), modifier[1]
        if ordinal is not None and ordinal.kind == "ordinal" and ordinal.value == 1:
            return Length(unit, count), ordinal.last
        if at.norm(pos) in at.words.first_ones:
            whole = self.period(pos + 2) if at.norm(pos + 1) == "من" else None
            return Length(unit, count), whole[1] if whole else pos
        return (Length(unit, count), pos - 1) if counted else None

    def _some(self, index: int) -> tuple[Length, int] | None:
        """أيام، سنوات، شهر، عقد: one or some of a unit, where the words around make it a duration."""
        at = self._at
        noun = at.unit(index, "one", prefix=None) or at.unit(index, "many", prefix=None)
        if noun is None or (noun.value.definite and noun.value.form == "many"):
            return None
        unit = UNITS[noun.value.value]
        if unit in ("season", "second", "night") or self._dates.full(index) is not None:
            return None
        if noun.value.definite and at.word(index - 1, "approximator", prefixes=None) is None:
            return None
        if unit == "decade" and not self._is_decade(noun):
            return None
        return Length(unit, 1 if noun.value.form == "one" else None), noun.last

    def _is_decade(self, noun: Hit[TimeWord]) -> bool:
        """Tell عقد the decade from عقد 'holding' or 'contract': nothing it could hold follows."""
        at = self._at
        if noun.prefix[-1:] in ("ل", "ب") and noun.value.form == "one":
            return False
        following = at.norm(noun.last + 1)
        return not at.tokens[noun.last + 1].is_word or following in ("من", "علي", "و", "في") if following else True

    def in_succession(self, index: int) -> Read | None:
        """لليوم الثالث على التوالي: three days by now."""
        at = self._at
        noun = at.unit(index, "one", definite=True, prefix=None)
        if noun is None or noun.prefix[-1:] != "ل":
            return None
        ordinal = at.number(noun.last + 1)
        if ordinal is None or ordinal.kind != "ordinal":
            return None
        last = ordinal.last
        if f"{at.norm(last + 1)} {at.norm(last + 2)}" == _ON_END:
            return Length(UNITS[noun.value.value], ordinal.value), last + 2
        return None

    def _in_duration(self, index: int) -> bool:
        """Tell whether the word or proclitic before makes a bare unit a duration ('after days', 'for years')."""
        at = self._at
        noun = at.unit(index, prefix=None)
        if at.bare_in(index - 1, at.words.before_duration) is not None:
            return True
        return noun is not None and (noun.prefix.endswith("ل") or (noun.prefix == "و" and noun.value.form == "many"))

    def _is_qualified(self, index: int) -> bool:
        noun = self._at.unit(index, prefix=None)
        return noun is not None and self._at.word(noun.last + 1, "qualifier") is not None

    def _with_qualifiers(self, length: Length, last: int) -> tuple[Length, int]:
        """قليلة، كاملة، تقريبا، الماضية: words behind that belong to the phrase."""
        at = self._at
        for _ in range(2):
            hit = at.word(last + 1, "qualifier")
            if hit is None:
                break
            last = hit.last
        modifier = self._dates.direction(last + 1)
        if modifier and length.unit != "day":
            return replace(length, direction=modifier[0]), modifier[1]
        return (replace(length, direction=modifier[0]), modifier[1]) if modifier else (length, last)


_CODES = {
    "second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "night": ("", "D"), "day": ("", "D"),
    "week": ("", "W"), "month": ("", "M"), "year": ("", "Y"), "decade": ("", "DE"), "century": ("", "CE"),
    "season": ("", "Y"),
}  # fmt: skip
_HALVES = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S"}


def length_value(length: Length) -> str:
    """Give a duration as TIMEX3 writes it.

    >>> length_value(Length("year", 2, half=True)), length_value(Length("hour", None))
    ('P2Y6M', 'PTXH')
    """
    time, code = _CODES[length.unit]
    count = length.count
    if length.half and count is not None and length.unit not in _HALVES:
        count, half = count + 0.5, ""
    else:
        half = _HALVES[length.unit] if length.half else ""
    number = "X" if count is None else f"{count:g}" if isinstance(count, float) else str(count)
    return f"P{time}{number}{code}{half}"
