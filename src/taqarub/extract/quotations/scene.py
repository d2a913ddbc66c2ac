"""What the quotation rules look at: mentions, quoted stretches and cues laid over the tokens of a view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from taqarub.extract.view import Sentence, View
from taqarub.lexicon.cues import Cue, CueForm, Cues
from taqarub.model import Mention, Span
from taqarub.text import Token, folded
from taqarub.text.tokens import without_pronoun

MARKS = frozenset("\"«»“”„‹›″{}'’‘")
COMMAS = frozenset("،,")
DASHES = frozenset("-–—")
STOPS = frozenset(".:;?!")


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text).split())


RELATIVES = _words("الذي التي الذين اللذان اللذين اللتان اللتين")
CONTRASTS = _words("فيما وفيما بينما وبينما حين")
_ALSO_PREPOSITIONS = frozenset(("clarify", "express"))
_SAID_EVEN_IF_DENIED = frozenset(("rule-out", "doubt"))
"""Not to rule something out is to say something about it: لم يستبعد."""
_NEAR = 5
_BEFORE_NOUNS = _words("في من إلى على لدى خلال عند منذ نحو عدم بعدم لعدم دون بدون إثر عقب رغم")
"""Prepositions that no verb follows: لدى طلب تعليق."""
_NEGATIONS = _words("لم لا لن ولم ولا ولن فلم")
_TANWIN = "\u064b"
_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي")
_THAT = frozenset(prefix + "ان" + pronoun for prefix in ("", "ب") for pronoun in _PRONOUNS)
_OTHER_THAT = _words(
    "بعد قبل دون بدون منذ إلا غير بيد رغم علما حيث إذ كما لو يمكن يجب ينبغي تريد يريد لولا أما قد حتى شرط شريطة مع"
)
"""Words whose أن is their own: بعد أن، يجب أن."""


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
    """A view made ready for the quotation rules, once per article and in linear time.

    `covering` gives for each token the index of the mention it belongs to, or -1; `cue_at` the cue that
    begins at a token, `quote_at` the quoted stretch whose opening mark a token is.
    """

    view: View
    mentions: Sequence[Mention]
    cues: Cues
    covering: list[int] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    cue_at: dict[int, Occurrence] = field(default_factory=dict)
    quote_at: dict[int, Span] = field(default_factory=dict)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the view."""
        return self.view.tokens

    def sentence_of(self, cue: Occurrence) -> Sentence:
        """Return the sentence a cue stands in."""
        return self.view.sentences[self.view.sentence_at(cue.start)]

    def mention_at(self, index: int) -> Mention | None:
        """Return the mention a token belongs to."""
        at = self.covering[index]
        return self.mentions[at] if at >= 0 else None

    def mention_end(self, index: int) -> int:
        """Return the first token after the mention that covers token `index`."""
        at, stop = self.covering[index], index + 1
        while stop < len(self.covering) and self.covering[stop] == at:
            stop += 1
        return stop

    def prefixed(self, mention: Mention, index: int, letters: str) -> bool:
        """Tell whether one of `letters` is joined to a mention that begins in token `index`: لوكالة."""
        token = self.tokens[index]
        return token.has_clitic(mention.start) and token.norm[0] in letters

    def after_quote(self, index: int) -> int:
        """Return the first token after the stretch that the mark at token `index` opens."""
        return self.view.token_at(self.quote_at[index].end) + 1

    def words_in(self, first: int, stop: int, limit: int = 40) -> int:
        """Count the words from token `first` to before `stop`, no further than `limit` tokens."""
        return sum(token.is_word for token in self.tokens[first : min(stop, first + limit)])

    def is_that(self, index: int) -> bool:
        """Tell whether a token is the إن or أن of reported speech, with or without ب and pronoun."""
        if self.tokens[index].norm not in _THAT:
            return False
        return index == 0 or self.tokens[index - 1].norm.removeprefix("و") not in _OTHER_THAT

    def is_noun(self, index: int) -> bool:
        """Tell whether a token may begin a noun phrase: a word that is no preposition, adverb or cue."""
        token = self.tokens[index]
        if not token.is_word or token.norm in self.cues.prepositions or token.norm in self.cues.adverbs:
            return False
        return index not in self.cue_at and not self.is_that(index) and token.norm not in _NEGATIONS

    def is_head(self, index: int) -> bool:
        """Tell whether a token is a noun of speech, attitude or happening, article and pronoun aside."""
        norm, heads = self.tokens[index].norm, self.cues.heads
        return norm.removeprefix("ال") in heads or any(stem in heads for stem, _ in without_pronoun(norm))

    def has_preposition(self, index: int, preposition: str) -> bool:
        """Tell whether a token is `preposition` or has it joined in front."""
        norm = self.tokens[index].norm
        if norm == preposition:
            return True
        if len(preposition) > 1 or len(norm) < 3 or not self.tokens[index].is_word:
            return False
        if preposition == "ب":
            mention = self.mention_at(index)
            own_letter = mention is not None and mention.start <= self.tokens[index].start  # باريس
            return norm[0] == "ب" and norm not in self.cues.own_b and not own_letter
        return preposition == "ل" and norm.startswith(("لل", "لت"))


