"""Who said it: the subject of the cue, before or after it, or the last speaker it agrees with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from taqarub.extract.quotations.agreement import disagrees, misfits
from taqarub.extract.quotations.clauses import Clauses
from taqarub.extract.quotations.drafts import Draft
from taqarub.extract.quotations.memory import Memory
from taqarub.extract.quotations.scene import Occurrence, Scene
from taqarub.extract.quotations.strangers import stranger
from taqarub.extract.quotations.subjects import Subject, read_subject, subject_of
from taqarub.model import Evidence, Mention, Quotation, Span
from taqarub.text import folded

_FROM, _QUOTING = folded("عن"), folded("نقلا")
_LOCAL = frozenset((
    "official", "source", "spokesperson", "officer", "soldier",
    "minister", "president", "government", "police", "army", "authority", "opposition",
    "member of parliament", "leader", "judge", "court",
))  # fmt: skip
"""Nouns for people of the state an article is about, where it names none."""

_CROWD = frozenset(("protester", "participant", "resident", "eyewitness", "organiser"))
"""Nouns for people of the place they are told at."""
_AROUND = 60

_Rule = tuple[str, Callable[[], Subject | None]]


def attribute(scene: Scene, drafts: Sequence[Draft]) -> list[Quotation]:
    """Give each content its speaker; what nobody is told to have said is dropped unless verbatim."""
    speakers, found = _Speakers(scene), list[Quotation]()
    verbatim = {span.start for span in scene.quote_at.values()}
    for draft in sorted(drafts, key=lambda draft: (draft.cue.first, draft.start)):
        subject, reason = speakers.speaker(draft)
        if subject is None and draft.start not in verbatim:
            continue
        found.append(_quotation(scene, draft, subject, reason, speakers.carrier(draft, subject)))
        if subject is not None:
            speakers.memory.keep(draft, subject)
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _quotation(scene: Scene, draft: Draft, subject: Subject | None, reason: str, via: str | None) -> Quotation:
    text, cue = scene.view.text, draft.cue
    cue_span = Span(cue.start, cue.end)
    rule = f"quotations.{cue.form.shape}.{draft.link}" if draft.source is None else "quotations.source"
    spans = (cue_span, subject.span) if subject is not None else (cue_span,)
    return Quotation(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        direct=_has_marks(scene, draft),
        speaker=subject.name if subject is not None else "unnamed",
        country=subject.code if subject is not None else None,
        cue=text[cue.start : cue.end],
        evidence=Evidence(rule, cue.cue.entry, spans, reason),
        via=via,
        cue_span=cue_span,
        speaker_span=subject.span if subject is not None else None,
    )


def _has_marks(scene: Scene, draft: Draft) -> bool:
    if scene.view.quoted_at(draft.start) is not None:
        return True
    at = bisect_left(scene.view.quoted, draft.start, key=lambda span: span.start)
    return at < len(scene.view.quoted) and scene.view.quoted[at].start < draft.end


class _Speakers:
    """Finds speakers one content after the other."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = Memory(scene)
        self.clauses = Clauses(scene)

    def speaker(self, draft: Draft) -> tuple[Subject | None, str]:
        """Return the speaker of a draft and the reason for it, in English."""
        subject, reason = self._first_found(draft)
        if subject is not None and (holder := self._holder(subject)) is not None:
            return replace(subject_of(holder), span=subject.span), "an office told without a state, for whom it led in"
        if subject is not None and subject.definite:
            known = self.memory.taken_up(subject, draft.cue)
            if known is not None:
                return replace(known, span=subject.span), "a definite noun for the last speaker of its kind"
            if not subject.name and (last := self.memory.last(draft.cue)) is not None:
                return replace(last, span=subject.span), "a definite noun for the last speaker"
            if not subject.name:
                words = self.scene.view.text[subject.span.start : subject.span.end]
                name = self.scene.view.lexicon.name_words.romanize(words, "arabic")
                return replace(subject, name=name or "unnamed"), "a noun nobody knows, romanized"
        if subject is not None and subject.code is None and subject.lemma in _LOCAL:
            subject = replace(subject, code=self.memory.focus)
        if subject is not None and subject.code is None and subject.lemma in _CROWD:
            subject = self._on_the_spot(subject)
        return subject, reason

    def _on_the_spot(self, subject: Subject) -> Subject:
        """Say where protesters or witnesses are: at the place told last before them, else soon after."""
        at = self.scene.view.token_at(subject.span.start)
        stop = self.scene.view.sentences[self.scene.view.sentence_at(subject.span.start)].stop
        for index in (*range(at, max(0, at - _AROUND), -1), *range(at, min(stop, at + _AROUND))):
            mention = self.scene.mention_at(index)
            if mention is not None and mention.kind == "place" and mention.code:
                return replace(subject, name=f"{subject.name} in {mention.name}", code=mention.code)
        return subject

    def _holder(self, subject: Subject) -> Mention | None:
        """Return whom a bare title means, where the article has led somebody in by it."""
        mention = self.scene.mention_at(self.scene.view.token_at(subject.span.start))
        if mention is None or mention.kind != "person" or mention.form == "name" or mention.start != subject.span.start:
            return None
        words = [folded(word) for word in mention.text.split()]
        return self.memory.titles.introduced(words) if len(words) > 1 else None

    def carrier(self, draft: Draft, subject: Subject | None) -> str | None:
        """Return the outer speaker of speech inside speech, else the outlet the words came through."""
        around = self.memory.outer(draft)
        if around is not None:
            return around.subject.name
        scene, cue = self.scene, draft.cue
        for index in range(max(0, cue.first - 6), min(max(draft.token, cue.last + 1), len(scene.tokens))):
            mention = scene.mention_at(index)
            if mention is not None and (mention.code or "").endswith("-MED"):
                return mention.name if subject is None or mention.name != subject.name else None
        return None

    def _first_found(self, draft: Draft) -> tuple[Subject | None, str]:
        for reason, rule in self._rules(draft):
            subject = rule()
            if subject is not None:
                return subject, reason
        return None, "verbatim words whose speaker is not told"

    def _rules(self, draft: Draft) -> list[_Rule]:
        """List the ways to a speaker that fit the cue, best first."""
        scene, cue, memory, clauses = self.scene, draft.cue, self.memory, self.clauses
        source, stop = draft.source, self._stop(draft)
        if source is not None:
            agent = source.agent
            return [
                ("quoted by the source named", lambda: self._second_hand(agent, source.last + 1)),
                ("named by the source phrase", lambda: read_subject(scene, agent, source.last + 1, "ل")),
            ]
        begin = clauses.start(cue)
        quoted: _Rule = ("quoted by the subject of the verb", lambda: self._after_from(cue, stop))
        first_name: _Rule = ("first named in the clause", lambda: clauses.first_named(begin, cue.first))
        before: _Rule = ("first named in the sentence before", lambda: clauses.sentence_before(cue))
        relative: _Rule = ("what the relative clause is about", lambda: clauses.antecedent(cue))
        main_clause: _Rule = ("subject of the main clause", lambda: memory.in_clause(cue, begin))
        governing: _Rule = ("subject of the clause's first verb", lambda: clauses.governing(cue))
        pair: _Rule = ("dual verb: the two named last", lambda: memory.pair(cue))
        last: _Rule = ("dropped subject: the last speaker", lambda: memory.last(cue))
        if cue.form.shape == "participle":
            own: _Rule = ("subject after the participle", lambda: self._beside(draft))
            return [own, main_clause, governing, first_name, last, before]
        if cue.form.shape == "noun" and (cue.pronoun or cue.prefix.endswith("ب")):
            carried: _Rule = ("the pronoun takes up whom the carrier quotes", lambda: self._carried(cue))
            return [carried, main_clause, last, first_name, before]
        return [
            *([quoted] if cue.cue.carries else ()),
            ("quoted by the subject of the verb", lambda: self._second_hand(cue.last, stop)),
            ("subject between كان and the verb", lambda: clauses.after_was(cue)),
            ("subject before the verb", lambda: clauses.topic(cue)),
            *([relative] if not cue.pronoun else ()),
            ("subject after the verb", lambda: self._after(cue, stop)),
            relative,
            ("subject of the clause around it", lambda: clauses.around(cue)),
            ("noun right before the verb", lambda: clauses.before(cue)),
            ("subject of the speech it is told in", lambda: memory.told_in(draft)),
            *([pair] if cue.form.agrees == "d" else ()),
            main_clause,
            *([governing] if (cue.joined or cue.form.present) and cue.first > begin else ()),
            last,
            first_name,
            before,
        ]

    def _stop(self, draft: Draft) -> int:
        """Return the token before which a subject after the cue must stand."""
        if draft.link == "before":
            return self.scene.sentence_of(draft.cue).stop
        return max(draft.token, draft.cue.last + 1)

    def _after(self, cue: Occurrence, stop: int) -> Subject | None:
        """Read a subject after its verb, which is singular there and agrees with it."""
        scene, first = self.scene, cue.last + 1
        if stop <= first or cue.form.agrees in ("p", "d") or self._is_object(first, cue):
            return None
        subject = read_subject(scene, first, stop)
        if subject is None:  # وأكد فلان: a name nobody knows, told before
            known = scene.covering[first] < 0 and scene.is_noun(first)
            return self.memory.called(first) if known else None
        patient = subject.kind == "unknown" and cue.cue.patient  # ووصف اللقاء بأنه
        return None if patient or misfits(scene, subject, cue.form.agrees) else subject

    def _is_object(self, first: int, cue: Occurrence) -> bool:
        """Tell whether no subject begins at token `first`: a preposition does, or a name that does not agree."""
        scene, norm, mention = self.scene, self.scene.tokens[first].norm, self.scene.mention_at(first)
        if norm in scene.cues.prepositions:
            return True
        if mention is not None:
            return scene.prefixed(mention, first, "لب") or disagrees(scene, mention, cue.form.agrees)
        nouns = scene.view.lexicon.speakers.at(scene.tokens, first)
        joined = norm[0] in "لب" and norm[1:] in scene.cues.agents
        return joined or any(set(hit.prefix) & set("لب") for hit in nouns)

    def _beside(self, draft: Draft) -> Subject | None:
        """Read a person between a participle and its object: مؤكدا الوزير حرص بلاده."""
        mention = self.scene.mention_at(min(draft.cue.last + 1, len(self.scene.tokens) - 1))
        if draft.link != "object" or mention is None or mention.kind != "person" or mention.end > draft.start:
            return None
        return subject_of(mention)

    def _after_from(self, cue: Occurrence, stop: int) -> Subject | None:
        """Read who is quoted: نقلت الوكالة عن الوزير."""
        for index in range(cue.last + 1, stop):
            if self.scene.tokens[index].norm == _FROM:
                return self._quoted_at(index + 1, stop)
        return None

    def _quoted_at(self, first: int, stop: int) -> Subject | None:
        subject = read_subject(self.scene, first, stop)
        if subject is not None and (subject.name or subject.definite):
            return subject
        named = stranger(self.scene, first, stop)
        return Subject(named[0], None, named[1], "person") if named is not None else None

    def _second_hand(self, first: int, stop: int) -> Subject | None:
        """Read whom an outlet quotes: بحسب الصحيفة نقلا عن مسؤولين."""
        for index in range(first + 1, stop):
            before = self.scene.tokens[index - 1].norm
            if self.scene.tokens[index].norm == _FROM and before == _QUOTING:
                return self._quoted_at(index + 1, stop)
        return None

    def _carried(self, cue: Occurrence) -> Subject | None:
        """Read whose words قوله means after a carrier: نقلت الوكالة عن الوزير قوله."""
        scene = self.scene
        for index in range(cue.first - 1, max(scene.sentence_of(cue).first, cue.first - 30) - 1, -1):
            other = scene.cue_at.get(index)
            if other is not None and other.cue.carries:
                return self._after_from(other, cue.first)
        return None
