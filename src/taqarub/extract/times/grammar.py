"""Finding phrases of time in a sentence: the longest reading at every word, then what list members share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from taqarub.extract.times.clock import Clock
from taqarub.extract.times.cursor import AND, Cursor
from taqarub.extract.times.dates import Dates
from taqarub.extract.times.feasts import Feasts
from taqarub.extract.times.lengths import UNITS, Lengths
from taqarub.extract.times.nodes import Date, Named, Node, Period, Phrase
from taqarub.extract.times.periods import Periods
from taqarub.lexicon.timewords import TimeWords
from taqarub.text import Token

Read = tuple[Node, int]

LIST_LENGTH = 8
"""Members of a list of days ('في 3 و4 و5 مارس') that may share one month."""


def find_phrases(tokens: Sequence[Token], words: TimeWords) -> list[Phrase]:
    """Find the phrases of time in the tokens of one sentence, in order, not overlapping."""
    return _share(_Grammar(tokens, words).phrases(), tokens)


class _Grammar:
    def __init__(self, tokens: Sequence[Token], words: TimeWords) -> None:
        self._at = Cursor(tokens, words)
        self._dates = Dates(self._at)
        self._lengths = Lengths(self._at, self._dates)
        self._periods = Periods(self._at, self._dates, self._lengths)
        self._feasts = Feasts(self._at, self._dates.years)
        self._clock = Clock(self._at, self._dates, self._periods, self._feasts)
        self._rules: tuple[Callable[[int], Read | None], ...] = (
            self._lengths.whole, self._clock.around, self._clock.day_with_part, self._clock.part, self._clock.hour,
            self._shared_day, self._dates.full, self._edge, self._before_christ, self._periods.part_of_year,
            self._periods.century, self._periods.season, self._feasts.feast, self._periods.week_of_month,
            self._lengths.in_succession, self._periods.reference, self._periods.period, self._lengths.duration,
            self._lengths.shared,
        )  # fmt: skip

    def phrases(self) -> Iterator[Phrase]:
        index = 0
        while index < len(self._at):
            best = self._best(index)
            blocked = self._blocked(index)
            if blocked is not None and not self._reaches_beyond(index, blocked, best):
                index = blocked + 1
                continue
            if best is None:
                index += 1
                continue
            node, last = best
            yield Phrase(node, index, last, self._start(index), self._at.tokens[last].end)
            index = last + 1

    def _best(self, index: int) -> Read | None:
        at = self._at
        if not (
            at.hits(index)
            or at.tokens[index].is_number
            or at.number(index)
            or at.bare_in(index, at.words.starters) is not None
        ):
            return None
        best: Read | None = None
        for rule in self._rules:
            found = rule(index)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        return best

    def _blocked(self, index: int) -> int | None:
        """Last token of a name or turn of phrase that only looks like a time (روسيا اليوم)."""
        at = self._at
        hit = at.word(index, "not a time", prefixes=None)
        if hit is not None:
            return hit.last
        if at.bare_in(index, at.words.outlet_nouns) is not None:
            for pos in (index + 2, index + 3):
                if at.norm(pos) == "اليوم":
                    return pos
        return None

    def _reaches_beyond(self, index: int, blocked: int, best: Read | None) -> bool:
        """Tell whether a time begins inside the blocked words and goes on: 'اليوم السابع من أبريل'."""
        if best is not None:
            return best[1] > blocked
        inner = self._best(blocked) if self._at.norm(blocked) == "اليوم" else None
        return inner is not None and inner[1] > blocked

    def _start(self, index: int) -> int:
        at = self._at
        hits = at.hits(index)
        if hits:
            return hits[0].start
        number = at.number(index)
        if number is not None:
            return number.start
        token = at.tokens[index]
        return token.starts[at.bare_in(index, at.words.starters) or 0]

    # --- rules of the whole

    def _shared_day(self, index: int, depth: int = 0) -> Read | None:
        """Read 12 of '12 إلى 14 ماي المقبل', 22 of '22 و24 من الشهر الحالي'."""
        at = self._at
        day = at.month_day(index)
        if day is None or depth >= LIST_LENGTH:
            return None
        of_month, last = day
        comma = at.norm(last + 1) in (",", "،")
        attached = at.norm(last + 1)[:1] == "و" and len(at.norm(last + 1)) > 1
        if at.norm(last + 1) not in AND and not attached and not (comma and at.tokens[last].is_number):
            return None
        pos = last + 1 if attached else last + 2
        if comma and at.norm(pos) == "و":
            pos += 1
        following = self._dates.numeric(pos) or self._dates.named_day(pos) or self._shared_day(pos, depth + 1)
        if following is None or not isinstance(following[0], Date) or following[0].day is None:
            return None
        told = following[0]
        if told.month is None and not told.of:
            return None
        return replace(told, day=of_month, weekday=None, shift=None), last

    def _edge(self, index: int) -> Read | None:
        """Read 'نهاية العام الحالي', 'مطلع أبريل الماضي', 'نهاية الأسبوع': the value is the period's."""
        at = self._at
        edge = at.word(index, "edge", prefixes=None)
        if edge is None:
            return None
        pos = edge.last + 1
        base: Read | None = self._dates.month(pos) or self._dates.years.year(pos) or self._periods.period(pos)
        base = base or self._periods.century(pos) or self._periods.season(pos) or self._periods.part_of_year(pos)
        if base is None:
            noun = at.unit(pos, "one", definite=True)
            if noun is None or noun.value.value not in ("week", "month", "year", "decade", "century"):
                return None
            if at.norm(noun.last + 1) == "ال" or at.number(noun.last + 1):
                return None  # نهاية القرن الـ24: beyond what is read
            base = Period(UNITS[noun.value.value], "this"), noun.last
            if noun.value.value == "week":
                base = Period("week", ""), noun.last
        node, last = base
        if isinstance(node, Period) and node.unit == "week" and "نها" in edge.value.value:
            node = replace(node, weekend=True)
        elif isinstance(node, Period) and not node.direction:
            node = replace(node, direction="this")
        return node, last

    def _before_christ(self, index: int) -> Read | None:
        """1600 عام قبل الميلاد، سنة 586 ق.م."""
        at = self._at
        pos = index
        noun = at.unit(index, "one", prefix=None)
        if noun and noun.value.value == "year":
            pos += 1
        number = at.number(pos)
        if number is None or not isinstance(number.value, int) or not 0 < number.value < 10000:
            return None
        last = number.last
        counted = at.unit(last + 1)
        if counted and counted.value.value == "year":
            last = counted.last
        mark = at.word(last + 1, "before christ")
        return (Named(f"BC{number.value:04d}"), mark.last) if mark else None


