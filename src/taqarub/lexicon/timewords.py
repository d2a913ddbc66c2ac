"""Words of time: months of every calendar, weekdays, units, modifiers, parts of the day, feasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from taqarub.lexicon.load import read_lines, read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What a phrase of time is.

    `kind` is its class in the grammar, `value` its meaning there (a direction, a unit, a TIMEX3 value),
    `number` the number of a month, weekday, decade or shift. `form` tells one, two and many of a unit;
    `weak` marks words that are something else as often.
    """

    kind: str
    value: str = ""
    number: int = 0
    form: str = ""
    definite: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that comes back every year of its calendar."""

    name: str
    calendar: str
    month: int
    day: int


class TimeWords:
    """The family `timewords`: one index of phrases, a few sets of function words, and the feasts."""

    def __init__(self) -> None:
        data = read_toml("timewords.toml")
        self.index: PhraseIndex[TimeWord] = PhraseIndex(_words(data))
        self.feasts = tuple(Feast(f["forms"][0], f["calendar"], f["month"], f["day"]) for f in data["feast"])
        self.introducers = _set(data["months"]["introducers"])
        self.not_weekday_after = _set(data["weekdays"]["not_after"])
        self.before_duration = _set(data["phrase"]["before_duration"])
        phrase = data["phrase"]
        self.first_day = _set(phrase["first_day"])
        self.last_ones, self.age = _set(phrase["last_ones"]), tuple(_set(phrase["age"]))
        self.that = _set(phrase["that"])
        self.now, self.single = _set(phrase["now"]), _set(phrase["single"])
        self.travel, self.whole = _set(phrase["travel"]), _set(phrase["whole"])
        self.month_leads = _set(phrase["month_leads"])
        self.this_month = _set(phrase["this_month"])
        self.before_feast = _set(phrase["before_feast"])
        self.eves = _set(phrase["eves"])
        self.halves = _set(phrase["halves"])
        self.few = _set(phrase["few"])
        self.first_ones = _set(phrase["first_ones"])
        self.clock_leads = _set(phrase["clock_leads"])
        self.starters = _set(phrase["starters"])
        self.zone_leads = _set(phrase["zone_leads"])
        self.numbered = _set(phrase["numbered"])
        self.counted = _set(phrase["counted"])
        self.outlet_nouns = _set(data["references"]["outlet_nouns"])
        tense = data["tense"]
        self.future, self.past = _set(tense["future"]), _set(tense["past"])
        self.not_future = tuple(_set(tense["not_future"]))
        self.clause = _set(tense["clause"])
        self.scheduled = frozenset(word + plural for word in _set(tense["scheduled"]) for plural in ("", "ون", "ان"))
        self.ahead, self.behind = _set(tense["ahead"]), _set(tense["behind"])
        self.name_spellings = frozenset(data["spelling"]["names"])
        references = data["references"]
        self.copulas = _set(references["copulas"])
        self.today_is_now = _set(references["today_is_now"])
        self.postponed, self.former = _set(references["postponed"]), _set(references["former"])
        self.manner = _set(references["manner"])
        self.only_after = {value: _set(group["before"]) for value, group in _dependent(references).items()}
        self.bare_weekdays = {
            folded(name).removeprefix("ال"): number
            for number, names in enumerate(data["weekdays"]["names"], start=1)
            for name in names
        }
        """Weekdays without the article, as behind 'every': كل يوم جمعة."""
        self.event_days: tuple[tuple[frozenset[str], date], ...] = tuple(
            (_set(event["after"]), event["date"]) for event in data["event_day"]
        )

    @cached_property
    def _present_stems(self) -> frozenset[str]:
        """Known verbs in the present, less the letter of their person."""
        return frozenset(verb[1:] for verb in read_lines("verbs.txt") if verb[0] in _PERSONS)

    def is_present(self, norm: str) -> bool:
        """Tell whether a folded word is a known verb in the present, with the endings of plural and object."""
        if norm[:1] not in _PERSONS:
            return False
        stem = norm[1:]
        known = self._present_stems
        return stem in known or any(stem.endswith(end) and stem.removesuffix(end) in known for end in _ENDINGS)


_PERSONS = frozenset("يتن")
_ENDINGS = ("ون", "ان", "وا", "ه", "ها", "هم")


def _dependent(references: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Give the groups of words that are references only after certain words, by value."""
    return {key.removesuffix("_after"): group for key, group in references.items() if key.endswith("_after")}


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(folded(word) for word in words)


