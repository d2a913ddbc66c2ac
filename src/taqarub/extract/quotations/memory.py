"""The speakers of an article so far, and whom a dropped subject or a definite noun means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from taqarub.extract.quotations.drafts import Draft
from taqarub.extract.quotations.scene import COMMAS, STOPS, Occurrence, Scene
from taqarub.extract.quotations.subjects import Subject, read_subject, subject_of
from taqarub.extract.quotations.titles import Titles
from taqarub.model import Mention, Span
from taqarub.text import folded

_BACK = 12
"""Speakers back in which one is looked for."""
_ISSUED = tuple(map(folded, ("صدر", "أصدر")))
_BESIDE = 7
"""Tokens after a paper in which its issuer stands."""
_FAR = 250
"""Tokens back in which a pair is looked for."""
_SELF = frozenset(("source", "spokesperson", "official", "dignitary", "expert", "analyst", "researcher", "person"))
"""Nouns that may mean whoever spoke last: a title of his need not have been told."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker, the gender or number of the verb that reports him, and the speech he is quoted in."""

    subject: Subject
    agrees: str
    sentence: int
    draft: Draft
    inside: Draft | None


class Memory:
    """Who spoke, in the order of the cues."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.spoken: list[Spoken] = []
        self.titles = Titles(scene)
        states = Counter(m.code for m in scene.mentions if m.kind == "state" and m.code)
        self.focus = min(states, key=lambda code: (-states[code], code)) if states else None

    def keep(self, draft: Draft, subject: Subject) -> None:
        """Remember who spoke."""
        agrees = draft.cue.form.agrees if draft.cue.form.shape in ("verb", "participle") else ""
        around = self.outer(draft)
        sentence = self.scene.view.sentence_at(draft.cue.start)
        self.spoken.append(Spoken(subject, agrees, sentence, draft, around.draft if around else None))

    def outer(self, draft: Draft) -> Spoken | None:
        """Return the speech a draft is told in."""
        for spoken in reversed(self.spoken[-_BACK:]):
            if spoken.draft.start <= draft.cue.start and draft.end <= spoken.draft.end:
                return spoken
        return None

    def last(self, cue: Occurrence) -> Subject | None:
        """Return the last speaker that agrees with the verb, else the last one.

        Source phrases count only where nobody else spoke.
        """
        recent = [spoken for spoken in self.spoken[-_BACK:] if _same_level(spoken, cue)]
        told = [spoken for spoken in recent if spoken.draft.source is None] or recent
        for spoken in reversed(told):
            if not _clash(spoken.agrees, cue.form.agrees):
                return spoken.subject
        return told[-1].subject if told else None

    def in_clause(self, cue: Occurrence, begin: int) -> Subject | None:
        """Return the last speaker of the cue's sentence from token `begin` on, rather one it agrees with."""
        sentence, found = self.scene.view.sentence_at(cue.start), list[Spoken]()
        for spoken in reversed(self.spoken[-_BACK:]):
            first = spoken.draft.cue.first
            if spoken.sentence == sentence and begin <= first < cue.first and _same_level(spoken, cue):
                found.append(spoken)
        agreeing = (spoken for spoken in found if not _clash(spoken.agrees, cue.form.agrees))
        any_other = found[0] if found and cue.form.shape != "verb" else None
        best = next(agreeing, any_other)
        return best.subject if best is not None else None

    def told_in(self, draft: Draft) -> Subject | None:
        """Return the first name of the speech a draft is told in: قال القصر إن الرئيس اتصل بنظيره وتمنى…."""
        around, scene = self.outer(draft), self.scene
        if around is None or around.draft.source is not None:
            return None
        first = scene.view.token_at(around.draft.start)
        if scene.view.sentence_at(around.draft.start) != scene.view.sentence_at(draft.cue.start):
            return None
        mention = scene.mention_at(first)
        if mention is None or mention.kind == "place" or mention.form == "nisba":
            return None
        return read_subject(scene, first, draft.cue.first)

    def taken_up(self, subject: Subject, cue: Occurrence) -> Subject | None:
        """Return whom a definite noun means: the last speaker of its kind, the last one the article calls so."""
        recent = [spoken for spoken in self.spoken[-_BACK:] if _same_level(spoken, cue)]
        told = [spoken.subject for spoken in reversed(recent)]
        if subject.kind == "pair":
            return self._same_noun(subject, told) or self.pair(cue)
        if subject.kind == "paper":
            return self._same_noun(subject, told) or self._issuer(subject, cue, recent)
        if subject.lemma == "source":
            return self._same_noun(subject, told) or (told[0] if told else self._last_outlet(cue))
        known = self._same_noun(subject, told) or self._called(subject, cue, told)
        if known is not None or subject.kind not in ("outlet", "body", "person"):
            return known
        return next((other for other in told if _same_kind(subject, other)), None)

    def _same_noun(self, subject: Subject, told: list[Subject]) -> Subject | None:
        """Return the last speaker described by the same noun."""
        for other in told:
            same_code = subject.code is None or subject.code == other.code
            if same_code and subject.noun and subject.lemma == other.lemma != "":
                return other
        return None

    def _called(self, subject: Subject, cue: Occurrence, told: list[Subject]) -> Subject | None:
        """Return the last speaker who bears the noun as a title, else the last one named who does."""
        for other in told:
            same_state = not subject.code or not other.code or subject.code[:3] == other.code[:3]
            if same_state and other.key and self.titles.bears(other.key, subject.noun, subject.lemma):
                return other
        mention = self.titles.last(subject.noun, cue.first, subject.code)
        return subject_of(mention) if mention is not None else None

    def _issuer(self, subject: Subject, cue: Occurrence, recent: list[Spoken]) -> Subject | None:
        """Return whose statement it is: the last speaker, if it was told beside his words or he is no person."""
        named = self._named_beside(subject.noun, cue)
        if named is not None:
            return named
        for spoken in reversed(recent):
            sentence = self.scene.view.sentences[spoken.sentence]
            told = any(
                token.norm.endswith(subject.noun.removeprefix("ال"))
                for token in self.scene.tokens[sentence.first : min(sentence.stop, sentence.first + _FAR)]
            )
            same_state = not subject.code or subject.code == spoken.subject.code
            if same_state and (told or spoken.subject.kind in ("organization", "state")):
                return spoken.subject
        return None

    def called(self, index: int) -> Subject | None:
        """Return the last speaker in whose name or description the word of a token stands."""
        word = self.scene.tokens[index].norm
        for spoken in reversed(self.spoken[-_BACK:]):
            span = spoken.subject.span
            at = self.scene.view.token_at(span.start)
            while at < len(self.scene.tokens) and self.scene.tokens[at].start < span.end:
                if self.scene.tokens[at].norm == word:
                    return spoken.subject
                at += 1
        return None

    def _last_outlet(self, cue: Occurrence) -> Subject | None:
        for index in range(cue.first - 1, max(0, cue.first - _FAR), -1):
            mention = self.scene.mention_at(index)
            if mention is not None and (mention.code or "").endswith("-MED"):
                return subject_of(mention)
        return None

    def _named_beside(self, noun: str, cue: Occurrence) -> Subject | None:
        """Return the body told beside the last mention of a paper: بيان صادر عن الوزارة، تقرير للمنظمة."""
        scene, core = self.scene, noun.removeprefix("ال")
        for index in range(cue.first - 1, max(0, cue.first - 2 * _FAR), -1):
            if scene.tokens[index].norm not in (core, core + "ا", "ب" + core):
                continue
            for at in range(index + 1, min(index + _BESIDE, cue.first)):
                mention = scene.mention_at(at)
                if mention is not None and mention.kind in ("organization", "person") and mention.form != "nisba":
                    return subject_of(mention)
                if mention is None and self._leaves_paper(at):
                    break
        return None

    def _leaves_paper(self, index: int) -> bool:
        """Tell whether the words about a paper and its issuer are over."""
        scene, norm = self.scene, self.scene.tokens[index].norm
        verb = scene.view.lexicon.frames.is_verb(norm) and not norm.startswith(_ISSUED)
        return verb or norm in COMMAS | STOPS or scene.is_that(index) or index in scene.cue_at

    def pair(self, cue: Occurrence) -> Subject | None:
        """Return the last two people or states named side by side (الوزير ونظيره) before the cue."""
        scene = self.scene
        later: Mention | None = None
        for index in range(cue.first - 1, max(0, cue.first - _FAR), -1):
            mention = scene.mention_at(index)
            if mention is None or mention is later or mention.form == "nisba":
                continue
            if mention.kind not in ("person", "state"):
                continue
            if later is not None and later.kind == mention.kind and later.key != mention.key:
                at = scene.view.token_at(later.start)
                if scene.prefixed(later, at, "و") and at - index <= 8:
                    name = f"{mention.name} and {later.name}"
                    return Subject(name, mention.code, Span(mention.start, later.end), mention.kind)
            later = mention
        return None


def _same_level(spoken: Spoken, cue: Occurrence) -> bool:
    """Tell whether a speaker neither was quoted in speech `cue` stands outside of nor speaks around it."""
    if spoken.inside is not None and not spoken.inside.start <= cue.start < spoken.inside.end:
        return False
    return not spoken.draft.start <= cue.start < spoken.draft.end


def _clash(first: str, second: str) -> bool:
    """Tell whether two agreements differ in gender or number."""
    return bool(first) and bool(second) and first != second


def _same_kind(subject: Subject, known: Subject) -> bool:
    """Tell whether a definite noun may take up a known speaker nobody called so."""
    if subject.kind == "outlet":
        return (known.code or "").endswith("MED")
    if subject.kind == "body":
        return known.kind == "organization"
    same_state = not subject.code or not known.code or subject.code.split("-")[0] == known.code.split("-")[0]
    described = known.lemma and subject.lemma not in _SELF
    return known.kind == "person" and not described and same_state
