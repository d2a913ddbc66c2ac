"""Clues in what is known: phrases no older text holds, and encounters whose day is known told by 'last Tuesday'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from taqarub.extract.times.nodes import Date
from taqarub.extract.times.tense import Tense
from taqarub.extract.view import View
from taqarub.lexicon.dated_facts import Encounter
from taqarub.model import Mention, Span
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, TALK, Clue, Stretch, joined, month_of, moved
from taqarub.resolve.dating.phrases import LEAD, YEAR, Told

REACH = 10
"""At most so many tokens lie between the word of a visit and the country visited."""
DAYS = 14
"""So many days of an encounter are compared with the weekday told."""


def fact_clues(view: View, times: Sequence[Told]) -> Iterator[Clue]:
    """Clues of phrases that are written only after, or until, a known day; each fact once.

    The day of the fact told as 'last 24 February' is of that year.
    """
    told: set[str] = set()
    for hit in view.find(view.lexicon.dated_facts.index):
        fact = hit.value
        if fact.id in told:
            continue
        told.add(fact.id)
        stretch = fact.since or OPEN_PAST, fact.until or OPEN_FUTURE
        weight = 2.0 if fact.until is None else 1.0  # an old name outlives its days
        entry = f"dated_facts:{fact.id}"
        yield Clue(Span(hit.start, hit.end), "dating.fact", fact.note, (stretch,), weight, entry)
        if fact.since and fact.until is None:
            yield from _anniversaries(fact.since, fact.note, entry, times)


def _anniversaries(day: date, note: str, entry: str, times: Sequence[Told]) -> Iterator[Clue]:
    for told in times:
        node = told.node
        if not isinstance(node, Date) or node.direction not in ("past", "recent"):
            continue
        if (node.day, node.month, node.year) == (day.day, day.month, None):
            within = (moved(day, 1), moved(day, YEAR - 2))
            yield Clue(told.span, "dating.fact-day", note, (within,), 2, entry, ((day, day),), TALK)


def encounter_clues(view: View, mentions: Sequence[Mention], times: Sequence[Told]) -> Iterator[Clue]:
    """Clues of visits and summits of known days: told with a weekday or day of the month, or alone in the lead."""
    dated: dict[int, list[Told]] = {}
    for told in times:
        if isinstance(told.node, Date) and (told.node.weekday or told.node.day):
            dated.setdefault(told.sentence, []).append(told)
    visits: dict[int, int] = {}
    for hit in view.find(view.lexicon.dated_facts.visits):
        visits.setdefault(view.sentence_at(hit.start), hit.last)
    for number, here in _by_sentence(view, mentions).items():
        sentence = view.sentences[number]
        norms = " ".join(token.norm for token in view.tokens[sentence.first : sentence.stop])
        known = [
            encounter
            for code, at in _places(view, here)
            for encounter in view.lexicon.dated_facts.encounters.get(code, ())
            if _named(encounter, norms)
            or (number < LEAD and number in visits and _met(encounter, here, at - visits[number]))
        ]
        if known:
            yield from _of_sentence(known, number, Span(sentence.start, sentence.end), dated.get(number, ()))


def _places(view: View, here: Sequence[Mention]) -> list[tuple[str, int]]:
    """The countries a sentence names, not as a nationality, each with its first token."""
    places: dict[str, int] = {}
    for mention in here:
        if mention.code and mention.form != "nisba" and mention.kind in ("state", "place"):
            places.setdefault(mention.code, view.token_at(mention.start))
    return sorted(places.items())


def _named(encounter: Encounter, norms: str) -> bool:
    return any(word in norms for word in encounter.words)


def _met(encounter: Encounter, here: Sequence[Mention], distance: int) -> bool:
    """Tell whether those who met are named; one alone, with the country he went to close behind the word of a visit."""
    people = {mention.key for mention in here if mention.kind == "person"}
    close = len(encounter.people) > 1 or 0 < distance <= REACH
    return bool(encounter.people) and close and people.issuperset(encounter.people)


def _by_sentence(view: View, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(view.sentence_at(mention.start), []).append(mention)
    return found


def _of_sentence(known: Sequence[Encounter], number: int, span: Span, dated: Sequence[Told]) -> Iterator[Clue]:
    for told in dated:
        fit = [one for one in known if _days_from(told, (one.start, one.end))]
        if fit:
            days = joined(stretch for one in fit for stretch in _days_from(told, (one.start, one.end)))
            yield _encounter_clue(told.span, fit, days, 2)
    if not dated and number < LEAD:
        yield _encounter_clue(span, known, joined((one.start, moved(one.end, YEAR)) for one in known), 0)


def _encounter_clue(span: Span, known: Sequence[Encounter], days: tuple[Stretch, ...], weight: float) -> Clue:
    note = " or ".join(f"{one.what}, {one.start}" for one in known)
    about = tuple((one.start, one.end) for one in known)
    return Clue(span, "dating.encounter", note, days, weight, "encounters", about)


def _days_from(told: Told, happened: Stretch) -> tuple[Stretch, ...]:
    """Give the days of publication on which a phrase may be said of what happened then; none if it cannot be."""
    node, (first, last) = told.node, happened
    if not isinstance(node, Date) or node.year or not (node.weekday or node.day):
        return ()
    days = [moved(first, step) for step in range(min((last - first).days, DAYS) + 1)]
    days = [day for day in days if node.weekday in (None, day.isoweekday()) and node.day in (None, day.day)]
    days = [day for day in days if node.month in (None, day.month)]
    shift = node.shift
    if shift is not None:
        return joined((moved(day, -shift),) * 2 for day in days if not told.quoted)
    if node.direction == "this":
        return (month_of(first, last),) if days else ()
    first_step, last_step = _reach(node, told.tense)
    return joined((moved(day, first_step), moved(day, last_step)) for day in days)


def _reach(node: Date, tense: Tense) -> tuple[int, int]:
    """Give how many days after a day it is told so, first and last."""
    if node.weekday is None or node.month:
        return -30, YEAR
    if node.direction in ("next", "after") or (not node.direction and tense == "future"):
        return -7, 0
    return (1, 7) if node.direction else (0, 6)
