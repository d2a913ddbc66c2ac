"""The speakers of an article so far, and whom a dropped subject or a definite noun means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from taqarub.extract.quotations.drafts import Draft
from taqarub.extract.quotations.scene import Occurrence, Scene
from taqarub.extract.quotations.subjects import Subject, read_subject, subject_of
from taqarub.model import Mention, Span

_BACK = 12
"""Speakers back in which one is looked for."""
_FAR = 250
"""Tokens back in which a pair is looked for."""
_BODIES = frozenset(
    ("government", "court", "committee", "organisation", "company", "party", "army", "police")
)


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
            if not spoken.agrees or not cue.form.agrees or spoken.agrees == cue.form.agrees:
                return spoken.subject
        return told[-1].subject if told else None

    def in_clause(self, cue: Occurrence, begin: int) -> Subject | None:
        """Return the last speaker of the cue's sentence from token `begin` on."""
        sentence = self.scene.view.sentence_at(cue.start)
        for spoken in reversed(self.spoken[-_BACK:]):
            first = spoken.draft.cue.first
            if spoken.sentence == sentence and begin <= first < cue.first and _same_level(spoken, cue):
                return spoken.subject
        return None

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
        """Return whom a definite noun means: the last speaker of its kind, the last body or outlet named."""
        for spoken in reversed(self.spoken[-_BACK:]):
            if _same_level(spoken, cue) and _same_kind(subject, spoken.subject):
                return spoken.subject
        if subject.kind == "pair":
            return self.pair(cue)
        if subject.kind == "paper":
            return self.last(cue)
        if subject.lemma == "source" and self.spoken:
            return self.spoken[-1].subject
        if subject.lemma in _BODIES or subject.kind == "outlet":
            return self._last_named(cue, subject.kind == "outlet")
        return None

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

    def _last_named(self, cue: Occurrence, outlet: bool) -> Subject | None:
        for index in range(cue.first - 1, max(0, cue.first - _FAR), -1):
            mention = self.scene.mention_at(index)
            if mention is None or mention.kind != "organization":
                continue
            if (mention.code or "").endswith("MED") == outlet:
                return subject_of(mention)
        return None


def _same_level(spoken: Spoken, cue: Occurrence) -> bool:
    """Tell whether a speaker neither was quoted in speech `cue` stands outside of nor speaks around it."""
    if spoken.inside is not None and not spoken.inside.start <= cue.start < spoken.inside.end:
        return False
    return not spoken.draft.start <= cue.start < spoken.draft.end


def _same_kind(subject: Subject, known: Subject) -> bool:
    """Tell whether a definite noun may take up a known speaker."""
    if subject.lemma and subject.lemma == known.lemma:
        return subject.code is None or subject.code == known.code
    if subject.kind == "outlet":
        return (known.code or "").endswith("MED")
    if subject.kind == "paper":
        return known.kind in ("organization", "state")
    if subject.lemma in _BODIES:
        return known.kind == "organization"
    if subject.kind != "person" or subject.lemma == "source":
        return False
    same_state = not subject.code or not known.code or subject.code.split("-")[0] == known.code.split("-")[0]
    return known.kind == "person" and not known.lemma and same_state
