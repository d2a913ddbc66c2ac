"""When an article without a day of publication was published, told from its own text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taqarub.model.items import Evidence


@dataclass(frozen=True, slots=True)
class DatingReason:
    """Words of the text that bound the day of publication: `earliest` to `latest`, None for open.

    `fits` is False for a reason that the others outweigh: 'today' left over from an older article.
    """

    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None
    fits: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Dating:
    """The days on which an article may have been published, the likeliest days first, and the reasons in text order.

    `earliest` and `latest` are None for open.
    """

    earliest: date | None
    latest: date | None
    best: tuple[date, ...]
    reasons: tuple[DatingReason, ...]

    @property
    def published(self) -> str | None:
        """The day, month or year that is certain, ISO; None if not even the year is.

        >>> Dating(date(2022, 3, 2), date(2022, 3, 15), (), ()).published
        '2022-03'
        """
        first, last = self.earliest, self.latest
        if first is None or last is None or first.year != last.year:
            return None
        if first == last:
            return first.isoformat()
        return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"
