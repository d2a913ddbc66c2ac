"""Time expressions: found by a grammar over words of time, resolved against publication and context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, cast

from taqarub.extract.times.anchor import Anchor, Resolved
from taqarub.extract.times.context import in_context
from taqarub.extract.times.grammar import find_phrases
from taqarub.extract.times.nodes import Date, Moment, Node, Phrase
from taqarub.extract.times.resolve import Resolver
from taqarub.extract.times.tense import clause_tense
from taqarub.extract.view import View
from taqarub.model import Evidence, TimeExpression
from taqarub.text import Token
from taqarub.text.calendar import day, extent, shift_days

DATELINE_SENTENCES = 3
DATELINE_WORDS = 4
"""A date within so many words of the beginning is the article's own."""

_TO = frozenset(("الي", "حتي", "-", "–", "يوم"))
"""What may stand between the ends of a range of weekdays."""
_TRAILING = frozenset("ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
"""What belongs to the word before it: the stroke of هـ, vowel marks."""
_FAMILIES = {
    "ago": "units", "anaphor": "references", "century": "units", "date": "months", "day": "units",
    "decade": "decades", "deictic": "deictic", "duration": "units", "feast": "feast", "month": "months",
    "named": "decades", "night": "units", "part": "parts", "reference": "references", "same": "modifiers",
    "season": "seasons", "set": "recurring", "since": "units", "week": "units", "weekday": "weekdays",
    "year": "units",
}  # fmt: skip
"""The part of the lexicon whose words each rule reads."""


def find_times(view: View) -> tuple[TimeExpression, ...]:
    """Time expressions of an article, resolved against its publication day."""
    words = view.lexicon.timewords
    anchor = Anchor.published(view.article.published or _dateline(view), words.feasts)
    resolver = Resolver(anchor)
    found = []
    for number, sentence in enumerate(view.sentences):
        tokens = view.tokens[sentence.first : sentence.stop]
        before: tuple[Phrase, Node, Resolved] | None = None
        for phrase in find_phrases(tokens, words):
            if view.text[phrase.start : phrase.end] in words.name_spellings:
                continue
            tense = clause_tense(tokens, phrase.first, phrase.last, words)
            node = in_context(phrase, tokens, words, quoted=view.quoted_at(phrase.start) is not None, tense=tense)
            if node is None:
                continue
            resolved = resolver.resolve(node, tense, number)
            if resolved is None:
                continue
            if before is not None:
                resolved = _in_order(before, (phrase, node, resolved), tokens)
            before = phrase, node, resolved
            explicit = isinstance(node, Date) and node.year is not None
            anchor.tell(resolved.value, number, explicit=explicit)
            found.append(_expression(view, phrase, resolved))
    return tuple(found)


Read = tuple[Phrase, Node, Resolved]


def _in_order(first: Read, second: Read, tokens: Sequence[Token]) -> Resolved:
    """Let the second weekday of a range (من الأحد إلى الخميس) lie after the first."""
    joint = {token.norm for token in tokens[first[0].last + 1 : second[0].first]}
    resolved = second[2]
    if not joint or not joint <= _TO or not all(_is_weekday(read[1]) for read in (first, second)):
        return resolved
    bounds, start = extent(resolved.value), extent(first[2].value)
    if bounds is None or start is None or bounds[0] > start[0]:
        return resolved
    later = shift_days(bounds[0], 7)
    note = f"after {start[0]}, where the range begins"
    return replace(resolved, value=later.isoformat(), note=note) if later else resolved


def _is_weekday(node: Node) -> bool:
    return isinstance(node, Date) and bool(node.weekday) and not (node.day or node.direction or node.shift)


def _dateline(view: View) -> str | None:
    """Give the day an undated article tells as its own: its dateline, 'today, Monday 5 December 2016'."""
    for sentence in view.sentences[:DATELINE_SENTENCES]:
        for phrase in find_phrases(view.tokens[sentence.first : sentence.stop], view.lexicon.timewords):
            node = phrase.node.base if isinstance(phrase.node, Moment) else phrase.node
            if (
                not isinstance(node, Date)
                or not (node.day and node.month and node.year)
                or node.calendar != "gregorian"
            ):
                continue
            leads = sentence.first == 0 and phrase.first <= DATELINE_WORDS
            if (node.shift == 0 or leads) and (written := day(node.year, node.month, node.day)):
                return written.isoformat()
    return None


def _expression(view: View, phrase: Phrase, resolved: Resolved) -> TimeExpression:
    end = phrase.end
    while view.text[end : end + 1] in _TRAILING:
        end += 1
    text = view.text[phrase.start : end]
    bounds = extent(resolved.value)
    note = f"'{text}' = {resolved.value}: {resolved.note or 'as written'}"
    family = _FAMILIES.get(resolved.rule.removeprefix("times."), "phrase")
    return TimeExpression(
        start=phrase.start,
        end=end,
        text=text,
        type=cast(Literal["DATE", "TIME", "DURATION", "SET"], resolved.type),
        value=resolved.value,
        evidence=Evidence(rule=resolved.rule, entry=f"timewords:{family}", note=note),
        earliest=bounds[0] if bounds else None,
        latest=bounds[1] if bounds else None,
    )
