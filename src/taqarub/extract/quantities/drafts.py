"""Drafts: the numbers of a sentence with what they count, as far as the words beside them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from taqarub.extract.quantities.nouns import Nouns
from taqarub.extract.quantities.numbers import QUOTES, Numbers, before, plain
from taqarub.extract.view import Sentence, View
from taqarub.lexicon import Hit
from taqarub.lexicon.units import Unit, UnitForm
from taqarub.model import Mention, TimeExpression
from taqarub.text import Token
from taqarub.text.numerals import Number

How = Literal["counted", "partitive", "nisba", "definite", "dual", "share", "symbol", "unlisted", "others", "bare"]
REACH = 5
"""How many words back from a definite number its noun may stand (أبناء … الثلاثة)."""


@dataclass(slots=True)
class Draft:
    """A number at tokens `first` to `last`, with its noun to token `end_token`; text `start` to `end`.

    `unit` is None as long as nothing tells what is counted. `noun` is the counted noun's first token.
    It is `free` if no word follows that could be a noun. `rate` is day or year if so much is told for each.
    `range_end` tells the ends of a range; an `open_range` (من 5 إلى 7) may also be a change.
    """

    first: int
    last: int
    start: int
    end: int
    value: int | float | None
    how: How
    unit: Unit | None = None
    noun: int | None = None
    end_token: int = -1
    vague: bool = False
    free: bool = True
    rate: str = ""
    range_end: Literal["at least", "at most"] | None = None
    open_range: bool = False


class Drafter:
    """Finds the drafts of an article's sentences."""

    def __init__(self, view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
        self._view = view
        self._units = view.lexicon.units
        self._words = view.lexicon.units.words
        self._numbers = Numbers(view.text, view.lexicon.units, mentions, times)
        self._nouns = Nouns(view, mentions)

    def drafts(self, sentence: Sentence) -> list[Draft]:
        """Numbers, duals and shares of a sentence, in order."""
        tokens = self._view.tokens[sentence.first : sentence.stop]
        found: list[Draft] = []
        at = 0
        while at < len(tokens):
            number = self._numbers.read(tokens, at)
            draft = self._of_number(tokens, number) if number else self._without_number(tokens, at)
            at = max(at, number.last if number else draft.last if draft else at) + 1
            if draft is not None and not (found and draft.start < found[-1].end):
                found.append(draft)
        for draft in found:
            draft.first += sentence.first
            draft.last += sentence.first
            draft.end_token += sentence.first
            draft.noun = draft.noun + sentence.first if draft.noun is not None else None
        return found

    def _of_number(self, tokens: Sequence[Token], number: Number) -> Draft | None:
        if not self._numbers.is_figure(tokens, number):
            return None
        draft = Draft(
            number.first, number.last, number.start, number.end, number.value, "bare",
            end_token=number.last, vague=number.kind == "vague",
        )  # fmt: skip
        in_words = not tokens[number.first].is_number
        if in_words and isinstance(number.value, float) and number.value < 1:
            return self._share(tokens, draft)
        if not self._counted(tokens, draft):
            if self._is_definite(tokens, draft) and not draft.vague and draft.value != 10**6:
                return None
            if self._numbers.is_designated(tokens, number) or (draft.value == 1 and in_words):
                return None
            self._loosely_counted(tokens, draft)
        return None if self._is_none(draft) else draft

    def _is_none(self, draft: Draft) -> bool:
        """Whether it counts what is no figure, or belongs to a name (مجموعة السبع) that is no plural itself."""
        if draft.unit is not None and draft.unit.kind == "none":
            return True
        if draft.how in ("counted", "partitive", "nisba", "symbol"):
            return False
        limit = draft.start - 1 if draft.how == "definite" else draft.end
        return self._numbers.in_name(draft.start, draft.end, limit)

    # --- nouns beside the number ---------------------------------------------------------------------------

    def _counted(self, tokens: Sequence[Token], draft: Draft) -> bool:
        """Whether a noun the lexicon knows stands beside the number as grammar wants it."""
        after = draft.last + 1
        opened = draft.first > 0 and tokens[draft.first - 1].norm in ("(", "[")
        closing = (*QUOTES, ")", "]") if opened else QUOTES
        while after < len(tokens) and tokens[after].norm in closing:
            after += 1
        article = self._nouns.has_article(tokens[draft.first].norm)
        if article and not draft.vague and self._definite(tokens, draft):
            return True
        if self._symbol(tokens, draft) or self._noun(tokens, draft, after, article=article):
            return True
        if after < len(tokens) and tokens[after].norm in self._words.others:
            _extend(draft, tokens, after)
            draft.how = "others"
            return True
        return not draft.vague and (self._definite(tokens, draft) or self._pair(tokens, draft))

    def _symbol(self, tokens: Sequence[Token], draft: Draft) -> bool:
        for at in (draft.first - 1, draft.last + 1):
            unit = self._units.symbols.get(tokens[at].norm) if 0 <= at < len(tokens) else None
            if unit is not None:
                draft.unit, draft.how = unit, "symbol"
                draft.start, draft.end = min(draft.start, tokens[at].start), max(draft.end, tokens[at].end)
                draft.end_token = max(draft.last, at)
                return True
        return False

    def _noun(self, tokens: Sequence[Token], draft: Draft, at: int, *, article: bool) -> bool:
        """300 جندي، عشرات الجنود، 80 فرنسيا; a definite noun stands after vague plurals alone."""
        hit = self._nouns.at(tokens, at)
        if hit is not None:
            if hit.value.definite and (article or not draft.vague):
                return False
            self._count(tokens, draft, hit, "counted")
            return True
        if not self._nouns.is_national(tokens, at):
            return False
        if (self._nouns.has_article(tokens[at].norm) and not draft.vague) or (article and draft.vague):
            return False
        draft.unit, draft.how, draft.noun = self._units.people, "nisba", at
        _extend(draft, tokens, at)
        return True

    def _count(self, tokens: Sequence[Token], draft: Draft, hit: Hit[UnitForm], how: How) -> None:
        unit = self._nouns.unit(tokens, hit)
        draft.unit, draft.how, draft.noun = unit, how, hit.first
        rate = self._nouns.rate(tokens, unit, hit.last)
        draft.rate = rate.value if rate else ""
        _extend(draft, tokens, rate.last if rate else hit.last)

    def _definite(self, tokens: Sequence[Token], draft: Draft) -> bool:
        """الدول الست، الأشخاص الخمسة، أبناء فلان الثلاثة، الدول الـ28: a plural before a definite number."""
        definite = self._is_definite(tokens, draft)
        if draft.value == 1 or not (definite or tokens[draft.first].is_number):
            return False
        back = before(tokens, draft.first)
        for at in range(back, max(-1, back - (REACH if definite else 1)), -1):
            if not tokens[at].is_word:
                return False
            hit = self._nouns.plural_at(tokens, at)
            if hit is not None and self._spans_noun(tokens, hit, back):
                draft.unit, draft.how, draft.noun, draft.start = hit.value.unit, "definite", at, hit.start
                return True
        return False

    def _is_definite(self, tokens: Sequence[Token], draft: Draft) -> bool:
        between = tokens[before(tokens, draft.first) + 1 : draft.first]
        return self._nouns.has_article(tokens[draft.first].norm) or any(t.norm == "ال" for t in between)

    def _spans_noun(self, tokens: Sequence[Token], hit: Hit[UnitForm], last: int) -> bool:
        """Whether all from a plural to its number belongs to it: its adjectives, or whose they are."""
        between = tokens[hit.last + 1 : last + 1]
        if hit.pronoun or hit.value.definite:
            return all(self._nouns.has_article(token.norm) for token in between)
        if not between or hit.value.unit.kind not in ("people", "things"):
            return False
        owner = len(between) <= 2 and self._nouns.has_article(between[0].norm)
        return owner or self._nouns.are_names(between)

    def _pair(self, tokens: Sequence[Token], draft: Draft) -> bool:
        """انتحاريين اثنين."""
        if draft.value != 2 or tokens[draft.first].is_number or draft.first == 0:
            return False
        hit = self._nouns.at(tokens, draft.first - 1)
        if hit is None or hit.value.count == "one":
            return False
        draft.unit, draft.how, draft.noun, draft.start = hit.value.unit, "dual", hit.first, hit.start
        return True

    def _loosely_counted(self, tokens: Sequence[Token], draft: Draft) -> None:
        """Take what 'of' or an unlisted noun behind the number tells; else the unit stays open."""
        after = draft.last + 1
        if after >= len(tokens):
            return
        if tokens[after].norm == "من":
            self._partitive(tokens, draft, after + 1)
        elif self._nouns.may_be_noun(tokens, after):
            draft.free = False
            unit = self._nouns.unlisted(tokens, after, draft.value)
            if unit is not None:
                draft.unit, draft.how, draft.noun = unit, "unlisted", after
                _extend(draft, tokens, after)

    def _partitive(self, tokens: Sequence[Token], draft: Draft, at: int) -> None:
        """9 من مسلحي …، العشرات من الجرحى، 32 من كبار الضباط."""
        while at < len(tokens) and tokens[at].norm in self._words.partitive_skip:
            at += 1
        hit = self._nouns.at(tokens, at)
        if hit is not None and hit.value.count == "many":
            self._count(tokens, draft, hit, "partitive")
        elif self._nouns.is_national(tokens, at) or self._nouns.is_group(tokens, at):
            draft.unit, draft.how, draft.noun = self._units.people, "partitive", at
            _extend(draft, tokens, at)
        elif draft.vague and at < len(tokens) and tokens[at].norm.endswith("ات"):
            draft.unit, draft.how, draft.noun = self._units.count, "unlisted", at

    # --- no number -----------------------------------------------------------------------------------------

    def _without_number(self, tokens: Sequence[Token], at: int) -> Draft | None:
        if tokens[at].norm in self._words.two_others:
            return Draft(at, at, tokens[at].start, tokens[at].end, 2, "others", end_token=at)
        return self._definite_share(tokens, at) or self._dual(tokens, at)

    def _dual(self, tokens: Sequence[Token], at: int) -> Draft | None:
        hit = self._nouns.dual_at(tokens, at)
        if hit is None or self._numbers.in_time(hit.start, hit.end):
            return None
        unit = self._nouns.unit(tokens, hit)
        return Draft(hit.first, hit.last, hit.start, hit.end, 2, "dual", unit, hit.first, hit.last)

    # --- shares --------------------------------------------------------------------------------------------

    def _share(self, tokens: Sequence[Token], draft: Draft) -> Draft | None:
        """نصف الأصوات، ثلثي الأعضاء، ثلاثة أرباع السكان; half of anything else is no figure (نصف الطريق)."""
        at = draft.last + 1
        hit = self._nouns.at(tokens, at)
        if hit is not None and hit.value.unit.kind in ("none", "measure", "money"):
            return None
        if not (hit or self._is_approximated(tokens, draft.first) or self._is_measured(tokens, at)):
            return None
        assert draft.value is not None
        draft.value, draft.unit, draft.how = _percent(draft.value), self._units.percent, "share"
        if at < len(tokens) and tokens[at].is_word:
            draft.noun = at
            _extend(draft, tokens, at)
        return draft

    def _is_approximated(self, tokens: Sequence[Token], first: int) -> bool:
        near = tokens[max(0, first - REACH) : first]
        hits = (hit for at in range(len(near)) for hit in self._units.bounds.at(near, at))
        return any(hit.last == len(near) - 1 for hit in hits)

    def _is_measured(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether it is a share of what figures are told of: imports, a budget, a nation."""
        if at >= len(tokens):
            return False
        return bool(self._units.said.at(tokens, at)) or self._nouns.is_national(tokens, at)

    def _definite_share(self, tokens: Sequence[Token], at: int) -> Draft | None:
        """أغلبية الثلثين، بنحو الثلث."""
        hits = self._units.shares.at(tokens, at)
        near = tokens[max(0, at - 2) : at]
        heads = (hit for start in range(len(near)) for hit in self._units.share_heads.at(near, start))
        if not hits or not any(head.last == len(near) - 1 for head in heads):
            return None
        hit, unit = hits[0], self._units.percent
        return Draft(at, hit.last, hit.start, hit.end, plain(hit.value), "share", unit, end_token=hit.last)


def _extend(draft: Draft, tokens: Sequence[Token], last: int) -> None:
    draft.end, draft.end_token = tokens[last].end, last


def _percent(share: float) -> int | float:
    """Give a share in per cent, thirds rounded as is customary."""
    return 66.67 if 0.66 < share < 0.67 else plain(round(share * 100, 1))
