"""Numbers that can be figures: read from the tokens, without dates, names, labels and scores."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from taqarub.lexicon.units import Units
from taqarub.model import Mention, Span, TimeExpression
from taqarub.text import Token
from taqarub.text.numerals import Number, digits_value, read_number

QUOTES = frozenset("«»“”\"'‘’″")
_SIGNS = frozenset("/:+=*×#@_")
_DASHES = frozenset("-–—")
_ERAS = frozenset(("ه", "م"))


class Numbers:
    """Reads the numbers of an article that are not told apart as something else."""

    def __init__(self, text: str, units: Units, mentions: Iterable[Mention], times: Iterable[TimeExpression]) -> None:
        self._text = text
        self._units = units
        names = [m for m in mentions if m.kind in ("organization", "person") and m.form == "name"]
        self._times = _Spans(Span(t.start, t.end) for t in times)
        self._names = _Spans(Span(m.start, m.end) for m in names)

    def read(self, tokens: Sequence[Token], at: int) -> Number | None:
        """Read the number that begins at a token."""
        return self._decimal(tokens, at) or read_number(tokens, at)

    def in_time(self, start: int, end: int) -> bool:
        """Whether a stretch of text is part of a time."""
        return self._times.overlap(start, end, end)

    def in_name(self, start: int, end: int, before: int) -> bool:
        """Whether a stretch of text is part of a name that begins before `before`."""
        return self._names.overlap(start, end, before)

    def is_figure(self, tokens: Sequence[Token], number: Number) -> bool:
        """Whether it may count something: no ordinal, time, model's name, score or list's label."""
        if number.kind == "ordinal" or self.in_time(number.start, number.end):
            return False
        return not (self._is_bound_before(tokens, number) or self._is_bound_behind(tokens, number))

    def is_designated(self, tokens: Sequence[Token], number: Number) -> bool:
        """المادة 57، القناة (12)، كوفيد-19: the number is a name."""
        back = before(tokens, number.first)
        while back > 0 and tokens[back].norm in ("(", "-"):
            back = before(tokens, back)
        return back >= 0 and any(a.core in self._units.words.designators for a in tokens[back].analyses)

    def _is_bound_behind(self, tokens: Sequence[Token], number: Number) -> bool:
        """5+1، 12/3، 1205هـ، 2-1."""
        if number.last + 1 >= len(tokens):
            return False
        after = tokens[number.last + 1]
        if after.start == number.end and (after.norm in _SIGNS or after.norm in _ERAS):
            return True
        if after.norm not in _DASHES or number.last + 2 >= len(tokens):
            return False
        beyond = tokens[number.last + 2]
        return beyond.is_number and beyond.start == after.end and not self._has_unit(tokens, number.last + 3)

    def _is_bound_before(self, tokens: Sequence[Token], number: Number) -> bool:
        """SE 3، إف-16، 1- at the head of a line."""
        if number.first == 0:
            return number.last + 1 < len(tokens) and tokens[number.last + 1].norm in (*_DASHES, ".", ")")
        sign = tokens[number.first - 1]
        if sign.norm in _SIGNS:
            return sign.norm != ":" or sign.end == number.start
        if sign.norm[0].isascii() and sign.norm[0].isalpha():
            return True
        if sign.norm not in _DASHES or number.first < 2 or not tokens[number.first].is_number:
            return False
        word = tokens[number.first - 2]
        joined = word.is_word or word.is_number or sign.end == number.start
        return joined and not self._has_unit(tokens, number.last + 1)

    def _has_unit(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and any(not hit.prefix for hit in self._units.index.at(tokens, at))

    def _decimal(self, tokens: Sequence[Token], at: int) -> Number | None:
        """Read decimals around a right-to-left mark: 5.1 for 1.5."""
        token = tokens[at]
        if not token.is_number or "\u200f" not in self._text[token.start : token.end] or token.norm.count(".") != 1:
            return None
        number, written = read_number(tokens, at), digits_value(token.norm, scaled=True)
        if number is None or number.value is None or written is None:
            return None
        part, whole = token.norm.split(".")
        scale = number.value / written if written else 1
        return replace(number, value=plain(round(float(f"{whole}.{part}") * scale, 6)))


def before(tokens: Sequence[Token], first: int) -> int:
    """Find the word before a number, past quotation marks and an article that stands alone; -1 if none."""
    back = first - 1
    while back >= 0 and (tokens[back].norm in QUOTES or tokens[back].norm == "ال"):
        back -= 1
    return back


def plain(value: float) -> int | float:
    """Give a whole number as int."""
    return int(value) if value == int(value) else value


class _Spans:
    """Spans that do not nest, asked whether one overlaps."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlap(self, start: int, end: int, limit: int) -> bool:
        """Whether a span that begins before `limit` shares a character with start to end."""
        at = bisect_right(self._starts, start) - 1
        near = self._spans[max(0, at) : at + 2]
        return any(span.start < min(end, limit) and start < span.end for span in near)