def _share(phrases: Iterator[Phrase], tokens: Sequence[Token]) -> list[Phrase]:
    """Let the first of two joined dates take the month, year or modifier told only with the second."""
    shared: list[Phrase] = []
    for phrase in phrases:
        shared.append(phrase)
        for back in range(len(shared) - 2, max(-1, len(shared) - 2 - LIST_LENGTH), -1):
            first, second = shared[back], shared[back + 1]
            between = {token.norm for token in tokens[first.last + 1 : second.first]}
            joined = between <= AND | {",", "،"} and (between or tokens[second.first].norm.startswith("و"))
            if not joined or not isinstance(first.node, Date) or not isinstance(second.node, Date):
                break
            plural = tokens[second.last].norm.endswith("ين")
            merged = _merge(first.node, second.node, plural=plural)
            if merged == first.node:
                break
            shared[back] = first.with_node(merged)
    return shared


def _merge(first: Date, second: Date, *, plural: bool) -> Date:
    if first.shift is not None:
        return first
    if first.day and first.month is None and not first.of and second.day and (second.month or second.of):
        return replace(second, day=first.day, weekday=first.weekday, shift=None)
    open_year = first.year is None and not first.direction
    if open_year and first.month and second.month and second.year and first.calendar == second.calendar:
        later = (first.month, first.day or 0) > (second.month, second.day or 99)
        return replace(first, year=second.year - later)
    if plural and not first.direction and (first.weekday or first.month) and (second.weekday or second.month):
        return replace(first, direction=second.direction)
    return first
