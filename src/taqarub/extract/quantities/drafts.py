"""Drafts: the numbers of a sentence with what they count, as far as the words beside them tell."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from taqarub.extract.view import Sentence, View
from taqarub.lexicon import Hit
from taqarub.lexicon.units import Unit, UnitForm
from taqarub.model import Mention, Span, TimeExpression
from taqarub.text import Token
from taqarub.text.numerals import Number, read_number

How = Literal["counted", "partitive", "nisba", "definite", "dual", "share", "symbol", "unlisted", "others", "bare"]

QUOTES = frozenset("«»“”\"'‘’″")
_SIGNS = frozenset("/:+=*×#@_")
_DASHES = frozenset("-–—ـ")
REACH = 5
"""How many words back from a definite number its noun may stand (أبناء … الثلاثة)."""
RATE_REACH = 4


@dataclass(slots=True)
class Draft:
    """A number at tokens `first` to `last`, with its noun to token `end_token`; text `start` to `end`.

    `unit` is None as long as nothing tells what is counted. `noun` is the counted noun's first token.
    `rate` is day or year if so much is told for each.
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
    rate: str = ""


class Drafter:
    """Finds the drafts of an article's sentences."""

    def __init__(self, view: View, mentions: Iterable[Mention], times: Iterable[TimeExpression]) -> None:
        self._view = view
        self._units = view.lexicon.units
        self._words = view.lexicon.units.words
        mentions = tuple(mentions)
        names = (m for m in mentions if m.kind in ("organization", "person") and m.form == "name")
        self._named = Counter(m.code for m in mentions)
        self._taken = _Spans([Span(t.start, t.end) for t in times])
        self._names = _Spans([Span(m.start, m.end) for m in names])

    def drafts(self, sentence: Sentence) -> list[Draft]:
        """Numbers and duals of a sentence, in order."""
        tokens = self._view.tokens[sentence.first : sentence.stop]
        found: list[Draft] = []
        at = 0
        while at < len(tokens):
            draft, at = self._next(tokens, at)
            if draft is not None and not (found and draft.start < found[-1].end):
                found.append(draft)
        for draft in found:
            draft.first += sentence.first
            draft.last += sentence.first
            draft.end_token += sentence.first
            draft.noun = draft.noun + sentence.first if draft.noun is not None else None
        return found

    def _next(self, tokens: Sequence[Token], at: int) -> tuple[Draft | None, int]:
        number = _decimal(tokens, at) or read_number(tokens, at)
        if number is None:
            draft = self._without_number(tokens, at)
            return draft, (draft.last if draft else at) + 1
        draft = None if number.kind == "ordinal" or self._is_name(tokens, number) else self._counted(tokens, number)
        if draft is not None and self._names.overlap(number.start, number.end, besides=draft.start):
            draft = None
        return draft, number.last + 1

    # --- numbers that are none ---------------------------------------------------------------------------

    def _is_name(self, tokens: Sequence[Token], number: Number) -> bool:
        """A date, an age, a document's number, a model's name, a score, a list's label."""
        if self._taken.overlap(number.start, number.end) or self._is_as_if(tokens[number.first], number):
            return True
        before = tokens[number.first - 1] if number.first else None
        after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
        if after is not None and after.norm in _SIGNS and after.start == number.end:
            return True
        if after is not None and after.norm in _DASHES and number.last + 2 < len(tokens):
            beyond = tokens[number.last + 2]
            if beyond.is_number and beyond.start == after.end and self._unit_after(tokens, number.last + 3) is None:
                return True
        if before is None:
            return after is not None and after.norm in (*_DASHES, ".", ")")
        if before.norm in _SIGNS and (before.norm != ":" or before.end == number.start):
            return True
        if before.norm[0].isascii() and before.norm[0].isalpha():
            return True
        return before.norm in _DASHES and number.first > 1 and self._glued(tokens, number)

    def _is_as_if(self, token: Token, number: Number) -> bool:
        """Not a number: ك before a vague plural is the first letter of another word (كميات)."""
        return number.kind == "vague" and number.start > token.start and token.norm.startswith("ك")

    def _glued(self, tokens: Sequence[Token], number: Number) -> bool:
        """إف-16, but not – 17 متمردا."""
        dash, word = tokens[number.first - 1], tokens[number.first - 2]
        if word.is_number and self._unit_after(tokens, number.last + 1) is not None:
            return False
        return dash.start == word.end or self._unit_after(tokens, number.last + 1) is None

    # --- what is counted ---------------------------------------------------------------------------------

    def _counted(self, tokens: Sequence[Token], number: Number) -> Draft | None:
        vague = number.kind == "vague"
        draft = Draft(
            number.first, number.last, number.start, number.end, number.value, "bare", end_token=number.last, vague=vague
        )
        if isinstance(number.value, float) and number.value < 1 and not tokens[number.first].is_number:
            return self._share(tokens, draft, number)
        after = number.last + 1
        while after < len(tokens) and tokens[after].norm in QUOTES:
            after += 1
        if self._symbol(tokens, draft) or self._noun(tokens, draft, after, "counted"):
            return draft if draft.unit is not None and draft.unit.kind != "none" else None
        if after < len(tokens) and tokens[after].norm in self._words.others:
            draft.how = "others"
            return _extended(draft, tokens, after)
        if not vague and (self._definite(tokens, draft) or self._pair(tokens, draft)):
            return draft if draft.unit is not None and draft.unit.kind != "none" else None
        if self._is_designated(tokens, number.first) or (draft.value == 1 and not tokens[draft.first].is_number):
            return None
        if after < len(tokens) and tokens[after].norm == "من":
            noun = after + 1
            while noun < len(tokens) and tokens[noun].norm in self._words.partitive_skip:
                noun += 1
            if self._noun(tokens, draft, noun, "partitive"):
                return draft if draft.unit is not None and draft.unit.kind != "none" else None
            return draft
        return self._unlisted(tokens, draft, after)

    def _symbol(self, tokens: Sequence[Token], draft: Draft) -> bool:
        for at in (draft.first - 1, draft.last + 1):
            unit = self._units.symbols.get(tokens[at].norm) if 0 <= at < len(tokens) else None
            if unit is not None:
                draft.unit, draft.how = unit, "symbol"
                draft.start, draft.end = min(draft.start, tokens[at].start), max(draft.end, tokens[at].end)
                draft.end_token = max(draft.last, at)
                return True
        return False

    def _noun(self, tokens: Sequence[Token], draft: Draft, at: int, how: How) -> bool:
        hit = self._unit_after(tokens, at)
        if hit is not None:
            if how == "counted" and hit.value.definite and not (draft.vague and not _is_definite(tokens[draft.first])):
                return False
            if how == "partitive" and hit.value.count != "many" and hit.value.unit.kind != "percent":
                return False
            draft.unit, draft.how, draft.noun = self._currency(tokens, hit), how, at
            _extended(draft, tokens, hit.last)
            self._rated(tokens, draft)
            return True
        if how == "counted" and draft.vague and _is_definite(tokens[draft.first]):
            return False
        if at < len(tokens) and self._is_national(tokens, at, plain=how == "counted" and not draft.vague):
            draft.unit, draft.how, draft.noun = self._units.people, "nisba", at
            _extended(draft, tokens, at)
            return True
        return False

    def _rated(self, tokens: Sequence[Token], draft: Draft) -> None:
        """برميل يوميا، متر مكعب سنويا: so much a day or a year; not on the day before (في اليوم السابق)."""
        if draft.unit is None or not draft.unit.rate:
            return
        for at in range(draft.end_token + 1, min(len(tokens), draft.end_token + 1 + RATE_REACH)):
            if not tokens[at].is_word:
                return
            hits = self._units.rates.at(tokens, at)
            if hits:
                behind = tokens[hits[0].last + 1].norm if hits[0].last + 1 < len(tokens) else ""
                if not behind.startswith("ال"):
                    draft.rate = hits[0].value
                    _extended(draft, tokens, hits[0].last)
                return

    def _unit_after(self, tokens: Sequence[Token], at: int) -> Hit[UnitForm] | None:
        """The longest unit that begins at a token, without proclitics."""
        if at >= len(tokens):
            return None
        hits = [h for h in self._units.index.at(tokens, at) if not h.prefix]
        return next((h for h in hits if h.last == hits[0].last and h.pronoun == hits[0].pronoun), None)

    def _currency(self, tokens: Sequence[Token], hit: Hit[UnitForm]) -> Unit:
        """Of several currencies of one name the one whose state's adjective follows, else whose state is named most."""
        units = [h.value.unit for h in self._units.index.at(tokens, hit.first) if h.last == hit.last and not h.prefix]
        if len(units) < 2 or units[0].kind != "money":
            return units[0]
        adjectives = self._view.lexicon.states.index.at(tokens, hit.last + 1) if hit.last + 1 < len(tokens) else []
        codes = {h.value.state.code for h in adjectives if h.value.word == "nisba"}
        named = next((unit for unit in units if unit.of in codes), None)
        return named or self._likeliest(units)

    def _likeliest(self, units: Sequence[Unit]) -> Unit:
        common = next((unit for unit in units if unit.common), units[0])
        return max(units, key=lambda unit: (self._named[unit.of], unit is common))

    def _is_national(self, tokens: Sequence[Token], at: int, *, plain: bool) -> bool:
        token = tokens[at]
        if plain and token.norm.startswith("ال"):
            return False
        hits = self._view.lexicon.states.index.at(tokens, at)
        return any(h.value.word == "nisba" and not h.prefix and h.last == at for h in hits)

    def _definite(self, tokens: Sequence[Token], draft: Draft) -> bool:
        """الدول الست، الأشخاص الخمسة، أبناء فلان الثلاثة، الدول الـ28: a plural before a definite number."""
        first = draft.first
        definite = _is_definite(tokens[first])
        back = first - 1
        while back >= 0 and (tokens[back].norm in QUOTES or tokens[back].norm == "ال"):
            definite = definite or tokens[back].norm == "ال"
            back -= 1
        if not definite and not tokens[first].is_number:
            return False
        for at in range(back, max(-1, back - REACH), -1):
            if not tokens[at].is_word or (not definite and at < back):
                break
            hit = next((h for h in self._units.index.at(tokens, at) if h.value.count == "many"), None)
            if hit is not None and self._spans_noun(tokens, hit, back):
                draft.unit, draft.how, draft.noun, draft.start = hit.value.unit, "definite", at, hit.start
                return draft.value != 1
        draft.how = "definite" if definite else draft.how
        return definite

    def _spans_noun(self, tokens: Sequence[Token], hit: Hit[UnitForm], last: int) -> bool:
        """Whether all between a plural and its number belongs to it: adjectives, or the name its people belong to."""
        if hit.pronoun or hit.value.definite:
            return all(tokens[at].norm.startswith("ال") for at in range(hit.last + 1, last + 1))
        return hit.value.unit.kind in ("people", "things") and hit.last < last and self._is_genitive(tokens, hit, last)

    def _is_genitive(self, tokens: Sequence[Token], hit: Hit[UnitForm], last: int) -> bool:
        names = all(self._view.lexicon.name_words.weight.get(tokens[at].norm) for at in range(hit.last + 1, last + 1))
        return names or tokens[hit.last + 1].norm.startswith("ال") and last - hit.last <= 2

    def _pair(self, tokens: Sequence[Token], draft: Draft) -> bool:
        """انتحاريين اثنين."""
        if draft.value != 2 or tokens[draft.first].is_number or draft.first == 0:
            return False
        hit = self._unit_after(tokens, draft.first - 1)
        if hit is None or hit.value.count == "one":
            return False
        draft.unit, draft.how, draft.noun, draft.start = hit.value.unit, "dual", hit.first, hit.start
        return True

    def _is_designated(self, tokens: Sequence[Token], first: int) -> bool:
        back = first - 1
        while back >= 0 and (tokens[back].norm in QUOTES or tokens[back].norm in ("ال", "(", "-")):
            back -= 1
        if back < 0:
            return False
        return any(a.core in self._words.designators for a in tokens[back].analyses)

    def _unlisted(self, tokens: Sequence[Token], draft: Draft, at: int) -> Draft:
        """Take a noun no list has for what is counted if it looks as nouns do after this number."""
        if at >= len(tokens) or at != draft.last + 1 or not self._may_be_noun(tokens, at):
            return draft
        norm, value = tokens[at].norm, draft.value
        rest = 0 if value is None else value % 100
        fits = draft.vague or (
            (not norm.startswith("ال") and rest == 0)
            or (3 <= rest <= 10 and norm.endswith(("ات", "ين", "ون")))
            or (11 <= rest <= 99 and norm.endswith(("ا", "ه")) and not norm.startswith("ال"))
        )
        if fits:
            human = 3 <= rest <= 10 and norm.endswith(("ين", "ون"))
            draft.unit = self._units.people if human else self._units.count
            draft.how, draft.noun = "unlisted", at
            _extended(draft, tokens, at)
        return draft

    def _may_be_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word can be a counted noun: no function word, no verb, no preposition and noun in one."""
        norm = tokens[at].norm
        if not tokens[at].is_word or len(norm) < 3 or norm in self._words.not_counted or norm in self._words.of_them:
            return False
        if norm.endswith("وا") or norm in self._words.people_follow or read_number(tokens, at) is not None:
            return False
        used = self._view.lexicon.name_words.frequency
        return all(not a.prefix or used.get(a.core, 0) <= used.get(norm, 0) for a in tokens[at].analyses)

    # --- no number ---------------------------------------------------------------------------------------

    def _without_number(self, tokens: Sequence[Token], at: int) -> Draft | None:
        return self._definite_share(tokens, at) or self._dual(tokens, at)

    def _dual(self, tokens: Sequence[Token], at: int) -> Draft | None:
        if not tokens[at].is_word:
            return None
        hits = [h for h in self._units.index.at(tokens, at) if h.value.count == "two" and h.value.clear and not h.pronoun]
        hits = [h for h in hits if tokens[at].norm[-len(tokens[h.last].norm) :] not in self._words.not_duals and "ك" not in h.prefix]
        if not hits or hits[0].value.unit.kind == "none" or self._taken.overlap(hits[0].start, hits[0].end):
            return None
        hit = hits[0]
        draft = Draft(hit.first, hit.last, hit.start, hit.end, 2, "dual", hit.value.unit, hit.first, hit.last)
        return draft

    # --- shares ------------------------------------------------------------------------------------------

    def _share(self, tokens: Sequence[Token], draft: Draft, number: Number) -> Draft | None:
        """نصف الأصوات، ثلثي الأعضاء، ثلاثة أرباع السكان."""
        assert draft.value is not None
        after = self._unit_after(tokens, number.last + 1)
        if after is not None and after.value.unit.kind in ("none", "measure", "money"):
            return None
        draft.value, draft.unit, draft.how = _whole(_percent(draft.value)), self._units.percent, "share"
        if number.last + 1 < len(tokens) and tokens[number.last + 1].is_word:
            draft.noun = number.last + 1
            _extended(draft, tokens, number.last + 1)
        return draft

    def _definite_share(self, tokens: Sequence[Token], at: int) -> Draft | None:
        """أغلبية الثلثين، بنحو الثلث."""
        hits = self._units.shares.at(tokens, at)
        if not hits or at == 0:
            return None
        hit = hits[0]
        heads = (h for start in (at - 1, at - 2) if start >= 0 for h in self._units.share_heads.at(tokens, start))
        if not any(h.last == at - 1 for h in heads):
            return None
        return Draft(at, hit.last, hit.start, hit.end, _whole(hit.value), "share", self._units.percent, None, hit.last)


def _is_definite(number: Token) -> bool:
    """Whether a number word has the article; آلاف only looks as if it had."""
    return number.norm.startswith("ال") and number.norm not in ("الاف", "الوف", "الف", "الفا", "الفي", "الفين", "الفان")


def _percent(share: float) -> float:
    """Thirds are written as annotators round them."""
    return 66.67 if 0.66 < share < 0.67 else round(share * 100, 1)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _extended(draft: Draft, tokens: Sequence[Token], last: int) -> Draft:
    draft.end, draft.end_token = tokens[last].end, last
    return draft


def _decimal(tokens: Sequence[Token], at: int) -> Number | None:
    """Read 5ر1, agencies' way to write 1.5, with what scale follows."""
    if at + 2 >= len(tokens) or tokens[at + 1].norm != "ر":
        return None
    whole, mark, part = tokens[at + 2], tokens[at + 1], tokens[at]
    glued = part.end == mark.start and mark.end == whole.start
    if not (glued and whole.norm.isdecimal() and part.norm.isdecimal()) or len(whole.norm + part.norm) > REACH * 2:
        return None
    number = read_number(tokens, at + 2)
    if number is None or number.value is None:
        return None
    scale = number.value // max(1, int(whole.norm)) if int(whole.norm) else 1
    value = round(float(f"{whole.norm}.{part.norm}") * scale, 6)
    return Number(_whole(value), at, number.last, part.start, number.end, "cardinal")


class _Spans:
    """Spans that do not nest, asked whether one overlaps."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlap(self, start: int, end: int, besides: int = -1) -> bool:
        """Whether a span other than one that begins at `besides` shares a character with start to end."""
        at = bisect_right(self._starts, start) - 1
        near = self._spans[max(0, at) : at + 2]
        return any(span.start < end and start < span.end and span.start != besides for span in near)