def _words(data: dict[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    yield from _calendar_words(data)
    yield from _unit_words(data["units"])
    yield from _modifier_words(data["modifiers"])
    yield from _day_words(data)
    yield from _phrase_words(data["phrase"])
    yield from _reference_words(data["references"])
    for value, forms in data["lengths"].items():
        yield from ((form, TimeWord("length", value)) for form in forms)
    for value, forms in data["recurring"].items():
        yield from ((form, TimeWord("recurring", value)) for form in forms)
    for number, feast in enumerate(data["feast"]):
        yield from ((form, TimeWord("feast", number=number)) for form in feast["forms"])


def _calendar_words(data: dict[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    months = data["months"]
    weak = _set(months["weak"])
    for calendar in ("gregorian", "hijri", "solar"):
        for number, names in enumerate(months[calendar], start=1):
            for name in names:
                yield name, TimeWord("month", calendar, number, weak=folded(name) in weak)
    for number, names in enumerate(data["weekdays"]["names"], start=1):
        yield from ((name, TimeWord("weekday", number=number)) for name in names)
    for season, names in data["seasons"].items():
        yield from ((name, TimeWord("season", season, definite=name.startswith("ال"))) for name in names)
    for decade, names in data["decades"].items():
        for name in names:
            yield name, TimeWord("decade", number=int(decade))
            yield "ال" + name, TimeWord("decade", number=int(decade), definite=True)


def _unit_words(units: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, TimeWord]]:
    for unit, forms in units.items():
        for form, names in forms.items():
            for name in names:
                yield name, TimeWord("unit", unit, form=form)
                yield "ال" + name, TimeWord("unit", unit, form=form, definite=True)


def _modifier_words(modifiers: dict[str, list[str]]) -> Iterator[tuple[str, TimeWord]]:
    for direction, stems in modifiers.items():
        for stem in stems:
            if direction.startswith("demonstrative"):
                yield stem, TimeWord("demonstrative", direction.removeprefix("demonstrative_"))
            elif direction in ("same", "before last", "after next"):
                yield stem, TimeWord("modifier", direction)
            else:
                for ending in ("", "ة", "ين", "ان", "تين", "تان", "ات"):
                    yield "ال" + folded(stem) + ending, TimeWord("modifier", direction)


def _day_words(data: dict[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    for deictic in data["deictic"]:
        yield from ((form, TimeWord("deictic", number=deictic["shift"])) for form in deictic["forms"])
    parts = data["parts"]
    adverbs = _set(parts["adverbs"])
    for part in ("TMO", "TAF", "TEV", "TNI"):
        for form in parts[part]:
            adverb = "adverb" if folded(form) in adverbs else ""
            yield form, TimeWord("part", part, form=adverb, definite=form.startswith("ال"))
    yield from ((form, TimeWord("midnight", "T00:00")) for form in parts["midnight"])
    for stem in data["vague"]["stretches"]:
        yield stem, TimeWord("stretch", stem)
        yield "ال" + stem, TimeWord("stretch", stem, definite=True)


def _phrase_words(phrase: dict[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    kinds = {
        "edges": "edge", "earlier": "earlier", "approximators": "approximator", "qualifiers": "qualifier",
        "before_christ": "before christ", "corresponds": "corresponds", "every": "every",
    }  # fmt: skip
    for key, kind in kinds.items():
        yield from ((form, TimeWord(kind, folded(form))) for form in phrase[key])
    for calendar, marks in phrase["calendar_marks"].items():
        yield from ((mark, TimeWord("era", calendar)) for mark in marks)


def _reference_words(references: dict[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    for value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        yield from ((form, TimeWord("reference", value)) for form in references[value])
    for value, group in _dependent(references).items():
        yield from ((form, TimeWord("reference", value, form="only after")) for form in group["words"])
    yield from ((form, TimeWord("anaphor", folded(form))) for form in references["anaphors"])
    yield from ((form, TimeWord("later")) for form in references["later"])
    yield from ((form, TimeWord("not a time")) for form in references["not_times"])
