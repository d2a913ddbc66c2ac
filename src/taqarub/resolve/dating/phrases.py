"""Clues in phrases of time: 'today, Tuesday 15 March', 'the 11th of this month', 'last February', 'in 2020 … fell'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from taqarub.extract.times.days import calendar_of
from taqarub.extract.times.grammar import find_phrases
from taqarub.extract.times.nodes import Around, Date, Moment, Node, Period, Phrase
from taqarub.extract.times.tense import Tense, clause_tense
from taqarub.extract.view import View
from taqarub.model import Span
from taqarub.resolve.dating.clues import NEWS, TALK, YEARS, Clue, Hint, Stretch, joined, moved, since, until, widened
from taqarub.text import Token, calendar

LEAD = 3
"""So many sentences are the lead: what they tell by weekday and day is news of these days."""
DATELINE_WORDS = 5
YEAR = 366
DAYS = 14
"""So many days of an encounter are compared with the weekday told."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase of time in its place: the node of its day, the tense around, whether in quotation marks."""

    phrase: Phrase
    node: Node
    tense: Tense
    sentence: int
    quoted: bool
    leads: bool = False
    """The phrase stands where articles write their own day."""

    @property
    def span(self) -> Span:
        """Its words."""
        return Span(self.phrase.start, self.phrase.end)


def told_times(view: View) -> list[Told]:
    """All phrases of time of an article, parts of the day as the day they are of."""
    words = view.lexicon.timewords
    found = []
    for number, sentence in enumerate(view.sentences):
        tokens = view.tokens[sentence.first : sentence.stop]
        for phrase in find_phrases(tokens, words):
            node = phrase.node
            while isinstance(node, Moment | Around) and node.base is not None:
                node = node.base
            tense = clause_tense(tokens, phrase.first, phrase.last, words)
            quoted = view.quoted_at(phrase.start) is not None
            leads = _is_dateline(phrase, tokens, number, words.introducers)
            found.append(Told(phrase, node, tense, number, quoted, leads))
    return found


def _is_dateline(phrase: Phrase, tokens: Sequence[Token], sentence: int, introducers: frozenset[str]) -> bool:
    """Tell whether a date is the article's own by its place: 'Cairo, 12 March 2016 (Reuters) -', or a line alone."""
    alone = phrase.first == 0 and all(not token.is_word for token in tokens[phrase.last + 1 :])
    if alone and sentence < LEAD:
        return True
    if sentence > 0 or phrase.first > DATELINE_WORDS or (phrase.first and tokens[phrase.first - 1].norm in introducers):
        return False
    behind = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    return behind is not None and behind.norm in ("-", "–", "—", "(", "/", ":", "|")


def time_clues(times: Sequence[Told]) -> Iterator[Clue]:
    """Clues of single phrases, and of two that tell one thing ('this year (2017)')."""
    for told in times:
        if isinstance(told.node, Date) and (clue := _date_clue(told, told.node)):
            yield clue
    for first, second in zip(times, times[1:], strict=False):
        if first.sentence == second.sentence and second.phrase.first - first.phrase.last <= 2:
            yield from _same_year(first, second)
    yield from _this_year(times)


def _date_clue(told: Told, node: Date) -> Clue | None:
    if node.month is None:
        return _year_clue(told, node) if node.year and not node.day else None
    days = possible_days(node)
    if not days:
        return None
    if node.shift is not None:
        if told.quoted or node.day is None:
            return None
        return _clue(told, "today", widened(days, -node.shift, -node.shift), 5, "the day told as today")
    if told.leads and node.day and not told.quoted:
        return _clue(told, "dateline", days, 5 if node.year else 4, "the article's own date")
    if node.direction or node.of:
        return _modified(told, node, days)
    return _full(told, node, days) if node.year else _without_year(told, node, days)


def possible_days(node: Date) -> tuple[Stretch, ...]:
    """Give the days or months a date may be: of its year, else of every year in which its weekday fits."""
    kind = calendar_of(node)
    if kind != "gregorian" and node.year is None:
        return ()
    found = []
    for year in (node.year,) if node.year else YEARS:
        if node.day is None:
            value = calendar.foreign_month(kind, year, node.month or 0)
            bounds = calendar.extent(value) if value else None
        else:
            day = calendar.to_gregorian(kind, year, node.month or 0, node.day)
            bounds = (day, day) if day else None
        if bounds is None:
            continue
        if node.year is None and node.day and node.weekday and bounds[0].isoweekday() != node.weekday:
            continue
        found.append(bounds)
    return joined(found)


