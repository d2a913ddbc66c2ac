"""Clues in phrases of time: 'today, Tuesday 15 March', 'the 11th of this month', 'last February', 'in 2020 … fell'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from taqarub.extract.times.days import calendar_of
from taqarub.extract.times.grammar import find_phrases
from taqarub.extract.times.nodes import Around, Date, Moment, Node, Period, Phrase
from taqarub.extract.times.tense import Tense, clause_tense
from taqarub.extract.view import View
from taqarub.model import Span
from taqarub.resolve.dating.clues import (
    NEWS,
    TALK,
    YEARS,
    Clue,
    Hint,
    Stretch,
    joined,
    month_of,
    moved,
    since,
    until,
    widened,
)
from taqarub.text import Token, calendar

LEAD = 3
"""So many sentences are the lead: what they tell by weekday and day is news of these days."""
DATELINE_WORDS = 5
YEAR = 366


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
        if isinstance(told.node, Date):
            yield from _date_clues(told, told.node)
    for first, second in pairwise(times):
        if first.sentence == second.sentence and second.phrase.first - first.phrase.last <= 2:
            yield from _same_year(first, second)
    yield from _this_year(times)


def _date_clues(told: Told, node: Date) -> Iterator[Clue]:
    days = possible_days(node)
    if node.month is None:
        yield from _year_alone(told, node)
    elif days and node.shift is not None:
        if node.day and not told.quoted:
            yield _clue(told, "today", widened(days, -node.shift, -node.shift), 5, "the day told as today")
    elif days and told.leads and node.day and not told.quoted:
        yield _clue(told, "dateline", days, 5 if node.year else 4, "the article's own date")
    elif days and (node.direction or node.of):
        yield from _modified(told, node, days)
    elif days and node.day:
        yield from _news_of(told, node, days)
        yield _full(told, node, days) if node.year else _without_year(told, node, days)
    elif days and node.year and told.tense != "future":
        yield _full(told, node, days)


def possible_days(node: Date) -> tuple[Stretch, ...]:
    """Give the days or months a date may be: of its year, else of every year in which its weekday fits."""
    kind = calendar_of(node)
    if node.month is None or (kind != "gregorian" and node.year is None):
        return ()
    found = []
    for year in (node.year,) if node.year else YEARS:
        if node.day is None:
            value = calendar.foreign_month(kind, year, node.month)
            bounds = calendar.extent(value) if value else None
        else:
            day = calendar.to_gregorian(kind, year, node.month, node.day)
            bounds = (day, day) if day else None
        if bounds is None:
            continue
        if node.year is None and node.day and node.weekday and bounds[0].isoweekday() != node.weekday:
            continue
        found.append(bounds)
    return joined(found)


def _modified(told: Told, node: Date, days: tuple[Stretch, ...]) -> Iterator[Clue]:
    """Read 'the 11th of this March', 'last February', 'May 2021 of last year'."""
    if node.of == "year":
        step = {"this": 0, "past": 1, "before": 1, "next": -1, "after": -1}.get(node.direction)
        if step is not None and node.year:
            years = joined(_year(first.year + step) for first, _ in days)
            yield _clue(told, "this-year", years, 3, f"told as of the '{node.direction}' year")
    elif node.direction == "this":
        months = joined(month_of(first, last) for first, last in days)
        about = days if node.day else ()
        yield _clue(told, "this-month", months, 3, "told as of the month of publication", about=about)
    elif node.direction in ("past", "recent"):
        since_then = joined((moved(last, 1), moved(first, YEAR - 2)) for first, last in days)
        yield _clue(told, "last-month", since_then, 2, "told as the last of its name", about=days, fade=TALK)
    elif node.direction == "next":
        until_then = joined((moved(last, 2 - YEAR), moved(first, -1)) for first, last in days)
        yield _clue(told, "next-month", until_then, 2, "told as the next of its name")


def _year(year: int) -> Stretch:
    return date(year, 1, 1), date(year, 12, 31)


def _news_of(told: Told, node: Date, days: tuple[Stretch, ...]) -> Iterator[Clue]:
    """Read a weekday with its date in the lead: the news is of that day."""
    fits = days[0][0].isoweekday() == node.weekday
    if fits and told.sentence < LEAD and not told.quoted:
        yield _clue(told, "news", widened(days, -NEWS, NEWS), 1, "a day of the lead, with its weekday", about=days)


def _full(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue:
    """Read a date with its year: past, or said to come."""
    first, last = days[0][0], days[-1][1]
    if told.tense == "future":
        return _clue(told, "ahead", until(last), 0.5, "told as coming")
    weight = (2.5 if node.day else 2) if told.tense == "past" else 1.5
    fade = NEWS if told.sentence < LEAD and node.day else TALK
    return _clue(told, "past", since(first), weight, "told as past", about=days, fade=fade)


def _without_year(told: Told, node: Date, days: tuple[Stretch, ...]) -> Clue:
    """Read a day and month alone: news of the last or coming months."""
    sure = 1.0 + (0.5 if node.weekday else 0.0) + (0.5 if told.sentence < LEAD else 0.0)
    about = days if told.sentence < LEAD else ()
    if told.tense == "future":
        return _clue(told, "day-ahead", widened(days, -YEAR, 20), sure / 2, "a day of the months to come", about=about)
    if told.tense == "past":
        return _clue(told, "day-past", widened(days, -20, YEAR), sure, "a day of the last months", about=about)
    return _clue(told, "day", widened(days, -YEAR // 2, YEAR), sure, "a day of these months", about=about)


def _year_alone(told: Told, node: Date) -> Iterator[Clue]:
    """Read a year alone: a lower bound where the verb is past."""
    if node.year and not node.day and told.tense == "past" and node.calendar == "gregorian":
        yield _clue(told, "past", since(date(node.year, 1, 1)), 1.5, "a year told as past")


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
    years: dict[int, int] = {}
    for told in times:
        node = told.node
        if isinstance(node, Date) and node.year and node.month and node.calendar == "gregorian":
            for sentence in range(told.sentence - 1, told.sentence + 2):
                years[sentence] = max(node.year, years.get(sentence, 0))
    for told in times:
        node = told.node
        if isinstance(node, Period) and (node.unit, node.direction) == ("year", "this") and not told.quoted:
            year = years.get(told.sentence)
            if year:
                yield _clue(told, "this-year", (_year(year),), 1, f"'this year' beside a day of {year}")


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
