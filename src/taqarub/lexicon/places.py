"""Cities, regions, seas, sites: compiled from `data/places.csv`."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.lexicon.load import read_csv
from taqarub.lexicon.phrases import PhraseIndex


@dataclass(frozen=True, slots=True)
class Place:
    """A place: English `name`, `country` code (may be empty for seas), `kind`, degrees north and east."""

    name: str
    country: str
    kind: str
    latitude: float
    longitude: float


def load_places() -> PhraseIndex[Place]:
    """Index of the written forms of all places."""
    index: PhraseIndex[Place] = PhraseIndex(nouns=True)
    for row in read_csv("places.csv"):
        place = Place(row["name"], row["country"], row["kind"], float(row["lat"]), float(row["lon"]))
        for form in filter(None, row["forms"].split("|")):
            index.add(form, place)
    return index
