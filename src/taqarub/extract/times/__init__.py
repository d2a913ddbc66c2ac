"""Time expressions: found by a grammar over words of time, resolved against publication and context."""

from __future__ import annotations

from typing import Literal, cast

from taqarub.extract.times.anchor import Anchor, Resolved
from taqarub.extract.times.context import in_context
from taqarub.extract.times.grammar import find_phrases
from taqarub.extract.times.nodes import Date, Moment, Phrase
from taqarub.extract.times.resolve import Resolver
from taqarub.extract.times.tense import clause_tense
from taqarub.extract.view import View
from taqarub.model import Evidence, TimeExpression
from taqarub.text.calendar import day, extent

DATELINE_SENTENCES = 3
DATELINE_WORDS = 4
"""A date within so many words of the beginning is the article's own."""


def find_times(view: View) -> tuple[TimeExpression, ...]:
    """Time expressions of an article, resolved against its publication day."""
    words = view.lexicon.timewords
    anchor = Anchor.published(view.article.published or _dateline(view), words.feasts)
    resolver = Resolver(anchor)
    found = []
    for number, sentence in enumerate(view.sentences):
        tokens = view.tokens[sentence.first : sentence.stop]
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
            explicit = isinstance(node, Date) and node.year is not None
            anchor.tell(resolved.value, number, explicit=explicit)
            found.append(_expression(view, phrase, resolved))
    return tuple(found)


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
    text = view.text[phrase.start : phrase.end]
    bounds = extent(resolved.value)
    note = f"'{text}' = {resolved.value}: {resolved.note}" if resolved.note else f"'{text}' = {resolved.value}"
    return TimeExpression(
        start=phrase.start,
        end=phrase.end,
        text=text,
        type=cast(Literal["DATE", "TIME", "DURATION", "SET"], resolved.type),
        value=resolved.value,
        evidence=Evidence(rule=resolved.rule, note=note),
        earliest=bounds[0] if bounds else None,
        latest=bounds[1] if bounds else None,
    )
