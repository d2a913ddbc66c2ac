"""Nouns: which word beside a number names what is counted, and which of several units it means."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from taqarub.extract.view import View
from taqarub.lexicon import Hit
from taqarub.lexicon.units import Unit, UnitForm
from taqarub.model import Mention
from taqarub.text import Token
from taqarub.text.numerals import read_number

RATE_REACH = 4
"""Words between a unit and its 'a day' (برميل من النفط يوميا)."""

NAMED_REACH = 26
"""Tokens between a state and a sum in its money."""


class Nouns:
    """Looks up counted nouns for one article, whose states decide between currencies of one name."""

    def __init__(self, view: View, mentions: Iterable[Mention]) -> None:
        self._view = view
        self._units = view.lexicon.units
        self._words = view.lexicon.units.words
        self._states = view.lexicon.states.index
        self._used = view.lexicon.name_words.frequency
        self._borne = view.lexicon.name_words.weight
        self._named: Counter[str] = Counter()
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for mention in mentions:
            if mention.code:
                code = mention.code.partition("-")[0]
                self._named[code] += 1
                self._places[code].append(mention.start)
        self._named[view.lexicon.outlet_countries.get((view.article.outlet or "").lower(), "")] += 1

    def at(self, tokens: Sequence[Token], at: int) -> Hit[UnitForm] | None:
        """Find the longest unit that begins at a token, without proclitics."""
        if at >= len(tokens):
            return None
        return next((hit for hit in self._units.index.at(tokens, at) if not hit.prefix), None)

    def plural_at(self, tokens: Sequence[Token], at: int) -> Hit[UnitForm] | None:
        """Find a plural at a token, proclitics allowed."""
        return next((hit for hit in self._units.index.at(tokens, at) if hit.value.count == "many"), None)

    def dual_at(self, tokens: Sequence[Token], at: int) -> Hit[UnitForm] | None:
        """Find a dual that can be nothing else at a token, proclitics allowed."""
        for hit in self._units.index.at(tokens, at) if tokens[at].is_word else ():
            core = tokens[at].norm[len(hit.prefix) :]
            if hit.value.count == "two" and hit.value.clear and not hit.pronoun and "ك" not in hit.prefix:
                known = core in self._words.not_duals or hit.value.unit.kind == "none"
                return None if known else hit
        return None

    def unit(self, tokens: Sequence[Token], hit: Hit[UnitForm]) -> Unit:
        """Tell what a hit means; of currencies of one name that of the adjective behind or the likeliest."""
        if hit.value.unit.kind != "money":
            return hit.value.unit
        same = [h for h in self._units.index.at(tokens, hit.first) if h.last == hit.last and not h.prefix]
        units = [h.value.unit for h in same if h.value.unit.kind == "money"]
        behind = self._states.at(tokens, hit.last + 1) if hit.last + 1 < len(tokens) else []
        codes = {h.value.state.code for h in behind if h.value.word == "nisba"}
        named = next((unit for unit in units if unit.of in codes), None)
        if named is not None or not units:
            return named or hit.value.unit
        return max(units, key=lambda u: (self._near(u.of, hit.start), self._named[u.of], u.common))

    def _near(self, code: str, start: int) -> int:
        """Where a state is last named shortly before `start`, -1 if it is not."""
        at = bisect_right(self._places[code], start) - 1
        near = at >= 0 and self._view.steps(self._places[code][at], start) <= NAMED_REACH
        return self._places[code][at] if near else -1

    def rate(self, tokens: Sequence[Token], unit: Unit, last: int) -> Hit[str] | None:
        """برميل يوميا، متر مكعب سنويا: so much a day or a year; not on the day before (في اليوم السابق)."""
        if not unit.rate:
            return None
        for at in range(last + 1, min(len(tokens), last + 1 + RATE_REACH)):
            if not tokens[at].is_word:
                return None
            hits = self._units.rates.at(tokens, at)
            if hits:
                behind = hits[0].last + 1
                return None if behind < len(tokens) and self.has_article(tokens[behind].norm) else hits[0]
        return None

    def is_national(self, tokens: Sequence[Token], at: int) -> bool:
        """فلسطينيا، من الأمريكيين: nationals."""
        if at >= len(tokens):
            return False
        hits = self._states.at(tokens, at)
        return any(h.value.word == "nisba" and not h.prefix and h.last == at for h in hits)

    def is_group(self, tokens: Sequence[Token], at: int) -> bool:
        """41 من ميليشيات …، 19 من قوات الأمن: members of a force."""
        return at < len(tokens) and tokens[at].norm in self._words.groups

    def has_article(self, norm: str) -> bool:
        """Whether a word has the article; آلاف and إلى only look as if they had."""
        return norm.startswith("ال") and norm not in self._words.no_article

    def are_names(self, tokens: Sequence[Token]) -> bool:
        """Whether all are words that people bear as names."""
        return all(self._borne.get(token.norm) for token in tokens)

    def unlisted(self, tokens: Sequence[Token], at: int, value: int | float | None) -> Unit | None:
        """Tell what a noun no list has counts, if it looks as nouns do after this number.

        Plurals stand after 3 to 10, of which the sound masculine is of people; the accusative after 11 to
        99; the genitive after hundreds and thousands.
        """
        norm = tokens[at].norm
        if value is None:
            return self._units.count
        rest = value % 100
        if 3 <= rest <= 10:
            human = norm.endswith(("ين", "ون"))
            return self._units.people if human else self._units.count if norm.endswith("ات") else None
        fits = rest == 0 or (11 <= rest <= 99 and norm.endswith(("ا", "ه")))
        return self._units.count if fits and not self.has_article(norm) else None

    def may_be_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word can be a counted noun: no function word, no verb, no preposition and noun in one."""
        norm = tokens[at].norm
        words = self._words
        if not tokens[at].is_word or len(norm) < 3 or norm in words.not_counted or norm in words.of_them:
            return False
        if norm.endswith("وا") or norm in words.people_follow or read_number(tokens, at) is not None:
            return False
        used = self._used.get(norm, 0)
        return all(not a.prefix or self._used.get(a.core, 0) <= used for a in tokens[at].analyses)
