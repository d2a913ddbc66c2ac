"""Weighing clues: the days most of them allow, the likeliest among these, and which clues do not fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp

from taqarub.model import Dating, DatingReason, Evidence
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, YEARS, Clue, Clues, Hint, Stretch, joined, moved

DOUBT = 0.75
"""Days allowed by clues of this share of the most weight are possible too, where clues contradict each other."""
STRETCHES, TRIED = 6, 200
"""The likeliest day is looked for in so many stretches, and so many days of each."""
BEST = 3
OLD, FAR = 8, 10**6
ROUNDING = 1e-6
NEAR = 2.0
"""How far nearness to a day told counts, against the weights of clues."""


@dataclass(frozen=True, slots=True)
class Level:
    """Days allowed by clues of one weight."""

    first: date
    last: date
    weight: float


def weigh(found: Clues, text: str) -> Dating | None:
    """Put clues together; None if there are none."""
    if not found.clues:
        return None
    clues = _distinct(found.clues)
    levels = _levels(clues)
    possible = _possible(levels, sum(clue.weight for clue in clues))
    earliest, latest = _bounds(possible[0][0], possible[-1][1])
    best = _likeliest(clues, found.hints, levels, possible) if earliest else ()
    told = [clue for clue in sorted(found.clues, key=lambda clue: clue.span) if _told(clue, best)]
    return Dating(earliest, latest, best, tuple(_reason(clue, best, text) for clue in told))


def _distinct(clues: Sequence[Clue]) -> list[Clue]:
    """Let what is told twice count once."""
    return list({(clue.rule, clue.stretches): clue for clue in clues}.values())


def _bounds(first: date, last: date) -> tuple[date | None, date | None]:
    """Give None for an end that is open, or only where the years tried begin or end."""
    return (first if first.year > YEARS[0] + 1 else None), (last if last.year < YEARS[-1] - 1 else None)


def _levels(clues: Sequence[Clue]) -> list[Level]:
    """Give the weight of the clues that allow a day, for all of time, by its stretches of equal weight."""
    changes: dict[int, float] = {OPEN_PAST.toordinal(): 0.0, OPEN_FUTURE.toordinal() + 1: 0.0}
    for clue in clues:
        for first, last in clue.stretches:
            changes[first.toordinal()] = changes.get(first.toordinal(), 0.0) + clue.weight
            changes[last.toordinal() + 1] = changes.get(last.toordinal() + 1, 0.0) - clue.weight
    level, levels = 0.0, []
    for start, following in pairwise(sorted(changes)):
        level += changes[start]
        levels.append(Level(date.fromordinal(start), date.fromordinal(following - 1), level))
    return levels


def _possible(levels: Sequence[Level], total: float) -> tuple[Stretch, ...]:
    """Give the days that the clues of most weight allow; where not all fit, also those of nearly as much."""
    most = max(level.weight for level in levels)
    enough = most if most > total - ROUNDING else most * DOUBT
    return joined((level.first, level.last) for level in levels if level.weight > enough - ROUNDING)


def _likeliest(
    clues: Sequence[Clue], hints: Sequence[Hint], levels: Sequence[Level], possible: Sequence[Stretch]
) -> tuple[date, ...]:
    """Give the likeliest days: near the days told in the lead, on the weekdays told, soon after the latest told."""
    by_weekday = [sum(hint.likely[number] for hint in hints) for number in range(7)]
    about = {(clue.about, clue.fade) for clue in clues if clue.about and _is_near(clue, possible[0][0])}
    starts = [level.first for level in levels]
    scores: dict[date, float] = {}
    for number, (first, last) in enumerate(possible[:STRETCHES]):
        for step in range(min((last - first).days, TRIED) + 1):
            day = moved(first, step)
            fits = levels[bisect_right(starts, day) - 1].weight
            near = sum(exp(-_distance(days, day) / fade) for days, fade in about)
            scores[day] = by_weekday[day.weekday()] + fits + NEAR * near - step / 100 - number / 4
    return tuple(sorted(scores, key=lambda day: (-scores[day], day))[:BEST])


def _is_near(clue: Clue, first: date) -> bool:
    """Tell whether days told are recent enough on the first possible day to matter."""
    return clue.about[-1][1] >= moved(first, -OLD * clue.fade)


def _distance(stretches: Sequence[Stretch], day: date) -> int:
    """Days from the nearest stretch; before it they count twice."""
    at = bisect_right(stretches, day, key=lambda stretch: stretch[0])
    after = max(0, (day - stretches[at - 1][1]).days) if at else FAR
    before = 2 * (stretches[at][0] - day).days if at < len(stretches) else FAR
    return min(after, before)


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
