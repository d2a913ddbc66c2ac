"""Where the content ends."""

from __future__ import annotations

from collections.abc import Mapping

from taqarub.extract.quotations.openings import Opening
from taqarub.extract.quotations.scene import COMMAS, MARKS, Occurrence, Scene
from taqarub.text import folded

_TRAILING = frozenset(" \t\r\n.،,؛;:…-–—\u00a0\u200f\u200e")
_CLOSING = {"»": "«", "”": "“", "›": "‹", "}": "{"}
_LEADS = frozenset(folded(word) for word in ("كما", "فيما", "وفيما", "بينما", "وبينما", "ثم", "حيث", "وقد", "فقد", "وكان"))
_FEW = 3
"""Words up to which a quoted stretch may only be the beginning of what is reported: تعهد «بعدم الصمت» عن الحرب."""
_WHOLE = 6
"""Words from which a quoted stretch after إن or a preposition is the whole content, whatever follows."""


def content_span(
    scene: Scene, cue: Occurrence, opening: Opening, openings: Mapping[int, Opening], sources: Mapping[int, int]
) -> tuple[int, int]:
    """Extent of the content of `opening`, without outer marks and final punctuation; empty if nothing is left.

    `openings` are the complements found, by the first token of their cue: where another act of speech begins
    this one ends. `sources` are the source phrases, by first token.
    """
    if opening.quoted is not None and _is_whole(scene, opening):
        return _through_quotes(scene, opening)
    start = opening.start
    if opening.quoted is not None:  # begins with a quoted word and runs on: the mark belongs to the content
        start = min(opening.start, scene.tokens[opening.token].start)
        start -= opening.link == "quote"
    stop = _break(scene, cue, opening, openings, sources)
    end = scene.tokens[stop - 1].end if stop > opening.token else start
    return trimmed(scene.view.text, start, end)


def _is_whole(scene: Scene, opening: Opening) -> bool:
    span = opening.quoted
    if span is None or opening.link == "before":
        return True
    after = scene.view.token_at(span.end) + 1
    words = sum(token.is_word for token in scene.tokens[opening.token : min(after, opening.token + 40)])
    if opening.link == "quote" and words > _FEW:
        return True
    if after >= len(scene.tokens):
        return True
    sentence = scene.view.sentences[scene.view.sentence_at(opening.start)]
    following = scene.tokens[after]
    if after >= sentence.stop or not (following.is_word or following.norm in MARKS):
        return True
    if after in scene.cue_at or following.norm in scene.cues.prepositions:
        return after in scene.cue_at or words >= _WHOLE or opening.link == "quote"
    return words >= 2 * _WHOLE


def _through_quotes(scene: Scene, opening: Opening) -> tuple[int, int]:
    span = opening.quoted
    assert span is not None
    return trimmed(scene.view.text, span.start, span.end)


def _break(
    scene: Scene, cue: Occurrence, opening: Opening, openings: Mapping[int, Opening], sources: Mapping[int, int]
) -> int:
    """Index of the first token that no longer belongs to the content."""
    tokens = scene.tokens
    sentence = scene.view.sentences[scene.view.sentence_at(opening.start)]
    stop = sentence.stop
    inside = scene.view.quoted_at(cue.start)
    if inside is not None:
        stop = min(stop, scene.view.token_at(inside.end - 1) + 1)
    elif (around := scene.view.quoted_at(opening.start)) is not None and opening.quoted is None:
        stop = min(stop, scene.view.token_at(around.end - 1) + 1)
    index = opening.token
    while index < stop:
        if index in scene.quote_at:
            index = max(index + 1, scene.after_quote(index))
            continue
        if index > opening.token and _ends_before(scene, index, openings, sources):
            return index
        if index > opening.token and opening.link in ("preposition", "object") and _phrase_ends(scene, index):
            return index
        index += 1
    return stop


def _ends_before(scene: Scene, index: int, openings: Mapping[int, Opening], sources: Mapping[int, int]) -> bool:
    if index in sources:
        return True
    if scene.cues.closers.at(scene.tokens, index):
        return True
    occurrence = scene.cue_at.get(index)
    if occurrence is not None and index in openings:
        if occurrence.form.shape == "participle":
            return True
        return occurrence.form.shape == "verb" and occurrence.joined
    if scene.tokens[index].norm in _LEADS:  # ، كما أكد أن
        following = scene.cue_at.get(index + 1)
        return following is not None and following.form.shape == "verb" and index + 1 in openings
    return False


def _phrase_ends(scene: Scene, index: int) -> bool:
    """Whether a noun phrase is over: a clause about when or why it was said, or a new verb of the narrator."""
    hits = scene.cues.phrase_closers.at(scene.tokens, index)
    after_comma = scene.tokens[index - 1].norm in COMMAS
    return scene.tokens[index].norm in scene.cues.phrase_ends or any(after_comma or hit.last > hit.first for hit in hits)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without surrounding blanks, final punctuation and unpaired outer marks."""
    while True:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in "،,:؛-–"):
            start += 1
        while end > start and text[end - 1] in _TRAILING:
            end -= 1
        if end > start and text[end - 1] in _CLOSING:
            body = text[start:end]
            if body.count(text[end - 1]) > body.count(_CLOSING[text[end - 1]]):
                end -= 1
        elif end > start and text[end - 1] in "\"″" and text.count(text[end - 1], start, end) % 2:
            end -= 1
        elif end > start and text[end - 1] in "«“(":
            end -= 1
        if (start, end) == before:
            return start, end
