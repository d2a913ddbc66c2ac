"""Speakers without a name: the nouns, adjectives and nationalities they are described in, from `data/speakers.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded
from taqarub.text.inflect import nisba_forms

NounKind = Literal["person", "group", "paper", "outlet"]
Number = Literal["one", "two", "many"]


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A noun for a speaker in one number, with its English in that number; `definite` if it has the article."""

    english: str
    kind: NounKind
    number: Number
    definite: bool
    lemma: str


class Speakers:
    """Nouns, adjectives and nationalities for describing speakers."""

    def __init__(self) -> None:
        table = read_toml("speakers.toml")
        self.nouns: PhraseIndex[SpeakerNoun] = PhraseIndex()
        for entry in table["noun"]:
            singular, plural = entry["english"]
            for number, forms, english in (
                ("one", entry["forms"], singular), ("many", entry["many"], plural), ("two", entry.get("two", ()), plural),
            ):  # fmt: skip
                for form in forms:
                    self._add_noun(form, SpeakerNoun(english, entry["kind"], number, False, singular))
        self.adjectives = {
            written: entry["english"]
            for entry in table["adjective"]
            for form in entry["forms"]
            for written in nisba_forms(form)
        }
        lead = table["lead"]
        self.senior, self.one = frozenset(map(folded, lead["senior"])), frozenset(map(folded, lead["one"]))
        self.some: PhraseIndex[bool] = PhraseIndex((form, True) for form in lead["some"])
        self.nationality: dict[str, str] = table["nationality"]

    def _add_noun(self, form: str, noun: SpeakerNoun) -> None:
        self.nouns.add(form, noun)
        if noun.number == "one" and not folded(form).endswith(("ه", "ا")):
            self.nouns.add(form + "ا", noun)  # لكن مسؤولا قال
        first, _, rest = folded(form).partition(" ")
        definite = SpeakerNoun(noun.english, noun.kind, noun.number, True, noun.lemma)
        if not first.startswith("ال"):
            self.nouns.add(("ال" + first + " " + rest).strip(), definite)
