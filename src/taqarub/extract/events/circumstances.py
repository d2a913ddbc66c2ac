"""When and where: the time expression and the place an event's clause names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from taqarub.extract.events.participants import Stage
from taqarub.extract.events.triggers import Occurrence
from taqarub.extract.view import View
from taqarub.model import TimeExpression

_TIME_REACH = 16
_PLACE_REACH = 14
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class When:
    """An event's date as precise as told, and whether it lies more than a year before the article or after it."""

    value: str | None = None
    historical: bool = False
    future: bool = False
    expression: TimeExpression | None = None


class Circumstances:
    """Dates and places of the events of one article."""

    def __init__(self, view: View, stage: Stage, times: Sequence[TimeExpression]) -> None:
        self._view = view
        self._stage = stage
        self._frames = view.lexicon.frames
        dated = (t for t in times if t.type in ("DATE", "TIME") and t.value[:1].isdigit())
        self._times = sorted(dated, key=lambda t: t.start)
        self._starts = [t.start for t in self._times]

    def when(self, event: Occurrence) -> When:
        """The nearest date in the trigger's sentence; verbs in between weigh as distance."""
        sentence = event.sentence
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        best: tuple[int, TimeExpression] | None = None
        for expression in self._times[low:high]:
            distance = self._distance(event, expression)
            if distance <= _TIME_REACH and (best is None or distance < best[0]):
                best = (distance, expression)
        if best is None:
            return When()
        expression = best[1]
        value = _day(expression.value)
        published = self._view.article.day
        first, last = expression.earliest, expression.latest
        historical = bool(published and last and last < published - _YEAR)
        future = bool(published and first and first > published)
        return When(value, historical, future, expression)

    def _distance(self, event: Occurrence, expression: TimeExpression) -> int:
        at = self._view.token_at(expression.start)
        first, last = (event.last + 1, at) if at > event.last else (at + 1, event.first)
        steps = last - first
        verbs = sum(1 for token in self._view.tokens[first:last] if self._frames.is_verb(token.norm))
        before = 2 if at < event.first else 0
        return steps + 6 * verbs + before

    def where(self, event: Occurrence) -> str | None:
        """English name of the place or state that 'in' or 'to' governs near the trigger."""
        after = self._stage.between(event.last + 1, min(event.sentence.stop, event.last + _PLACE_REACH))
        goals = {"في", "ب", "الي", "داخل"} if event.frame.pattern == "visit" else {"في", "ب", "داخل", "قرب", "علي"}
        for kinds in (("place",), ("state",)):
            for participant in after:
                if participant.governor in goals and participant.kind in kinds:
                    return participant.name
        return None


def _day(value: str) -> str:
    return value.partition("T")[0]
