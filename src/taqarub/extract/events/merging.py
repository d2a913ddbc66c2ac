"""One record for each happening of an article, however often it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from taqarub.model import EventMention


def merge(events: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Merge records of one type with the same sides and compatible dates; the surest mention names the event."""
    kept: list[EventMention] = []
    for event in sorted(events, key=lambda e: (-_fullness(e), -e.confidence, e.start)):
        for at, other in enumerate(kept):
            if _same(event, other):
                kept[at] = _joined(other, event)
                break
        else:
            kept.append(event)
    return tuple(sorted(kept, key=lambda e: (e.start, e.end, e.type)))


def _fullness(event: EventMention) -> int:
    return bool(event.actors) + bool(event.recipients)


def _same(event: EventMention, other: EventMention) -> bool:
    if event.type != other.type or ("hypothetical" in event.aux) != ("hypothetical" in other.aux):
        return False
    if not _dates_agree(event.date, other.date):
        return False
    sides = (set(event.actors), set(event.recipients)), (set(other.actors), set(other.recipients))
    return sides[0] == sides[1] or all(mine <= theirs for mine, theirs in zip(*sides, strict=True))


def _dates_agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _joined(kept: EventMention, other: EventMention) -> EventMention:
    date = max((d for d in (kept.date, other.date) if d), key=len, default=None)
    return replace(kept, date=date, mode=kept.mode or other.mode, place=kept.place or other.place,
                   confidence=max(kept.confidence, other.confidence))  # fmt: skip
