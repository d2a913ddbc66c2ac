"""Names the mentions stage does not know, read from where they stand and spelled in Latin letters."""

from __future__ import annotations

from taqarub.extract.quotations.scene import COMMAS, DASHES, STOPS, Scene
from taqarub.model import Span

_LONGEST = 4
_LATIN = 12
"""Tokens after an outlet's name in which it stands in Latin letters: موقع «…» (…)."""


def stranger(scene: Scene, first: int, stop: int, least: int = 2) -> tuple[str, Span] | None:
    """Read `least` to four words that can be nothing but a name: no verb, preposition, adverb or known noun."""
    index = first
    while index < min(stop, first + _LONGEST + 1) and _nameable(scene, index):
        index += 1
    ended = index >= stop or scene.tokens[index].norm in COMMAS | DASHES | STOPS | {"("} or scene.is_that(index)
    ended = ended or bool(scene.view.lexicon.speakers.at(scene.tokens, index))
    ended = ended or scene.tokens[index].norm in scene.view.lexicon.speakers.one
    if not least <= index - first <= _LONGEST or not (ended or index in scene.quote_at):
        return None
    return _spelled(scene, first, index)


def quoted_name(scene: Scene, mark: int) -> tuple[str, Span] | None:
    """Read the name of an outlet in the quotation marks that open at token `mark`."""
    after = scene.after_quote(mark)
    last = min(len(scene.tokens), after + _LATIN)
    if after < last and scene.tokens[after].norm == "(":
        latin = []
        for token in scene.tokens[after + 1 : last]:
            if not token.norm.isascii() or not token.is_word:
                break
            latin.append(token)
        if latin:
            start, end = latin[0].start, latin[-1].end
            return scene.view.text[start:end].title(), Span(start, end)
    return _spelled(scene, mark + 1, after - 1) if mark + 1 < after - 1 <= mark + 1 + _LONGEST else None


def latin_name(scene: Scene, first: int, stop: int) -> tuple[str, Span] | None:
    """Read words in Latin letters from token `first` on."""
    index = first
    while index < stop and scene.tokens[index].is_word and scene.tokens[index].norm.isascii():
        index += 1
    if index == first or scene.tokens[first].is_number:
        return None
    start, end = scene.tokens[first].start, scene.tokens[index - 1].end
    return scene.view.text[start:end].title(), Span(start, end)


def _nameable(scene: Scene, index: int) -> bool:
    norm = scene.tokens[index].norm
    return (
        scene.is_noun(index)
        and scene.covering[index] < 0
        and not scene.tokens[index].is_number
        and not scene.view.lexicon.frames.is_verb(norm)
        and not scene.view.lexicon.speakers.at(scene.tokens, index)
    )


def _spelled(scene: Scene, first: int, stop: int) -> tuple[str, Span] | None:
    span = Span(scene.tokens[first].start, scene.tokens[stop - 1].end)
    name = scene.view.lexicon.name_words.romanize(scene.view.text[span.start : span.end], "arabic")
    return (name, span) if name else None
