"""Arithmetic between numbers: signs, fractions, ratios, powers (-5, 1 4/5, واحد من مئة, 1e10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taqarub.text.fold import folded
from taqarub.text.numerals.digits import MAX_DIGITS
from taqarub.text.numerals.grammar import Number, read_number
from taqarub.text.numerals.words import Value, number_word
from taqarub.text.tokens import Token

_MINUS = frozenset(map(folded, ("سالب", "ناقص")))
_FIFTHS = {"خمس": 5, "سدس": 6, "سبع": 7, "ثمن": 8, "تسع": 9, "عشر": 10}
"""Parts that are also counts (خمس دول), or prices: parts before a definite noun or after more than ten."""
_PARTS = frozenset(map(folded, ("جزء", "أجزاء", "جزءا")))
_MAX_POWER = 300


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Find all numbers of a token sequence, leftmost longest, not overlapping; what is told as one counts as one."""
    found = []
    index = 0
    while index < len(tokens):
        number = _signed(tokens, index)
        if number is not None:
            found.append(number)
        index = number.last + 1 if number is not None else index + 1
    return found


def _signed(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number with the minus before it."""
    token = tokens[index]
    if index + 1 == len(tokens) or not (token.norm in _MINUS or _is_sign(tokens, index)):
        return _power(tokens, index)
    number = _power(tokens, index + 1)
    if number is None or number.value is None or number.kind != "cardinal":
        return None
    return replace(number, value=-number.value, first=index, start=token.start)


def _is_sign(tokens: Sequence[Token], index: int) -> bool:
    """Whether a minus stands alone before digits: not within a range, a name or a date."""
    apart = index == 0 or tokens[index - 1].end < tokens[index].start
    touching = tokens[index].end == tokens[index + 1].start or index == 0
    return tokens[index].norm in ("-", "−") and apart and touching and tokens[index + 1].is_number


def _power(tokens: Sequence[Token], index: int) -> Number | None:
    """2.5^-1, 1.2e10, else a ratio."""
    number = _ratio(tokens, index)
    if number is None or number.value is None or not tokens[number.last].is_number:
        return number
    at = number.last + 1
    sign = tokens[at].norm if _touches(tokens, at) else ""
    if sign not in ("^", "e", "E"):
        return number
    at += 1
    signed = at < len(tokens) and tokens[at].norm in ("+", "-") and _touches(tokens, at)
    minus = signed and tokens[at].norm == "-"
    at += signed
    exponent = read_number(tokens, at) if _touches(tokens, at) and tokens[at].is_number else None
    if exponent is None or exponent.last > at or not isinstance(exponent.value, int) or exponent.value > _MAX_POWER:
        return number
    power = -exponent.value if minus else exponent.value
    value = _raised(number.value, power) if sign == "^" else float(f"{number.value}e{power}")
    return number if value is None else replace(number, value=value, last=at, end=tokens[at].end)


def _raised(base: Value, power: int) -> Value | None:
    try:
        return float(base) ** power
    except (OverflowError, ZeroDivisionError):
        return None


def _ratio(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number and what it is a part of: واحد من مئة، 1 على 3، 1 جزء من 3، 1 4/5."""
    token = tokens[index]
    if token.norm in _PARTS:
        whole = _of(tokens, index + 1, ("من",))
        return whole and replace(whole, value=1 / _positive(whole), first=index, start=token.start)
    number = next(filter(None, (read(tokens, index) for read in (_slashed, _pointed, _fifth, read_number))), None)
    if number is None or number.kind != "cardinal" or number.value is None:
        return number
    at = number.last + 1
    if at < len(tokens) and tokens[at].norm in _PARTS:
        whole = _of(tokens, at + 1, ("من",))
    else:
        whole = _of(tokens, at, ("من", "علي", "في") if number.value == 1 else ("من", "علي"))
    if whole is None or number.value <= 0 or (number.value >= _positive(whole) and tokens[at].norm != "علي"):
        return number
    return replace(number, value=number.value / _positive(whole), last=whole.last, end=whole.end)


def _of(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> Number | None:
    """Read the whole behind one of the words that say of, over or in; without an article, as in mathematics."""
    if index + 1 >= len(tokens) or tokens[index].norm not in words or _is_definite(tokens[index + 1].norm):
        return None
    whole = read_number(tokens, index + 1)
    return whole if whole and whole.kind == "cardinal" and _positive(whole) >= 1 else None


def _is_definite(norm: str) -> bool:
    word = number_word(norm)
    return word is not None and word.definite


def _positive(number: Number) -> Value:
    return number.value or 0


def _slashed(tokens: Sequence[Token], index: int) -> Number | None:
    """3/4، 1 4/5، and 1/4 2 as it is typed from the right; not a date."""
    first = _quotient(tokens, index)
    if first is not None:
        after = index + 3
        if after < len(tokens) and tokens[after].norm.isdecimal() and len(tokens[after].norm) == 1:
            value, token = first + int(tokens[after].norm), tokens[after]
            return Number(value, index, after, tokens[index].start, token.end, "cardinal")
        return Number(first, index, index + 2, tokens[index].start, tokens[index + 2].end, "cardinal")
    part = _quotient(tokens, index + 1) if tokens[index].norm.isdecimal() and len(tokens[index].norm) < 4 else None
    if part is None or tokens[index].end == tokens[index + 1].start:
        return None
    value = int(tokens[index].norm) + part
    return Number(value, index, index + 3, tokens[index].start, tokens[index + 3].end, "cardinal")


def _quotient(tokens: Sequence[Token], index: int) -> float | None:
    """Give the value of a proper fraction in digits of at most two places, alone between blanks."""
    if index + 2 >= len(tokens) or tokens[index + 1].norm != "/" or not _touches(tokens, index + 1):
        return None
    above, below = tokens[index].norm, tokens[index + 2].norm
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    if not _touches(tokens, index + 2) or (_touches(tokens, index + 3) and tokens[index + 3].norm == "/"):
        return None
    return int(above) / int(below) if 0 < int(above) < int(below) else None


def _pointed(tokens: Sequence[Token], index: int) -> Number | None:
    """.25: a decimal without its zero."""
    alone = index == 0 or tokens[index - 1].end < tokens[index].start
    if tokens[index].norm != "." or not alone or not _touches(tokens, index + 1):
        return None
    token = tokens[index + 1]
    if not token.norm.isdecimal() or len(token.norm) > MAX_DIGITS:
        return None
    return Number(float(f"0.{token.norm}"), index, index + 1, tokens[index].start, token.end, "cardinal")


def _fifth(tokens: Sequence[Token], index: int) -> Number | None:
    """خمس السكان، عشرون خمسا: a fifth of something definite, and so many fifths."""
    token = tokens[index]
    if token.norm in _FIFTHS:
        after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        number = read_number(tokens, index + 1) if after.startswith("ال") else None
        if not after.startswith("ال") or after.endswith("ات") or (number and number.value is None):
            return None
        times, last = (number.value or 0, number.last) if number else (1, index)
        return Number(times / _FIFTHS[token.norm], index, last, token.start, tokens[last].end, "cardinal")
    count = read_number(tokens, index)
    at = count.last + 1 if count else len(tokens)
    part = _FIFTHS.get(tokens[at].norm.removesuffix("ا")) if at < len(tokens) else None
    if not part or count is None or count.kind != "cardinal" or tokens[index].is_number or _positive(count) <= 10:
        return None
    return replace(count, value=_positive(count) / part, last=at, end=tokens[at].end)


def _touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands right behind the one before it."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start
