"""Where the content begins: the complement a cue opens after itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taqarub.extract.quotations.scene import COMMAS, DASHES, MARKS, Occurrence, Scene
from taqarub.model import Span

Link = Literal["clause", "quote", "colon", "preposition", "object", "source", "before", "frame"]

_REACH = 48
"""Tokens between a cue and its content, subject and adverbials included."""
_SHORT = 3
"""Words up to which a quoted stretch without colon or إن is taken for a name."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Content begins at offset `start` in token `token`; `quoted` if it begins with a stretch in quotation marks."""

    token: int
    start: int
    link: Link
    quoted: Span | None = None


def find_opening(scene: Scene, cue: Occurrence) -> Opening | None:
    """The complement of a verb, participle or verbal noun; None if it governs none that counts."""
    sentence = scene.view.sentences[scene.view.sentence_at(cue.start)]
    stop = min(sentence.stop, cue.last + 1 + _reach(cue))
    quoted = scene.view.quoted_at(cue.start)
    if quoted is not None:
        stop = min(stop, scene.view.token_at(quoted.end - 1) + 1)
    return _Search(scene, cue, stop).run()


def _reach(cue: Occurrence) -> int:
    if cue.form.shape == "noun":
        return 10
    return 8 if "close" in cue.cue.needs else _REACH


