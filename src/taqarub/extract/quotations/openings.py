"""Where the content begins: the complement a cue opens after itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taqarub.extract.quotations.scene import COMMAS, DASHES, MARKS, RELATIVES, STOPS, Occurrence, Scene
from taqarub.model import Span
from taqarub.text import folded

Link = Literal["clause", "quote", "colon", "preposition", "object", "source", "before"]

_FAR, _NOUN, _CLOSE = 48, 10, 8
"""Tokens between a cue and its content, subject and adverbials included; after a noun; after a close one."""
_CLAUSE = 30
"""Tokens within which إن after a comma, and so after a long subject, is the content's."""
_NAME = 3
"""Words up to which a quoted stretch without colon or إن may be a name."""
_ADVERBIAL = frozenset(map(folded, ("هامش", "حسابه", "حسابها", "حد", "موقع", "تويتر", "لسان", "أن", "دون", "غير")))
"""What after على or عن makes an adverbial: على هامش القمة."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Content begins at offset `start` in token `token`; `quoted` if it begins with a quoted stretch."""

    token: int
    start: int
    link: Link
    quoted: Span | None = None


def find_opening(scene: Scene, cue: Occurrence) -> Opening | None:
    """Find the complement of a verb, participle or verbal noun; None if it governs none that counts."""
    reach = _NOUN if cue.form.shape == "noun" else _CLOSE if "close" in cue.cue.needs else _FAR
    stop = min(scene.sentence_of(cue).stop, cue.last + 1 + reach)
    quoted = scene.view.quoted_at(cue.start)
    if quoted is not None:
        stop = min(stop, scene.view.token_at(quoted.end - 1) + 1)
    return _Search(scene, cue, stop).run()


