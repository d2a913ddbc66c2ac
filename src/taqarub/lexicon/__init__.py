"""The lexicon: `data/` loaded, checked and compiled into phrase indexes, family by family, when first used."""

from __future__ import annotations

from functools import cache, cached_property

from taqarub.lexicon.cues import Cues
from taqarub.lexicon.dated_facts import DatedFacts
from taqarub.lexicon.event_grammar import EventGrammar, load_event_grammar
from taqarub.lexicon.frames import Frames, load_frames
from taqarub.lexicon.load import read_csv, read_toml
from taqarub.lexicon.names import NameWords, load_name_words
from taqarub.lexicon.organizations import Organizations, load_organizations
from taqarub.lexicon.people import People, load_people
from taqarub.lexicon.phrases import Hit, PhraseIndex
from taqarub.lexicon.places import Place, load_places
from taqarub.lexicon.speakers import Speakers
from taqarub.lexicon.states import States
from taqarub.lexicon.timewords import TimeWords
from taqarub.lexicon.topic import load_topic_weights
from taqarub.lexicon.units import Units


class Lexicon:
    """All word knowledge a reading uses. Families load on first use and never change after."""

    @cached_property
    def states(self) -> States:
        """States and every word for them."""
        return States()

    @cached_property
    def places(self) -> PhraseIndex[Place]:
        """Places by written form."""
        return load_places()

    @cached_property
    def organizations(self) -> Organizations:
        """Listed organizations and the institutions of states."""
        return load_organizations()

    @cached_property
    def outlet_countries(self) -> dict[str, str]:
        """Country code of national outlets, by the outlet's short name in lower case."""
        return {name: country for country, names in read_toml("outlets.toml")["national"].items() for name in names}

    @cached_property
    def topic_weights(self) -> dict[str, float]:
        """How much a word speaks for news of states and politics."""
        return load_topic_weights()

    @cached_property
    def name_words(self) -> NameWords:
        """Name words with their romanization, and word frequencies."""
        return load_name_words()

    @cached_property
    def timewords(self) -> TimeWords:
        """Words of time."""
        return TimeWords()

    @cached_property
    def people(self) -> People:
        """People, offices and terms."""
        return load_people()

    @cached_property
    def dated_facts(self) -> DatedFacts:
        """Facts of general knowledge with their days."""
        return DatedFacts()

    @cached_property
    def frames(self) -> Frames:
        """Event frames, light verbs and the ontology."""
        return load_frames()

    @cached_property
    def event_grammar(self) -> EventGrammar:
        """Function words events are read by."""
        return load_event_grammar()

    @cached_property
    def cues(self) -> Cues:
        """Reporting cues and source phrases."""
        return Cues()

    @cached_property
    def speakers(self) -> Speakers:
        """Words for speakers without a name."""
        return Speakers()

    @cached_property
    def role_weights(self) -> dict[str, float]:
        """Weights of the model that tells who takes part in an event."""
        return {row["feature"]: float(row["weight"]) for row in read_csv("models/roles.csv")}

    @cached_property
    def event_weights(self) -> dict[str, float]:
        """Weights of the model that tells events from other uses of the same words."""
        return {row["feature"]: float(row["weight"]) for row in read_csv("models/events.csv")}

    @cached_property
    def units(self) -> Units:
        """Units, counted nouns and the words around a number."""
        return Units()


@cache
def default() -> Lexicon:
    """The lexicon that ships with taqarub."""
    return Lexicon()


__all__ = ["Hit", "Lexicon", "PhraseIndex", "default"]
