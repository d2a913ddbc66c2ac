"""Event frames: the words that name an event and who does what to whom around them, from `data/frames/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from taqarub.errors import LexiconError
from taqarub.lexicon.load import data_folder, list_data, read_toml
from taqarub.lexicon.ontology import Ontology, load_ontology
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded
from taqarub.text.inflect import noun_forms, participle_forms, verb_forms

Pattern = Literal["act", "mutual", "visit", "host", "must", "speech", "fixed"]
Needs = Literal["", "any", "both", "person", "state"]
Form = Literal["verb", "noun", "participle", "phrase"]

_WORDS = frozenset(("verbs", "nouns", "plurals", "participles", "phrases"))
_FIELDS = frozenset((
    "id", "mode", "pattern", "to", "by", "genitive", "deep", "needs", "with", "without", "actors", "recipients",
    "crowd", "harm", "only_to", "future_only", "not_after", "homographs", "plain", "then",
    "examples", "not_examples",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to speak of an event.

    `pattern` says who the sides are: `act` subject to object, `mutual` all alike, `visit` and `host` visitor to
    host, `must` speaker to the one under obligation, `speech` the speaker about somebody, `fixed` the given
    `actors` and `recipients`. `to` are prepositions that mark the recipient, `by` such as mark the actor,
    `genitive` is the part of a noun's genitive, `deep` lets the recipient stand anywhere in the complement,
    `crowd` puts a state's people for the state as actor, `harm` takes the place of the deed for its recipient.
    `needs` are the participants without which the words mean nothing; of the words in `with_` one must
    follow a single word of the frame, and none of `without` may stand near. `only_to` takes no direct object,
    `future_only` needs the sign of the future. `not_after` are words that must not stand right before,
    `homographs` forms that are other words, and a word of a `plain` frame is never written with a shadda. A frame
    with `then` stands at the head of a clause, and one of these words ends its noun phrase: 'على إيران أن'.
    """

    id: str
    type: str
    mode: str | None = None
    pattern: Pattern = "act"
    to: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    genitive: Literal["actor", "recipient"] = "actor"
    deep: bool = False
    needs: Needs = ""
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    crowd: bool = False
    harm: bool = False
    only_to: bool = False
    future_only: bool = False
    not_after: frozenset[str] = frozenset()
    homographs: frozenset[str] = frozenset()
    plain: bool = False
    then: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """Lexicon entry, for evidence."""
        return f"frames:{self.id}"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase of a frame; `initial` is the first letter of its full spelling, hamza and all."""

    frame: Frame
    form: Form
    initial: str = ""


@dataclass(slots=True)
class Frames:
    """All frames with the index of their words, the light verbs, and what else events are read by."""

    ontology: Ontology
    by_id: dict[str, Frame] = field(default_factory=dict)
    index: PhraseIndex[Trigger] = field(default_factory=lambda: PhraseIndex(pronouns=True))
    light: dict[str, str] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()
    sectors: dict[str, str] = field(default_factory=dict)
    sport: frozenset[str] = frozenset()

    def is_verb(self, norm: str) -> bool:
        """Tell whether a folded word is a finite verb, with or without a conjunction or the sign of the future."""
        if norm in self.verbs:
            return True
        core = norm[1:] if norm[:1] in ("و", "ف") else norm
        return core in self.verbs or (core[:1] == "س" and core[1:] in self.verbs)


def load_frames() -> Frames:
    """Load and check all frames; raises LexiconError naming file and entry."""
    frames = Frames(load_ontology())
    for name in list_data("frames", ".toml"):
        table = read_toml(name)
        if table["type"] not in frames.ontology.types:
            raise LexiconError(f"{name}: no such event type: {table['type']}")
        for entry in table["frame"]:
            _add(frames, name, table["type"], {**table.get("defaults", {}), **entry})
    _add_light_verbs(frames)
    frames.verbs = frozenset(_lines("verbs.txt")) | frozenset(frames.light)
    frames.sport = frozenset(map(folded, read_toml("sport.toml")["words"]))
    for sector, words in read_toml("sectors.toml")["sectors"].items():
        for word in words:
            for form in (*noun_forms(word), *participle_forms(word)):
                frames.sectors.setdefault(form.removeprefix("ال"), sector)
    return frames


def _add(frames: Frames, file: str, type_: str, entry: dict[str, Any]) -> None:
    frame_id = f"{type_}.{entry['id']}"
    if unknown := entry.keys() - _WORDS - _FIELDS:
        raise LexiconError(f"{file}: {frame_id}: unknown keys {sorted(unknown)}")
    mode = entry.get("mode")
    if mode is not None and mode not in dict(frames.ontology.types[type_].modes):
        raise LexiconError(f"{file}: {frame_id}: {type_} has no mode {mode}")
    if entry.get("pattern", "act") not in get_args(Pattern) or entry.get("needs", "") not in get_args(Needs):
        raise LexiconError(f"{file}: {frame_id}: unknown pattern or need")
    if frame_id in frames.by_id:
        raise LexiconError(f"{file}: {frame_id} is there twice")
    frame = Frame(
        frame_id, type_, mode, entry.get("pattern", "act"),
        frozenset(map(folded, entry.get("to", ()))), frozenset(map(folded, entry.get("by", ()))),
        entry.get("genitive", "actor"), entry.get("deep", False), entry.get("needs", ""),
        tuple(map(folded, entry.get("with", ()))), tuple(map(folded, entry.get("without", ()))),
        tuple(entry.get("actors", ())), tuple(entry.get("recipients", ())),
        entry.get("crowd", False), entry.get("harm", False), entry.get("only_to", False),
        entry.get("future_only", False), frozenset(map(folded, entry.get("not_after", ()))),
        frozenset(map(folded, entry.get("homographs", ()))), entry.get("plain", False),
        frozenset(map(folded, entry.get("then", ()))),
        tuple(entry.get("examples", ())), tuple(entry.get("not_examples", ())))  # fmt: skip
    frames.by_id[frame_id] = frame
    for word, form, initial in _words(entry):
        frames.index.add(word, Trigger(frame, form, initial))


def _words(entry: dict[str, Any]) -> Iterator[tuple[str, Form, str]]:
    """Every form of an entry's words with its kind and the first letter of its dictionary form."""
    for verb in entry.get("verbs", ()):
        past, present = verb.split("|")
        for word in verb_forms(past, present):
            yield word, "verb", past[0]
    for noun in entry.get("nouns", ()):
        for word in (*noun_forms(noun), *_seats(noun)):
            yield word, "noun", noun[0]
    for plural in entry.get("plurals", ()):
        for word in (plural, plural + "ا", "ال" + plural):
            yield word, "noun", plural[0]
    for participle in entry.get("participles", ()):
        for word in participle_forms(participle):
            yield word, "participle", participle[0]
            yield "ال" + word, "participle", participle[0]
    for phrase in entry.get("phrases", ()):
        yield phrase, "phrase", ""


def _seats(noun: str) -> tuple[str, ...]:
    """The seats of a final hamza before a pronoun: لقاء -> لقائه، لقاؤه."""
    return (noun[:-1] + "ئ", noun[:-1] + "ؤ") if noun.endswith("اء") else ()


def _add_light_verbs(frames: Frames) -> None:
    table = read_toml("light_verbs.toml")
    for kind, part in (("verbs", "actor"), ("reverse", "recipient"), ("passive", "")):
        for verb in table[kind]:
            for form in verb_forms(*verb.split("|")):
                frames.light.setdefault(form, part)


def _lines(name: str) -> Iterator[str]:
    for line in (data_folder() / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
