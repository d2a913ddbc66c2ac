"""Folding: one spelling for what Arabic writes in many, with an exact map back to the original offsets.

Removed: harakat and Quranic marks, tatweel, bidi controls, joiners. Unified: the alef family (أ إ آ ٱ -> ا),
ya (ى ی ئ -> ي), waw (ؤ -> و), ta marbuta (ة -> ه), kaf (ک -> ك), Persian letters, presentation forms,
and the digits of every script (-> 0-9). Composed and decomposed letters (é) fold alike.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ے": "ي",
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڨ": "ق", "ڭ": "ك",
    "٫": ".", "٬": ",", "٪": "%", "؛": ";", "؟": "?", "\u00a0": " ",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf") or char == "ـ":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if char in _LETTERS:
        return _LETTERS[char]
    presentation = "\ufb50" <= char <= "\ufefc"  # ligatures included: لا, ﷲ; an isolated mark stands on a blank
    plain = unicodedata.normalize("NFKC", char).strip() if presentation else unicodedata.normalize("NFD", char)
    return char if plain == char else "".join(_fold_char(piece) for piece in plain)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: `text[i]` came from `original[origin[i]]`; `origin` is non-decreasing."""

    original: str
    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of the folded text to the original; trailing marks belong to their letter."""
        first, last = self.origin[start], self.origin[end - 1]
        stop = self.origin[end] if end < len(self.origin) else len(self.original)
        if stop <= last:  # one original character became several folded ones
            return first, last + 1
        limit = last + 1
        while limit < stop and unicodedata.category(self.original[limit]) == "Mn":
            limit += 1
        return first, limit


def fold(original: str) -> Folded:
    """Fold `original`, keeping for every folded character the offset it came from. Linear time."""
    out: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(original):
        for piece in _fold_char(char):
            out.append(piece)
            origin.append(offset)
    return Folded(original, "".join(out), tuple(origin))


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Fold a short string (a lexicon form, a name) without the map."""
    return "".join(_fold_char(char) for char in text)
