"""States: names, adjectives, nationals, capitals and seats of power, compiled from `data/states.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded
from taqarub.text.inflect import nisba_forms
from taqarub.text.romanize import Naming

StateWord = Literal["name", "nisba", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or state-like entity: ISO 3166-1 alpha-3 `code`, English `name`, `adjective` and `capital`.

    `naming` is how names of its people are romanized.
    """

    code: str
    name: str
    adjective: str
    capital: str
    naming: Naming


@dataclass(frozen=True, slots=True)
class StateForm:
    """A word for a state. `place` is the English name of the capital or seat; an `ambiguous` form needs support."""

    state: State
    word: StateWord
    place: str
    ambiguous: bool

    @property
    def entry(self) -> str:
        """Lexicon entry, for evidence."""
        return f"states:{self.state.code}"


class States:
    """All states by code, and the index of every word for them."""

    def __init__(self) -> None:
        self.by_code: dict[str, State] = {}
        self.index: PhraseIndex[StateForm] = PhraseIndex(nouns=True)
        for entry in read_toml("states.toml")["state"]:
            self._add(entry)

    def _add(self, entry: dict[str, Any]) -> None:
        capital = entry.get("capital") or {}
        naming = entry.get("naming", "foreign")
        state = State(entry["code"], entry["name"], entry["adjective"], capital.get("name", ""), naming)
        if state.code in self.by_code:
            raise LexiconError(f"states.toml: {state.code} is there twice")
        self.by_code[state.code] = state
        unsure = {folded(form) for form in entry.get("ambiguous", ())}
        for form, word, place in _forms(entry):
            self.index.add(form, StateForm(state, word, place, folded(form) in unsure))


def _forms(entry: dict[str, Any]) -> Iterator[tuple[str, StateWord, str]]:
    for form in entry["forms"]:
        yield form, "name", ""
    for adjective in entry.get("nisba", ()):
        for form in adjective_forms(adjective):
            yield form, "nisba", ""
    for form in entry.get("nationals", ()):
        yield form, "nisba", ""
    capital = entry.get("capital") or {}
    for form in capital.get("forms", ()):
        yield form, "capital", capital["name"]
    for seat in entry.get("seats", ()):
        for form in seat["forms"]:
            yield form, "seat", seat["name"]


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """Every form of a nationality adjective; one of two words agrees in both: الكورية الشمالية."""
    words = adjective.split()
    if len(words) == 1:
        return nisba_forms(words[0])
    if len(words) != 2:
        return (folded(adjective),)
    first, second = words
    if not folded(first).endswith("ي"):  # جنوب أفريقي: the first word stays
        return tuple(lead + form for lead in (folded(first) + " ", "ال" + folded(first) + " ")
                     for form in nisba_forms(second))  # fmt: skip
    return tuple(f"{a} {b}" for a, b in zip(nisba_forms(first), nisba_forms(second), strict=True))
