"""Facts of general knowledge with their days: phrases that bound a text's age, and known encounters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_csv, read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A phrase that is written only from `since` to `until`, None for open."""

    id: str
    since: date | None
    until: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Encounter:
    """A visit or summit: `people` (by their ids) were in `country` from `start` to `end`; `words` name a summit."""

    people: tuple[str, ...]
    country: str
    start: date
    end: date
    what: str
    words: tuple[str, ...]
    """Folded; one of them names it where no person does."""


class DatedFacts:
    """The family `dated_facts`: facts by their phrases, encounters by country, and words around them."""

    def __init__(self) -> None:
        table = read_toml("dated_facts.toml")
        self.historical: PhraseIndex[bool] = PhraseIndex((form, True) for form in table["historical"])
        """Words that make a sentence tell of old times."""
        self.visits: PhraseIndex[bool] = PhraseIndex((form, True) for form in table["visits"])
        """Words of a visit or meeting."""
        self.elect = frozenset(folded(word) for word in table["elect"])
        self.predecessor = frozenset(folded(word) for word in table["predecessor"])
        self.index: PhraseIndex[DatedFact] = PhraseIndex()
        for entry in table["fact"]:
            fact = DatedFact(entry["id"], entry.get("since"), entry.get("until"), entry["note"])
            if not (fact.since or fact.until):
                raise LexiconError(f"dated_facts.toml: {fact.id}: neither since nor until")
            for form in entry["forms"]:
                self.index.add(form, fact)
        self.encounters: dict[str, list[Encounter]] = {}
        for row in read_csv("encounters.csv"):
            encounter = _encounter(row)
            self.encounters.setdefault(encounter.country, []).append(encounter)


def _encounter(row: dict[str, str]) -> Encounter:
    try:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or row["start"])
    except ValueError as fault:
        raise LexiconError(f"encounters.csv: {row['what']}: {fault}") from fault
    people = tuple(filter(None, row["people"].split("|")))
    words = tuple(folded(word) for word in row["words"].split("|") if word)
    if not (people or words) or end < start:
        raise LexiconError(f"encounters.csv: {row['what']}: nobody there, or it ends before it begins")
    return Encounter(people, row["country"], start, end, row["what"], words)
