"""How likely a candidate is an event: a logistic model over what its rule and its article show.

Words alone do not tell an event from a description ('الدعم', 'التعاون'); how the sides were found, the status
and how often the article tells it do. The weights are fitted on annotated articles by `training/events.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from taqarub.extract.events.candidates import Candidate
from taqarub.extract.view import View
from taqarub.text import fold, tokenize

_BIAS = "bias"


def weigh(view: View, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, float]]:
    """Each candidate with its chance to be an event."""
    weights = view.lexicon.event_weights
    for candidate, names in zip(candidates, describe(view, candidates), strict=True):
        yield candidate, chance(weights, names)


def chance(weights: dict[str, float], names: Sequence[str]) -> float:
    """Logistic of the summed weights of features."""
    total = sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def describe(view: View, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """Features of each candidate, in order."""
    title = {token.norm for token in tokenize(fold(view.article.title))}
    told = Counter(_record(candidate) for candidate in candidates)
    kinds = Counter(candidate.type for candidate in candidates)
    mentioned = Counter(code for c in candidates for code in (*c.sides.actors, *c.sides.recipients))
    for at, candidate in enumerate(candidates):
        yield list(dict.fromkeys(_features(view, candidate, candidates, at, title, told, kinds, mentioned)))


def _record(candidate: Candidate) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return candidate.type, tuple(sorted(candidate.sides.actors)), tuple(sorted(candidate.sides.recipients))


def _features(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], at: int, title: set[str],
    told: Counter[tuple[str, tuple[str, ...], tuple[str, ...]]], kinds: Counter[str], mentioned: Counter[str],
) -> Iterator[str]:  # fmt: skip
    occurrence, sides, status = candidate.occurrence, candidate.sides, candidate.status
    frame, tokens, sentence = occurrence.frame, view.tokens, occurrence.sentence
    yield _BIAS
    yield f"frame={frame.id}"
    yield f"frame,form={frame.id},{occurrence.form}"
    yield f"type={candidate.type}"
    for how in sides.how:
        yield f"how={how}"
        yield f"type,how={frame.type},{how}"
    actors, recipients = min(len(sides.actors), 3), min(len(sides.recipients), 3)
    yield f"sides={actors},{recipients}"
    yield f"type,sides={frame.type},{actors},{recipients}"
    flags = {
        "negated": status.negated, "hypothetical": status.hypothetical, "future": status.future,
        "planned": candidate.when.future, "historical": candidate.when.historical,
        "dated": candidate.when.value is not None, "placed": candidate.place is not None,
        "pronoun": bool(occurrence.pronoun), "first-person": occurrence.first_person,
        "quoted": view.quoted_at(occurrence.start) is not None,
        "definite": occurrence.definite,
        "in-title": any(t.norm in title for t in tokens[occurrence.first : occurrence.last + 1]),
        "shifted": candidate.type != frame.type,
    }  # fmt: skip
    for name, value in flags.items():
        if value:
            yield name
            yield f"{name},type={frame.type}"
    yield f"prefix={occurrence.prefix}"
    yield f"word={tokens[occurrence.first].norm.removeprefix(occurrence.prefix)}"
    yield f"before={tokens[occurrence.first - 1].norm if occurrence.first > sentence.first else ''}"
    yield f"after={tokens[occurrence.last + 1].norm if occurrence.last + 1 < sentence.stop else ''}"
    position = view.sentences.index(sentence)
    yield f"sentence={min(position, 6)}"
    yield f"told={min(told[_record(candidate)], 4)}"
    yield f"kind={min(kinds[candidate.type], 5)}"
    yield f"candidates={min(len(candidates) // 5, 6)}"
    yield from _retelling(candidate, candidates, at)
    codes = (*sides.actors, *sides.recipients)
    yield f"domestic={len({code[:3] for code in codes}) == 1 and len(codes) > 1}"
    yield f"sector={any('-' in code for code in codes)}"
    yield f"media={any(code.endswith('-MED') for code in codes)}"
    common = {code for code, _ in mentioned.most_common(2)}
    yield f"main={len(common & set(codes))}"
    if at > 0 and candidates[at - 1].occurrence.sentence == sentence:
        gap = occurrence.first - candidates[at - 1].occurrence.last
        yield f"previous={candidates[at - 1].occurrence.frame.type},{'near' if gap < 6 else 'far'}"
        yield f"previous,type={candidates[at - 1].occurrence.frame.type},{frame.type}"


def _retelling(candidate: Candidate, candidates: Sequence[Candidate], at: int) -> Iterator[str]:
    """Whether another candidate tells the same, and tells it more fully or before."""
    mine, own = _explicit(candidate), set((*candidate.sides.actors, *candidate.sides.recipients))
    fuller = earlier = False
    for index, other in enumerate(candidates):
        if index == at or other.type != candidate.type:
            continue
        theirs = set((*other.sides.actors, *other.sides.recipients))
        if len(own & theirs) * 2 < len(own):
            continue
        full = _explicit(other)
        fuller = fuller or full > mine
        earlier = earlier or (full == mine and index < at)
    yield f"explicit={min(mine, 3)}"
    yield f"retold={fuller},{earlier}"
    yield f"retold,explicit={fuller},{earlier},{min(mine, 3)}"
    yield f"retold,type={fuller or earlier},{candidate.type}"


_EXPLICIT = frozenset("before after relative object preposition genitive adjective agent light fixed obliged".split())


def _explicit(candidate: Candidate) -> int:
    return sum(1 for how in candidate.sides.how if how.split("=")[-1] in _EXPLICIT)
