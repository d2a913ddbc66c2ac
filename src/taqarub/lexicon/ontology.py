"""The event ontology: PLOVER's types, modes and auxiliary modes, from `data/ontology.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_toml


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: `quad` class 1 to 4, base `score`, the score of each of its `modes`; `label` is Arabic."""

    id: str
    label: str
    quad: int
    score: float
    definition: str
    modes: tuple[tuple[str, float], ...]
    symmetric: bool
    needs_recipient: bool

    def score_of(self, mode: str | None) -> float:
        """Score of the type in a mode."""
        return dict(self.modes).get(mode or "", self.score)


@dataclass(slots=True)
class Ontology:
    """All types, and which type an event becomes under an auxiliary mode."""

    types: dict[str, EventType] = field(default_factory=dict)
    auxiliary: dict[str, str] = field(default_factory=dict)
    shifts: dict[tuple[str, str], str] = field(default_factory=dict)
    errata: dict[str, str] = field(default_factory=dict)

    def shifted(self, type_: str, auxiliary: str) -> str:
        """The type that already says `auxiliary` (a planned CONSULT is an AGREE); the same type if there is none."""
        return self.shifts.get((type_, auxiliary), type_)


def load_ontology() -> Ontology:
    """Load and check the ontology; raises LexiconError."""
    table = read_toml("ontology.toml")
    ontology = Ontology(errata=dict(table["errata"]))
    for entry in table["type"]:
        if entry["quad"] not in (1, 2, 3, 4) or not -10 <= entry["score"] <= 10:
            raise LexiconError(f"ontology.toml: {entry['id']}: quad or score out of range")
        ontology.types[entry["id"]] = EventType(
            entry["id"], entry["label"], entry["quad"], float(entry["score"]), entry["definition"],
            tuple((mode, float(score)) for mode, score in entry.get("modes", {}).items()),
            entry.get("symmetric", False), entry.get("needs_recipient", False))  # fmt: skip
    ontology.auxiliary = {name: entry["definition"] for name, entry in table["auxiliary"].items()}
    for shift in table["shift"]:
        for source in shift["from"]:
            if source not in ontology.types or shift["to"] not in ontology.types:
                raise LexiconError(f"ontology.toml: shift: no such type {source}")
            ontology.shifts[source, shift["auxiliary"]] = shift["to"]
    return ontology
