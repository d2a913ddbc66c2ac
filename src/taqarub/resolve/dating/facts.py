"""Clues in what is known: phrases no older text holds, and encounters whose day is known told by 'last Tuesday'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taqarub.extract.view import View
from taqarub.lexicon.dated_facts import Encounter
from taqarub.model import Mention, Span
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, Clue, Stretch, joined, moved
from taqarub.resolve.dating.phrases import LEAD, YEAR, Told, days_from


def fact_clues(view: View) -> Iterator[Clue]:
    """Clues of phrases that are written only after, or until, a known day; each fact once."""
    told: set[str] = set()
    for hit in view.find(view.lexicon.dated_facts.index):
        fact = hit.value
        if fact.id in told:
            continue
        told.add(fact.id)
        stretch = fact.since or OPEN_PAST, fact.until or OPEN_FUTURE
        weight = 2.0 if fact.until is None else 1.0  # an old name outlives its days
        yield Clue(Span(hit.start, hit.end), "dating.fact", fact.note, (stretch,), weight, f"dated_facts:{fact.id}")


def encounter_clues(view: View, mentions: Sequence[Mention], times: Sequence[Told]) -> Iterator[Clue]:
    """Clues of visits and summits of known days: told with a weekday, 'this month'; or alone in the lead."""
    by_sentence = _by_sentence(view, mentions)
    for number, here in by_sentence.items():
        sentence = view.sentences[number]
        norms = " ".join(token.norm for token in view.tokens[sentence.first : sentence.stop])
        known = [
            encounter
            for code in sorted({mention.code for mention in here if mention.code})
            for encounter in view.lexicon.dated_facts.encounters.get(code, ())
            if _told(encounter, here, norms)
        ]
        if known:
            yield from _of_sentence(known, number, Span(sentence.start, sentence.end), times)


def _by_sentence(view: View, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(view.sentence_at(mention.start), []).append(mention)
    return found


def _told(encounter: Encounter, here: Sequence[Mention], norms: str) -> bool:
    """Tell whether a sentence names those who met (or the summit) and the country, not as their own nationality."""
    place = any(m.code == encounter.country and m.form != "nisba" and m.kind in ("state", "place") for m in here)
    people = {mention.key for mention in here if mention.kind == "person"}
    return place and people.issuperset(encounter.people) and (
        not encounter.words or any(word in norms for word in encounter.words)
    )  # fmt: skip


def _of_sentence(known: Sequence[Encounter], number: int, span: Span, times: Sequence[Told]) -> Iterator[Clue]:
    note = "; ".join(f"{one.what}, {one.start}" for one in known)
    said = False
    for told in (told for told in times if told.sentence == number):
        days = joined(stretch for one in known for stretch in days_from(told, (one.start, one.end)))
        if days:
            said = True
            exact = tuple((one.start, one.end) for one in known)
            yield Clue(told.span, "dating.encounter", f"of one of: {note}" if len(known) > 1 else note, days, 2,
                       "encounters", _fitting(exact, days))  # fmt: skip
    if not said and number < LEAD:
        news: tuple[Stretch, ...] = tuple((one.start, moved(one.end, YEAR)) for one in known)
        about = tuple((one.start, one.end) for one in known)
        yield Clue(span, "dating.encounter", note, joined(news), 0, "encounters", about)


def _fitting(happened: Sequence[Stretch], days: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Keep what happened within a week of the days it allows."""
    return tuple(
        one for one in happened
        if any(moved(first, -7) <= one[1] and one[0] <= moved(last, 7) for first, last in days)
    )  # fmt: skip
