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
NEEDS = frozenset({"close", "clause", "quote", "carried", "outlet", "pronoun", "subject", "head", "opinion", "outer"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to report speech.

    `takes` are the complements that count as its content (`clause`, `quote`, `object`, `head`), `prepositions` those
    it governs, folded. `needs` narrow it further. The subject of a cue that `carries` passes on another's words;
    one with a `patient` names whom the content is about before it (اتهم روسيا ب). Where the `noun_governs`, the verbal
    noun takes the verb's prepositions without a pronoun too (اتهام روسيا ب). `what` phrases are followed by a verb.
    """

    id: str
    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str]
    needs: frozenset[str] = frozenset()
    carries: bool = False
    patient: bool = False
    what: bool = False
    noun_governs: bool = False

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
            known = set()
            for form, value in _forms(cue, entry):
                if form not in known:  # كشف is a verb before it is a noun
                    self.index.add(form, value)
                known.add(form)
        for entry in table["source"]:
            cue = self._add(entry)
            for form in entry["forms"]:
                self.index.add(form, CueForm(cue, "source", ""))
        words = table["words"]
        self.own_b, self.adverbs, self.prepositions, self.heads, self.opinions, self.agents, self.name_heads, self.phrase_ends = (
            frozenset(folded(words[key]).split())
            for key in ("own_b", "adverbs", "prepositions", "heads", "opinions", "agents", "name_heads", "phrase_ends")
        )
        self.closers: PhraseIndex[bool] = PhraseIndex((form, True) for form in words["closers"])
        self.phrase_closers: PhraseIndex[bool] = PhraseIndex((form, True) for form in words["phrase_closers"])

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
            noun_governs=entry.get("noun_governs", False),
        )
        self.by_id[cue.id] = cue
        return cue


def _forms(cue: Cue, entry: dict[str, Any]) -> Iterator[tuple[str, CueForm]]:
    dropped = {folded(form) for form in entry.get("not_forms", ())}
    if verb := entry.get("verb"):
        for form, value in _verbs(cue, *verb.partition("|")[::2]):
            if form not in dropped:
                yield form, value
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
    """Third person forms: what the writer or the quoted says of himself is no report."""
    base, now = folded(past), folded(present)
    first_person = {"ن" + now[1:], "ا" + now[1:], base + "نا"} - {base}
    for form in verb_forms(past, present or past):
        if form not in first_person:
            is_present = bool(now) and form[:1] in ("ي", "ت") and form[1 : len(now)] == now[1:]
            yield form, CueForm(cue, "verb", _verb_agreement(form, base), is_present)


def _participles(participle: str) -> tuple[str, ...]:
    """Accusative, feminine and plural forms, as apposition needs them; a weak one (داعي) loses its last letter."""
    base = folded(participle)
    forms = tuple(form for form in participle_forms(participle) if form.endswith(("ا", "ه", "ين")))
    return (*forms, base[:-1] + "ين") if base.endswith("ي") else forms


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
