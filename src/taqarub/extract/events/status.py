"""Whether an event has happened: planned, supposed, denied or long ago."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.extract.events.triggers import Occurrence
from taqarub.extract.view import View
from taqarub.lexicon.phrases import PhraseIndex

_BEFORE = 7
_AFTER = 3
_NEGATION_BEFORE = 2
_SUBJUNCTIVE = ("ي", "ت", "ن", "ا")


@dataclass(frozen=True, slots=True)
class Status:
    """Auxiliary modes a trigger's clause shows; `denied` if the text denies it as a fact."""

    future: bool = False
    hypothetical: bool = False
    negated: bool = False
    denied: bool = False


def read_status(view: View, event: Occurrence) -> Status:
    """Status of an event from the words around its trigger."""
    grammar = view.lexicon.event_grammar
    tokens = view.tokens
    low = max(event.sentence.first, event.first - _BEFORE)
    high = min(event.sentence.stop, event.last + 1 + _AFTER)
    near = max(event.sentence.first, event.first - _NEGATION_BEFORE)
    earlier = [t.norm for t in tokens[low : event.first]]
    present = event.form == "verb" and tokens[event.first].norm.removeprefix(event.prefix)[:1] in _SUBJUNCTIVE
    future = (
        event.prefix.endswith("س")
        or _any(view, grammar.future, low, event.first, event.sentence.stop)
        or _any(view, grammar.future, event.last + 1, high, event.sentence.stop)
        or any(_is_future_verb(view, norm) for norm in earlier[-4:])
    )
    hypothetical = (
        _any(view, grammar.hypothetical, low, event.first, event.sentence.stop)
        or _any(view, grammar.hypothetical, event.last + 1, high, event.sentence.stop)
        or (present and bool(earlier) and earlier[-1] in ("قد", "وقد"))
    )
    negated = _any(view, grammar.negation, near, event.first, event.sentence.stop)
    denied = any(norm.removeprefix("و") in grammar.denial for norm in earlier)
    return Status(future, hypothetical, negated, denied)


def _is_future_verb(view: View, norm: str) -> bool:
    core = norm[1:] if norm[:1] == "و" else norm
    return core[:1] == "س" and core[1:2] in ("ي", "ت", "ن") and len(core) > 4 and view.lexicon.frames.is_verb(core[1:])


def _any(view: View, index: PhraseIndex[str], first: int, stop: int, limit: int) -> bool:
    tokens = view.tokens
    return any(
        hit.last < limit and len(hit.prefix) <= 1
        for at in range(first, stop)
        for hit in index.at(tokens, at)
    )  # fmt: skip
