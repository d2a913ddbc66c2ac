"""How likely a candidate is an event: a logistic model over what its rule and its article show.

Words alone do not tell an event from a description ('الدعم', 'التعاون'); how the sides were found, the status
and how often the article tells it do. The weights are fitted on annotated articles by `training/events.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from taqarub.extract.events.candidates import Candidate
from taqarub.extract.events.logistic import chance
from taqarub.extract.view import View
from taqarub.lexicon.topic import political
from taqarub.text import fold, tokenize

_AROUND = 40
"""Tokens on either side of a trigger that tell what its passage is about."""

_EXPLICIT = frozenset((
    "before", "after", "relative", "object", "preposition", "genitive", "adjective", "agent", "light", "fixed",
    "obliged",
))  # fmt: skip


def weigh(view: View, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, float]]:
    """Each candidate with its chance to be an event."""
    weights = view.lexicon.event_weights
    for candidate, names in zip(candidates, describe(view, candidates), strict=True):
        yield candidate, chance(weights, names)


def describe(view: View, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """Features of each candidate, in order."""
    story = _Story(view, candidates)
    for at, candidate in enumerate(candidates):
        names = [*_own(view, candidate), *_words(view, candidate), *story.features(at)]
        yield list(dict.fromkeys(names))


def _own(view: View, candidate: Candidate) -> Iterator[str]:
    """What the candidate itself shows: its frame, its sides and how they were found, its status."""
    occurrence, sides, status = candidate.occurrence, candidate.sides, candidate.status
    frame = occurrence.frame
    yield "bias"
    yield f"frame={frame.id}"
    yield f"frame,form={frame.id},{occurrence.form}"
    yield f"type={candidate.type}"
    for how in sorted(sides.how):
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
        "definite": occurrence.definite, "shifted": candidate.type != frame.type,
    }  # fmt: skip
    for name, value in flags.items():
        if value:
            yield name
            yield f"{name},type={frame.type}"
    sure = [int(5 * value) for value in sides.sure]
    yield f"sure={sure}"
    yield f"least-sure={min(sure, default=-1)}"
    for place, step in enumerate(sure):
        yield f"sure,type={place},{step},{frame.type}"
    codes = (*sides.actors, *sides.recipients)
    yield f"domestic={len({code[:3] for code in codes}) == 1 and len(codes) > 1}"
    yield f"sector={any('-' in code for code in codes)}"
    yield f"media={any(code.endswith('-MED') for code in codes)}"


def _words(view: View, candidate: Candidate) -> Iterator[str]:
    """The trigger's own word and its neighbours."""
    occurrence, tokens = candidate.occurrence, view.tokens
    sentence = occurrence.sentence
    yield f"prefix={occurrence.prefix}"
    yield f"word={tokens[occurrence.first].norm.removeprefix(occurrence.prefix)}"
    yield f"before={tokens[occurrence.first - 1].norm if occurrence.first > sentence.first else ''}"
    yield f"after={tokens[occurrence.last + 1].norm if occurrence.last + 1 < sentence.stop else ''}"


def _topic(view: View, start: int, end: int) -> int:
    """How much a stretch of the text is news of states and politics: -4 to 8, in steps of the words' mean weight."""
    mean = political(view.text[max(0, start) : end], view.lexicon.topic_weights)
    return max(-4, min(8, round(mean * 10)))


class _Story:
    """What the article as a whole shows: how often and how fully each thing is told, and where."""

    def __init__(self, view: View, candidates: Sequence[Candidate]) -> None:
        self._view = view
        self._candidates = candidates
        self._title = {token.norm for token in tokenize(fold(view.article.title))}
        self._told = Counter(_record(candidate) for candidate in candidates)
        self._kinds = Counter(candidate.type for candidate in candidates)
        mentioned = Counter(code for candidate in candidates for code in _codes(candidate))
        self._common = {code for code, _ in mentioned.most_common(2)}
        self._records: dict[str, dict[frozenset[str], tuple[int, int]]] = defaultdict(dict)
        for at, candidate in enumerate(candidates):
            self._note(at, candidate)
        self._topic = _topic(view, 0, len(view.text))

    def _note(self, at: int, candidate: Candidate) -> None:
        """Remember, for a type and its codes, how fully it is told at best and where first so."""
        records, codes, full = self._records[candidate.type], frozenset(_codes(candidate)), _explicit(candidate)
        best = records.get(codes)
        if best is None or full > best[0]:
            records[codes] = (full, at)

    def features(self, at: int) -> Iterator[str]:
        """Features of the candidate at `at`."""
        candidate = self._candidates[at]
        occurrence = candidate.occurrence
        words = self._view.tokens[occurrence.first : occurrence.last + 1]
        if any(token.norm in self._title for token in words):
            yield "in-title"
            yield f"in-title,type={occurrence.frame.type}"
        tokens = self._view.tokens
        first, last = max(0, occurrence.first - _AROUND), min(len(tokens) - 1, occurrence.last + _AROUND)
        near = _topic(self._view, tokens[first].start, tokens[last].end)
        yield f"topic={self._topic}"
        yield f"near-topic={near}"
        yield f"topic,type={self._topic > 0},{near > 0},{candidate.type}"
        yield f"sentence={min(self._view.sentence_at(occurrence.start), 6)}"
        yield f"told={min(self._told[_record(candidate)], 4)}"
        yield f"kind={min(self._kinds[candidate.type], 5)}"
        yield f"candidates={min(len(self._candidates) // 5, 6)}"
        yield f"main={len(self._common & set(_codes(candidate)))}"
        yield from self._retelling(at)
        if at > 0 and self._candidates[at - 1].occurrence.sentence == occurrence.sentence:
            previous = self._candidates[at - 1].occurrence
            yield f"previous={previous.frame.type},{'near' if occurrence.first - previous.last < 6 else 'far'}"
            yield f"previous,type={previous.frame.type},{occurrence.frame.type}"

    def _retelling(self, at: int) -> Iterator[str]:
        """Whether another candidate tells the same, and tells it more fully or before."""
        candidate = self._candidates[at]
        mine, own = _explicit(candidate), frozenset(_codes(candidate))
        fuller = earlier = False
        for codes, (full, first) in self._records[candidate.type].items():
            if len(own & codes) * 2 >= len(own):
                fuller = fuller or full > mine
                earlier = earlier or (full == mine and first < at)
        yield f"explicit={min(mine, 3)}"
        yield f"retold={fuller},{earlier}"
        yield f"retold,explicit={fuller},{earlier},{min(mine, 3)}"
        yield f"retold,type={fuller or earlier},{candidate.type}"


def _codes(candidate: Candidate) -> tuple[str, ...]:
    return (*candidate.sides.actors, *candidate.sides.recipients)


def _record(candidate: Candidate) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return candidate.type, tuple(sorted(candidate.sides.actors)), tuple(sorted(candidate.sides.recipients))


def _explicit(candidate: Candidate) -> int:
    """How many of a candidate's sides stand in its own clause."""
    return sum(1 for how in candidate.sides.how if how.partition("=")[2] in _EXPLICIT or how in _EXPLICIT)
