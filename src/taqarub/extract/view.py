"""What a stage sees of an article: its tokens outside noise, sentences and quoted stretches, and the lexicon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from taqarub.lexicon import Hit, Lexicon, PhraseIndex
from taqarub.model import Article, Span
from taqarub.text import Token, fold, quoted_spans, sentence_spans, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the text and its tokens `first` to `stop` (exclusive)."""

    start: int
    end: int
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class View:
    """An article made ready for the stages. Tokens in noise are absent, so nothing can be read from it."""

    article: Article
    lexicon: Lexicon
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The article's text, to the letter."""
        return self.article.text

    def find(self, index: PhraseIndex[T]) -> Iterator[Hit[T]]:
        """Leftmost longest hits of an index, sentence by sentence; none crosses a sentence's end."""
        for sentence in self.sentences:
            for hit in index.find(self.tokens[sentence.first : sentence.stop]):
                shift = sentence.first
                yield Hit(hit.value, hit.first + shift, hit.last + shift, hit.start, hit.end, hit.prefix, hit.pronoun)

    def has_article(self, at: int) -> bool:
        """Whether a token is written with the article ال; the hamza tells ألماني from الماني."""
        token = self.tokens[at]
        return token.norm.startswith("ال") and self.text[token.start] not in "أإآ"

    def token_at(self, offset: int) -> int:
        """Index of the token that covers `offset`, else of the last one before it (0 if none is)."""
        return max(0, bisect_right(self.tokens, offset, key=lambda token: token.start) - 1)

    def steps(self, before: int, after: int) -> int:
        """Tokens from one offset to another: a nearness that harakat and tatweel do not change."""
        return self.token_at(after) - self.token_at(before)

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that covers `offset`, else of the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1)

    def has_noise(self, start: int, end: int) -> bool:
        """Whether noise has any part of a stretch."""
        return _in_noise(self.article, start, end)

    def quoted_at(self, offset: int) -> Span | None:
        """The quoted stretch that covers `offset`, if any."""
        at = bisect_right(self.quoted, offset, key=lambda span: span.start) - 1
        return self.quoted[at] if at >= 0 and offset < self.quoted[at].end else None


def view(article: Article, lexicon: Lexicon) -> View:
    """Tokenize and segment an article, leaving its noise out."""
    tokens = tuple(t for t in tokenize(fold(article.text)) if not _in_noise(article, t.start, t.end))
    starts = [token.start for token in tokens]
    sentences = []
    for start, end in _outside_noise(sentence_spans(article.text), article):
        first, stop = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        if first < stop:
            sentences.append(Sentence(start, end, first, stop))
    quoted = tuple(Span(s, e) for s, e in quoted_spans(article.text) if not _in_noise(article, s, e))
    return View(article, lexicon, tokens, tuple(sentences), quoted)


def _in_noise(article: Article, start: int, end: int) -> bool:
    """Whether noise has any part of a stretch; half a word is no word."""
    return any(noise.start < end and start < noise.end for noise in article.noise)


def _outside_noise(spans: list[tuple[int, int]], article: Article) -> Iterator[tuple[int, int]]:
    """Cut noise out of sentence spans; what remains on both sides are sentences of their own."""
    for start, end in spans:
        begin = start
        for noise in article.noise:
            if noise.start < end and begin < noise.end:
                if begin < noise.start:
                    yield begin, noise.start
                begin = max(begin, noise.end)
        if begin < end:
            yield begin, end
