"""Circumstances: the approximator and extent of a figure, its measure, whom it is about and when."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.quantities.linking import said_by_token
from taqarub.extract.view import Sentence, View
from taqarub.lexicon.units import Said
from taqarub.model import Evidence, Mention, Quantity, Quotation, TimeExpression

BOUND_REACH = 5
DAY = len("2024-05-15")
SAID_REACH = 12
PERIOD_REACH = 80
"""Characters between a figure and the date it holds for."""
MOST_PARTIES = 2
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
        self._mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        named: Counter[str] = Counter()
        for mention in mentions:
            if mention.code and mention.kind != "place" and not mention.code.endswith("-MED"):
                self._mentions[view.sentence_at(mention.start)].append(mention)
                named[mention.code] += 1
        self._main = tuple(code for code, _ in named.most_common(1))
        self._times: defaultdict[int, list[TimeExpression]] = defaultdict(list)
        for time in times:
            if time.type in ("DATE", "TIME") and time.value[:1].isdigit():
                self._times[view.sentence_at(time.start)].append(time)
        self._said: dict[int, dict[int, Said]] = {}

    def quantity(self, draft: Draft, after: int) -> Quantity | None:
        """Tell a draft as a figure; None if it would begin before `after`, the end of the last one."""
        unit = draft.unit
        if unit is None or draft.start < after:
            return None
        number = self._view.sentence_at(draft.start)
        sentence = self._view.sentences[number]
        start, end, bound = self._extent(draft, sentence, after)
        return Quantity(
            start=start,
            end=end,
            text=self._view.text[start:end],
            value=draft.value,
            unit=f"{unit.name}/{draft.rate}" if draft.rate else unit.name,
            measure=self._measure(draft, sentence, self._said_of(draft, sentence, number)),
            evidence=Evidence(f"quantities.{draft.how}", unit.entry, (), _NOTES[draft.how]),
            parties=self._parties(draft, number),
            period=self._period(draft, number),
            bound=bound,
            said_by=self._said_by(start, end),
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
            bound, start, first = hit.value, hit.start, first - len(near) + hit.first
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

    # --- what, who, when ---------------------------------------------------------------------------------

    def _said_of(self, draft: Draft, sentence: Sentence, number: int) -> Said | None:
        """Find the nearest thing said before the figure, else right behind it."""
        if number not in self._said:
            self._said = {number: said_by_token(self._view, sentence)}
        said = self._said[number]
        ahead = range(draft.first - 1, max(sentence.first, draft.first - SAID_REACH) - 1, -1)
        behind = range(draft.end_token + 1, min(sentence.stop, draft.end_token + 4))
        return next((said[at] for at in (*ahead, *behind) if at in said), None)

    def _measure(self, draft: Draft, sentence: Sentence, said: Said | None) -> str:
        """Name it in a few English words: 'Syrian soldiers killed', 'trade volume', 'aircraft'."""
        assert draft.unit is not None
        counted = draft.unit.kind in ("people", "things")
        words = [self._nationality(draft, sentence)] if counted else []
        if counted and draft.unit.noun != (said.what if said else ""):
            words.append(draft.unit.noun)
        if said is not None and (said.people or not counted):
            words.append(said.what)
        return " ".join(word for word in words if word) or draft.unit.name

    def _nationality(self, draft: Draft, sentence: Sentence) -> str:
        stop = min(sentence.stop, draft.end_token + 2)
        for at in range(draft.noun if draft.noun is not None else draft.last, stop):
            for hit in self._view.lexicon.states.index.at(self._view.tokens[at:stop], 0):
                if hit.value.word == "nisba":
                    return hit.value.state.adjective
        return ""

    def _parties(self, draft: Draft, number: int) -> tuple[str, ...]:
        """Whose nationality the noun bears and who is named nearest in the sentence, else whom all is about."""

        def rank(mention: Mention) -> tuple[bool, int]:
            own = mention.form == "nisba" and draft.start <= mention.start < draft.end + 20
            return not own, abs(mention.start - draft.start)

        codes = dict.fromkeys(m.code for m in sorted(self._mentions[number], key=rank) if m.code)
        return tuple(codes)[:MOST_PARTIES] or self._main

    def _said_by(self, start: int, end: int) -> str | None:
        """Name the speaker of the innermost quotation around a stretch."""
        at = bisect_right(self._quotes, start, key=lambda quote: quote.start)
        near = reversed(self._quotes[max(0, at - NESTED) : at])
        return next((quote.speaker for quote in near if end <= quote.end), None)

    def _period(self, draft: Draft, number: int) -> str | None:
        """Take the date nearest to the figure in its sentence."""

        def distance(time: TimeExpression) -> int:
            return max(time.start - draft.end, draft.start - time.end)

        nearest = min(self._times[number], key=distance, default=None)
        return nearest.value[:DAY] if nearest and distance(nearest) <= PERIOD_REACH else None