class _Search:
    """One walk from a cue to its complement."""

    def __init__(self, scene: Scene, cue: Occurrence, stop: int) -> None:
        self.scene, self.occurrence, self.stop = scene, cue, stop
        self.cue = cue.cue
        self.subject_end = self._subject_end()

    def run(self) -> Opening | None:
        index = self.occurrence.last + 1
        tokens = self.scene.tokens
        while index < self.stop:
            norm = tokens[index].norm
            if index in self.scene.quote_at:
                opening = self._quotation(index)
                if opening is not None:
                    return opening
                index = min(self.scene.after_quote(index), self.stop)
                continue
            if norm == "(":
                index = self._after_bracket(index)
                continue
            if norm == ":":
                opening = self._colon(index)
                if opening is not None:
                    return opening
            elif norm in ".?!;":
                return None
            elif self._new_speech(index):
                return None
            elif self.scene.is_that(index):
                return self._clause(index)
            else:
                opening = self._phrase(index)
                if opening is not None:
                    return opening
            index += 1
        return None

    def _subject_end(self) -> int:
        """Index of the first token after the subject that may follow a verb; the token after the cue if none does."""
        scene, index = self.scene, self.occurrence.last + 1
        if self.occurrence.form.shape == "participle":
            return index
        last = index
        while index < self.stop:
            token = scene.tokens[index]
            if scene.covering[index] >= 0:
                index = last = scene.mention_end(index)
            elif token.norm in scene.cues.agents or (last == index and token.norm.startswith("ال")):
                index = last = index + 1
            elif last > self.occurrence.last + 1 and token.norm.startswith("ال") and last == index:
                index = last = index + 1
            elif token.norm in COMMAS | DASHES | MARKS and index + 1 < self.stop and scene.covering[index + 1] >= 0:
                index += 1
            else:
                break
        return last

    def _new_speech(self, index: int) -> bool:
        other = self.scene.cue_at.get(index)
        if other is None:
            return False
        if other.form.shape == "verb":
            return other.joined or other.cue.id == "say"
        return other.form.shape == "participle" and self.scene.tokens[index - 1].norm in COMMAS

    def _quotation(self, index: int) -> Opening | None:
        scene, span = self.scene, self.scene.quote_at[index]
        before = index - 1
        words = sum(token.is_word for token in scene.tokens[index : index + 12] if token.start < span.end)
        adjacent = before <= self.occurrence.last
        takes_quote = "quote" in self.cue.takes
        if takes_quote and self.cue.patient and scene.tokens[before].norm == "ب":  # وصفه بـ«المتهور»
            return Opening(index + 1, span.start, "quote", span)
        if takes_quote and (adjacent or words > _SHORT) and words and not self._names(before):
            return self._inside(index, span, "quote")
        return None

    def _inside(self, index: int, span: Span, link: Link) -> Opening:
        """Content within the marks of token `index`, after an إن that stands inside them."""
        first = index + 1
        if self.scene.is_that(first) and self.scene.tokens[first + 1].start < span.end:
            return Opening(first + 1, self.scene.tokens[first + 1].start, link, Span(self.scene.tokens[first + 1].start, span.end))
        return Opening(first, span.start, link, span)

    def _names(self, before: int) -> bool:
        """Whether the word before a quoted stretch says that it is a name: صحيفة «…»، لـ«…»."""
        return before > self.occurrence.last and self.scene.tokens[before].norm in self.scene.cues.name_heads

    def _colon(self, index: int) -> Opening | None:
        if "quote" not in self.cue.takes and "clause" not in self.cue.takes:
            return None
        following = index + 1
        if following >= self.stop:
            return self._next_line(index)
        span = self.scene.quote_at.get(following)
        if span is not None:
            return self._inside(following, span, "quote")
        if self.scene.is_that(following):
            return self._clause(following)
        norm = self.scene.tokens[following].norm
        if norm in self.scene.cues.prepositions:  # an adverbial after a stray colon: وقال: خلال الحفل إن
            later = range(following, min(self.stop, following + 14))
            if any(self.scene.is_that(at) and self.scene.tokens[at].norm.startswith(("ان", "بان")) for at in later):
                return None
        return Opening(following, self.scene.tokens[following].start, "colon")

    def _next_line(self, index: int) -> Opening | None:
        """Speech that begins on the line after the colon."""
        following = index + 1
        tokens = self.scene.tokens
        if following >= len(tokens) or tokens[index].norm != ":":
            return None
        while following < len(tokens) and tokens[following].norm in DASHES:
            following += 1
        span = self.scene.quote_at.get(following)
        if span is not None:
            return Opening(following + 1, span.start, "quote", span)
        if following < len(tokens):
            return Opening(following, tokens[following].start, "colon")
        return None

    def _clause(self, index: int) -> Opening | None:
        if "clause" not in self.cue.takes:
            return None
        return self._content_after(index + 1, "clause")

    def _content_after(self, index: int, link: Link) -> Opening | None:
        """Content from token `index`, inside the quotation marks if it begins with them."""
        tokens = self.scene.tokens
        while index < len(tokens) and tokens[index].norm in COMMAS | {":"}:
            index += 1
        sentence = self.scene.view.sentences[self.scene.view.sentence_at(self.occurrence.start)]
        if index >= sentence.stop:
            return None
        span = self.scene.quote_at.get(index)
        if span is not None:
            return Opening(index, span.start, link, span)
        return Opening(index, tokens[index].start, link)

    def _phrase(self, index: int) -> Opening | None:
        occurrence = self.occurrence
        if occurrence.form.shape == "noun" and not occurrence.pronoun and not self.cue.noun_governs:
            return None
        for preposition in self.cue.prepositions:
            if self.scene.has_preposition(index, preposition):
                opening = self._governed(index, preposition)
                if opening is not None:
                    return opening
        if self.cue.takes & {"object", "head"} and self._begins_object(index):
            return self._content_after(index, "object")
        return None

    def _governed(self, index: int, preposition: str) -> Opening | None:
        """The phrase after a preposition of the cue; a clause after it counts from its own first word."""
        scene, token = self.scene, self.scene.tokens[index]
        if token.norm != preposition:  # joined: بضرورة
            if scene.is_that(index):
                return self._clause(index)
            if "clause" in self.cue.needs:
                return None
            offset = token.start + 1
            return Opening(index, offset, "preposition")
        following = index + 1
        if following < self.stop and scene.is_that(following):
            return self._content_after(following + 1, "clause")
        if "clause" in self.cue.needs:
            return None
        if following < self.stop and scene.tokens[following].norm in ("هامش", "حسابه", "حسابها", "حد", "موقع", "تويتر", "لسان", "ان"):
            return None
        return self._content_after(following, "preposition")

    def _begins_object(self, index: int) -> bool:
        """Whether a noun phrase that may be the content begins at token `index`."""
        scene = self.scene
        head = scene.is_head(index)
        if not head and (not scene.is_noun(index) or scene.tokens[index].norm.startswith(("و", "ف"))):
            return False
        if "opinion" in self.cue.needs:
            return scene.tokens[index].norm in scene.cues.opinions
        if index == self.occurrence.last + 1:
            return head or ("object" in self.cue.takes and self._subject_before(index))
        if index == self.subject_end:
            return head or ("object" in self.cue.takes and not self._clause_ahead(index))
        before = scene.tokens[index - 1]
        led_in = before.norm in COMMAS | DASHES or before.norm in scene.cues.adverbs or before.norm.startswith("ال")
        return head and (led_in or scene.covering[index - 1] >= 0)

    def _subject_before(self, index: int) -> bool:
        """Whether the cue has its subject already: a participle, a plural verb, or one after its subject."""
        form, first = self.occurrence.form, self.occurrence.first
        if form.shape == "participle" or form.agrees in ("p", "d"):
            return True
        named = first > 0 and self.scene.covering[first - 1] >= 0
        return form.shape == "verb" and named and self.scene.tokens[index].norm.startswith("ال")

    def _clause_ahead(self, index: int) -> bool:
        if "clause" not in self.cue.takes:
            return False
        return any(self.scene.is_that(at) for at in range(index, min(self.stop, index + 10)))

    def _after_bracket(self, index: int) -> int:
        for at in range(index + 1, min(self.stop, index + 14)):
            if self.scene.tokens[at].norm == ")":
                return at + 1
        return index + 1
