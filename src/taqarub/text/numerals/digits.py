"""Numbers written in digits, with what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from taqarub.text.numerals.words import Value
from taqarub.text.tokens import Token

MAX_DIGITS = 18
"""Longer strings of digits are no quantities (they are identifiers, or noise)."""

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_HEAD = re.compile(r"[1-9]\d{0,2}")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
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


def read_digits(tokens: Sequence[Token], index: int, is_scale: Callable[[int], bool]) -> tuple[Value, int] | None:
    """Read the digits at a token with what is joined to them: the value and the last token.

    Thousands stand apart (40 000) or behind an Arabic comma (1،250,5); agencies write decimals as 5ر1, which
    reads 1.5 from the right, and typists as 1،9 before a scale word or per cent. `is_scale` tells of a token
    whether it is such a word.
    """
    return _grouped(tokens, index) or _decimal(tokens, index, is_scale) or _plain(tokens, index, is_scale)


def _plain(tokens: Sequence[Token], index: int, is_scale: Callable[[int], bool]) -> tuple[Value, int] | None:
    value = digits_value(tokens[index].norm, scaled=is_scale(index + 1))
    return None if value is None else (value, index)


def _grouped(tokens: Sequence[Token], index: int) -> tuple[Value, int] | None:
    """Read groups of three behind one to three digits, all parted by one blank or all by an Arabic comma."""
    whole, last = tokens[index].norm, index
    if not _HEAD.fullmatch(whole):
        return None
    comma = index + 2 < len(tokens) and tokens[index + 1].norm == "،"
    step, gap = (2, 1) if comma else (1, 1)
    while last + step < len(tokens) and tokens[last + step].start - tokens[last].end == gap:
        if comma and tokens[last + 1].norm != "،":
            break
        group = tokens[last + step].norm
        if not _GROUP.fullmatch(group):
            break
        whole, last = whole + group, last + step
        if not group.isdecimal() or len(whole) > MAX_DIGITS:
            break
    value = digits_value(whole) if last > index and not _HEAD.fullmatch(whole) else None
    return None if value is None else (value, last)


def _decimal(tokens: Sequence[Token], index: int, is_scale: Callable[[int], bool]) -> tuple[Value, int] | None:
    last = index + 2
    joined = tokens[index : last + 1]
    if len(joined) < 3 or joined[0].end != joined[1].start or joined[1].end != joined[2].start:
        return None
    first, sign, second = (token.norm for token in joined)
    if not (first + second).isdecimal() or len(first + second) > MAX_DIGITS:
        return None
    if sign == "ر":
        return float(f"{second}.{first}"), last
    return (float(f"{first}.{second}"), last) if sign == "،" and is_scale(last + 1) else None