def _modified(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue | None:
    """Read 'the 11th of this March', 'last February', 'May of next year'."""
    if node.of == "year":
        return _of_year(told, node, days)
    if node.direction == "this":
        months = joined(_month(first, last) for first, last in days)
        about = days if node.day else ()
        return _clue(told, "this-month", months, 3, "told as of the month of publication", about=about)
    if node.direction in ("past", "recent"):
        since_then = joined((moved(last, 1), moved(first, YEAR - 2)) for first, last in days)
        return _clue(told, "last-month", since_then, 2, "told as the last of its name", about=days, fade=TALK)
    if node.direction == "next":
        until_then = joined((moved(last, 2 - YEAR), moved(first, -1)) for first, last in days)
        return _clue(told, "next-month", until_then, 2, "told as the next of its name")
    return None


def _month(first: date, last: date) -> Stretch:
    """Give the whole month, or months, of a stretch."""
    return first.replace(day=1), last.replace(day=calendar.days_in(last.year, last.month))


def _of_year(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue | None:
    step = {"this": 0, "past": 1, "before": 1, "next": -1, "after": -1}.get(node.direction)
    if step is None or node.year is None:
        return None
    years = joined(_year(first.year + step) for first, _ in days)
    return _clue(told, "this-year", years, 3, f"told as of the '{node.direction}' year")


def _year(year: int) -> Stretch:
    return date(year, 1, 1), date(year, 12, 31)


def _full(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue | None:
    """Read a date with its year: past, or said to come."""
    first, last = days[0][0], days[-1][1]
    if told.tense == "future":
        if node.day is None:
            return None
        return _clue(told, "ahead", until(last), 0.5, "told as coming")
    weight = (2.5 if node.day else 2) if told.tense == "past" else 1.5
    fade = NEWS if told.sentence < LEAD and node.day else TALK
    return _clue(told, "past", since(first), weight, "told as past", about=days, fade=fade)


def _without_year(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue | None:
    """Read a day and month alone: news of the last or coming months."""
    if node.day is None:
        return None
    sure = 1.0 + (0.5 if node.weekday else 0.0) + (0.5 if told.sentence < LEAD else 0.0)
    about = days if told.sentence < LEAD else ()
    if told.tense == "future":
        return _clue(told, "day-ahead", widened(days, -YEAR, 20), sure / 2, "a day of the months to come", about=about)
    if told.tense == "past":
        return _clue(told, "day-past", widened(days, -20, YEAR), sure, "a day of the last months", about=about)
    return _clue(told, "day", widened(days, -YEAR // 2, YEAR), sure, "a day of these months", about=about)


def _year_clue(told: Told, node: Date) -> Clue | None:
    """Read a year alone: a lower bound where the verb is past."""
    if told.tense != "past" or node.calendar != "gregorian":
        return None
    return _clue(told, "past", since(date(node.year or 0, 1, 1)), 1.5, "a year told as past")


def _same_year(first: Told, second: Told) -> Iterator[Clue]:
    """Read 'this year (2017)', 'last year 2014': the year told names the relative one."""
    for one, other in ((first, second), (second, first)):
        period, year = one.node, other.node
        if isinstance(period, Period) and isinstance(year, Date) and period.unit == "year" and year.year:
            step = {"this": 0, "past": 1, "next": -1}.get(period.direction)
            if step is not None and not year.month and year.calendar == "gregorian":
                yield _clue(other, "this-year", (_year(year.year + step),), 3, f"the '{period.direction}' year told")


def _this_year(times: Sequence[Told]) -> Iterator[Clue]:
    """Read 'this year' in the sentence of a month or day with its year, or just beside: that year."""
    for told in times:
        node = told.node
        if not (isinstance(node, Period) and node.unit == "year" and node.direction == "this") or told.quoted:
            continue
        beside = [
            other
            for other in times
            if abs(other.sentence - told.sentence) <= 1
            and isinstance(other.node, Date)
            and other.node.year and other.node.month and other.node.calendar == "gregorian"
        ]  # fmt: skip
        if beside:
            latest = max(other.node.year or 0 for other in beside if isinstance(other.node, Date))
            yield _clue(told, "this-year", (_year(latest),), 1, f"'this year' beside a day of {latest}")


def weekday_hints(times: Sequence[Told]) -> Iterator[Hint]:
    """What weekdays told without a date say: 'yesterday, Sunday', 'on Friday' of the lead."""
    for told in times:
        node = told.node
        if told.quoted or not isinstance(node, Date) or node.day or node.month or not node.weekday:
            continue
        if node.shift is not None:
            yield Hint(told.span, "the weekday of publication", _likely(node.weekday - node.shift, (3.0,)))
        elif node.direction in ("past", "before", "recent"):
            yield Hint(told.span, "a weekday just past", _likely(node.weekday + 1, (0.5,) * 4))
        elif node.direction in ("next", "after") or told.tense == "future":
            yield Hint(told.span, "a weekday to come", _likely(node.weekday - 3, (0.3, 0.4, 0.5, 0.2)))
        elif told.sentence < LEAD * 3:
            yield Hint(told.span, "a weekday just past", _likely(node.weekday, (1.0, 0.7, 0.4, 0.2)))


def _likely(first: int, weights: Sequence[float]) -> tuple[float, ...]:
    """Spread weights over the week from an ISO weekday on."""
    likely = [0.0] * 7
    for step, weight in enumerate(weights):
        likely[(first - 1 + step) % 7] += weight
    return tuple(likely)


def days_from(told: Told, happened: Stretch) -> tuple[Stretch, ...]:
    """Give the days of publication on which a phrase may be said of what happened then; none if it cannot be."""
    node, (first, last) = told.node, happened
    if not isinstance(node, Date) or node.year or not (node.weekday or node.day):
        return ()
    days = [moved(first, step) for step in range(min((last - first).days, DAYS) + 1)]
    days = [day for day in days if node.weekday in (None, day.isoweekday()) and node.day in (None, day.day)]
    days = [day for day in days if node.month in (None, day.month)]
    if not days or (node.shift is not None and told.quoted):
        return ()
    if node.shift is not None:
        return joined((moved(day, -node.shift),) * 2 for day in days)
    if node.direction == "this":
        return (_month(first, last),)
    if node.month:
        return joined((moved(day, -30), moved(day, YEAR)) for day in days)
    if node.weekday is None:
        return ()
    ahead = node.direction in ("next", "after") or (not node.direction and told.tense == "future")
    start = 1 if node.direction else 0
    first_step, last_step = (-7, 0) if ahead else (start, 6 + start)
    return joined((moved(day, first_step), moved(day, last_step)) for day in days)


def _clue(
    told: Told,
    rule: str,
    stretches: tuple[Stretch, ...],
    weight: float,
    note: str,
    *,
    about: tuple[Stretch, ...] = (),
    fade: int = NEWS,
) -> Clue:
    return Clue(told.span, "dating." + rule, note, stretches, weight, about=about, fade=fade)
