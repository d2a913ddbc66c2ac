"""Number words: what each is worth, and whether a word of the text is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from taqarub.text.fold import folded
from taqarub.text.tokens import analyses

Value = int | float

_UNITS = {
    0: "صفر", 1: "واحد واحدة واحدا", 2: "اثنان اثنين اثنتان اثنتين", 3: "ثلاثة ثلاث ثلاثا",
    4: "أربعة أربع أربعا", 5: "خمسة خمس خمسا", 6: "ستة ست ستا", 7: "سبعة سبع سبعا",
    8: "ثمانية ثماني ثمان ثمانيا", 9: "تسعة تسع تسعا", 10: "عشرة عشر عشرا",
}  # fmt: skip
_TEEN_HEADS = {1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"}
"""Numerals that are numerals only before عشر or tens: أحد alone is 'somebody', 'one of'."""
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_HUNDRED = ("مئ", "مائ", "ميئ")
_HUNDREDS_OF = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_SCALES = {  # singular, plurals; the duals follow by rule
    12: ("دزينة", "دزينات"),
    10**3: ("ألف", "آلاف ألوف"),
    10**6: ("مليون", "ملايين"),
    10**9: ("مليار", "مليارات ملايير"),
    10**12: ("تريليون", "تريليونات"),
}
_SCALE_VARIANTS = {12: ("دستة", "دستات"), 10**9: ("بليون", "بلايين بليونات"), 10**12: ("ترليون", "ترليونات تريليونات")}
_FRACTIONS = {1 / 2: "نصف", 1 / 3: "ثلث", 2 / 3: "ثلثا ثلثي ثلثين ثلثان", 1 / 4: "ربع"}
_PARTS = {3: "أثلاث", 4: "أرباع", 5: "أخماس", 6: "أسداس", 7: "أسباع", 8: "أثمان", 10: "أعشار"}
_ORDINALS = {
    1: "أول أولى", 2: "ثاني ثانية ثان", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة", 6: "سادس سادسة",
    7: "سابع سابعة", 8: "ثامن ثامنة", 9: "تاسع تاسعة", 10: "عاشر عاشرة",
}  # fmt: skip
_ORDINAL_HEADS = {1: "حادي حادية"}
_NOT_NUMBERS = frozenset(("لست",))
"""Words that split into a proclitic and a number word but are something else ('I am not')."""

Kind = Literal["unit", "head", "ten", "hundred", "scale", "fraction", "parts", "ordinal", "ordinal head", "vague"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A number word. `form` tells the dual, the plural and the accusative (or dual in construct) apart."""

    kind: Kind
    value: Value
    form: Literal["", "dual", "plural", "accusative"] = ""


def _entries() -> dict[str, Entry]:
    table: dict[str, Entry] = {}

    def add(words: str, entry: Entry) -> None:
        for word in words.split():
            table.setdefault(folded(word), entry)

    for value, words in _UNITS.items():
        add(words, Entry("unit", value))
    for value, words in _TEEN_HEADS.items():
        add(words, Entry("head", value))
    for value, stem in _TENS.items():
        add(f"{stem}ون {stem}ين", Entry("ten", value))
    for stem in _HUNDRED:
        add(f"{stem}ة", Entry("hundred", 100))
        add(f"{stem}تان {stem}تين {stem}تا {stem}تي", Entry("hundred", 200, "dual"))
        add(f"{stem}ات", Entry("vague", 100, "plural"))
        for count, units in _HUNDREDS_OF.items():
            for unit in units.split():
                add(f"{unit}{stem}ة", Entry("hundred", count * 100, "plural"))
    add("عشرات", Entry("vague", 10, "plural"))
    for names in (_SCALES, _SCALE_VARIANTS):
        for scale, (one, many) in names.items():
            add(one, Entry("scale", scale))
            add(f"{one}ان {one}ين {one}ي", Entry("scale", scale, "dual"))
            add(f"{one}ا", Entry("scale", scale, "accusative"))
            add(many, Entry("scale", scale, "plural"))
    for part, words in _FRACTIONS.items():
        add(words, Entry("fraction", part))
    for value, words in _PARTS.items():
        add(words, Entry("parts", value))
    for value, words in _ORDINALS.items():
        add(words, Entry("ordinal", value))
    for value, words in _ORDINAL_HEADS.items():
        add(words, Entry("ordinal head", value))
    return table


_TABLE = _entries()


@dataclass(frozen=True, slots=True)
class Word:
    """A number word as it stands: entry, proclitics, whether it has the article, where its core begins."""

    entry: Entry
    prefix: str
    definite: bool
    skip: int


@lru_cache(maxsize=65536)
def number_word(norm: str) -> Word | None:
    """Read a folded word as a number word, proclitics and article parted from it."""
    if norm in _NOT_NUMBERS or not "\u0621" <= norm[0] <= "\u064a":
        return None
    for analysis in analyses(norm):
        if analysis.prefix.endswith("ك") and analysis.core.startswith("مي"):
            continue  # كمية، كميات: an amount, not 'like a hundred'
        entry = _TABLE.get(analysis.core)
        if entry is not None:
            return Word(entry, analysis.prefix, False, analysis.skip)
        entry = _TABLE.get(analysis.core[2:]) if analysis.core.startswith("ال") else None
        if entry is not None:
            return Word(entry, analysis.prefix, True, analysis.skip)
    return None
