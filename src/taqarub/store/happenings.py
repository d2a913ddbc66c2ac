"""One happening out of many mentions: same type, same participants, dates that agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from taqarub.model import EventMention
from taqarub.store.results import Found, Happening, Witness
from taqarub.text.calendar import extent

Mention = Found[EventMention]
_Days = tuple[date, date]


def join(mentions: Iterable[Mention]) -> list[Happening]:
    """Join the mentions of one happening; the result is in order of time, undated happenings last.

    A mention joins a happening of the same type, participants and reality whose days lie within its own: the
    most precise come first, so 'in March' joins the 15th if there is just one such happening in that March.
    News without a date happened on the day it was published or the day before.
    """
    groups: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        event = mention.item
        reality = frozenset(event.aux) - {"historical"}
        groups.setdefault((event.type, frozenset((*event.actors, *event.recipients)), reality), []).append(mention)
    clusters = [cluster for group in groups.values() for cluster in _clusters(group)]
    return [_happening(cluster) for cluster in sorted(clusters, key=_order)]


def _clusters(group: Sequence[Mention]) -> list[list[Mention]]:
    clusters: list[tuple[_Days | None, list[Mention]]] = []
    for mention in sorted(group, key=_precision):
        days = _days(mention)
        fitting = [c for c in clusters if days and c[0] and days[0] <= c[0][1] and c[0][0] <= days[1]]
        if len(fitting) == 1:
            fitting[0][1].append(mention)
        else:
            clusters.append((days, [mention]))
    return [cluster for _, cluster in clusters]


def _days(mention: Mention) -> _Days | None:
    """Return the days a mention may be about."""
    if mention.item.date:
        return extent(mention.item.date)
    published = extent(mention.article.published) if mention.article.published else None
    if published is None or published[0] != published[1] or "historical" in mention.item.aux:
        return None
    return published[0] - timedelta(1), published[0]


def _precision(mention: Mention) -> tuple[bool, int, str, str, int]:
    """Order by precision, dated before undated."""
    days = _days(mention)
    length = (days[1] - days[0]).days if days else 0
    first = days[0].isoformat() if days else ""
    return mention.item.date is None, length, first, mention.article.id, mention.position


def _order(cluster: Sequence[Mention]) -> tuple[str, str, str, int]:
    first = cluster[0]
    days = extent(first.item.date or first.article.published or "")
    return days[0].isoformat() if days else "9999", first.item.type, first.article.id, first.position


def _happening(cluster: Sequence[Mention]) -> Happening:
    first = cluster[0].item
    told = sorted(cluster, key=lambda m: (m.article.published or "9999", m.article.id, m.position))
    return Happening(
        date=first.date,
        type=first.type,
        mode=_usual(mention.item.mode for mention in cluster),
        aux=first.aux,
        actors=first.actors,
        recipients=first.recipients,
        place=_usual(mention.item.place for mention in cluster),
        articles=tuple(dict.fromkeys(mention.article.id for mention in told)),
        mentions=tuple(Witness(m.article.id, m.item.start, m.item.end, m.item.trigger, m.around) for m in told),
        told=told[0].article.published,
    )


def _usual(values: Iterable[str | None]) -> str | None:
    """Return the value given most often, the first of equals."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None
