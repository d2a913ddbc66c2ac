"""Circumstances: the approximator and extent of a figure, who says it, when, and against what it is measured."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.quantities.measures import Measures
from taqarub.extract.quantities.parties import Parties
from taqarub.extract.view import Sentence, View
from taqarub.model import Evidence, Mention, Quantity, Quotation, Span, TimeExpression

BOUND_REACH = 5
DAY = len("2024-05-15")
PERIOD_REACH = 14
"""Tokens between a figure and the date it holds for."""
AGAINST_REACH = 12
AGAINST_WORDS = 5
TIME_GAP = 3
"""Tokens between the words of a comparison and the date compared with."""
NESTED = 8
"""Quotations before a figure among which the one around it is looked for."""
_NOTES = {
    "counted": "a number before what it counts", "partitive": "so many of them",
    "nisba": "a number of nationals", "definite": "a plural before its number",
    "dual": "a dual", "share": "a share of the whole",
    "symbol": "a number beside a currency sign", "unlisted": "a number before an unlisted noun",
    "others": "so many others", "bare": "a number whose noun is told elsewhere",
}  # fmt: skip


class Circumstances:
    """Turns drafts into quantities, asked in text order."""

    def __init__(
        self,
        view: View,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        quotes: Sequence[Quotation] = (),
    ) -> None:
        self._view = view
        self._quotes = sorted(quotes, key=lambda quote: quote.start)
        self._measures = Measures(view)
        self._parties = Parties(view, mentions)
        self._times: defaultdict[int, list[TimeExpression]] = defaultdict(list)
        for time in times:
            if time.type in ("DATE", "TIME") and time.value[:1].isdigit():
                self._times[view.sentence_at(time.start)].append(time)

    def quantity(self, draft: Draft, after: int) -> Quantity | None:
        """Tell a draft as a figure; None if it would begin before `after`, the end of the last one."""
        unit = draft.unit
        if unit is None or draft.start < after:
            return None
        number = self._view.sentence_at(draft.start)
        sentence = self._view.sentences[number]
        start, end, bound = self._extent(draft, sentence, after)
        against = self._against(draft, number)
        return Quantity(
            start=start,
            end=end,
            text=self._view.text[start:end],
            value=draft.value,
            unit=f"{unit.name}/{draft.rate}" if draft.rate else unit.name,
            measure=self._measures.measure(draft, sentence),
            evidence=Evidence(f"quantities.{draft.how}", unit.entry, (), _NOTES[draft.how]),
            parties=self._parties.parties(draft, number),
            period=self._period(draft, number, against[0] if against else None),
            bound=self._range_bound(draft, sentence) if bound == "exact" else bound,
            said_by=self._said_by(start, end),
            against=against[1] if against else None,
        )

    # --- extent ------------------------------------------------------------------------------------------

    def _extent(
        self, draft: Draft, sentence: Sentence, after: int
    ) -> tuple[int, int, Literal["exact", "about", "at least", "at most"]]:
        """With the approximators before it, the adjective and the 'at least' behind."""
        tokens, bounds = self._view.tokens, self._view.lexicon.units.bounds
        bound: Literal["exact", "about", "at least", "at most"] = "exact"
        start, first = draft.start, self._view.token_at(draft.start)
        while True:
            near = tokens[max(sentence.first, first - BOUND_REACH) : first]
            hits = (hit for at in range(len(near)) for hit in bounds.at(near, at))
            hit = next((hit for hit in hits if hit.last == len(near) - 1 and hit.start >= after), None)
            if hit is None:
                break
            if (bound, hit.value) != ("about", "at most"):  # يصل إلى حوالي 20
                bound = hit.value
            start, first = hit.start, first - len(near) + hit.first
        last = self._last_token(draft, sentence)
        end = max(draft.end, tokens[last].end)
        behind = tokens[last + 1 : min(sentence.stop, last + 1 + BOUND_REACH)]
        if behind and behind[0].norm in ("علي", "تقريبا"):
            for hit in bounds.at(behind, 0)[:1]:
                bound, end = hit.value if bound == "exact" else bound, hit.end
        return start, end, bound

    def _last_token(self, draft: Draft, sentence: Sentence) -> int:
        """Find the figure's last token: a nationality behind the noun belongs to it."""
        at = draft.end_token + 1
        if draft.noun is None or draft.how == "definite" or at >= sentence.stop:
            return draft.end_token
        norm = self._view.tokens[at].norm
        hits = self._view.lexicon.states.index.at(self._view.tokens[at : at + 2], 0)
        agrees = norm.startswith("ال") == self._view.tokens[draft.end_token].norm.startswith("ال")
        national = any(h.value.word == "nisba" and not h.prefix and h.last == 0 for h in hits)
        return at if agrees and national else draft.end_token

    def _range_bound(self, draft: Draft, sentence: Sentence) -> Literal["exact", "about", "at least", "at most"]:
        """Of a range the lower end is 'at least'; ارتفع من 5 إلى 7 is no range."""
        changed = draft.open_range and self._measures.is_change(draft, sentence)
        return "exact" if draft.range_end is None or changed else draft.range_end

    # --- who says it, when, against what -------------------------------------------------------------------

    def _said_by(self, start: int, end: int) -> str | None:
        """Name the speaker of the innermost quotation around a stretch."""
        at = bisect_right(self._quotes, start, key=lambda quote: quote.start)
        near = reversed(self._quotes[max(0, at - NESTED) : at])
        return next((quote.speaker for quote in near if end <= quote.end), None)

    def _period(self, draft: Draft, number: int, against: Span | None) -> str | None:
        """Take the date nearest to the figure in its sentence, not the one it is compared with."""

        def distance(time: TimeExpression) -> int:
            steps = self._view.steps
            return max(steps(draft.end - 1, time.start), steps(time.end - 1, draft.start))

        times = [t for t in self._times[number] if against is None or not against.overlaps(Span(t.start, t.end))]
        nearest = min(times, key=distance, default=None)
        return nearest.value[:DAY] if nearest and distance(nearest) <= PERIOD_REACH else None

    def _against(self, draft: Draft, number: int) -> tuple[Span, str] | None:
        """Find what is compared with behind a figure, before the next number: a date, else words."""
        tokens, index = self._view.tokens, self._view.lexicon.units.against
        stop = self._view.sentences[number].stop
        for at in range(draft.end_token + 1, min(stop, draft.end_token + 1 + AGAINST_REACH)):
            hits = index.at(tokens[at:stop], 0)
            if not hits:
                continue
            hit = hits[0]
            if not hit.value:  # على أساس سنوي
                return Span(hit.start, hit.end), self._view.text[hit.start : hit.end]
            first = at + hit.last + 1
            time = next(
                (t for t in self._times[number] if 0 < self._view.steps(hit.end - 1, t.start) <= TIME_GAP), None
            )
            if time is not None:
                return Span(hit.start, time.end), time.value[:DAY]
            return self._compared(hit.start, first, stop)
        return None

    def _compared(self, start: int, first: int, stop: int) -> tuple[Span, str] | None:
        """Give the words from a token on, to the next sign, as what is compared with."""
        tokens, last = self._view.tokens, first
        while last < min(stop, first + AGAINST_WORDS) and tokens[last].is_word:
            last += 1
        if last == first:
            return None
        token, end = tokens[first], tokens[last - 1].end
        begin = next((token.core_start(a) for a in token.analyses if a.prefix == "ب"), token.start)
        return Span(start, end), self._view.text[begin:end]
