"""What the quotation rules look at: the view with its mentions, quoted stretches and cues laid over the tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from taqarub.extract.view import View
from taqarub.lexicon.cues import Cue, CueForm, Cues
from taqarub.model import Mention, Span
from taqarub.text import Token, folded
from taqarub.text.tokens import without_pronoun

OPENING_MARKS = frozenset("\"«“”„‹″{'’‘")
MARKS = frozenset("\"«»“”„‹›″{}'’‘")
COMMAS = frozenset("،,")
DASHES = frozenset("-–—")
_NEGATIONS = frozenset(folded(word) for word in ("لم", "لا", "لن", "ولم", "ولا", "ولن", "فلم"))
_THAT = frozenset(
    folded(prefix + "أن" + pronoun)
    for prefix in ("", "ب")
    for pronoun in ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "نى")
)
_BEFORE_OTHER_THAT = frozenset(
    folded(word)
    for word in (
        "بعد قبل دون بدون منذ إلا غير بيد رغم علما حيث إذ كما لو يمكن يجب ينبغي تريد يريد لولا أما قد حتى شرط شريطة مع"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A cue in the text: tokens `first` to `last`, the form it has, its proclitics and attached pronoun."""

    form: CueForm
    first: int
    last: int
    start: int
    end: int
    prefix: str
    pronoun: str

    @property
    def cue(self) -> Cue:
        """The lexicon entry."""
        return self.form.cue

    @property
    def joined(self) -> bool:
        """Whether 'and' leads it in: a new act of speech, not one told inside another."""
        return self.prefix[:1] in ("و", "ف")


@dataclass(slots=True)
class Scene:
    """A view made ready for the quotation rules. Built once per article, in linear time."""

    view: View
    mentions: Sequence[Mention]
    cues: Cues
    covering: list[int] = field(default_factory=list)
    """For each token, the index of the mention it belongs to, or -1."""
    occurrences: list[Occurrence] = field(default_factory=list)
    cue_at: dict[int, Occurrence] = field(default_factory=dict)
    """Occurrence by its first token."""
    quote_at: dict[int, Span] = field(default_factory=dict)
    """Quoted stretch by the token index of its opening mark."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the view."""
        return self.view.tokens

    def mention_at(self, index: int) -> Mention | None:
        """The mention a token belongs to."""
        at = self.covering[index]
        return self.mentions[at] if at >= 0 else None

    def mention_end(self, index: int) -> int:
        """Index of the first token after the mention that covers token `index`."""
        at = self.covering[index]
        stop = index + 1
        while stop < len(self.covering) and self.covering[stop] == at:
            stop += 1
        return stop

    def after_quote(self, index: int) -> int:
        """Index of the first token after the stretch whose opening mark is token `index`, its closing mark skipped."""
        span = self.quote_at[index]
        stop = self.view.token_at(span.end)
        return stop + 1 if self.tokens[stop].start >= span.end else stop + 1

    def is_that(self, index: int) -> bool:
        """Whether a token is the إن or أن of reported speech, with or without ب and pronoun."""
        if self.tokens[index].norm not in _THAT:
            return False
        return index == 0 or self.tokens[index - 1].norm.removeprefix("و") not in _BEFORE_OTHER_THAT

    def is_noun(self, index: int) -> bool:
        """Whether a token may begin a noun phrase: a word that is no preposition, adverb, cue or number sign."""
        token = self.tokens[index]
        if not token.is_word or token.norm in self.cues.prepositions or token.norm in self.cues.adverbs:
            return False
        return index not in self.cue_at and not self.is_that(index) and token.norm not in _NEGATIONS

    def is_head(self, index: int) -> bool:
        """Whether a token is a noun of speech, attitude or happening, with or without article and pronoun."""
        norm = self.tokens[index].norm
        bare = norm.removeprefix("ال")
        heads = self.cues.heads
        return norm in heads or bare in heads or any(stem in heads for stem, _ in without_pronoun(norm))

    def has_preposition(self, index: int, preposition: str) -> bool:
        """Whether a token is `preposition` or has it joined in front."""
        norm = self.tokens[index].norm
        if norm == preposition:
            return True
        if len(preposition) > 1 or len(norm) < 3 or not self.tokens[index].is_word:
            return False
        if preposition == "ب":
            at = self.covering[index]
            whole_name = at >= 0 and self.mentions[at].start <= self.tokens[index].start
            return norm[0] == "ب" and norm not in self.cues.own_b and not whole_name
        if preposition == "ل":
            return norm.startswith(("لل", "لت")) and norm not in ("للغايه", "للمره")
        return False


def build_scene(view: View, mentions: Sequence[Mention], cues: Cues) -> Scene:
    """Lay mentions, quoted stretches and cues over the tokens."""
    scene = Scene(view, mentions, cues)
    scene.covering = _cover(view, mentions)
    for span in view.quoted:
        mark = view.token_at(span.start - 1)
        if view.tokens and view.tokens[mark].start == span.start - 1:
            scene.quote_at[mark] = span
    for occurrence in _occurrences(view, cues):
        scene.occurrences.append(occurrence)
        scene.cue_at[occurrence.first] = occurrence
    return scene


def _cover(view: View, mentions: Sequence[Mention]) -> list[int]:
    covering = [-1] * len(view.tokens)
    for at, mention in enumerate(mentions):
        index = view.token_at(mention.start)
        while index < len(view.tokens) and view.tokens[index].start < mention.end:
            if covering[index] < 0 and view.tokens[index].end > mention.start:
                covering[index] = at
            index += 1
    return covering


def _occurrences(view: View, cues: Cues) -> Iterator[Occurrence]:
    for hit in view.find(cues.index):
        occurrence = Occurrence(hit.value, hit.first, hit.last, hit.start, hit.end, hit.prefix, hit.pronoun)
        if not _excluded(view, occurrence):
            yield occurrence


def _excluded(view: View, occurrence: Occurrence) -> bool:
    """Whether a cue only looks like one: denied, to come, or said by nobody (ويذكر أن)."""
    tokens, first = view.tokens, occurrence.first
    if "س" in occurrence.prefix or "ك" in occurrence.prefix:
        return True
    if occurrence.form.shape in ("verb", "participle") and first:
        before = tokens[first - 1].norm
        if before in _NEGATIONS or (before in _THAT and occurrence.form.present):
            return True
    if "pronoun" in occurrence.cue.needs and occurrence.form.shape == "verb" and not occurrence.pronoun:
        return True
    return _impersonal(view, occurrence)


def _impersonal(view: View, occurrence: Occurrence) -> bool:
    form, following = occurrence.form, occurrence.last + 1
    if form.shape != "verb" or not form.present or form.agrees != "m" or occurrence.pronoun:
        return False
    opens = occurrence.first == view.sentences[view.sentence_at(occurrence.start)].first
    said_by_none = occurrence.cue.id in ("mention", "notice", "believe", "expect", "deem-likely", "suppose", "record")
    return said_by_none and opens and following < len(view.tokens) and view.tokens[following].norm in _THAT