def build_scene(view: View, mentions: Sequence[Mention], cues: Cues) -> Scene:
    """Lay mentions, quoted stretches and cues over the tokens."""
    scene = Scene(view, mentions, cues, _cover(view, mentions))
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
    named = [at for at, mention in enumerate(mentions) if not mention.key.startswith("office:")]
    vacant = [at for at, mention in enumerate(mentions) if mention.key.startswith("office:")]
    for at in (*named, *vacant):  # the body inside أستاذ في جامعة بغداد counts more than the office around it
        mention = mentions[at]
        index = view.token_at(mention.start)
        while index < len(view.tokens) and view.tokens[index].start < mention.end:
            if covering[index] < 0 and view.tokens[index].end > mention.start:
                covering[index] = at
            index += 1
    return covering


def _occurrences(view: View, cues: Cues) -> Iterator[Occurrence]:
    for hit in view.find(cues.index):
        cue = Occurrence(hit.value, hit.first, hit.last, hit.start, hit.end, hit.prefix, hit.pronoun)
        if not _excluded(view, cue) and not _impersonal(view, cue):
            yield cue


def _excluded(view: View, cue: Occurrence) -> bool:
    """Tell whether a cue is denied, to come, wished for, or lacks the pronoun it needs."""
    if "س" in cue.prefix or "ك" in cue.prefix or (cue.form.shape == "participle" and cue.pronoun):
        return True
    if cue.form.shape == "verb" and not cue.prefix and cue.cue.id in _ALSO_PREPOSITIONS and not _is_doubled(view, cue):
        return True
    if cue.form.agrees == "d" and _TANWIN in view.text[cue.start : cue.end + 1]:
        return True  # تعهداً is no dual
    if cue.form.shape in ("verb", "participle") and cue.first:
        before = view.tokens[cue.first - 1].norm
        if before in _BEFORE_NOUNS and cue.form.shape == "verb" and not cue.form.present:
            return True
        denied = before in _NEGATIONS and cue.cue.id not in _SAID_EVEN_IF_DENIED
        if denied or (before in _THAT and cue.form.present):
            return True
    return "pronoun" in cue.cue.needs and cue.form.shape == "verb" and not cue.pronoun


def _is_doubled(view: View, cue: Occurrence) -> bool:
    """Tell whether a word that may be a preposition (بين، عبر) is the verb: doubled in writing, or governing."""
    if "ّ" in view.text[cue.start : cue.end] or cue.form.agrees != "m" or cue.form.present:
        return True
    ahead = [token.norm for token in view.tokens[cue.last + 1 : cue.last + _NEAR]]
    return folded("عن") in ahead[:_NEAR] if cue.cue.id == "express" else bool(_THAT & set(ahead[:2]))


def _impersonal(view: View, cue: Occurrence) -> bool:
    """Tell whether nobody says it: ويذكر أن at the head of a sentence."""
    form, following = cue.form, cue.last + 1
    if not cue.cue.impersonal or not form.present or form.agrees != "m" or cue.pronoun:
        return False
    opens = cue.first == view.sentences[view.sentence_at(cue.start)].first
    return opens and following < len(view.tokens) and view.tokens[following].norm in _THAT
