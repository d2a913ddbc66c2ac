"""Numbers as Arabic writes them: digits, words of any size, both mixed, fractions, ordinals, vague plurals.

>>> from taqarub.text import fold, tokenize
>>> [n.value for n in find_numbers(tokenize(fold("خمسة وعشرون ألفا وثلاثمئة، 2 مليار و 200 مليون، عشرات")))]
[25300, 2200000000, None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from taqarub.text.fold import folded
from taqarub.text.tokens import Token, analyses

NumberKind = Literal["cardinal", "ordinal", "vague"]
Value = int | float

MAX_DIGITS = 18
"""Longer strings of digits are no quantities (they are identifiers, or noise)."""
MAX_SCALE = 10**15


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: tokens `first` to `last` inclusive, text `start` to `end` without proclitics.

    `value` is None for a vague one (عشرات، مئات الآلاف). A number word keeps its article (الخمسة).
    """

    value: Value | None
    first: int
    last: int
    start: int
    end: int
    kind: NumberKind


# --- words ------------------------------------------------------------------------------------------------

_UNITS = {
    1: "واحد واحدة", 2: "اثنان اثنين اثنتان اثنتين", 3: "ثلاثة ثلاث", 4: "أربعة أربع", 5: "خمسة خمس",
    6: "ستة ست", 7: "سبعة سبع", 8: "ثمانية ثماني ثمان", 9: "تسعة تسع", 10: "عشرة عشر",
}  # fmt: skip
_TEEN_HEADS = {1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"}
"""Numerals that are numerals only before عشر or tens: أحد alone is 'somebody', 'one of'."""
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_HUNDRED = ("مئ", "مائ", "ميئ")
_HUNDREDS_OF = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_SCALES = {  # singular, plurals; the duals follow by rule
    10**3: ("ألف", "آلاف ألوف"),
    10**6: ("مليون", "ملايين"),
    10**9: ("مليار", "مليارات ملايير"),
    10**12: ("تريليون", "تريليونات"),
}
_SCALE_VARIANTS = {10**9: ("بليون", "بلايين بليونات"), 10**12: ("ترليون", "ترليونات تريليونات")}
_FRACTIONS = {1 / 2: "نصف", 1 / 3: "ثلث", 2 / 3: "ثلثا ثلثي ثلثين ثلثان", 1 / 4: "ربع"}
_PARTS = {3: "أثلاث", 4: "أرباع", 5: "أخماس", 6: "أسداس", 7: "أسباع", 8: "أثمان", 10: "أعشار"}
_ORDINALS = {
    1: "أول أولى", 2: "ثاني ثانية ثان", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة", 6: "سادس سادسة",
    7: "سابع سابعة", 8: "ثامن ثامنة", 9: "تاسع تاسعة", 10: "عاشر عاشرة",
}  # fmt: skip
_ORDINAL_HEADS = {1: "حادي حادية"}
_NOT_NUMBERS = frozenset(("لست",))
"""Words that split into a proclitic and a number word but are something else ('I am not')."""

_Kind = Literal[
    "unit", "head", "ten", "hundred", "scale", "fraction", "parts", "ordinal", "ordinal head", "vague"
]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A number word. `form` tells the dual, the plural and the accusative (or dual in construct) apart."""

    kind: _Kind
    value: Value
    form: Literal["", "dual", "plural", "accusative"] = ""


def _entries() -> dict[str, _Entry]:
    table: dict[str, _Entry] = {}

    def add(words: str, entry: _Entry) -> None:
        for word in words.split():
            table.setdefault(folded(word), entry)

    for value, words in _UNITS.items():
        add(words, _Entry("unit", value))
    for value, words in _TEEN_HEADS.items():
        add(words, _Entry("head", value))
    for value, stem in _TENS.items():
        add(f"{stem}ون {stem}ين", _Entry("ten", value))
    for stem in _HUNDRED:
        add(f"{stem}ة", _Entry("hundred", 100))
        add(f"{stem}تان {stem}تين {stem}تا {stem}تي", _Entry("hundred", 200, "dual"))
        add(f"{stem}ات", _Entry("vague", 100, "plural"))
        for count, units in _HUNDREDS_OF.items():
            for unit in units.split():
                add(f"{unit}{stem}ة", _Entry("hundred", count * 100, "plural"))
    add("عشرات", _Entry("vague", 10, "plural"))
    for names in (_SCALES, _SCALE_VARIANTS):
        for scale, (one, many) in names.items():
            add(one, _Entry("scale", scale))
            add(f"{one}ان {one}ين {one}ي", _Entry("scale", scale, "dual"))
            add(f"{one}ا", _Entry("scale", scale, "accusative"))
            add(many, _Entry("scale", scale, "plural"))
    for part, words in _FRACTIONS.items():
        add(words, _Entry("fraction", part))
    for value, words in _PARTS.items():
        add(words, _Entry("parts", value))
    for value, words in _ORDINALS.items():
        add(words, _Entry("ordinal", value))
    for value, words in _ORDINAL_HEADS.items():
        add(words, _Entry("ordinal head", value))
    return table


_TABLE = _entries()


@dataclass(frozen=True, slots=True)
class _Word:
    """A number word as it stands: entry, proclitics, whether it has the article, where its core begins."""

    entry: _Entry
    prefix: str
    definite: bool
    skip: int


@lru_cache(maxsize=65536)
def _word(norm: str) -> _Word | None:
    if norm in _NOT_NUMBERS or not "\u0621" <= norm[0] <= "\u064a":
        return None
    for analysis in analyses(norm):
        entry = _TABLE.get(analysis.core)
        if entry is not None:
            return _Word(entry, analysis.prefix, False, analysis.skip)
        entry = _TABLE.get(analysis.core[2:]) if analysis.core.startswith("ال") else None
        if entry is not None:
            return _Word(entry, analysis.prefix, True, analysis.skip)
    return None


# --- digits -----------------------------------------------------------------------------------------------

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_BOTH = re.compile(r"(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d+)")


def digits_value(norm: str, *, scaled: bool = False) -> Value | None:
    """Give the value of digits with separators, None if they are no single number ('20.8.2015').

    A comma or point before exactly three digits separates thousands; a point does not if a scale word
    follows (`scaled`: 1.234 مليار) or only zeros stand before it.
    >>> [digits_value(n) for n in ("1,000", "1.5", "1.000.000", "1,234.5", "0.125", "20.8.2015")]
    [1000, 1.5, 1000000, 1234.5, 0.125, None]
    """
    if len(norm) > 2 * MAX_DIGITS or sum(map(str.isdigit, norm)) > MAX_DIGITS:
        return None
    if norm.isdecimal():
        return int(norm)
    if (grouped := _GROUPED.fullmatch(norm)) and not norm.startswith("0"):
        one_point = grouped.group(1) == "." and norm.count(".") == 1
        return float(norm) if one_point and scaled else int(re.sub("[.,]", "", norm))
    if _DECIMAL.fullmatch(norm):
        return float(norm.replace(",", "."))
    if both := _BOTH.fullmatch(norm):
        return float(re.sub("[.,]", "", both.group(1)) + "." + both.group(3))
    return None


# --- grammar ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A value read up to token `last`; `scale` is the power of a thousand it was counted in."""

    value: Value
    last: int
    scale: int = 1


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read the longest number that begins at token `index`; None if none does.

    A conjunction on the word at `index` is not minded: it is for the caller (or find_numbers) to begin
    at the first word of 'خمسة وعشرون'.
    """
    reader = _Reader(tokens)
    token = tokens[index]
    if token.is_number:
        return reader.number(index, token.start, reader.cardinal(index), "cardinal")
    word = _word(token.norm)
    if word is None or _is_percent(tokens, index, word):
        return None
    start = token.starts[min(word.skip, len(token.starts) - 1)]
    if word.entry.kind in ("ordinal", "ordinal head"):
        return reader.number(index, start, reader.ordinal(index, word), "ordinal")
    if word.entry.kind == "vague" or (word.entry.kind == "scale" and word.entry.form == "plural"):
        return Number(None, index, (last := reader.vague(index)), start, tokens[last].end, "vague")
    if word.entry.kind == "fraction" and word.definite:
        return None  # النصف الأول، الربع الأخير: halves and quarters of something
    return reader.number(index, start, reader.cardinal(index), "cardinal")


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """All numbers of a token sequence, leftmost longest, not overlapping."""
    found = []
    index = 0
    while index < len(tokens):
        number = read_number(tokens, index)
        if number is not None:
            found.append(number)
        index = number.last + 1 if number is not None else index + 1
    return found


def _is_percent(tokens: Sequence[Token], index: int, word: _Word) -> bool:
    """Whether this is the hundred of 'per cent': في المئة، بالمئة، في الألف."""
    if not word.definite or word.entry.value not in (100, 1000) or word.entry.form:
        return False
    return word.prefix.endswith("ب") or (index > 0 and tokens[index - 1].norm in ("في", "ب"))


class _Reader:
    """Recursive descent over tokens; every method looks at most a few tokens past what it reads."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    def number(self, first: int, start: int, part: _Part | None, kind: NumberKind) -> Number | None:
        """Make what was read from `first` on a number."""
        end = self._tokens[part.last].end if part else 0
        return Number(part.value, first, part.last, start, end, kind) if part else None

    def _at(self, index: int, *kinds: _Kind) -> _Word | None:
        """Give the number word at `index` if it is of these kinds and bears no proclitic."""
        if index >= len(self._tokens):
            return None
        word = _word(self._tokens[index].norm)
        return word if word and not word.prefix and word.entry.kind in kinds else None

    def _after_and(self, index: int) -> int | None:
        """Index of the token that is joined by و to what ends before `index` (وعشرون, و 200)."""
        if index >= len(self._tokens):
            return None
        if self._tokens[index].norm == "و":
            return index + 1 if index + 1 < len(self._tokens) else None
        word = _word(self._tokens[index].norm)
        if word is None:
            return None
        eleven = word.entry.value == 1 and not word.prefix and self._is_ten(index + 1)  # و + أحد عشر
        return index if word.prefix == "و" or eleven else None

    def _is_ten(self, index: int) -> bool:
        word = self._at(index, "unit")
        return word is not None and word.entry.value == 10

    def _joined(self, index: int, *kinds: _Kind) -> tuple[_Word, int] | None:
        at = self._after_and(index)
        if at is None:
            return None
        word = _word(self._tokens[at].norm)
        if word is None or word.prefix not in ("", "و") or word.entry.kind not in kinds:
            return None
        return word, at

    def cardinal(self, index: int) -> _Part | None:
        """Read counted parts of falling scale joined by و, with a fraction of the last scale at the end."""
        whole = self._counted(index)
        while whole is not None:
            if fraction := self._joined_fraction(whole):
                return fraction
            at = self._after_and(whole.last + 1) if whole.scale > 1 else None
            part = self._counted(at) if at is not None else None
            if part is None or not 1 <= part.value < whole.scale:
                break
            if whole.scale > 1000 and part.scale == 1 and self._tokens[part.last].is_number:
                break  # '30 مليون و 20': two numbers
            whole = _Part(whole.value + part.value, part.last, part.scale)
        return whole

    def _counted(self, index: int) -> _Part | None:
        """Read a count below a thousand, digits or a fraction with scale words after it, or a bare scale."""
        token = self._tokens[index]
        if token.is_number:
            value = digits_value(token.norm, scaled=self._at(index + 1, "scale") is not None)
            return self._scaled(_Part(value, index)) if value is not None else None
        word = _word(token.norm)
        if word is None:
            return None
        if word.entry.kind == "fraction":
            return self._of_scale(_Part(word.entry.value, index))
        part = self._bare_scale(index, word) if word.entry.kind == "scale" else self._small(index, word)
        return (self._parts(part) or self._scaled(part)) if part is not None else None

    def _bare_scale(self, index: int, word: _Word) -> _Part | None:
        """ألف، مليونان: one or two of a scale; ألفا جندي is a dual, مليونا may be either and is one."""
        scale, form = int(word.entry.value), word.entry.form
        if form == "plural":
            return None
        dual = form == "dual" or (form == "accusative" and scale == 1000)
        return _Part(scale * (2 if dual else 1), index, scale)

    def _scaled(self, part: _Part) -> _Part:
        """Multiply by the scale words that follow: مئة ألف، ألف مليار."""
        while word := self._at(part.last + 1, "scale"):
            scale = int(word.entry.value)
            few = not isinstance(part.value, int) or 2 <= part.value % 100 <= 10
            if word.entry.form == "dual" or (word.entry.form == "plural" and not few):
                break
            if part.scale * scale > MAX_SCALE:
                break
            part = _Part(_exact(part.value * scale), part.last + 1, part.scale * scale)
        return part

    def _small(self, index: int, word: _Word) -> _Part | None:
        """Words for 1 to 999."""
        entry = word.entry
        if entry.kind == "hundred":
            return self._with_tens(_Part(int(entry.value), index))
        if entry.kind == "unit" and 3 <= entry.value <= 9:
            hundred = self._at(index + 1, "hundred")
            if hundred and not hundred.entry.form:
                return self._with_tens(_Part(int(entry.value) * 100, index + 1))
        return self._below_hundred(index, word)

    def _with_tens(self, hundreds: _Part) -> _Part:
        joined = self._joined(hundreds.last + 1, "unit", "head", "ten")
        rest = self._below_hundred(joined[1], joined[0]) if joined else None
        return _Part(hundreds.value + rest.value, rest.last) if rest else hundreds

    def _below_hundred(self, index: int, word: _Word) -> _Part | None:
        entry = word.entry
        value = int(entry.value)
        if entry.kind == "ten":
            return _Part(value, index)
        if entry.kind not in ("unit", "head"):
            return None
        if value < 10:
            tail = self._at(index + 1, "unit")
            if tail and tail.entry.value == 10 and not tail.definite:
                return _Part(10 + value, index + 1)
            if joined := self._joined(index + 1, "ten"):
                return _Part(value + int(joined[0].entry.value), joined[1])
        return _Part(value, index) if entry.kind == "unit" else None

    def _of_scale(self, part: _Part) -> _Part:
        """Read a fraction of a scale word: نصف مليون، ربع المليار."""
        word = self._at(part.last + 1, "scale")
        if word is None or word.entry.form in ("dual", "plural"):
            return part
        scale = int(word.entry.value)
        return _Part(_exact(part.value * scale), part.last + 1, scale)

    def _parts(self, count: _Part) -> _Part | None:
        """ثلاثة أرباع: a count of equal parts."""
        word = self._at(count.last + 1, "parts")
        if word is None or not 1 < count.value < word.entry.value:
            return None
        return self._of_scale(_Part(count.value / word.entry.value, count.last + 1))

    def _joined_fraction(self, whole: _Part) -> _Part | None:
        """مليون ونصف المليون، خمسة ونصف، 3 ملايين وربع: a fraction of the scale the number ends in."""
        if whole.scale == 1 and whole.value >= 100:
            return None
        joined = self._joined(whole.last + 1, "fraction")
        if joined is None:
            return None
        word, at = joined
        last = at
        named = self._at(at + 1, "scale")
        if named and not named.entry.form:
            if named.entry.value != whole.scale:
                return None
            last = at + 1
        return _Part(_exact(whole.value + word.entry.value * whole.scale), last)

    def ordinal(self, index: int, word: _Word) -> _Part | None:
        """الثالث، الحادي عشر، الخامسة والعشرين."""
        value = int(word.entry.value)
        tail = self._at(index + 1, "unit")
        if value < 10 and tail and tail.entry.value == 10:
            return _Part(10 + value, index + 1)
        if value < 10 and (joined := self._joined(index + 1, "ten")) and joined[0].definite == word.definite:
            return _Part(value + int(joined[0].entry.value), joined[1])
        return _Part(value, index) if word.entry.kind == "ordinal" else None

    def vague(self, index: int) -> int:
        """Last token of a chain of vague plurals: عشرات الآلاف، مئات آلاف المليارات."""
        last = index
        while last - index < 3 and (word := self._at(last + 1, "scale", "vague")) and word.entry.form == "plural":
            last += 1
        return last


def _exact(value: Value) -> Value:
    """Give an int where the value is whole (3.5 million), else the fraction without binary noise."""
    nearest = round(value)
    return nearest if abs(value - nearest) < 1e-6 * max(1.0, abs(value) * 1e-6) else round(value, 9)
