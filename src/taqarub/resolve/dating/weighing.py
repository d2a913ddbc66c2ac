"""Weighing clues: the days most of them allow, the likeliest among these, and which clues do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp

from taqarub.model import Dating, DatingReason, Evidence
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, YEARS, Clue, Clues, Stretch, joined, moved

DOUBT = 0.75
"""Days allowed by clues of this share of the most weight are possible too, where clues contradict each other."""
TRIED = 800
"""So many days of a stretch are tried for the likeliest."""
STRETCHES = 6
BEST = 3
NEAR = 2.0
"""How far nearness to a day told counts, against the weights of clues."""


def weigh(found: Clues, text: str) -> Dating | None:
    """Put clues together; None if there are none."""
    if not found.clues:
        return None
    possible = _possible(found.clues)
    earliest, latest = _bounds(possible[0][0], possible[-1][1])
    best = _likeliest(found, possible) if earliest else ()
    reasons = (_reason(clue, best, text) for clue in sorted(found.clues, key=lambda clue: clue.span) if _told(clue, best))
    return Dating(earliest, latest, best, tuple(reasons))


def _bounds(first: date, last: date) -> tuple[date | None, date | None]:
    """Give None for an end that is open, or only where the years tried begin or end."""
    return (first if first.year > YEARS[0] + 1 else None), (last if last.year < YEARS[-1] - 1 else None)


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
    for number, (first, last) in enumerate(possible[:STRETCHES]):
        for step in range(min((last - first).days, TRIED) + 1):
            day = moved(first, step)
            scores[day] = _score(found, day) - step / 100 - number / 4
    return tuple(sorted(scores, key=lambda day: (-scores[day], day))[:BEST])


def _score(found: Clues, day: date) -> float:
    hinted = sum(hint.likely[day.weekday()] for hint in found.hints)
    near = sum(exp(-_distance(clue.about, day) / clue.fade) for clue in found.clues if clue.about)
    fits = sum(clue.weight for clue in found.clues if allows(clue, day))
    return hinted + NEAR * near + fits


def _distance(stretches: Sequence[Stretch], day: date) -> int:
    """Days from the nearest stretch; before it they count twice."""
    return min(
        0 if first <= day <= last else (day - last).days if day > last else 2 * (first - day).days
        for first, last in stretches
    )


def allows(clue: Clue, day: date) -> bool:
    """Tell whether a clue allows a day."""
    return any(first <= day <= last for first, last in clue.stretches)


def _told(clue: Clue, best: Sequence[date]) -> bool:
    """Tell whether a clue is a reason; one without weight is only where it helped."""
    return clue.weight > 0 or (bool(best) and allows(clue, best[0]))


def _reason(clue: Clue, best: Sequence[date], text: str) -> DatingReason:
    """Tell a clue as a reason, by the stretch that holds the likeliest day or is nearest to it."""
    earliest = latest = None
    if best or len(clue.stretches) == 1:
        day = best[0] if best else clue.stretches[0][0]
        earliest, latest = _bounds(*min(clue.stretches, key=lambda s: max((s[0] - day).days, (day - s[1]).days, 0)))
    return DatingReason(
        clue.span.start,
        clue.span.end,
        text[clue.span.start : clue.span.end],
        earliest,
        latest,
        not best or allows(clue, best[0]),
        Evidence(clue.rule, clue.entry, note=clue.note),
    )
