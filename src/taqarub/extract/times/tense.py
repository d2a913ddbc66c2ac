"""The tense of the clause around a phrase of time: which way 'Monday' or 'in March' is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from taqarub.lexicon.timewords import TimeWords
from taqarub.text import Token

Tense = Literal["past", "future", ""]

REACH_BACK = 24
REACH_AHEAD = 4


def clause_tense(tokens: Sequence[Token], first: int, last: int, words: TimeWords) -> Tense:
    """Tell the tense by the nearest verb or word that marks it, before the phrase, else just behind it.

    '' means that nothing marks it; news is then mostly told in the past.
    """
    before = tokens[first - 1].norm if first else ""
    if before in words.ahead or (before == "من" and first > 1 and tokens[first - 2].norm in words.ahead):
        return "future"
    if _core(tokens[first - 1]) in words.behind if first else False:
        return "past"
    for index in range(first - 1, max(-1, first - 1 - REACH_BACK), -1):
        tense = _tense_of(tokens[index], words)
        if tense:
            return tense
    for index in range(last + 1, min(len(tokens), last + 1 + REACH_AHEAD)):
        if tokens[index].norm in words.clause or _core(tokens[index]) in words.clause:
            break
        tense = _tense_of(tokens[index], words)
        if tense:
            return tense
    return ""


def _core(token: Token) -> str:
    return token.norm[1:] if token.norm[:1] in "وف" else token.norm


def _tense_of(token: Token, words: TimeWords) -> Tense:
    if not token.is_word:
        return ""
    if token.norm in words.past or _core(token) in words.past:
        return "past"
    if is_future(token, words):
        return "future"
    return ""


def is_future(token: Token, words: TimeWords) -> bool:
    """Tell whether a word is a future verb (سيزور) or marks what is planned (المقرر)."""
    core = _core(token)
    planned = token.norm.removeprefix("و")
    if token.norm in words.future or core in words.future or planned in words.scheduled:
        return True
    if core[:2] not in ("سي", "ست", "سن") or len(core) < 5:
        return False
    return words.is_present(core[1:]) or not core.startswith(words.not_future)
