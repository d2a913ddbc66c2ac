"""What phrases are reckoned from: the publication, and the dates told before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from taqarub.lexicon.timewords import Feast
from taqarub.text.calendar import extent


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value, the rule that gave it, and what was reckoned from what."""

    type: str
    value: str
    rule: str
    note: str = ""


@dataclass(slots=True)
class Anchor:
    """What a phrase may be reckoned from: the publication as precise as known, and the last date told."""

    day: date | None
    year: int | None
    month: int | None
    feasts: tuple[Feast, ...]
    told: str = ""
    told_explicit: bool = False
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    """Years of days told in full, by month and day."""
    _told_in: int = field(default=-9)

    @classmethod
    def published(cls, published: str | None, feasts: tuple[Feast, ...]) -> Anchor:
        """Anchor at an ISO date of any precision."""
        bounds = extent(published) if published else None
        if published is None or bounds is None:
            return cls(None, None, None, feasts)
        first, last = bounds
        month = first.month if (first.year, first.month) == (last.year, last.month) else None
        return cls(first if first == last else None, first.year, month, feasts)

    def tell(self, value: str, sentence: int, *, explicit: bool) -> None:
        """Remember a date told."""
        bounds = extent(value)
        if bounds is not None:
            self.told, self.told_explicit, self._told_in = value.split("T", maxsplit=1)[0], explicit, sentence

    def told_near(self, sentence: int, reach: int = 1) -> str:
        """Give the date told in this sentence or just before, '' if none was."""
        return self.told if sentence - self._told_in <= reach else ""

    @property
    def middle(self) -> date | None:
        """The day of publication, or the middle of what is known of it."""
        if self.day or self.year is None:
            return self.day
        return date(self.year, self.month or 7, 15 if self.month else 1)

    def __str__(self) -> str:
        if self.day:
            return self.day.isoformat()
        return f"{self.year:04d}-{self.month:02d}" if self.year and self.month else str(self.year or "an unknown day")
