"""What the words around a phrase make of it: today that is 'now', days known as events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taqarub.extract.times.nodes import Date, Length, Node, Phrase, Reference
from taqarub.extract.times.tense import Tense
from taqarub.lexicon.timewords import TimeWords
from taqarub.text import Token, folded

_IN = frozenset(folded(word) for word in ("في", "وفي"))


def in_context(phrase: Phrase, tokens: Sequence[Token], words: TimeWords, *, quoted: bool, tense: Tense) -> Node | None:
    """Give a phrase's node as its context makes it; None if it is no time here."""
    node = phrase.node
    before = tokens[phrase.first - 1].norm if phrase.first else ""
    bare = before[1:] if before[:1] in ("و", "ف") else before
    if isinstance(node, Date) and node == Date(shift=0):
        spoken = quoted and tense != "future"
        return Reference("PRESENT_REF") if spoken or {before, bare} & words.today_is_now else node
    if node == Reference("later") and bare in words.postponed:
        return Reference("FUTURE_REF")
    if node == Reference("PAST_REF") and _is_former(phrase, tokens, words):
        return None
    if isinstance(node, Date) and node.day and node.month and node.year is None and not node.direction:
        return _event_day(node, tokens, phrase.first, words)
    if isinstance(node, Length) and node.count is None and node.direction == "next":
        near = node.unit in ("day", "week") and before in _IN
        return Reference("FUTURE_REF") if near else node
    return node


def _is_former(phrase: Phrase, tokens: Sequence[Token], words: TimeWords) -> bool:
    """Tell 'former' from 'formerly': ووزيرا سابقا، "ناتو" سابقا، منصة إكس، تويتر سابقا."""
    if phrase.first < 2 or tokens[phrase.first].norm not in words.former:
        return False
    before = tokens[phrase.first - 1]
    if not before.is_word:
        return before.norm not in (",", "،", "(")
    return before.norm.endswith("ا") or tokens[phrase.first - 2].norm in (",", "،")


def _event_day(node: Date, tokens: Sequence[Token], first: int, words: TimeWords) -> Date:
    """Give the year of a day that is the name of an event: ثورة 25 يناير، هجمات 11 سبتمبر."""
    before = {tokens[index].norm for index in range(max(0, first - 2), first)}
    before |= {norm[1:] for norm in before if norm[:1] in ("و", "ف", "ب", "ل")}
    for leads, day in words.event_days:
        if (node.month, node.day) == (day.month, day.day) and leads & before:
            return replace(node, year=day.year)
    return node
