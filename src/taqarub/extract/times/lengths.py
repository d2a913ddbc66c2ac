"""Grammar of durations: 'أكثر من عامين', 'السنوات الثلاث المقبلة', 'قبل شهرين', 'أربع ساعات ونصف الساعة'."""

from __future__ import annotations

from dataclasses import replace

from taqarub.extract.times.cursor import AND, Cursor
from taqarub.extract.times.dates import Dates
from taqarub.extract.times.nodes import Ago, Direction, Length, Node, Unit
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord
from taqarub.text import folded

Read = tuple[Node, int]

UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "night": "night", "day": "day", "week": "week",
    "month": "month", "year": "year", "decade": "decade", "century": "century", "season": "season",
}  # fmt: skip
_SMALLER: dict[Unit, tuple[Unit, int]] = {
    "hour": ("minute", 60), "day": ("hour", 24), "year": ("month", 12), "decade": ("year", 10),
    "century": ("year", 100),
}  # fmt: skip
_SIGNS = {"قبل": -1, "بعد": 1}
_DATE = folded("التاريخ")
_ON_END = folded("على التوالي")


class Lengths:
    """Reads durations; None where there are none."""

    def __init__(self, cursor: Cursor, dates: Dates) -> None:
        self._at = cursor
        self._dates = dates

    def duration(self, index: int) -> Read | None:
        """Read a duration with what rounds or qualifies it, 'ago' included."""
        at = self._at
        word = at.norm(index)
        sign = _SIGNS.get(word[1:] if word[:1] in ("و", "ف") else word)
        found = self._compound(index + 1 if sign else index)
        if found is None:
            return self._since(index, sign) if sign else None
        length, last = found
        if sign and at.norm(last + 1) == "من" and at.norm(last + 2) in at.words.that:
            noun = at.unit(last + 3, "one", definite=True) is not None or at.norm(last + 3) == _DATE
            if not noun and at.norm(last + 3).startswith("ال"):
                return None  # بعد أيام من هذا الإعلان
            return Ago(length, sign, told=True), last + (3 if noun else 2)
        from_now = at.norm(last + 1) == "من" and at.norm(last + 2) in at.words.now
        if sign == -1:
            return self._ago(length, last + 2 if from_now else last)
        since = at.norm(index - 1) == "منذ"
        if from_now and (sign or since or at.bare_in(index - 1, at.words.before_duration) is None):
            return Ago(length, sign or (-1 if since else 0)), last + 2
        return None if sign else found

    def _since(self, index: int, sign: int) -> Read | None:
        """Read 'قبل ذلك بيومين', 'بعد ذلك بأسبوع'."""
        if self._at.norm(index + 1) not in self._at.words.that:
            return None
        noun = self._at.unit(index + 2, prefix="ب")
        found = self.counted(index + 2, first=True) or (self._one(index + 2, "ب") if noun else None)
        return (Ago(found[0], sign, told=True), found[1]) if found and self._at.norm(index + 2)[:1] == "ب" else None

    def _ago(self, length: Length, last: int) -> Read | None:
        """قبل شهرين، قبل شهر من الآن; 'قبل يومين من الانتخابات' is no point in time of its own."""
        return None if self._at.norm(last + 1) in ("من", "علي") else (Ago(length, -1), last)

    def _compound(self, index: int) -> tuple[Length, int] | None:
        """Read units joined by و: عام واحد وشهر و21 يوما، ساعتان و30 دقيقة."""
        at = self._at
        found = self._length(index)
        first = None if found else self._one(index)
        if first is not None:
            following = first[1] + (2 if at.norm(first[1] + 1) == "و" else 1)
            found = first if at.norm(following).startswith("و") or following > first[1] + 1 else None
            if found is None or self.counted(following, first=True) is None:
                return None
        listed = at.norm(index - 1) == "بين"
        if found is None or found[0].count is None or found[0].direction or found[0].half or listed:
            return found
        length, last = found
        units = {length.unit}
        while len(units) < len(UNITS):
            pos = last + 2 if at.norm(last + 1) == "و" else last + 1
            if pos == last + 1 and not at.norm(pos).startswith("و"):
                break
            part = self.counted(pos, first=True) or self._one(pos)
            if part is None or part[0].unit in units or part[0].half or _CODES[part[0].unit][1] in ("DE", "CE"):
                break
            units.add(part[0].unit)
            length, last = replace(length, more=(*length.more, part[0])), part[1]
        return length, last

    def _one(self, index: int, prefix: str = "و") -> tuple[Length, int] | None:
        """Read one of a unit: [عام و]شهر, [ساعة و]دقيقة واحدة."""
        noun = self._at.unit(index, "one", definite=False, prefix=None)
        if noun is None or noun.prefix not in ("", prefix) or UNITS[noun.value.value] in ("season", "night"):
            return None
        if self._dates.full(index) is not None:
            return None
        last = noun.last + 1 if self._at.norm(noun.last + 1) in self._at.words.single else noun.last
        return Length(UNITS[noun.value.value], 1), last

    def whole(self, index: int) -> Read | None:
        """[طوال] الشهر: all of a unit long."""
        at = self._at
        noun = at.unit(index, "one", definite=True)
        if noun is None or at.bare_in(index - 1, at.words.whole) is None or at.direction(noun.last + 1):
            return None
        following = at.number(noun.last + 1)
        return (Length(UNITS[noun.value.value], 1), noun.last) if following is None else None

    def _length(self, index: int) -> tuple[Length, int] | None:
        at = self._at
        rounded = at.word(index, "approximator", prefixes=None)
        pos = rounded.last + 1 if rounded else index
        found = self.counted(pos, first=rounded is None) or self._definite(pos)
        if found is None and rounded is not None:
            found = self._some(pos)
        elif found is None:
            found = self._some(pos) if self._in_duration(index) or self._is_qualified(index) else None
        if found is None:
            return None
        return self._with_qualifiers(*found)

    def counted(self, index: int, *, first: bool = False) -> tuple[Length, int] | None:
        """ثلاث سنوات، 24 ساعة، سنتين، 4 أو [5 سنوات]."""
        at = self._at
        prefix = None if first else ""
        two = at.unit(index, "two", definite=False if first else None, prefix=prefix)
        if two is not None:
            return self._with_half(Length(UNITS[two.value.value], 2), two.last)
        number = at.number(index + 1 if at.norm(index) == "ال" else index)
        if number is None or number.kind == "ordinal":
            return None
        noun = at.unit(number.last + 2 if at.norm(number.last + 1) == "/" else number.last + 1)
        if noun is None or noun.value.form == "two" or noun.value.value == "season":
            return None
        unit, value = UNITS[noun.value.value], number.value
        if isinstance(value, float) and value < 1:
            return self._part_of_unit(unit, value, noun.last)
        return self._with_half(Length(unit, value), noun.last)

    @staticmethod
    def _part_of_unit(unit: Unit, part: float, last: int) -> tuple[Length, int] | None:
        """نصف ساعة، ربع قرن: counted in the smaller unit."""
        if unit not in _SMALLER:
            return None
        smaller, count = _SMALLER[unit]
        return Length(smaller, round(part * count)), last

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
        modifier = self._at.direction(pos)
        ordinal = at.number(pos)
        if modifier is None and count is None and at.norm(pos)[:1] == "و":
            modifier = self._shared_modifier(pos)
        if modifier is not None:
            if unit == "decade" and modifier[0] == "this":
                return None  # العقود الحالية: contracts
            return Length(unit, count, direction=modifier[0]), modifier[1]
        if ordinal is not None and ordinal.kind == "ordinal" and ordinal.value == 1:
            return Length(unit, count), ordinal.last
        if at.norm(pos) in at.words.first_ones:
            whole = self._dates.years.tail(pos + 1) if at.norm(pos + 1) == "من" else None
            return Length(unit, count), whole[1] if whole else pos
        return (Length(unit, count), pos - 1) if counted else None

    def _shared_modifier(self, index: int) -> tuple[Direction, int] | None:
        """Give the modifier of the second of two units: الأسابيع والأشهر المقبلة."""
        other = self._at.unit(index, "many", definite=True, prefix="و")
        modifier = self._at.direction(other.last + 1) if other else None
        return (modifier[0], index - 1) if modifier else None

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
        if unit == "hour" and noun.value.definite and at.number(noun.last + 1):
            return None  # حوالي الساعة السابعة
        length = Length(unit, 1 if noun.value.form == "one" else None)
        return self._with_half(length, noun.last) if length.count else (length, noun.last)

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
        """Tell whether the word or proclitic before makes a bare unit a duration ('after days')."""
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
        modifier = self._at.direction(last + 1)
        if modifier and length.unit != "day":
            return replace(length, direction=modifier[0]), modifier[1]
        return (replace(length, direction=modifier[0]), modifier[1]) if modifier else (length, last)


