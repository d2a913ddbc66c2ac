"""The words of one sentence as the grammar sees them: words of time, numbers, days of the month, years."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.times.nodes import Direction
from taqarub.lexicon import Hit
from taqarub.lexicon.timewords import TimeWord, TimeWords
from taqarub.text import Token
from taqarub.text.calendar import FIRST_YEAR, LAST_YEAR
from taqarub.text.numerals import Number, read_number

AND = frozenset(("و", "او", "الي", "حتي", "-", "–", "—", "حتى", "ثم", "/"))
"""What joins the members of a list or the ends of a range."""

_DIRECTIONS: dict[str, Direction] = {
    "past": "past", "this": "this", "next": "next", "same": "same", "recent": "recent", "after": "after",
    "before": "before", "before last": "before last", "after next": "after next",
}  # fmt: skip


class Cursor:
    """Reads single elements at a token index; each look-up is done once per token."""

    def __init__(self, tokens: Sequence[Token], words: TimeWords) -> None:
        self.tokens = tokens
        self.words = words
        self._hits: dict[int, list[Hit[TimeWord]]] = {}
        self._numbers: dict[int, Number | None] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def norm(self, index: int) -> str:
        """Give the folded word at `index`, empty outside the sentence."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def bare_in(self, index: int, words: frozenset[str]) -> int | None:
        """Tell whether the word, less proclitics, is one of these; gives how many letters are proclitics."""
        norm = self.norm(index)
        if norm in words:
            return 0
        if norm[:1] in ("و", "ف", "ب", "ل", "ك") and norm[1:] in words:
            return 1
        return 2 if norm[:1] in ("و", "ف") and norm[1:2] in ("ب", "ل", "ك") and norm[2:] in words else None

    def adjacent(self, index: int) -> bool:
        """Tell whether token `index` touches the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def hits(self, index: int) -> list[Hit[TimeWord]]:
        """Give all words of time that begin at `index`, longest first."""
        if not 0 <= index < len(self.tokens):
            return []
        if index not in self._hits:
            self._hits[index] = self.words.index.at(self.tokens, index)
        return self._hits[index]

    def word(self, index: int, *kinds: str, prefixes: tuple[str, ...] | None = ("",)) -> Hit[TimeWord] | None:
        """Give the longest word of time of these kinds; `prefixes` None allows any proclitics."""
        for hit in self.hits(index):
            if hit.value.kind in kinds and (prefixes is None or hit.prefix in prefixes):
                return hit
        return None

    def unit(
        self, index: int, form: str = "", definite: bool | None = None, prefix: str | None = ""
    ) -> Hit[TimeWord] | None:
        """Give a unit in this form (one, two, many), definite or not; `prefix` None allows any."""
        for hit in self.hits(index):
            word = hit.value
            if word.kind != "unit" or (form and word.form != form) or (prefix is not None and hit.prefix != prefix):
                continue
            if definite is None or word.definite == definite:
                return hit
        return None

    def direction(self, index: int) -> tuple[Direction, int] | None:
        """Read a modifier: الماضي، المقبل، الجاري، نفسه."""
        hit = self.word(index, "modifier")
        return (_DIRECTIONS[hit.value.value], hit.last) if hit else None

    def number(self, index: int) -> Number | None:
        """Give the number expression that begins at `index`."""
        if not 0 <= index < len(self.tokens):
            return None
        if index not in self._numbers:
            self._numbers[index] = read_number(self.tokens, index)
        return self._numbers[index]

    def plain_digits(self, index: int, lengths: tuple[int, ...]) -> int | None:
        """Give the value of a token of so many digits and nothing else."""
        norm = self.norm(index)
        return int(norm) if norm.isdigit() and norm.isascii() and len(norm) in lengths else None

    def month_day(self, index: int) -> tuple[int, int] | None:
        """Read a day of the month and its last token: 15, الـ15, الثالث, الحادي والعشرين, العشرين."""
        digits = self.plain_digits(index, (1, 2))
        if digits is None and self.norm(index) in ("ال", "لل", "بال", "وال"):
            index += 1
            digits = self.plain_digits(index, (1, 2))
        if digits is not None:
            return (digits, index) if 1 <= digits <= 31 else None
        if self.norm(index) in self.words.first_day:
            return 1, index
        number = self.number(index)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 31:
            return None
        spelled = number.kind == "ordinal" or self.norm(index).startswith(("ال", "لل", "بال", "وال", "كال", "فال"))
        return (number.value, number.last) if spelled else None

    def year_number(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """Read a year in four digits, or as told in words; with `short` also in two digits (عام 48)."""
        digits = self.plain_digits(index, (4,))
        if digits is not None:
            return (digits, index) if FIRST_YEAR <= digits <= LAST_YEAR else None
        if short and (two := self.plain_digits(index, (2,))) is not None:
            return (1900 + two if two > 30 else 2000 + two), index
        number = self.number(index)
        if number is None or number.kind != "cardinal" or self.tokens[index].is_number:
            return None
        if isinstance(number.value, int) and 1900 <= number.value <= LAST_YEAR:
            return number.value, number.last
        return None
