"""Linking: numbers that leave their noun to another (ranges, lists, 'of them', 'others') are given it."""

from __future__ import annotations

from itertools import pairwise

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.quantities.numbers import QUOTES, plain
from taqarub.extract.view import Sentence, View
from taqarub.lexicon.units import Said, Unit
from taqarub.text.numerals import read_number

NEAR = 4
"""Words between what is said of people and the bare number of them (مقتل ما لا يقل عن 10)."""


def link(view: View, sentence: Sentence, drafts: list[Draft], before: Draft | None) -> list[Draft]:
    """Give units to drafts that lack one, in text order; those nothing explains are dropped."""
    linker = _Linker(view, sentence)
    for low, high in pairwise(drafts):
        linker.join_range(low, high)
        linker.bound_range(low, high)
        linker.join_part(low, high)
    kept: list[Draft] = []
    last = before
    for draft in drafts:
        if draft.unit is None:
            draft.unit = linker.implied(draft, last)
        if draft.unit is not None:
            kept.append(draft)
            last = draft
    return kept


class _Linker:
    def __init__(self, view: View, sentence: Sentence) -> None:
        self._tokens = view.tokens
        self._units = view.lexicon.units
        self._words = view.lexicon.units.words
        self._first, self._stop = sentence.first, sentence.stop
        self._said = said_by_token(view, sentence)

    # --- ranges ------------------------------------------------------------------------------------------

    def join_range(self, low: Draft, high: Draft) -> None:
        """بين 6 و8 آلاف سجين، من 25 إلى 40 بالمئة، 650 ريالا إلى 1250: one unit and one scale for both."""
        if (low.unit is None) == (high.unit is None) or not self._is_range(low, high):
            return
        if low.unit is not None:
            if high.how == "bare":
                high.unit, high.rate = low.unit, low.rate
                self._scale(high, low)
            return
        low.unit, low.rate = high.unit, high.rate
        self._scale(low, high)

    def bound_range(self, low: Draft, high: Draft) -> None:
        """بين 20 و30، من 5 إلى 7: the lower end is 'at least', the upper 'at most'."""
        if low.unit != high.unit or low.unit is None or low.value is None or high.value is None:
            return
        if low.value >= high.value or not self._is_range(low, high):
            return
        between = [t.norm for t in self._tokens[low.end_token + 1 : high.first] if t.norm not in QUOTES]
        is_list = not between or between == ["و"]
        near = self._tokens[max(self._first, low.first - NEAR) : low.first]
        if between == ["او"] or (is_list and not any(t.norm in ("بين", "وبين") for t in near)):
            return
        low.range_end, high.range_end = "at least", "at most"
        low.open_range = high.open_range = not is_list

    def join_part(self, part: Draft, whole: Draft) -> None:
        """ستة من ثماني غارات، نصف المقاعد من أصل 151: a part and its whole count the same."""
        between = [t.norm for t in self._tokens[part.end_token + 1 : whole.first] if t.norm not in QUOTES]
        of = between[-2:-1] == ["من"] and between[-1] in ("اصل", "مجموع", "بين") and len(between) <= NEAR + 2
        if between == ["من"] or of:
            part.unit = part.unit or whole.unit
            if part.unit is not None and part.unit.kind in ("people", "things"):
                whole.unit = whole.unit or part.unit

    def _is_range(self, low: Draft, high: Draft) -> bool:
        between = [t.norm for t in self._tokens[low.end_token + 1 : high.first] if t.norm not in QUOTES]
        joined = self._tokens[high.first].norm.startswith("و") and not between
        if joined or between == ["و"]:
            near = self._tokens[max(self._first, low.first - 4) : low.first]
            if low.how == "bare" and high.unit is not None and high.unit.kind == "percent":
                return True  # بنسبة 3 و4 بالمئة
            return any(t.norm in ("بين", "وبين") for t in near)
        between = [norm for norm in between if not self._units.bounds.get(norm)]
        return len(between) == 1 and between[0] in self._words.range

    def _scale(self, bare: Draft, full: Draft) -> None:
        """بين 4 و8 مليارات: the smaller number is counted in the scale of the other."""
        number = read_number(self._tokens[full.first : full.first + 1], 0)
        if number is None or not number.value or full.value is None:
            return
        if bare.first != bare.last or bare.value is None:
            return
        scale = full.value / number.value
        if scale >= 1000 and scale == int(scale) and 0 < bare.value < 1000:
            bare.value = plain(round(bare.value * scale, 6))

    # --- what is left out --------------------------------------------------------------------------------

    def implied(self, draft: Draft, last: Draft | None) -> Unit | None:
        """Tell what a number without a noun counts, if the words around it or the draft before tell."""
        counted = last.unit if last is not None and last.unit is not None else None
        countable = counted if counted is not None and counted.kind in ("people", "things") else None
        before, after = self._norm(draft.first - 1), self._norm(draft.end_token + 1)
        if draft.how == "others":
            things = self._norm(draft.end_token) in self._words.things_other
            return countable if things else self._units.people
        if draft.vague and after not in self._words.of_them:
            return self._units.people if self._stands_alone(draft) else None
        if after in self._words.of_them or (draft.free and before in self._words.of_them):
            return self._units.people if "هم" in (after + before) else counted
        if self._says_people(draft) or after in self._words.people_follow:
            return self._units.people
        if before in self._words.number_of or self._norm(draft.first - 2) in self._words.number_of:
            whole = self._norm(draft.first - 1) + self._norm(draft.first - 2)
            return self._units.people if "عددهم" in whole else countable
        return None

    def _stands_alone(self, draft: Draft) -> bool:
        """شارك المئات، أصيب عشرات: tens and hundreds of people; thousands of millions are money."""
        money = self._norm(draft.last).endswith(("مليارات", "بلايين", "تريليونات"))
        return not money

    def _says_people(self, draft: Draft) -> bool:
        reach = range(draft.first - 1, max(self._first, draft.first - 1 - NEAR) - 1, -1)
        for at in reach:
            norm = self._tokens[at].norm
            if norm in ("،", "(", ")", ".", ":") or norm[0].isdigit():
                return False
            said = self._said.get(at)
            if said is not None:
                return said.people
        return False

    def _norm(self, at: int) -> str:
        return self._tokens[at].norm if self._first <= at < self._stop else ""


def said_by_token(view: View, sentence: Sentence) -> dict[int, Said]:
    """Find what a sentence says of counted people or things, by the last token of the words that say it."""
    found: dict[int, Said] = {}
    for hit in view.lexicon.units.said.find(view.tokens[sentence.first : sentence.stop]):
        found.setdefault(hit.last + sentence.first, hit.value)
    return found
