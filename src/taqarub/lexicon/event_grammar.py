"""The function words events are read by, from `data/event_grammar.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded


@dataclass(frozen=True, slots=True)
class EventGrammar:
    """Folded word sets and phrase indexes; see the data file for what each is."""

    prepositions: frozenset[str]
    boundaries: frozenset[str]
    relatives: frozenset[str]
    particles: frozenset[str]
    pairs: frozenset[str]
    own: frozenset[str]
    resumptives: frozenset[str]
    denial: frozenset[str]
    feminine_plural_heads: frozenset[str]
    masculine_states: frozenset[str]
    states_of_either_gender: frozenset[str]
    sources: frozenset[str]
    sources_with: frozenset[str]
    by: PhraseIndex[str]
    future: PhraseIndex[str]
    hypothetical: PhraseIndex[str]
    negation: PhraseIndex[str]


def load_event_grammar() -> EventGrammar:
    """Load the word lists."""
    table = read_toml("event_grammar.toml")
    phrases = {"by", "future", "hypothetical", "negation"}
    values = {
        field.name: PhraseIndex((word, folded(word)) for word in table[field.name])
        if field.name in phrases
        else frozenset(map(folded, table[field.name]))
        for field in fields(EventGrammar)
    }
    return EventGrammar(**values)  # type: ignore[arg-type]
