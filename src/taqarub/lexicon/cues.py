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
FLAGS = ("carries", "patient", "impersonal", "what", "noun_governs")
NEEDS = frozenset({"close", "clause", "outlet", "pronoun", "opinion", "outer", "past"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to report speech; `data/cues.toml` tells what its fields mean.

    `takes` are the complements that count as its content, `prepositions` those it governs, folded.
    """

    id: str
    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str]
    needs: frozenset[str] = frozenset()
    carries: bool = False
    patient: bool = False
    impersonal: bool = False
    what: bool = False
    noun_governs: bool = False

    @property
    def entry(self) -> str:
        """Lexicon entry, for evidence."""
        return f"cues:{self.id}"


@dataclass(frozen=True, slots=True)
class CueForm:
    """A written form of a cue; `agrees` is its subject's gender or number: m, f, d(ual), p(lural) or ""."""

    cue: Cue
    shape: Shape
    agrees: str
    present: bool = False


class Cues:
    """All cues by id, the index of their forms, and the word classes that go with them."""

    def __init__(self) -> None:
        table = read_toml("cues.toml")
        self.by_id: dict[str, Cue] = {}
        self.index: PhraseIndex[CueForm] = PhraseIndex(pronouns=True)
        for entry in table["cue"]:
            known = set()
            for form, value in _forms(self._add(entry), entry):
                if form not in known:  # كشف is a verb before it is a noun
                    self.index.add(form, value)
                known.add(form)
        for entry in table["source"]:
            cue = self._add(entry)
            for form in entry["forms"]:
                self.index.add(form, CueForm(cue, "source", ""))
        self._words(table["words"])

    def _words(self, words: dict[str, Any]) -> None:
        def word_set(key: str) -> frozenset[str]:
            return frozenset(folded(words[key]).split())

        def phrases(key: str) -> PhraseIndex[bool]:
            return PhraseIndex((form, True) for form in words[key])

        self.own_b, self.adverbs, self.prepositions = map(word_set, ("own_b", "adverbs", "prepositions"))
        self.heads, self.opinions, self.agents = map(word_set, ("heads", "opinions", "agents"))
        self.name_heads, self.phrase_ends = map(word_set, ("name_heads", "phrase_ends"))
        self.closers, self.phrase_closers = map(phrases, ("closers", "phrase_closers"))

    def _add(self, entry: dict[str, Any]) -> Cue:
        takes, needs = frozenset(entry.get("takes", ())), frozenset(entry.get("needs", ()))
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
            **{flag: entry.get(flag, False) for flag in FLAGS},
        )
        self.by_id[cue.id] = cue
        return cue


def _forms(cue: Cue, entry: dict[str, Any]) -> Iterator[tuple[str, CueForm]]:
    dropped = {folded(form) for form in entry.get("not_forms", ())}
    if verb := entry.get("verb"):
        past, _, present = verb.partition("|")
        yield from ((form, value) for form, value in _verbs(cue, past, present) if form not in dropped)
    for form in entry.get("beside", ()):
        yield form, CueForm(cue, "verb", "")
    if participle := entry.get("participle"):
        for form in _participles(participle):
            if form not in dropped:
                yield form, CueForm(cue, "participle", _participle_agreement(form))
    for form in entry.get("apposed", ()):
        yield form, CueForm(cue, "participle", "m")
    if noun := entry.get("noun"):
        for form in (folded(noun), "ال" + folded(noun)):
            yield form, CueForm(cue, "noun", "")


def _verbs(cue: Cue, past: str, present: str) -> Iterator[tuple[str, CueForm]]:
    """Make the third person forms: what the writer or the quoted says of himself is no report."""
    base, now = folded(past), folded(present)
    first_person = {"ن" + now[1:], "ا" + now[1:], base + "نا"} - {base}
    for form in verb_forms(past, present or past):
        if form not in first_person:
            is_present = bool(now) and form[:1] in ("ي", "ت") and form[1 : len(now)] == now[1:]
            yield form, CueForm(cue, "verb", _verb_agreement(form, base), is_present)


def _participles(participle: str) -> tuple[str, ...]:
    """Make the accusative, feminine and plural forms; داعي loses its last letter in the plural."""
    base = folded(participle)
    forms = tuple(form for form in participle_forms(participle) if form.endswith(("ا", "ه", "ين")))
    return (*forms, base[:-1] + "ين") if base.endswith("ي") else forms


def _verb_agreement(form: str, past: str) -> str:
    if form.endswith(("وا", "ون")):
        return "p"
    if form.endswith("تا") or (form.endswith(("ا", "ان")) and form != past and not past.endswith("ا")):
        return "d"
    if (form.startswith("ت") and not past.startswith("ت")) or (form.endswith("ت") and not past.endswith("ت")):
        return "f"
    return "m"


def _participle_agreement(form: str) -> str:
    endings = (("تين", "d"), ("ين", "p"), ("ون", "p"), ("ات", "p"), ("ان", "d"), ("ه", "f"))
    return next((agrees for ending, agrees in endings if form.endswith(ending)), "m")