_CODES = {
    "second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "night": ("", "D"), "day": ("", "D"),
    "week": ("", "W"), "month": ("", "M"), "year": ("", "Y"), "decade": ("", "DE"), "century": ("", "CE"),
    "season": ("", "Y"),
}  # fmt: skip
_ORDER = ("century", "decade", "year", "season", "month", "week", "day", "night", "hour", "minute", "second")
_HALVES = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S"}


def length_value(length: Length) -> str:
    """Give a duration as TIMEX3 writes it.

    >>> length_value(Length("year", 2, half=True)), length_value(Length("hour", None))
    ('P2Y6M', 'PTXH')
    >>> length_value(Length("minute", 30, more=(Length("day", 1), Length("hour", 2))))
    'P1DT2H30M'
    """
    parts = sorted((length, *length.more), key=lambda part: _ORDER.index(part.unit))
    values = [_part_value(part) for part in parts]
    dates = "".join(value for value in values if not value.startswith("T"))
    times = "".join(value[1:] for value in values if value.startswith("T"))
    return f"P{dates}T{times}" if times else f"P{dates}"


def _part_value(length: Length) -> str:
    """Give one unit of a duration."""
    time, code = _CODES[length.unit]
    count = length.count
    if length.half and count is not None and length.unit not in _HALVES:
        count, half = count + 0.5, ""
    else:
        half = _HALVES[length.unit] if length.half else ""
    number = "X" if count is None else f"{count:g}" if isinstance(count, float) else str(count)
    return f"{time}{number}{code}{half}"