class _Search:
    """One walk from a cue to its complement."""

    def __init__(self, scene: Scene, occurrence: Occurrence, stop: int) -> None:
        self.scene, self.occurrence, self.stop = scene, occurrence, stop
        self.cue, self.tokens = occurrence.cue, scene.tokens
        self.begin = occurrence.last + 1
        self.subject_end = self._subject_end()

    def run(self) -> Opening | None:
        index, found = self.begin, None
        while index < self.stop and found is None:
            norm = self.tokens[index].norm
            if index in self.scene.quote_at:
                found = self._quotation(index)
                index = self.scene.after_quote(index)
            elif norm == ":":
                found = self._colon(index)
                index += 1
            elif norm in STOPS or self._new_speech(index):
                break
            elif self.scene.is_that(index):
                return self._clause(index)
            else:
                found = self._phrase(index)
                index = self._after_bracket(index) if norm == "(" else index + 1
        return found

    def _subject_end(self) -> int:
        """Find the first token after the subject that may follow a verb; none follows a participle."""
        scene, index = self.scene, self.begin
        last = index
        if self.occurrence.form.shape == "participle":
            return index
        while index < self.stop:
            norm = self.tokens[index].norm
            if scene.covering[index] >= 0:
                index = last = scene.mention_end(index)
            elif norm in scene.cues.agents or (last == index and (norm.startswith("ال") or self._describes(index))):
                index = last = index + 1
            elif norm in COMMAS | DASHES | MARKS and index + 1 < self.stop and scene.covering[index + 1] >= 0:
                index += 1
            else:
                break
        return last

    def _describes(self, index: int) -> bool:
        """Tell whether a noun or adjective for a speaker goes on here: مصدر أمني، مندوب بلاده."""
        speakers, first = self.scene.view.lexicon.speakers, index == self.begin
        if not first and self.tokens[index].norm in speakers.adjectives:
            return True
        hits = speakers.at(self.tokens, index)
        joined = "" if first else "ل"
        return any(hit.prefix in ("", joined) and hit.value.kind != "paper" for hit in hits)

    def _new_speech(self, index: int) -> bool:
        other = self.scene.cue_at.get(index)
        if other is None:
            return False
        if other.form.shape == "verb":
            return other.joined or other.cue.id == "say"
        return other.form.shape == "participle" and self.tokens[index - 1].norm in COMMAS

    def _quotation(self, index: int) -> Opening | None:
        """Read a quoted stretch as speech, unless it is a name: صحيفة «…»، حركة «…»."""
        span, before = self.scene.quote_at[index], index - 1
        words = self.scene.words_in(index, self.scene.after_quote(index), 12)
        if "quote" not in self.cue.takes or not words or self._clause_after(self.scene.after_quote(index)):
            return None
        if self.occurrence.form.shape == "noun" and not self.occurrence.pronoun:
            return None  # تهديد «حقيقي»
        if self.cue.patient and self.tokens[before].norm == "ب":  # وصفه بـ«المتهور»
            return self._called(index, span)
        head = self.tokens[before].norm
        named = before >= self.begin and head in self.scene.cues.name_heads
        carrier = self.cue.carries or bool(self.occurrence.pronoun)
        named = named or (before < self.begin and words <= _NAME and carrier) or self._is_name(index, span)
        if named or (before >= self.begin and words <= _NAME):
            return None
        return self._inside(index, span)

    def _called(self, mark: int, span: Span) -> Opening:
        """Open at whom the words describe, if he is told after the verb: وصف القرار بـ«المتسرع»."""
        first = self.subject_end
        if self.occurrence.pronoun or first >= mark - 1 or self.tokens[first].norm in COMMAS | {"ب"}:
            return Opening(mark + 1, span.start, "quote", span)
        start = self.tokens[first].start
        return Opening(first, start, "quote", Span(start, min(span.end + 1, len(self.scene.view.text))))

    def _clause_after(self, index: int) -> bool:
        """Tell whether the clause still comes after quoted words: في الندوة «…»، إن."""
        if "clause" not in self.cue.takes:
            return False
        while index < self.stop and self.tokens[index].norm in COMMAS | self.scene.cues.adverbs | self.cue.prepositions:
            index += 1
        return index < self.stop and self.scene.is_that(index)

    def _is_name(self, index: int, span: Span) -> bool:
        """Tell whether the marks enclose a name the mentions stage knows, and no more."""
        mention = self.scene.mention_at(index + 1) if index + 1 < len(self.tokens) else None
        return mention is not None and mention.start <= span.start and mention.end >= span.end

    def _inside(self, index: int, span: Span) -> Opening:
        """Open within the marks of token `index`, after an إن that stands inside them."""
        first = index + 1
        following = self.tokens[first + 1].start if first + 1 < len(self.tokens) else span.end
        if self.scene.is_that(first) and following < span.end:
            return Opening(first + 1, following, "quote", Span(following, span.end))
        return Opening(first, span.start, "quote", span)

    def _colon(self, index: int) -> Opening | None:
        if not self.cue.takes & {"quote", "clause"}:
            return None
        following = index + 1
        while index + 1 >= self.stop and following < len(self.tokens) and self.tokens[following].norm in DASHES:
            following += 1  # speech on the next line, as a list
        if following >= len(self.tokens):
            return None
        if following in self.scene.quote_at:
            return self._inside(following, self.scene.quote_at[following])
        if self.scene.is_that(following):
            return self._clause(following)
        if following < self.stop and self._adverbial_after_colon(following):
            return None
        return Opening(following, self.tokens[following].start, "colon")

    def _adverbial_after_colon(self, index: int) -> bool:
        """Tell whether a colon is stray and the clause still to come: وقال: خلال الحفل إن."""
        if self.tokens[index].norm not in self.scene.cues.prepositions:
            return False
        return any(self.scene.is_that(at) for at in range(index, min(self.stop, index + 14)))

    def _clause(self, index: int) -> Opening | None:
        return self._content(index + 1, "clause") if "clause" in self.cue.takes else None

    def _content(self, index: int, link: Link) -> Opening | None:
        """Open at token `index`, inside the quotation marks if it begins with them."""
        stop = self.scene.sentence_of(self.occurrence).stop
        while index < stop and self.tokens[index].norm in COMMAS | {":"}:
            index += 1
        if index >= stop:
            return None
        span = self.scene.quote_at.get(index)
        return Opening(index, span.start if span else self.tokens[index].start, link, span)

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
            return self._content(index, "object")
        return None

    def _governed(self, index: int, preposition: str) -> Opening | None:
        """Open after a preposition of the cue; a clause after it counts from its own first word."""
        token, following = self.tokens[index], index + 1
        joined = token.norm != preposition  # بضرورة
        clause_at = index if joined else following
        if clause_at < self.stop and self.scene.is_that(clause_at):
            return self._content(clause_at + 1, "clause")
        if "clause" in self.cue.needs:
            return None
        if joined:
            return Opening(index, token.start + 1, "preposition")
        if following < self.stop and self.tokens[following].norm in _ADVERBIAL:
            return None
        return self._content(following, "preposition")

    def _begins_object(self, index: int) -> bool:
        """Tell whether a noun phrase that may be the content begins at token `index`."""
        scene, norm, head = self.scene, self.tokens[index].norm, self.scene.is_head(index)
        if not head and (not scene.is_noun(index) or norm.startswith(("و", "ف"))):
            return False
        if "opinion" in self.cue.needs:
            return norm in scene.cues.opinions
        if index == self.begin:
            return head or ("object" in self.cue.takes and (self._subject_before(index) or self._alone(index)))
        if index == self.subject_end:
            return head or ("object" in self.cue.takes and not self._clause_ahead(index))
        before = self.tokens[index - 1].norm
        led_in = before in COMMAS | DASHES or before in scene.cues.adverbs or before.startswith("ال")
        return head and (led_in or scene.covering[index - 1] >= 0)

    def _subject_before(self, index: int) -> bool:
        """Tell whether the cue has its subject already: participles, plural verbs, one after its subject."""
        form, first = self.occurrence.form, self.occurrence.first
        if form.shape == "participle" or form.agrees in ("p", "d"):
            return True
        named = first > 0 and self.scene.covering[first - 1] >= 0
        return form.shape == "verb" and named and self.tokens[index].norm.startswith("ال")

    def _alone(self, index: int) -> bool:
        """Tell whether a definite noun after a verb that takes no clause is its object: وأدان الهجوم على…."""
        scene, norm, following = self.scene, self.tokens[index].norm, index + 1
        if "clause" in self.cue.takes or not norm.startswith("ال") or scene.covering[index] >= 0:
            return False
        if norm in scene.cues.agents or scene.view.lexicon.speakers.at(self.tokens, index):
            return False
        return following < self.stop and self.tokens[following].norm in scene.cues.prepositions | RELATIVES

    def _clause_ahead(self, index: int) -> bool:
        if "clause" not in self.cue.takes:
            return False
        for at in range(index, min(self.stop, index + _CLAUSE)):
            led_in = self.tokens[at - 1].norm in COMMAS | DASHES or at < index + 14
            if led_in and self.scene.is_that(at):
                return True
        return False

    def _after_bracket(self, index: int) -> int:
        for at in range(index + 1, min(self.stop, index + 14)):
            if self.tokens[at].norm == ")":
                return at + 1
        return index + 1


def in_relative_clause(scene: Scene, cue: Occurrence) -> bool:
    """Tell whether a relative leads in the cue: الدول التي رحبت، ما وصفه."""
    if cue.first == 0 or scene.tokens[cue.first - 1].norm not in RELATIVES | {"ما", "من", "مما"}:
        return False
    before = cue.first - 2
    while before > 0 and scene.tokens[before].norm in COMMAS:
        before -= 1
    mention = scene.mention_at(before) if before >= 0 else None
    return mention is None or mention.kind != "person"
