"""What on a pasted page is not its article: captions, repeats, buttons, notices, teasers, a second article.

A page is judged line by line, by its words (`data/page.toml`) and by its shape: a caption ends in a credit, a
teaser is a headline without a full stop, an article below the article begins with its headline twice.
A text of one line is an article and has next to no page around it. Linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from taqarub.lexicon.page import PageWords, credit_key, page_key, page_words
from taqarub.model import Span
from taqarub.text import paragraphs

_LONG = 300
"""Longer lines are never headings, captions or notices."""
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\ufb50-\ufefc]")
_FINAL = re.compile(r"[.!?؟…][\s\"'»”“’)\]\u200e\u200f]*$")
_INNER_STOP = re.compile(r"[.!?؟]\s+\S*\w{3}")
_BRACKET = re.compile(r"\(([^()]{1,60})\)[\s\u200e\u200f]*(?:play-circle[\s\d:]*)?$")
_NAMES_SOURCE = re.compile(r"(?:وكال|قنا[ةه]|صحيف|جريد|موقع|منص[ةه]|عبر|شبك|تلفزيون|إذاع)(?:\S*\s+){1,5}$")
_CITY_LINE = re.compile(r"[«\"“][^«»\"”]{2,40}[»\"”]\s*[(:\-–]\s*[^()]{2,40}\)?$")
_LIST_OPEN, _LIST_CLOSE = re.compile(r"list of \d+ items?"), re.compile(r"end of list")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page; `key` is empty for a long one, `final` tells whether it ends a sentence."""

    start: int
    end: int
    text: str
    key: str
    words: int
    final: bool

    @property
    def is_body(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        return self.words >= 25 or (self.final and self.words >= 12)

    @property
    def is_headline(self) -> bool:
        """Whether it may be a headline or the name of another article."""
        return 4 <= self.words <= 25 and not self.text.endswith((".", ":", "،"))

    @property
    def is_byline(self) -> bool:
        """Whether it is an outlet and its city, as under a teaser."""
        return self.words <= 10 and _CITY_LINE.match(self.text) is not None


def find_noise(text: str) -> tuple[Span, ...]:
    """Spans of a pasted page that do not belong to its article, in order, apart from one another."""
    words = page_words()
    lines = [_line(text, start, end) for start, end in paragraphs(text)]
    within = [span for line in lines for span in _inside(line, words)]
    if len(lines) < 2:
        return tuple(within)
    marks = [_is_page(line, words) for line in lines]
    _mark_captions(lines, marks, words)
    _mark_repeats(lines, marks)
    _mark_lists(lines, marks)
    _mark_teasers(lines, marks, words)
    _mark_second_article(lines, marks)
    return _merge(text, lines, marks, within)


def _line(text: str, start: int, end: int) -> _Line:
    body = text[start:end]
    key = page_key(body) if len(body) <= _LONG else ""
    return _Line(start, end, body, key, len(body.split()), _FINAL.search(body[-12:]) is not None)


def _inside(line: _Line, words: PageWords) -> list[Span]:
    """Noise within a line: a link to the page behind the last sentence, a bar of buttons before the first."""
    spans = []
    if "رابط" in line.text or "لقراءة" in line.text:
        for phrase in words.links.finditer(line.text):
            if line.end - line.start - phrase.start() <= _LONG:
                spans.append(Span(line.start + phrase.start(), line.end))
                break
    platforms = stop = 0
    for word in re.finditer(r"\S+", line.text[:_LONG]):
        key = page_key(word.group())
        if key in words.buttons:
            platforms += key in words.platforms
            stop = word.end()
        elif key not in words.fillers:
            break
    if platforms >= 2:
        spans.insert(0, Span(line.start, line.start + stop))
    return spans


def _is_page(line: _Line, words: PageWords) -> bool:
    """Whether the line's own words say that it is the page's and not the article's."""
    if _ARABIC.search(line.text) is None:
        return any(char.isalpha() for char in line.text) or not any(char.isdigit() for char in line.text)
    if not line.key:
        return False
    return (
        line.key in words.related
        or line.key in words.furniture
        or (line.words <= 30 and words.notices.match(line.key) is not None)
        or (line.words <= 30 and line.text[-1] != "." and words.pointers.match(line.key) is not None)
        or (line.words <= 6 and not line.final and words.more.match(line.key) is not None)
        or _is_button_bar(line.key.split(), words)
    )


def _is_button_bar(parts: Sequence[str], words: PageWords) -> bool:
    return any(part in words.platforms for part in parts) and all(
        part in words.buttons or part in words.fillers for part in parts
    )


def _mark_captions(lines: Sequence[_Line], marks: list[bool], words: PageWords) -> None:
    for at, line in enumerate(lines):
        if line.key and not marks[at] and _is_caption(line, words):
            marks[at] = True


def _is_caption(line: _Line, words: PageWords) -> bool:
    """Tell whether a line is the words under a picture: no full stop, and a credit in brackets at the end."""
    bracket = _BRACKET.search(line.text)
    if bracket is None or line.words > 40:
        return False
    credit, before = re.split(r"\s[-–]\s|/", bracket.group(1))[0], line.text[: bracket.start()]
    return (
        words.credits.match(credit_key(credit)) is not None
        and _FINAL.search(before.rstrip()[-12:]) is None
        and _INNER_STOP.search(before) is None
        and _NAMES_SOURCE.search(before) is None
    )


def _mark_repeats(lines: Sequence[_Line], marks: list[bool]) -> None:
    """Mark a line told again; its first telling is the article's, unless the two are a caption's twins."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if line.words < (12 if line.final else 4):  # short sentences may be said twice
            continue
        if line.text in seen:
            marks[at] = True
            if at > 1 and lines[at - 1].text == line.text and not line.final and line.words >= 6:
                marks[at - 1] = True
        seen.add(line.text)


def _mark_lists(lines: Sequence[_Line], marks: list[bool]) -> None:
    """Mark a list of links as screen readers are told of it: 'list of 2 items … end of list'."""
    opened: int | None = None
    for at, line in enumerate(lines):
        if _LIST_OPEN.fullmatch(line.key):
            opened = at
        elif _LIST_CLOSE.fullmatch(line.key) and opened is not None and at - opened <= 40:
            marks[opened : at + 1] = [True] * (at + 1 - opened)
            opened = None


def _mark_teasers(lines: Sequence[_Line], marks: list[bool], words: PageWords) -> None:
    """Mark what follows a heading over related stories: headlines to the next paragraph, or all of it."""
    at = 0
    while at < len(lines):
        if not (marks[at] and lines[at].key in words.related):
            at += 1
            continue
        stop = at + 1
        while stop < len(lines) and (marks[stop] or lines[stop].is_headline or lines[stop].is_byline):
            stop += 1
        if stop < len(lines) and _is_tail(lines, marks, at + 1):
            stop = len(lines)
        elif stop < len(lines) and stop - 1 > at and lines[stop - 1].words <= 4 and not marks[stop - 1]:
            stop -= 1  # the subheading of what goes on
        marks[at:stop] = [True] * (stop - at)
        at = stop


def _is_tail(lines: Sequence[_Line], marks: Sequence[bool], first: int) -> bool:
    """Whether all from `first` on are teasers: bylines of other stories, or no running text any more."""
    rest = lines[first:]
    bylines = sum(line.is_byline for line in rest)
    captions = sum(marks[first + k] and line.words >= 6 for k, line in enumerate(rest))
    headlines = sum(line.is_headline and not line.final for line in rest)
    running = sum(a.is_body and b.is_body for a, b in pairwise(rest))
    if bylines >= 2 or (captions >= 2 and headlines >= 3):
        return True
    return running == 0 and headlines >= 2 and headlines >= len(rest) / 3


def _mark_second_article(lines: Sequence[_Line], marks: list[bool]) -> None:
    """Mark another article under the first: a headline told twice, only page furniture in between."""
    body = 0
    told: dict[str, int] = {}
    for at, line in enumerate(lines):
        if body >= 3 and line.words >= 4 and not line.final:
            before = told.get(line.text, at)
            if 1 < at - before <= 8 and all(marks[before + 1 : at]):
                marks[before:] = [True] * (len(lines) - before)
                return
            told[line.text] = at
        body += line.is_body and not marks[at]


def _merge(text: str, lines: Sequence[_Line], marks: Sequence[bool], within: Sequence[Span]) -> tuple[Span, ...]:
    """Join marked lines and spans within lines that only blanks keep apart."""
    whole = [Span(line.start, line.end) for line, marked in zip(lines, marks, strict=True) if marked]
    spans: list[Span] = []
    for span in sorted([*whole, *within]):
        if spans and (span.start <= spans[-1].end or not text[spans[-1].end : span.start].strip()):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)
