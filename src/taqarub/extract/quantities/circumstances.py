"""Circumstances: the approximator and extent of a figure, its measure, whom it is about and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.quantities.linking import said_by_token
from taqarub.extract.view import Sentence, View
from taqarub.lexicon.units import Bound, Said
from taqarub.model import Evidence, Mention, Quantity, TimeExpression

BOUND_REACH = 5
SAID_REACH = 12
MOST_PARTIES = 3


class Circumstances:
    """Turns drafts into quantities, asked in text order."""

    def __init__(self, view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
        self._view = view
        self._mentions = [m for m in mentions if m.code and m.kind in ("state", "organization", "person")]
        self._times = [t for t in times if t.type == "DATE" and t.value[:1].isdigit()]
        self._said: dict[int, dict[int, Said]] = {}

    def quantity(self, draft: Draft, after: int) -> Quantity | None:
        """The figure a draft stands for; None if it would begin before `after`, the end of the last one."""
        unit = draft.unit
        if unit is None or draft.start < after:
            return None
        number = self._view.sentence_at(draft.start)
        sentence = self._view.sentences[number]
        start, end, bound = self._extent(draft, sentence, after)
        said = self._said_of(draft, sentence, number)
        return Quantity(
            start=start,
            end=end,
            text=self._view.text[start:end],
            value=draft.value,
            unit=f"{unit.name}/{draft.rate}" if draft.rate else unit.name,
            measure=self._measure(draft, sentence, said),
            evidence=Evidence(f"quantities.{draft.how}", unit.entry, (), _note(draft)),
            parties=self._parties(draft, sentence),
            period=self._period(draft, sentence),
            bound=bound,
        )

    # --- extent ------------------------------------------------------------------------------------------

    def _extent(
        self, draft: Draft, sentence: Sentence, after: int
    ) -> tuple[int, int, Literal["exact", "about", "at least", "at most"]]:
        """With the approximators before it, the adjective and the 'at least' behind."""
        tokens, bounds = self._view.tokens, self._view.lexicon.units.bounds
        start, end = draft.start, draft.end
        bound: Bound | None = None
        first = self._view.token_at(start)
        while True:
            hits = (
                hit
                for at in range(max(sentence.first, first - BOUND_REACH), first)
                for hit in bounds.at(tokens[sentence.first : first], at - sentence.first)
                if hit.last + sentence.first == first - 1
            )
            hit = next(hits, None)
            if hit is None or hit.start < after:
                break
            bound, start, first = hit.value, hit.start, hit.first + sentence.first
        last = self._adjective(draft, sentence)
        end = max(end, tokens[last].end)
        if last + 1 < sentence.stop:
            behind = bounds.at(tokens[last + 1 : sentence.stop], 0)
            if behind and tokens[last + 1].norm in ("علي", "تقريبا"):
                bound, end = bound or behind[0].value, behind[0].end
        return start, end, bound or "exact"

    def _adjective(self, draft: Draft, sentence: Sentence) -> int:
        """Last token of the figure: a nationality behind the noun belongs to it."""
        at = draft.end_token + 1
        if draft.noun is None or draft.how == "definite" or at >= sentence.stop:
            return draft.end_token
        norm = self._view.tokens[at].norm
        hits = self._view.lexicon.states.index.at(self._view.tokens[at : at + 2], 0)
        same = norm.startswith("ال") == self._view.tokens[draft.end_token].norm.startswith("ال")
        if same and any(h.value.word == "nisba" and not h.prefix and h.last == 0 for h in hits):
            return at
        return draft.end_token

    # --- what, who, when ---------------------------------------------------------------------------------

    def _said_of(self, draft: Draft, sentence: Sentence, number: int) -> Said | None:
        """The nearest thing said before the figure, else right behind it."""
        if number not in self._said:
            self._said = {number: said_by_token(self._view, sentence)}
        said = self._said[number]
        before = range(draft.first - 1, max(sentence.first, draft.first - SAID_REACH) - 1, -1)
        behind = range(draft.end_token + 1, min(sentence.stop, draft.end_token + 4))
        return next((said[at] for at in (*before, *behind) if at in said), None)

    def _measure(self, draft: Draft, sentence: Sentence, said: Said | None) -> str:
        """A few English words: 'Syrian soldiers killed', 'trade volume', 'aircraft'."""
        assert draft.unit is not None
        counted = draft.unit.kind in ("people", "things")
        words = [self._adjective_in_english(draft, sentence)] if counted else []
        if counted and draft.unit.noun != (said.what if said else ""):
            words.append(draft.unit.noun)
        if said is not None and (said.people or not counted):
            words.append(said.what)
        return " ".join(word for word in words if word) or draft.unit.name

    def _adjective_in_english(self, draft: Draft, sentence: Sentence) -> str:
        stop = min(sentence.stop, draft.end_token + 2)
        for at in range(draft.noun if draft.noun is not None else draft.last, stop):
            for hit in self._view.lexicon.states.index.at(self._view.tokens[at:stop], 0):
                if hit.value.word == "nisba":
                    return hit.value.state.adjective
        return ""

    def _parties(self, draft: Draft, sentence: Sentence) -> tuple[str, ...]:
        """Whose nationality the counted noun bears, and who else is named beside it in the sentence."""
        near = [m for m in self._mentions if sentence.start <= m.start < sentence.end]
        near.sort(key=lambda m: (m.form != "nisba" or not draft.start <= m.start < draft.end + 20, abs(m.start - draft.start)))
        codes = dict.fromkeys(m.code for m in near if m.code)
        return tuple(list(codes)[:MOST_PARTIES])

    def _period(self, draft: Draft, sentence: Sentence) -> str | None:
        """The date nearest to the figure in its sentence."""
        near = [t for t in self._times if sentence.start <= t.start < sentence.end]
        if not near:
            return None
        return min(near, key=lambda t: min(abs(t.start - draft.end), abs(draft.start - t.end))).value


def _note(draft: Draft) -> str:
    how = {
        "counted": "a number before what it counts", "partitive": "so many of them", "nisba": "a number of nationals",
        "definite": "a plural before its number", "dual": "a dual", "share": "a share of the whole",
        "symbol": "a number beside a currency sign", "unlisted": "a number before an unlisted noun",
        "others": "so many others", "bare": "a number whose noun is told before",
    }  # fmt: skip
    return how[draft.how]

