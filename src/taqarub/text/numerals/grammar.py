"""The grammar of cardinals, ordinals and vague plurals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from taqarub.text.numerals.digits import read_digits
from taqarub.text.numerals.words import Kind, Value, Word, number_word
from taqarub.text.tokens import Token

NumberKind = Literal["cardinal", "ordinal", "vague"]

MAX_SCALE = 10**15
_POINT = "فاصله"


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
    word = number_word(token.norm)
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


def _is_percent(tokens: Sequence[Token], index: int, word: Word) -> bool:
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

    def _at(self, index: int, *kinds: Kind) -> Word | None:
        """Give the number word at `index` if it is of these kinds and bears no proclitic."""
        if index >= len(self._tokens):
            return None
        word = number_word(self._tokens[index].norm)
        return word if word and not word.prefix and word.entry.kind in kinds else None

    def _after_and(self, index: int) -> int | None:
        """Index of the token that is joined by و to what ends before `index` (وعشرون, و 200)."""
        if index >= len(self._tokens):
            return None
        if self._tokens[index].norm == "و":
            return index + 1 if index + 1 < len(self._tokens) else None
        word = number_word(self._tokens[index].norm)
        if word is None:
            return None
        eleven = word.entry.value == 1 and not word.prefix and self._is_ten(index + 1)  # و + أحد عشر
        return index if word.prefix == "و" or eleven else None

    def _is_ten(self, index: int) -> bool:
        word = self._at(index, "unit")
        return word is not None and word.entry.value == 10

    def _joined(self, index: int, *kinds: Kind) -> tuple[Word, int] | None:
        at = self._after_and(index)
        if at is None:
            return None
        word = number_word(self._tokens[at].norm)
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
            read = read_digits(self._tokens, index, self._is_scale)
            return self._scaled(self._hundreds(_Part(*read))) if read else None
        word = number_word(token.norm)
        if word is None:
            return None
        if word.entry.kind == "fraction":
            return self._of_scale(_Part(word.entry.value, index))
        part = self._bare_scale(index, word) if word.entry.kind == "scale" else self._small(index, word)
        return (self._parts(part) or self._point(part) or self._scaled(part)) if part is not None else None

    def _is_scale(self, index: int) -> bool:
        """Whether a scale word or a sign of per cent stands at `index`."""
        return self._at(index, "scale") is not None or (index < len(self._tokens) and self._tokens[index].norm == "%")

    def _hundreds(self, digits: _Part) -> _Part:
        """3 مئة: digits that count hundreds."""
        word = self._at(digits.last + 1, "hundred")
        if word is None or word.definite or word.entry.value != 100 or not 0 < digits.value < 1000:
            return digits
        return _Part(_exact(digits.value * 100), digits.last + 1, 100)

    def _bare_scale(self, index: int, word: Word) -> _Part | None:
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
            if word.entry.form == "dual" or (word.entry.form == "plural" and part.value == 1):
                break
            if part.scale * scale > MAX_SCALE:
                break
            part = _Part(_exact(part.value * scale), part.last + 1, part.scale * scale)
        return part

    def _small(self, index: int, word: Word) -> _Part | None:
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
        if rest is None or not rest.value or self._at(rest.last + 1, "parts"):
            return hundreds  # مئة وثلاثة أرباع
        return _Part(hundreds.value + rest.value, rest.last)

    def _below_hundred(self, index: int, word: Word) -> _Part | None:
        entry = word.entry
        value = int(entry.value)
        if entry.kind == "ten":
            return _Part(value, index)
        if entry.kind not in ("unit", "head"):
            return None
        if 0 < value < 10:
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
        if word is None or count.value <= 1 or count.scale > 1:
            return None
        return self._of_scale(_Part(count.value / word.entry.value, count.last + 1))

    def _point(self, whole: _Part) -> _Part | None:
        """خمسة فاصلة اثنين مليون: a decimal in words."""
        after = whole.last + 2
        if after >= len(self._tokens) or self._tokens[after - 1].norm != _POINT:
            return None
        word = self._at(after, "unit", "ten", "hundred")
        part = self._small(after, word) if word and not word.definite else None
        if part is None:
            return None
        of = self._at(part.last + 2, "hundred") if self._norm(part.last + 1) == "من" else None
        if of:  # فاصلة ثلاثة من مئة
            return _Part(whole.value + part.value / of.entry.value, part.last + 2)
        return self._scaled(_Part(float(f"{whole.value}.{part.value}"), part.last))

    def _norm(self, index: int) -> str:
        return self._tokens[index].norm if index < len(self._tokens) else ""

    def _joined_fraction(self, whole: _Part) -> _Part | None:
        """مليون ونصف المليون، خمسة ونصف، 3 ملايين وثلاثة أرباع: a fraction of the scale the number ends in."""
        if whole.scale == 1 and whole.value >= 100 and self._tokens[whole.last].is_number:
            return None
        if (units := self._joined(whole.last + 1, "unit")) and (parts := self._at(units[1] + 1, "parts")):
            share = units[0].entry.value / parts.entry.value
            return _Part(_exact(whole.value + share * whole.scale), units[1] + 1) if 0 < share < 1 else None
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

    def ordinal(self, index: int, word: Word) -> _Part | None:
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
