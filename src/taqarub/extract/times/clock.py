"""Grammar of hours and parts of the day: 'مساء أمس الأحد', 'الساعة 16:30 بتوقيت غرينتش', 'الليلة الماضية'."""

from __future__ import annotations

from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.dates import Dates
from taqarub.extract.times.feasts import Feasts
from taqarub.extract.times.lengths import UNITS
from taqarub.extract.times.nodes import Around, Date, FeastDay, Moment, Node, Period
from taqarub.extract.times.periods import Periods
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord
from taqarub.text import folded

Read = tuple[Node, int]

_HOUR = frozenset(folded(word) for word in ("الساعة",))
_QUARTERS = {
    folded("النصف"): 30,
    folded("نصف"): 30,
    folded("الربع"): 15,
    folded("ربع"): 15,
    folded("الثلث"): 20,
    folded("ثلث"): 20,
}
_MINUTE = frozenset(folded(word) for word in ("دقيقة", "دقائق"))
_TONIGHT = folded("الليلة")
_ZONE = folded("بتوقيت")
_LOCAL = folded("بالتوقيت")


class Clock:
    """Reads times of day; None where there are none."""

    def __init__(self, cursor: Cursor, dates: Dates, periods: Periods, feasts: Feasts) -> None:
        self._at = cursor
        self._dates = dates
        self._periods = periods
        self._feasts = feasts

    def part(self, index: int) -> Read | None:
        """Read a part of the day with its day: صباح اليوم، فجر الأحد، مساءً، هذا المساء، الليلة الماضية."""
        at = self._at
        if at.word(index, "demonstrative", prefixes=None):
            hit = at.word(index + 1, "part")
            known = hit is not None and hit.value.definite and hit.value.value != "TAF"  # هذا العصر: our age
            return (Moment(hit.value.value, Date(shift=0)), hit.last) if hit and known else None
        hit = at.word(index, "part", "midnight", prefixes=None)
        if hit is None:
            return None
        pos = hit.last + 1
        if at.norm(pos) in ("من", ",", '"', "”", "»"):
            pos += 1
        base = None if hit.value.definite and pos == hit.last + 1 else self._base(pos)
        if base is not None:
            return Moment(hit.value.value, base[0]), self._bracketed(base[1])
        told = at.word(pos, "anaphor")
        if told is not None and not hit.value.definite:
            return Moment(hit.value.value, None), told.last
        return self._part_alone(hit)

    def _part_alone(self, hit: Hit[TimeWord]) -> Read | None:
        """Read مساءً، الليلة، الليلة الماضية، خلال الليل."""
        at = self._at
        part = hit.value.value
        if hit.value.definite and part == "TNI" and at.norm(hit.first).endswith(_TONIGHT):
            modifier = at.direction(hit.last + 1)
            shift = {"past": -1, "next": 1}.get(modifier[0], 0) if modifier else 0
            last = modifier[1] if modifier and shift else hit.last
            return Moment(part, Date(shift=shift)), self._bracketed(last)
        if hit.value.definite and part == "TNI" and at.norm(hit.first - 1) in at.words.before_duration:
            return Moment("XTNI", None), hit.last
        return (Moment(part, None), hit.last) if hit.value.form == "adverb" else None

    def _base(self, index: int) -> tuple[Date | FeastDay | Period, int] | None:
        """Read the day a part of the day belongs to."""
        at = self._at
        feast = self._feasts.feast(index)
        if feast is not None and isinstance(feast[0], FeastDay):
            return feast[0], feast[1]
        day = self._dates.named_day(index) or self._dates.numeric(index)
        if day is None and at.plain_digits(index, (1, 2)) and at.norm(index + 1) == "-":  # ليل 11-12 مايو
            second = self._dates.numeric(index + 2)
            first = at.plain_digits(index, (1, 2))
            if second and first and second[0].day:
                return Date(first, second[0].month, second[0].year, direction=second[0].direction), second[1]
        told = self._periods.period(index)
        if told is not None and isinstance(told[0], Period) and told[0].unit == "day" and told[1] > (day or (0, -1))[1]:
            return told[0], told[1]  # مساء اليوم نفسه
        return day

    def _bracketed(self, last: int) -> int:
        """Take in a weekday told again in brackets: الليلة الماضية (السبت)."""
        at = self._at
        if at.norm(last + 1) == "(" and at.word(last + 2, "weekday") and at.norm(last + 3) == ")":
            return last + 3
        return last

    def day_with_part(self, index: int) -> Read | None:
        """Read a day with the part of the day behind it: الأحد مساءً، أمس صباحا."""
        at = self._at
        day = self._dates.named_day(index)
        if day is None:
            return None
        hit = at.word(day[1] + 1, "part")
        if hit is None or hit.value.form != "adverb":
            return None
        return Moment(hit.value.value, day[0]), hit.last

    def hour(self, index: int) -> Read | None:
        """Read a clock time: الساعة الثالثة والنصف من عصر اليوم، 16:30 بتوقيت إسرائيل."""
        at = self._at
        named = at.bare_in(index, _HOUR) is not None
        pos = index + 1 if named else index
        if named and at.norm(pos) in ("(", "ال"):
            pos += 1
        time = self._digital(pos) or self._spoken(pos)
        if time is None or (at.norm(index - 1) in (":", ".", "/") and at.adjacent(index)):
            return None
        hour, minute, last = time
        adverb = at.word(last + 1, "part")
        part, base, last = self._day_of(last)
        zone = self._zone(last + 1)
        if not named and at.tokens[index].is_number:
            if not self._is_hour(index, known=bool(part or zone), day=base is not None):
                return None
        elif not named and not (adverb and adverb.value.form == "adverb"):  # الثامنة مساء
            return None
        if zone is not None:
            last = zone
            again = self._dates.named_day(last + 1) if base is None else None
            base, last = again or (base, last)
        return _clock(hour, minute or 0, part, base), last

    def _is_hour(self, index: int, *, known: bool, day: bool) -> bool:
        """Tell whether 16:30 is an hour without the word for it."""
        at = self._at
        stands = known or day or at.norm(index - 1) in at.words.clock_leads
        return stands and at.norm(index + 1) == ":"

    def _digital(self, index: int) -> tuple[int, int | None, int] | None:
        at = self._at
        hour = at.plain_digits(index, (1, 2))
        if hour is None or hour > 24:
            return None
        minute = at.plain_digits(index + 2, (2,))
        if at.norm(index + 1) in (":", ".") and minute is not None and minute < 60 and at.adjacent(index + 2):
            if at.norm(index + 3) == ":" and at.plain_digits(index + 4, (2,)) is not None:
                return hour % 24, minute, index + 4
            return hour % 24, minute, index + 2
        whole, _, part = at.norm(index).partition(".")
        if part and whole.isdigit() and len(part) == 2 and int(whole) <= 24 and int(part) < 60:
            return int(whole) % 24, int(part), index
        if at.bare_in(index - 1, _HOUR) is not None:
            return hour % 24, None, index
        return None

    def _spoken(self, index: int) -> tuple[int, int | None, int] | None:
        """الثالثة والنصف، العاشرة وعشر دقائق، الخامسة إلا ربعا."""
        at = self._at
        number = at.number(index)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 24:
            return None
        if number.kind != "ordinal" and not at.norm(index).startswith("ال"):
            return None
        hour, last = number.value, number.last
        pos = last + 1
        before = at.norm(pos) == folded("إلا")
        word = at.norm(pos + 1) if before else at.norm(pos).removeprefix("و")
        minutes = _QUARTERS.get(word) or _QUARTERS.get(word.removesuffix("ا"))
        if minutes:
            last = pos + 1 if before else pos
            return (hour - 1, 60 - minutes, last) if before else (hour, minutes, last)
        told = at.number(pos)
        if told and isinstance(told.value, int) and told.value < 60 and at.norm(told.last + 1) in _MINUTE:
            return hour, told.value, told.last + 1
        return hour, None, last

    def _day_of(self, last: int) -> tuple[str | None, Date | FeastDay | None, int]:
        """Read the part of the day and the day behind an hour."""
        at = self._at
        pos = last + 2 if at.norm(last + 1) in ("من", "،", "(", ",") else last + 1
        hit = at.word(pos, "part")
        if hit is not None:
            moment = self.part(pos)
            if moment is not None and isinstance(moment[0], Moment):
                base = moment[0].base
                return hit.value.value, base if isinstance(base, Date | FeastDay) else None, moment[1]
            return hit.value.value, None, hit.last
        day = self._dates.named_day(pos)
        return (None, day[0], day[1]) if day else (None, None, last)

    def _zone(self, index: int) -> int | None:
        """Read the zone after a clock time: بتوقيت غرينتش، بالتوقيت المحلي."""
        at = self._at
        pos = index + 1 if at.norm(index) == "(" else index
        if at.norm(pos) == _LOCAL:
            return pos + 1 if pos == index else None
        if at.norm(pos) == "ت" and at.norm(pos + 1) in ("م", "غ"):
            return pos + 1
        if at.norm(pos) == _ZONE:
            last = pos + 1
            while at.norm(last) in at.words.zone_leads and last < pos + 3:
                last += 1
            return min(last, len(at) - 1) if pos == index else None
        return None

    def around(self, index: int) -> Read | None:
        """Read 'وقت سابق من اليوم', 'وقت متأخر من مساء الأحد', 'الساعات الأولى من صباح الاثنين'."""
        at = self._at
        for hit in at.hits(index):
            if hit.value.kind != "earlier":
                continue
            pos = hit.last + 1
            base: Read | None = self.part(pos) or self._base(pos) or self._periods.period(pos)
            if base is None:
                noun = at.unit(pos, "one", definite=True)
                if noun is None or noun.value.value not in ("week", "month", "year"):
                    continue
                base = (Period(UNITS[noun.value.value], "this"), noun.last)
            return Around(hit.value.value, base[0]), self._bracketed(base[1])
        return None


def _clock(hour: int, minute: int, part: str | None, base: Date | FeastDay | None) -> Moment:
    """Give a clock time; in the afternoon and evening twelve hours are added."""
    if (part in ("TAF", "TEV") and hour < 12) or (part == "TNI" and 6 <= hour < 12):
        hour += 12
    elif part in ("TNI", "TMO") and hour == 12:
        hour = 0
    return Moment(f"T{hour:02d}:{minute:02d}", base)
