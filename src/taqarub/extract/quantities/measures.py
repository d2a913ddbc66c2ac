"""Measures: what a figure tells, in a few English words: 'Syrian soldiers killed', 'growth of trade volume'."""

from __future__ import annotations

from collections.abc import Iterable

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.view import Sentence, View
from taqarub.lexicon import Hit
from taqarub.lexicon.units import Said, SaidGroup, Unit

AHEAD = 12
"""Words before a figure in which it is told what it measures."""
BEHIND = 4
"""Words behind a figure in which it is told of what it is so much (من إجمالي الصادرات)."""


class Measures:
    """Names what drafts measure, asked in text order."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._units = view.lexicon.units
        self._sentence: Sentence | None = None
        self._said: dict[int, list[Hit[Said]]] = {}

    def measure(self, draft: Draft, sentence: Sentence) -> str:
        """Name what a draft measures."""
        assert draft.unit is not None
        self._look_at(sentence)
        counted = draft.unit.kind in ("people", "things")
        return self._counted(draft, draft.unit, sentence) if counted else self._measured(draft, draft.unit, sentence)

    def is_change(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether growth or fall is told before a draft."""
        self._look_at(sentence)
        return self._ahead(draft, sentence, "manners", ("growth", "fall")) is not None

    def _look_at(self, sentence: Sentence) -> None:
        """Find what a sentence says of figures, by the last token of the words that say it."""
        if sentence is self._sentence:
            return
        self._sentence, self._said = sentence, {}
        for hit in self._units.said.find(self._view.tokens[sentence.first : sentence.stop]):
            self._said.setdefault(hit.last + sentence.first, []).append(hit)

    def _ahead(self, draft: Draft, sentence: Sentence, group: SaidGroup, what: Iterable[str] = ()) -> int | None:
        """Find the token nearest before a draft at which something of a group is said."""
        reach = range(draft.first - 1, max(sentence.first, draft.first - AHEAD) - 1, -1)
        return next((at for at in reach if self._what(at, group, what)), None)

    def _what(self, at: int | None, group: SaidGroup, what: Iterable[str] = ()) -> str:
        hits = self._said.get(at, ()) if at is not None else ()
        return next((h.value.what for h in hits if h.value.group == group and (not what or h.value.what in what)), "")

    # --- counted people and things -------------------------------------------------------------------------

    def _counted(self, draft: Draft, unit: Unit, sentence: Sentence) -> str:
        noun = unit.label or unit.noun
        group: SaidGroup = "people" if unit.kind == "people" else "deeds"
        told = unit.noun in ("killed", "wounded", "bodies")
        said = "" if told else self._behind(draft, sentence) if unit.kind == "people" else ""
        if not told and not said:
            said = self._what(self._ahead(draft, sentence, group), group)
        words = [self._nationality(draft, sentence), noun if noun != said else "", said]
        return " ".join(filter(None, words)) or unit.name

    def _behind(self, draft: Draft, sentence: Sentence) -> str:
        """15 شخصا قتلوا: what is said right behind the noun and its nationality, not by the next clause."""
        for at in range(draft.end_token + 1, min(sentence.stop, draft.end_token + 3)):
            hits = [hit for hit in self._said.get(at, ()) if hit.value.people and not hit.prefix]
            if hits and self._view.tokens[at].norm not in self._units.words.of_them:
                return hits[0].value.what
            if not self._view.tokens[at].is_word:
                break
        return ""

    def _nationality(self, draft: Draft, sentence: Sentence) -> str:
        stop = min(sentence.stop, draft.end_token + 2)
        for at in range(draft.noun if draft.noun is not None else draft.last, stop):
            for hit in self._view.lexicon.states.index.at(self._view.tokens[at:stop], 0):
                if hit.value.word == "nisba":
                    return hit.value.state.adjective
        return ""

    # --- money, shares and measures --------------------------------------------------------------------------

    def _measured(self, draft: Draft, unit: Unit, sentence: Sentence) -> str:
        if unit.kind == "measure" and (size := self._what(self._ahead(draft, sentence, "sizes"), "sizes")):
            return self._of_good(size, draft, sentence)
        whole = self._whole(draft, unit, sentence)
        manner = self._manner(draft, unit, sentence) or ("share" if whole else "")
        topic = whole or self._what(self._ahead(draft, sentence, "topics"), "topics")
        named = (manner == "value" and topic != "deal") or (manner == "share" and topic in self._units.rate_topics)
        if manner and topic and not named:
            return f"{manner} of {topic}"
        plain = topic or manner or self._units.plain.get(unit.name) or self._units.plain.get(unit.kind) or unit.name
        return self._of_good(plain, draft, sentence)

    def _manner(self, draft: Draft, unit: Unit, sentence: Sentence) -> str:
        """Growth or fall tell more than the share they are told as; sums are neither."""
        if unit.kind != "percent":
            return self._what(self._ahead(draft, sentence, "manners", ("value",)), "manners", ("value",))
        change = self._what(self._ahead(draft, sentence, "manners", ("growth", "fall")), "manners", ("growth", "fall"))
        return change or self._what(self._ahead(draft, sentence, "manners", ("share",)), "manners", ("share",))

    def _whole(self, draft: Draft, unit: Unit, sentence: Sentence) -> str:
        """Name of what it is a share: 5% من إجمالي الصادرات."""
        stop = min(sentence.stop, draft.end_token + 1 + BEHIND)
        if unit.kind != "percent" or self._norm(draft.end_token + 1, stop) != "من":
            return ""
        return next((topic for at in range(draft.end_token + 2, stop) if (topic := self._what(at, "topics"))), "")

    def _of_good(self, what: str, draft: Draft, sentence: Sentence) -> str:
        """With what it is so much of: 'tonnes of food', 'output of oil'."""
        assert draft.unit is not None
        if draft.unit.kind != "measure":
            return what
        stop = min(sentence.stop, draft.end_token + 1 + BEHIND)
        ahead = range(draft.first - 1, max(sentence.first, draft.first - AHEAD // 2), -1)
        near = (*range(draft.noun or draft.last, stop), *ahead)
        good = next((good for at in near if (good := self._what(at, "goods"))), "")
        return f"{what} of {good}" if good else what

    def _norm(self, at: int, stop: int) -> str:
        return self._view.tokens[at].norm if at < stop else ""
