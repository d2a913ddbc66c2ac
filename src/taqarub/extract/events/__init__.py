"""Events: what happened between whom, coded in PLOVER straight from Arabic."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.events.candidates import Candidate, draft_events, find_candidates
from taqarub.extract.events.merging import merge
from taqarub.extract.events.weighing import weigh
from taqarub.extract.view import View
from taqarub.model import EventMention, Evidence, Mention, Quotation, Span, TimeExpression

THRESHOLD = 0.32
"""Chance from which a candidate is taken for an event; where precision and recall balance on annotated articles."""


def find_events(
    view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression], quotes: Sequence[Quotation]
) -> tuple[EventMention, ...]:
    """Event mentions of an article, coded in PLOVER, one for each distinct happening."""
    casting = draft_events(view, mentions, quotes)
    candidates = find_candidates(view, casting, times, view.lexicon.role_weights)
    return choose(view, list(weigh(view, candidates)), THRESHOLD)


def choose(view: View, weighed: Sequence[tuple[Candidate, float]], threshold: float) -> tuple[EventMention, ...]:
    """The events among weighed candidates: the likeliest reading of each trigger, told once each."""
    chosen: dict[int, tuple[float, Candidate]] = {}
    for candidate, chance in weighed:
        at = candidate.occurrence.first
        if chance >= threshold and (at not in chosen or chance > chosen[at][0]):
            chosen[at] = (chance, candidate)
    return merge(_event(view, candidate, chance) for chance, candidate in chosen.values())


def _event(view: View, candidate: Candidate, chance: float) -> EventMention:
    occurrence, sides = candidate.occurrence, candidate.sides
    mode = occurrence.frame.mode if candidate.type == occurrence.frame.type else None
    return EventMention(
        start=occurrence.start, end=occurrence.end, trigger=view.text[occurrence.start : occurrence.end],
        type=candidate.type, mode=mode,
        actors=tuple(sorted(sides.actors)), recipients=tuple(sorted(sides.recipients)),
        aux=_auxiliary(candidate), date=candidate.when.value, place=candidate.place,
        confidence=round(min(max(chance, 0.01), 0.99), 2),
        evidence=Evidence("events.frame", occurrence.frame.entry,
                          tuple(sorted({Span(p.start, p.end) for p in sides.used})),
                          f"{occurrence.form}; {', '.join(sorted(sides.how))}"),
    )  # fmt: skip


def _auxiliary(candidate: Candidate) -> tuple[str, ...]:
    status = candidate.status
    planned = status.future or candidate.when.future
    own = candidate.type in ("AGREE", "CONCEDE", "THREATEN") or candidate.type != candidate.occurrence.frame.type
    aux = []
    if planned and not own:
        aux.append("future")
    if candidate.when.historical:
        aux.append("historical")
    if status.hypothetical:
        aux.append("hypothetical")
    if status.negated:
        aux.append("negation")
    return tuple(aux)


__all__ = ["choose", "find_events"]
