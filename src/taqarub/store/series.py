"""A series out of many figures: the same measure of the same parties, period by period, and who disagrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from taqarub.model import Quantity
from taqarub.store.results import Found, Point, Source
from taqarub.text.calendar import extent

ABOUT = 0.1
"""By what share of the greater two values may differ if one is told as about so much."""


def points(found: Iterable[Found[Quantity]]) -> list[Point]:
    """Gather figures to points in order of time; one without a period counts for the day it was published."""
    groups: dict[tuple[object, ...], list[Source]] = {}
    for one in found:
        figure = one.item
        when = (figure.period, None if figure.period else one.article.published)
        key = (figure.measure.lower(), figure.unit, frozenset(figure.parties), when)
        groups.setdefault(key, []).append(Source(one.article, figure, one.around))
    return sorted(map(_point, groups.values()), key=_order)


def _point(sources: Sequence[Source]) -> Point:
    told = sorted(sources, key=lambda source: (source.article.published or "9999", source.article.id))
    first = told[0].figure
    return Point(
        period=first.period,
        measure=first.measure,
        unit=first.unit,
        parties=tuple(sorted(first.parties)),
        values=tuple(sorted({s.figure.value for s in sources if s.figure.value is not None})),
        disagree=_disagree(sources),
        sources=tuple(told),
        told=told[0].article.published,
    )


def _order(point: Point) -> tuple[str, str, str, str, tuple[int | float, ...]]:
    days = extent(point.period or point.told or "")
    first, last = (day.isoformat() for day in days) if days else ("9999", "9999")
    return first, last, point.measure, point.unit, point.values


def _disagree(sources: Iterable[Source]) -> bool:
    by_article: defaultdict[str, list[Quantity]] = defaultdict(list)
    for source in sources:
        by_article[source.article.id].append(source.figure)
    return any(not any(agree(a, b) for a in one for b in other) for one, other in combinations(by_article.values(), 2))


def agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures may both be true: 'at least 10' and 12, 'about 100' and 95; a vague one always may."""
    if a.value is None or b.value is None or a.value == b.value:
        return True
    low, high = sorted((a, b), key=lambda figure: figure.value or 0)
    if low.bound == "at least" or high.bound == "at most":
        return True
    greater = max(abs(a.value), abs(b.value))
    return "about" in (a.bound, b.bound) and abs(a.value - b.value) <= ABOUT * greater
