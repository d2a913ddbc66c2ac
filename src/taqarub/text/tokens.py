"""Tokens, and the ways a word may be split into clitics and a core.

Arabic writes conjunctions (و ف), prepositions (ب ك ل), the future sign (س) and the article (ال) joined to
the word, and object and possessive pronouns behind it. A token keeps its written extent; `analyses` lists
its possible readings and the lexicon decides which of them exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from taqarub.text.fold import Folded

_TOKEN = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+|[0-9]+(?:[.,][0-9]+)*|[A-Za-z\u00c0-\u024f]+|\S")
_ARABIC = re.compile(r"[\u0621-\u064a]")

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ك", "ل")
PRONOUNS = ("كما", "هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ي", "ك")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: `prefix` (proclitics without the article) and `core`; `skip` characters into the word.

    `skip` is where the core begins in the folded word; in لل the article cannot be parted from the ل
    before it, so there the core begins with both.
    """

    prefix: str
    core: str
    skip: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign: `start`, `end` in the original text, `norm` its folded form."""

    start: int
    end: int
    norm: str
    starts: tuple[int, ...]
    """Original offset of each folded character of `norm`."""

    @property
    def is_word(self) -> bool:
        """Whether it is an Arabic word."""
        return _ARABIC.match(self.norm) is not None

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return "0" <= self.norm[0] <= "9"

    def has_clitic(self, start: int) -> bool:
        """Whether what begins at `start` in this token stands behind a proclitic, the ل of لل included."""
        return start > self.start or self.norm.startswith("لل")

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """The word's possible readings, the unsplit one first."""
        return analyses(self.norm) if self.is_word else (Analysis("", self.norm, 0),)

    def core_start(self, analysis: Analysis) -> int:
        """Original offset at which the core of `analysis` begins."""
        return self.starts[min(analysis.skip, len(self.starts) - 1)]


def tokenize(text: Folded) -> tuple[Token, ...]:
    """Split a folded text into tokens in order; whitespace belongs to none. Linear time."""
    tokens = []
    for match in _TOKEN.finditer(text.text):
        start, end = text.span(*match.span())
        tokens.append(Token(start, end, match.group(), text.origin[match.start() : match.end()]))
    return tuple(tokens)


@lru_cache(maxsize=131072)
def analyses(norm: str) -> tuple[Analysis, ...]:
    """List the readings of a folded word as proclitics and core, the unsplit one first.

    >>> [(a.prefix, a.core) for a in analyses("وللاتحاد")][:3]
    [('', 'وللاتحاد'), ('و', 'للاتحاد'), ('ول', 'الاتحاد')]
    """
    found = [Analysis("", norm, 0)]
    for prefix, rest, skip in _without_conjunction(norm):
        if prefix:
            found.append(Analysis(prefix, rest, skip))
        if len(rest) > 3 and rest.startswith("لل"):
            found.append(Analysis(prefix + "ل", "ال" + rest[2:], skip))
            if rest[2:4] != "ال":
                found.append(Analysis(prefix + "ل", "ال" + rest[1:], skip))  # للبنان is also ل + (ا)لبنان
        if len(rest) > 2 and rest[0] in PREPOSITIONS:
            found.append(Analysis(prefix + rest[0], rest[1:], skip + 1))
        elif len(rest) > 3 and rest[0] == "س" and rest[1] in "يتنا":
            found.append(Analysis(prefix + "س", rest[1:], skip + 1))
    return tuple(found)


def _without_conjunction(norm: str) -> list[tuple[str, str, int]]:
    readings = [("", norm, 0)]
    if len(norm) > 2 and norm[0] in CONJUNCTIONS:
        readings.append((norm[0], norm[1:], 1))
    return readings


@lru_cache(maxsize=131072)
def without_pronoun(core: str) -> tuple[tuple[str, str], ...]:
    """List (stem, pronoun) readings of a core; ت before a pronoun may be a ta marbuta (زيارته -> زياره).

    >>> without_pronoun("زيارته")
    (('زيارت', 'ه'), ('زياره', 'ه'))
    """
    found = []
    for pronoun in PRONOUNS:
        stem = core.removesuffix(pronoun)
        if stem != core and len(stem) > 2:
            found.append((stem, pronoun))
            if stem.endswith("ت"):
                found.append((stem[:-1] + "ه", pronoun))
    return tuple(found)
