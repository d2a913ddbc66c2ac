"""Phrase matching over tokens: a trie of folded words that knows proclitics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from taqarub.text import Token, fold, tokenize
from taqarub.text.tokens import without_pronoun

T = TypeVar("T")

_SKIPPED = frozenset("«»“”\"'‘’-–—")
"""Signs that may stand between the words of a phrase: حركة «حماس»، أمير-عبد اللهيان."""


_QUOTES = {"«": "»", "“": "”", '"': '"', "'": "'", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: tokens `first` to `last` inclusive, text `start` to `end`, without the proclitics in `prefix`.

    `pronoun` is the possessive or object pronoun on the last word, if the phrase was allowed one.
    """

    value: T
    first: int
    last: int
    start: int
    end: int
    prefix: str
    pronoun: str = ""


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


class PhraseIndex(Generic[T]):
    """Maps phrases to values and finds them in token sequences; a phrase may have several values."""

    def __init__(self, entries: Iterable[tuple[str, T]] = (), *, pronouns: bool = False, nouns: bool = False) -> None:
        """`pronouns` lets the last word of a phrase carry an attached pronoun (زيارته for زيارة).

        With `nouns` no phrase begins with a verb, so that none takes the future sign: ستالين is not س + تالين.
        """
        self._root: _Node[T] = _Node()
        self._pronouns, self._nouns = pronouns, nouns
        for form, value in entries:
            self.add(form, value)

    def add(self, form: str, value: T) -> None:
        """Add a phrase; equal values of one phrase are kept once."""
        node = self._root
        for token in tokenize(fold(form)):
            if token.norm not in _SKIPPED:
                node = node.children.setdefault(token.norm, _Node())
        if node is not self._root and value not in node.values:
            node.values.append(value)

    def get(self, form: str) -> list[T]:
        """The values of exactly this phrase (after folding)."""
        node: _Node[T] | None = self._root
        for token in tokenize(fold(form)):
            if node is not None and token.norm not in _SKIPPED:
                node = node.children.get(token.norm)
        return list(node.values) if node is not None else []

    def at(self, tokens: Sequence[Token], index: int) -> list[Hit[T]]:
        """All hits that begin at token `index`, longest first."""
        hits: list[Hit[T]] = []
        token = tokens[index]
        if token.norm in _SKIPPED:
            return hits
        for analysis in token.analyses:
            if self._nouns and analysis.prefix.endswith("س"):
                continue
            for node, pronoun in self._step(self._root, analysis.core):
                start = token.core_start(analysis)
                for stop, value, final in self._walk(tokens, index, node, pronoun):
                    last = _with_closing_mark(tokens, index, stop)
                    hits.append(Hit(value, index, last, start, tokens[last].end, analysis.prefix, final))
        hits.sort(key=lambda hit: (hit.last, -len(hit.prefix), hit.pronoun == ""), reverse=True)
        return hits

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[T]]:
        """Leftmost longest hits, not overlapping; of a phrase with several values all are given."""
        index = 0
        while index < len(tokens):
            hits = self.at(tokens, index)
            if not hits:
                index += 1
                continue
            best = hits[0]
            same = (best.last, best.prefix, best.pronoun)
            yield from (hit for hit in hits if (hit.last, hit.prefix, hit.pronoun) == same)
            index = best.last + 1

    def _step(self, node: _Node[T], word: str) -> list[tuple[_Node[T], str]]:
        """The ways on from a node with a word: whole, and where allowed without its pronoun."""
        child = node.children.get(word)
        ways = [(child, "")] if child is not None else []
        if self._pronouns:
            ways += [(node.children[stem], p) for stem, p in without_pronoun(word) if stem in node.children]
        return ways

    def _walk(self, tokens: Sequence[Token], index: int, node: _Node[T], pronoun: str) -> Iterator[tuple[int, T, str]]:
        for value in node.values:
            yield index, value, pronoun
        if pronoun or not node.children:
            return
        following = index + 1
        while following < len(tokens) and tokens[following].norm in _SKIPPED:
            following += 1
        if following < len(tokens):
            for child, its_pronoun in self._step(node, tokens[following].norm):
                yield from self._walk(tokens, following, child, its_pronoun)


def _with_closing_mark(tokens: Sequence[Token], first: int, last: int) -> int:
    """Take in the mark that closes one opened inside the phrase: تنظيم «داعش»."""
    marks = [token.norm for token in tokens[first : last + 1] if token.norm in _QUOTES]
    if len(marks) == 1 and last + 1 < len(tokens) and tokens[last + 1].norm == _QUOTES[marks[0]]:
        return last + 1
    return last


def noun_index() -> PhraseIndex[T]:
    """An empty index of names and noun phrases."""
    return PhraseIndex(nouns=True)
