"""Speakers without a name: the nouns and adjectives they are described in (`data/speakers.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import Hit, PhraseIndex
from taqarub.text import Token, folded
from taqarub.text.inflect import nisba_forms

NounKind = Literal["person", "group", "body", "paper", "outlet"]
Number = Literal["one", "two", "many"]

_OWNERS = ("", "ه", "ها", "هم", "هما")
"""Pronouns that nouns for speakers take: مصادره."""


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A noun for a speaker in one number, with its English in it; `lemma` and `plural` are the English numbers."""

    english: str
    kind: NounKind
    number: Number
    definite: bool
    lemma: str
    plural: str


class Speakers:
    """Nouns, adjectives and nationalities for describing speakers."""

    def __init__(self) -> None:
        table = read_toml("speakers.toml")
        self.nouns: PhraseIndex[SpeakerNoun] = PhraseIndex(pronouns=True)
        for entry in table["noun"]:
            singular, plural = entry["english"]
            self._add(entry, entry["forms"], "one", singular)
            self._add(entry, entry["many"], "many", plural)
            self._add(entry, [*entry.get("two", ()), *map(_dual, entry["forms"])], "two", plural)
        self.adjectives = {
            written: entry["english"]
            for entry in table["adjective"]
            for form in entry["forms"]
            for written in nisba_forms(form)
        }
        lead = table["lead"]
        self.senior, self.one = frozenset(map(folded, lead["senior"])), frozenset(map(folded, lead["one"]))
        self.pointing = frozenset(map(folded, lead["pointing"]))
        self.closed = frozenset(map(folded, lead["closed"]))
        self.some: PhraseIndex[bool] = PhraseIndex((form, True) for form in lead["some"])
        self.nationality: dict[str, str] = table["nationality"]

    def at(self, tokens: Sequence[Token], index: int) -> list[Hit[SpeakerNoun]]:
        """Nouns that begin at token `index`, longest first; الفلاحي is a name and not 'my farmer'."""
        return [hit for hit in self.nouns.at(tokens, index) if hit.pronoun in _OWNERS]

    def _add(self, entry: dict[str, Any], forms: list[str], number: Number, english: str) -> None:
        (lemma, plural), kind = entry["english"], entry["kind"]
        for form in forms:
            noun = SpeakerNoun(english, kind, number, entry.get("definite", False), lemma, plural)
            self.nouns.add(form, noun)
            if number == "one" and not folded(form).endswith(("ه", "ا")):
                self.nouns.add(form + "ا", noun)  # لكن مسؤولا قال
            if not folded(form).startswith("ال"):
                self.nouns.add("ال" + form, SpeakerNoun(english, kind, number, True, lemma, plural))


def _dual(noun: str) -> str:
    """Make the nominative dual: دبلوماسيان، وزيرتان."""
    return f"{noun[:-1]}تان" if noun.endswith("ة") else f"{noun}ان"
