"""Is this about states and politics, or about sport, business, culture? Word weights learned from news sections."""

from __future__ import annotations

import re
from collections.abc import Mapping

from taqarub.lexicon.load import read_csv
from taqarub.text import folded

_WORD = re.compile(r"[\u0621-\u064a]{3,}")


def topic_words(text: str) -> list[str]:
    """The words of a text as the weights know them: folded, without conjunction and article."""
    return [_bare(match.group()) for match in _WORD.finditer(folded(text))]


def _bare(word: str) -> str:
    if len(word) > 4 and word[0] in "وف":
        word = word[1:]
    if len(word) > 5 and word[:3] in ("بال", "كال"):
        word = word[1:]
    if len(word) > 4 and word.startswith("لل"):
        return word[2:]
    return word.removeprefix("ال") if len(word) > 4 else word


def load_topic_weights() -> dict[str, float]:
    """Word -> log-odds of political against other news (`data/models/topic.csv`)."""
    return {row["word"]: float(row["weight"]) for row in read_csv("models/topic.csv")}


def political(text: str, weights: Mapping[str, float]) -> float:
    """Mean weight of the words of a text: above 0 for news of states and politics, below for the rest."""
    words = topic_words(text)
    return sum(weights.get(word, 0.0) for word in words) / len(words) if words else 0.0
