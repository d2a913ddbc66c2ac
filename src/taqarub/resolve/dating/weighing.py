"""Weighing clues: the days most of them allow, the likeliest among these, and which clues do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp

from taqarub.model import Dating, DatingReason, Evidence
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, Clue, Clues, Stretch, joined, moved

DOUBT = 0.75
"""Days allowed by clues of this share of the most weight are possible too, where clues contradict each other."""
TRIED = 800
"""So many days of a stretch are tried for the likeliest."""
STRETCHES = 6
BEST = 3
SOON = 6.0
"""Days in which news of a day grows old."""


def weigh(found: Clues, text: str) -> Dating | None:
    """Put clues together; None if there are none."""
    if not found.clues:
        return None
    possible = _possible(found.clues)
    best = _likeliest(found, possible)
    first, last = possible[0][0], possible[-1][1]
    reasons = tuple(_reason(clue, best[0], text) for clue in sorted(found.clues, key=lambda clue: clue.span))
    return Dating(
        first if first > OPEN_PAST else None,
        last if last < OPEN_FUTURE else None,
        best if first > OPEN_PAST or last < OPEN_FUTURE else (),
        reasons,
    )


def _possible(clues: Sequence[Clue]) -> tuple[Stretch, ...]:
    """Give the days that the clues of most weight allow; where not all fit, also those of nearly as much."""
    changes: dict[int, float] = {OPEN_PAST.toordinal(): 0.0}
    for clue in clues:
        for first, last in clue.stretches:
            changes[first.toordinal()] = changes.get(first.toordinal(), 0.0) + clue.weight
            changes[last.toordinal() + 1] = changes.get(last.toordinal() + 1, 0.0) - clue.weight
    starts = sorted(changes)
    level, levels = 0.0, []
    for start, following in zip(starts, [*starts[1:], OPEN_FUTURE.toordinal() + 1], strict=True):
        level += changes[start]
        if start < following and start <= OPEN_FUTURE.toordinal():
            levels.append((level, date.fromordinal(start), date.fromordinal(following - 1)))
    most = max(level for level, _, _ in levels)
    total = sum(clue.weight for clue in clues)
    enough = most - 1e-6 if most > total - 1e-6 else most * DOUBT - 1e-6
    return joined((first, last) for level, first, last in levels if level >= enough)


def _likeliest(found: Clues, possible: Sequence[Stretch]) -> tuple[date, ...]:
    """Give the likeliest days: near the days told in the lead, on the weekdays told, soon after the latest told."""
    scores: dict[date, float] = {}
    for number, (first, last) in enumerate(_tried(possible)):
        for step in range(min((last - first).days, TRIED) + 1):
            day = moved(first, step)
            scores[day] = _score(found, day) - step / 100 - number / 4
    return tuple(sorted(scores, key=lambda day: (-scores[day], day))[:BEST])


def _tried(possible: Sequence[Stretch]) -> list[Stretch]:
    """The stretches in order of likelihood; of one open to the past its end."""
    ends = [(first if first > OPEN_PAST else moved(last, -TRIED), last) for first, last in possible]
    return ends[:STRETCHES]


def _score(found: Clues, day: date) -> float:
    hinted = sum(hint.likely[day.weekday()] for hint in found.hints)
    near = sum(exp(-_distance(clue.about, day) / SOON) for clue in found.clues if clue.about)
    fits = sum(clue.weight for clue in found.clues if allows(clue, day))
    return hinted + 2 * near + fits


def _distance(stretches: Sequence[Stretch], day: date) -> int:
    """Days from the nearest stretch; before it they count twice."""
    return min(
        0 if first <= day <= last else (day - last).days if day > last else 2 * (first - day).days
        for first, last in stretches
    )


def allows(clue: Clue, day: date) -> bool:
    """Tell whether a clue allows a day."""
    return any(first <= day <= last for first, last in clue.stretches)


def _reason(clue: Clue, best: date, text: str) -> DatingReason:
    """Tell a clue as a reason, by the stretch that holds the likeliest day or is nearest to it."""
    first, last = min(clue.stretches, key=lambda s: max((s[0] - best).days, (best - s[1]).days, 0))
    return DatingReason(
        clue.span.start,
        clue.span.end,
        text[clue.span.start : clue.span.end],
        first if first > OPEN_PAST else None,
        last if last < OPEN_FUTURE else None,
        allows(clue, best),
        Evidence(clue.rule, clue.entry, note=clue.note),
    )
