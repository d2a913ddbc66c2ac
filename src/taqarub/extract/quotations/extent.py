"""Where the content ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from taqarub.extract.quotations.openings import Opening
from taqarub.extract.quotations.scene import COMMAS, CONTRASTS, MARKS, Occurrence, Scene
from taqarub.text import folded

_TRAILING = frozenset(" \t\r\n.،,؛;:…-–—\u00a0\u200f\u200e")
_PAIRS = {"»": "«", "”": "“", "›": "‹", "}": "{"}
_LEADS = CONTRASTS | frozenset(folded(word) for word in ("كما", "ثم", "حيث", "إذ", "وقد", "فقد", "وكان"))
"""Words that lead in another act of speech: ، كما أكد أن."""

_SIDES = frozenset(folded(word) for word in ("من", "ومن"))
_IN = folded("في")
_BUT = frozenset(folded(word) for word in ("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "دون", "من"))

_LONGEST = 600
"""Tokens no reported clause is longer than."""
_FEW = 3
"""Words up to which a quoted stretch may only begin what is reported: تعهد «بعدم الصمت» عن الحرب."""
_WHOLE = 6
"""Words from which a quoted stretch after إن or a preposition is the whole content, whatever follows."""


@dataclass(frozen=True, slots=True)
class Extents:
    """Finds where contents end.

    `openings` are the complements found, by the first token of their cue: where another act of speech begins,
    the one before it ends. `sources` are the first tokens of source phrases, which end it too.
    """

    scene: Scene
    openings: Mapping[int, Opening]
    sources: Set[int]
    _known: dict[int, bool] = field(default_factory=dict)
    """What `ends_before` has answered: speech in speech asks again."""

    def span(self, cue: Occurrence, opening: Opening) -> tuple[int, int]:
        """Return the content of `opening`, outer marks and final punctuation aside; it may be empty."""
        text, span = self.scene.view.text, opening.quoted
        if span is not None and self._is_whole(opening):
            return trimmed(text, span.start, span.end)
        start = opening.start
        if span is not None:  # begins with quoted words and runs on: their mark belongs to the content
            start = span.start - 1
        stop = self._break(cue, opening)
        return trimmed(text, start, self.scene.tokens[stop - 1].end if stop > opening.token else start)

    def ends_before(self, index: int) -> bool:
        """Tell whether speech ends before token `index`: a source phrase, a cue, the narrator's words."""
        if index not in self._known:
            self._known[index] = self._is_end(index)
        return self._known[index]

    def _is_end(self, index: int) -> bool:
        scene = self.scene
        if index in self.sources or self._turns(index) or self._closes(index):
            return True
        cue = scene.cue_at.get(index)
        if cue is not None and index in self.openings:
            resumes = scene.tokens[index - 1].norm in COMMAS and self._subordinate(index)
            return cue.form.shape == "participle" or (cue.form.shape == "verb" and (cue.joined or resumes))
        following = scene.cue_at.get(index + 1) if scene.tokens[index].norm in _LEADS else None
        return following is not None and following.form.shape == "verb" and index + 1 in self.openings

    def _closes(self, index: int) -> bool:
        """Tell whether a phrase of the narrator begins; من جانبه only after a comma or quoted words."""
        tokens = self.scene.tokens
        led_in = tokens[index].norm not in _SIDES or tokens[index - 1].norm in COMMAS | MARKS
        return led_in and bool(self.scene.cues.closers.at(tokens, index))

    def _turns(self, index: int) -> bool:
        """Tell whether the narrator goes on after a comma: ، في حين…; after quoted words: »، لكنه…."""
        scene, norm = self.scene, self.scene.tokens[index].norm
        if scene.tokens[index - 1].norm not in COMMAS:
            return False
        following = scene.tokens[index + 1].norm if index + 1 < len(scene.tokens) else ""
        if norm in CONTRASTS or (norm == _IN and following in CONTRASTS):
            return True
        return norm in _BUT and index > 1 and scene.tokens[index - 2].norm in MARKS

    def _subordinate(self, index: int) -> bool:
        """Tell whether the sentence begins with a clause that another must follow: وفي حين تقول… ، يؤكد…."""
        sentence = self.scene.view.sentences[self.scene.view.sentence_at(self.scene.tokens[index].start)]
        return any(token.norm in CONTRASTS for token in self.scene.tokens[sentence.first : sentence.first + 2])

    def _is_whole(self, opening: Opening) -> bool:
        """Tell whether the quoted stretch the content begins with is all of it."""
        scene, span = self.scene, opening.quoted
        if span is None:
            return False
        after = scene.view.token_at(span.end) + 1
        words = scene.words_in(opening.token, after)
        sentence = scene.view.sentences[scene.view.sentence_at(opening.start)]
        if after >= sentence.stop or (opening.link == "quote" and words > _FEW):
            return True
        following = scene.tokens[after]
        if after in scene.cue_at or not (following.is_word or following.norm in MARKS):
            return True
        if following.norm in scene.cues.prepositions:
            return words >= _WHOLE or opening.link == "quote"
        return words >= 2 * _WHOLE

    def _break(self, cue: Occurrence, opening: Opening) -> int:
        """Find the first token that no longer belongs to the content."""
        scene, index, stop = self.scene, opening.token, self._limit(cue, opening)
        phrase = opening.link in ("preposition", "object")
        while index < stop:
            if index in scene.quote_at:
                index = max(index + 1, scene.after_quote(index))
                continue
            if index > opening.token and (self.ends_before(index) or (phrase and self._phrase_ends(index))):
                return index
            index += 1
        return stop

    def _limit(self, cue: Occurrence, opening: Opening) -> int:
        """Find the end of the sentence, or of the quoted stretch the cue or the content stands in."""
        view = self.scene.view
        stop = min(view.sentences[view.sentence_at(opening.start)].stop, opening.token + _LONGEST)
        inside = view.quoted_at(cue.start)
        if inside is None and opening.quoted is None:
            inside = view.quoted_at(opening.start)
        return min(stop, view.token_at(inside.end - 1) + 1) if inside is not None else stop

    def _phrase_ends(self, index: int) -> bool:
        """Tell whether a noun phrase is over: a clause about when or why it was said begins."""
        scene = self.scene
        if scene.tokens[index].norm in scene.cues.phrase_ends:
            return True
        after_comma = scene.tokens[index - 1].norm in COMMAS
        norm, cue = scene.tokens[index].norm, scene.cue_at.get(index)
        joined = norm[0] in "وف" and len(norm) > 3 and scene.covering[index] < 0
        verb = scene.view.lexicon.frames.is_verb(norm[1:]) or (cue is not None and cue.form.shape == "verb")
        if after_comma and joined and verb:
            return True  # ، وشكر موسكو
        hits = scene.cues.phrase_closers.at(scene.tokens, index)
        return any(after_comma or hit.last > hit.first for hit in hits)


def near(taken: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the few spans of a sorted sequence that begin last before `end` and reach beyond `start`."""
    at = bisect_left(taken, (end, 0))
    return [span for span in taken[max(0, at - 8) : at] if span[1] > start]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without surrounding blanks, final punctuation and unpaired outer marks."""
    before = (-1, -1)
    while (start, end) != before:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in "،,:؛-–"):
            start += 1
        while end > start and text[end - 1] in _TRAILING:
            end -= 1
        if end > start and _unpaired(text, start, end):
            end -= 1
    return start, end


def _unpaired(text: str, start: int, end: int) -> bool:
    """Tell whether the last character is a quotation mark without its partner."""
    last = text[end - 1]
    if last in _PAIRS:
        return text.count(last, start, end) > text.count(_PAIRS[last], start, end)
    return last in "«“(" or (last in '"″' and text.count(last, start, end) % 2 == 1)
