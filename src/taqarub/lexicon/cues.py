"""Reporting cues: verbs, participles, verbal nouns and source phrases, compiled from `data/cues.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded
from taqarub.text.inflect import participle_forms, verb_forms

Shape = Literal["verb", "participle", "noun", "source"]
Stance = Literal["neutral", "asserting", "doubting"]

COMPLEMENTS = frozenset({"clause", "quote", "object", "head"})
NEEDS = frozenset({"close", "clause", "quote", "carried", "outlet", "pronoun", "subject", "head", "opinion"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to report speech.

    `takes` are the complements that count as its content (`clause`, `quote`, `object`, `head`), `prepositions` those
    it governs, folded. `needs` narrow it further. The subject of a cue that `carries` passes on another's words;
    one with a `patient` names whom the content is about before it (اتهم روسيا ب).
    """

    id: str
    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str]
    needs: frozenset[str] = frozenset()
    carries: bool = False
    patient: bool = False
    what: bool = False

    @property
    def entry(self) -> str:
        """Lexicon entry, for evidence."""
        return f"cues:{self.id}"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One written form of a cue; `agrees` is the gender or number of its subject: m, f, d(ual), p(lural) or empty."""

    cue: Cue
    shape: Shape
    agrees: str
    present: bool = False


class Cues:
    """All cues by id, the index of their forms and the small word classes that go with them."""

    def __init__(self) -> None:
        table = read_toml("cues.toml")
        self.by_id: dict[str, Cue] = {}
        self.index: PhraseIndex[CueForm] = PhraseIndex(pronouns=True)
        for entry in table["cue"]:
            cue = self._add(entry)
            for form, value in _forms(cue, entry):
                self.index.add(form, value)
        for entry in table["source"]:
            cue = self._add(entry)
            for form in entry["forms"]:
                self.index.add(form, CueForm(cue, "source", ""))
        words = table["words"]
        self.own_b, self.adverbs, self.prepositions, self.heads, self.opinions, self.agents = (
            frozenset(folded(words[key]).split())
            for key in ("own_b", "adverbs", "prepositions", "heads", "opinions", "agents")
        )
        self.closers: PhraseIndex[bool] = PhraseIndex((form, True) for form in words["closers"])

    def _add(self, entry: dict[str, Any]) -> Cue:
        takes = frozenset(entry.get("takes", ()))
        needs = frozenset(entry.get("needs", ()))
        if entry["id"] in self.by_id:
            raise LexiconError(f"cues.toml: {entry['id']} is there twice")
        if unknown := needs - NEEDS:
            raise LexiconError(f"cues.toml: {entry['id']}: unknown needs {sorted(unknown)}")
        cue = Cue(
            id=entry["id"],
            stance=entry["stance"],
            takes=takes & COMPLEMENTS,
            prepositions=frozenset(folded(word) for word in takes - COMPLEMENTS),
            needs=needs,
            carries=entry.get("carries", False),
            patient=entry.get("patient", False),
            what=entry.get("what", False),
        )
        self.by_id[cue.id] = cue
        return cue


def _forms(cue: Cue, entry: dict[str, Any]) -> Iterator[tuple[str, CueForm]]:
    if verb := entry.get("verb"):
        past, _, present = verb.partition("|")
        for form in verb_forms(past, present or past):
            yield form, CueForm(cue, "verb", _verb_agreement(form, folded(past)), not form.startswith(folded(past)[:2]))
    for form in entry.get("beside", ()):
        yield form, CueForm(cue, "verb", "")
    if participle := entry.get("participle"):
        for form in _participles(participle):
            yield form, CueForm(cue, "participle", _participle_agreement(form))
    if noun := entry.get("noun"):
        for form in (folded(noun), "ال" + folded(noun)):
            yield form, CueForm(cue, "noun", "")


def _participles(participle: str) -> tuple[str, ...]:
    """Forms of a participle; a weak one (داعي) loses its last letter before the plural ending."""
    forms = participle_forms(participle)
    base = folded(participle)
    return (*forms, base[:-1] + "ين", base[:-1] + "ون") if base.endswith("ي") else forms


def _verb_agreement(form: str, past: str) -> str:
    if form.endswith(("وا", "ون")):
        return "p"
    if form.endswith("تا") or (form.endswith(("ا", "ان")) and form != past and not past.endswith("ا")):
        return "d"
    if form.startswith("ت") and not past.startswith("ت") or (form.endswith("ت") and not past.endswith("ت")):
        return "f"
    return "m"


def _participle_agreement(form: str) -> str:
    for ending, agrees in (("تين", "d"), ("ين", "p"), ("ون", "p"), ("ات", "p"), ("ان", "d"), ("ه", "f")):
        if form.endswith(ending):
            return agrees
    return "m"
