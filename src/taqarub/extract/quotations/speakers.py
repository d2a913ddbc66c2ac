"""Who said it: the subject of the cue, before or after it, or the last speaker it agrees with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from taqarub.extract.quotations.drafts import Draft
from taqarub.extract.quotations.scene import COMMAS, Occurrence, Scene
from taqarub.extract.quotations.subjects import Subject, read_subject
from taqarub.model import Evidence, Mention, Quotation, Span
from taqarub.text import folded

_FROM = folded("عن")
_WAS = frozenset(folded(word) for word in ("كان", "كانت"))
_CONTRASTS = frozenset(folded(word) for word in ("فيما", "وفيما", "بينما", "وبينما", "حين"))
_BODIES = frozenset(("government", "court", "committee", "organisation", "company", "party", "army", "police"))
_RELATIVE = frozenset(folded(word) for word in ("الذي", "التي", "الذين", "اللذان", "اللذين"))
_AUXILIARY = frozenset(folded(word) for word in ("قد", "كان", "كانت", "وقد", "فقد", "كانوا", "بدوره", "بدورها", "سبق", "نفسه", "ذاته"))
_MEMORY = 12
_LOCAL = frozenset(
    ("official", "source", "spokesperson", "protester", "resident", "eyewitness", "officer", "soldier", "minister", "president",
     "government", "police", "army", "authority", "opposition", "member of parliament", "leader", "judge", "court")
)  # fmt: skip
"""Nouns for people of the state an article is about, where it names none."""
_MASCULINE_STATES = frozenset(("LBN", "IRQ", "JOR", "YEM", "MAR", "SDN", "SSD", "VAT"))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A speaker of the article, with the gender or number of the verb he was reported with."""

    subject: Subject
    agrees: str
    sentence: int
    draft: Draft
    inside: Draft | None
    """The speech this one was told in, if any."""


def attribute(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Quotation]:
    """Quotations in text order; what nobody can be held to have said is dropped, unless it is verbatim."""
    memory = _Memory(scene)
    for draft in sorted(drafts, key=lambda d: (d.cue.first, d.start)):
        subject, reason = memory.speaker(draft)
        if subject is None and not _verbatim(scene, draft):
            continue
        memory.keep(draft, subject)
        memory.found.append(_quotation(scene, draft, subject, reason, memory.carrier(draft, subject)))
    yield from sorted(memory.found, key=lambda quotation: (quotation.start, -quotation.end))


def _verbatim(scene: Scene, draft: Draft) -> bool:
    return any(span.start == draft.start for span in scene.view.quoted)


def _quotation(scene: Scene, draft: Draft, subject: Subject | None, reason: str, via: str | None) -> Quotation:
    text, cue = scene.view.text, draft.cue
    cue_span = Span(cue.start, cue.end)
    speaker_span = subject.span if subject is not None else None
    spans = (cue_span,) if speaker_span is None else (cue_span, speaker_span)
    return Quotation(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        direct=_has_marks(scene, draft),
        speaker=subject.name if subject is not None else "unnamed",
        country=subject.code if subject is not None else None,
        cue=text[cue.start : cue.end],
        evidence=Evidence(f"quotations.{cue.form.shape}.{draft.link}", cue.cue.entry, spans, reason),
        via=via,
        cue_span=cue_span,
        speaker_span=speaker_span,
    )


def _has_marks(scene: Scene, draft: Draft) -> bool:
    around = scene.view.quoted_at(draft.start)
    if around is not None:
        return True
    index = scene.view.token_at(draft.start)
    while index < len(scene.tokens) and scene.tokens[index].start < draft.end:
        if index in scene.quote_at:
            return True
        index += 1
    return False


class _Memory:
    """The speakers of an article so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.spoken: list[_Spoken] = []
        self.found: list[Quotation] = []
        states = Counter(m.code for m in scene.mentions if m.kind == "state" and m.code)
        self.focus = min(states, key=lambda code: (-states[code], code)) if states else None

    def speaker(self, draft: Draft) -> tuple[Subject | None, str]:
        """The speaker of a draft and the reason for it, in English."""
        subject, reason = self._read(draft)
        if subject is None:
            return None, "verbatim words whose speaker is not told"
        if subject.definite:
            taken_up = self._taken_up(subject, draft.cue)
            if taken_up is not None:
                return replace(taken_up, span=subject.span), "a definite noun takes up the last speaker of its kind"
            if not subject.name:
                return self._last(draft.cue), "a definite noun takes up the last speaker"
        if subject.code is None and subject.lemma in _LOCAL:
            subject = replace(subject, code=self.focus)
        return subject, reason

    def keep(self, draft: Draft, subject: Subject | None) -> None:
        """Remember who spoke."""
        if subject is not None:
            agrees = draft.cue.form.agrees if draft.cue.form.shape in ("verb", "participle") else ""
            inside = self._outer(draft)
            self.spoken.append(_Spoken(subject, agrees, self._sentence(draft.cue), draft, inside.draft if inside else None))

    def carrier(self, draft: Draft, subject: Subject | None) -> str | None:
        """The outlet or agency the words came through, or the outer speaker of speech inside speech."""
        outer = self._outer(draft)
        if outer is not None:
            return outer.subject.name
        outlet = self._outlet(draft)
        if outlet is not None and (subject is None or outlet != subject.name):
            return outlet
        return None

    def _sentence(self, cue: Occurrence) -> int:
        return self.scene.view.sentence_at(cue.start)

    def _read(self, draft: Draft) -> tuple[Subject | None, str]:
        scene, cue = self.scene, draft.cue
        if draft.source is not None:
            return read_subject(scene, self._agent(draft), draft.source.last + 1), "named by the source phrase"
        stop = self._stop(draft)
        if cue.cue.carries and (quoted := self._after_from(cue, stop)) is not None:
            return quoted, "quoted by the subject of the verb"
        if cue.form.shape == "participle":
            return self._main_clause(draft), "subject of the main clause"
        if cue.form.shape == "noun" and (cue.pronoun or cue.prefix.endswith("ب")):
            return self._carried(cue) or self._main_clause(draft), "the pronoun takes up the subject"
        if (pluperfect := self._after_was(cue)) is not None:
            return pluperfect, "subject between كان and the verb"
        after = read_subject(scene, cue.last + 1, stop) if stop > cue.last + 1 else None
        if after is not None and self._plausible(after, cue):
            return after, "subject after the verb"
        before = self._before(cue)
        if before is not None:
            return before, "subject before the verb"
        told_in = self._told_in(draft)
        if told_in is not None:
            return told_in, "subject of the speech it is told in"
        last = self._last(cue)
        if last is not None:
            return last, "dropped subject: the last speaker"
        return self._first_of_clause(cue), "first named in the sentence"

    def _told_in(self, draft: Draft) -> Subject | None:
        """In speech inside speech, the first name of the outer speech: قال القصر إن الرئيس اتصل بنظيره وتمنى…."""
        outer = self._outer(draft)
        if outer is None or outer.draft.source is not None:
            return None
        scene = self.scene
        first = scene.view.token_at(outer.draft.start)
        if scene.view.sentence_at(outer.draft.start) != self._sentence(draft.cue):
            return None
        mention = scene.mention_at(first)
        if mention is None or mention.kind == "place" or mention.form == "nisba":
            return None
        return read_subject(scene, first, draft.cue.first)

    def _agent(self, draft: Draft) -> int:
        assert draft.source is not None
        return draft.source.agent

    def _stop(self, draft: Draft) -> int:
        if draft.link == "before":
            return self.scene.view.sentences[self._sentence(draft.cue)].stop
        return max(draft.token, draft.cue.last + 1)

    def _plausible(self, subject: Subject, cue: Occurrence) -> bool:
        """Whether a phrase after the verb is its subject and not its object: it agrees and follows no preposition."""
        first = cue.last + 1
        token = self.scene.tokens[first]
        if token.norm in self.scene.cues.prepositions or cue.form.agrees in ("p", "d"):  # before its subject a verb is singular
            return False
        mention = self.scene.mention_at(first)
        if mention is None:
            nouns = self.scene.view.lexicon.speakers.nouns.at(self.scene.tokens, first)
            joined = token.norm[0] in "لب" and token.norm[1:] in self.scene.cues.agents
            return not joined and not any("ل" in hit.prefix or "ب" in hit.prefix for hit in nouns)
        if mention.start > token.start and token.norm[0] in "لب":
            return False
        gender = self._gender(mention)
        return not (gender and cue.form.agrees in ("m", "f") and cue.form.agrees != gender)

    def _gender(self, mention: Mention) -> str:
        """Grammatical gender where it is certain, else empty."""
        if mention.kind == "state" and mention.form in ("name", "capital"):
            return "m" if mention.code in _MASCULINE_STATES else "f"
        if mention.kind == "organization":
            return "f" if folded(mention.text.split()[0]).endswith("ه") else ""
        known = self.scene.view.lexicon.people.by_id.get(mention.key)
        if known is not None:
            return "f" if known.feminine else "m"
        return ""

    def _after_was(self, cue: Occurrence) -> Subject | None:
        """وكان نتنياهو (قد) حث…: the subject stands between the two verbs."""
        scene = self.scene
        sentence = scene.view.sentences[self._sentence(cue)]
        for index in range(cue.first - 1, max(sentence.first, cue.first - 9) - 1, -1):
            if scene.tokens[index].norm.removeprefix("و") in _WAS and index + 1 < cue.first:
                subject = read_subject(scene, index + 1, cue.first)
                return subject if subject is not None and (subject.name or subject.definite) else None
            if index in scene.cue_at:
                return None
        return None

    def _carried(self, cue: Occurrence) -> Subject | None:
        """نقلت الوكالة عن الوزير قوله: the pronoun of قوله is the one after عن."""
        scene = self.scene
        sentence = scene.view.sentences[self._sentence(cue)]
        for index in range(cue.first - 1, max(sentence.first, cue.first - 30) - 1, -1):
            other = scene.cue_at.get(index)
            if other is not None and other.cue.carries:
                return self._after_from(other, cue.first)
        return None

    def _after_from(self, cue: Occurrence, stop: int) -> Subject | None:
        for index in range(cue.last + 1, stop):
            norm = self.scene.tokens[index].norm
            if norm == _FROM:
                return read_subject(self.scene, index + 1, stop)
        return None

    def _main_clause(self, draft: Draft) -> Subject | None:
        """The speaker of the clause a participle belongs to, else its first name, else the last speaker."""
        cue = draft.cue
        here, begin = self._sentence(cue), self._clause_start(cue)
        for spoken in reversed(self.spoken[-_MEMORY:]):
            if spoken.sentence == here and begin <= spoken.draft.cue.first < cue.first and self._same_level(spoken, cue):
                return spoken.subject
        if cue.form.shape == "noun":
            return self._last(cue) or self._first_of_clause(cue)
        return self._first_of_clause(cue) or self._last(cue)

    def _same_level(self, spoken: _Spoken, cue: Occurrence) -> bool:
        """Whether a speaker was not quoted inside speech that `cue` stands outside of, nor around it."""
        if spoken.inside is not None and not spoken.inside.start <= cue.start < spoken.inside.end:
            return False
        return not spoken.draft.start <= cue.start < spoken.draft.end

    def _clause_start(self, cue: Occurrence) -> int:
        """First token of the clause: after the last فيما، بينما، في حين before the cue, else the sentence's first."""
        scene = self.scene
        first = scene.view.sentences[self._sentence(cue)].first
        for index in range(cue.first - 1, first, -1):
            if scene.tokens[index].norm in _CONTRASTS and not self._quoted_apart(index, cue):
                return index + 1
        return first

    def _quoted_apart(self, index: int, cue: Occurrence) -> bool:
        span = self.scene.view.quoted_at(self.scene.tokens[index].start)
        return span is not None and not span.start <= cue.start < span.end

    def _before(self, cue: Occurrence) -> Subject | None:
        """A subject that stands before its verb: لافروف أكد، الوزير الذي قال."""
        if cue.prefix.startswith("و"):
            return None
        scene, index = self.scene, cue.first - 1
        first = scene.view.sentences[self._sentence(cue)].first
        while index >= first:
            norm, mention = scene.tokens[index].norm, scene.mention_at(index)
            if norm == ")":
                index = self._bracket_start(index, first) - 1
            elif norm in _AUXILIARY | _RELATIVE or norm in COMMAS:
                index -= 1
            elif mention is not None and mention.form == "nisba" and index > first and self._named_at(index - 1):
                index -= 1
            else:
                break
        if index < first:
            return None
        mention = scene.mention_at(index)
        if mention is None or mention.kind == "place" or mention.form == "nisba":
            return self._described_before(first, cue)
        begin = index
        while begin > first and scene.covering[begin - 1] >= 0:
            begin -= 1
        subject = read_subject(scene, begin, cue.first)
        return subject if subject is not None and subject.name else _of_mention(scene, mention)

    def _bracket_start(self, index: int, first: int) -> int:
        for at in range(index, max(first, index - 12) - 1, -1):
            if self.scene.tokens[at].norm == "(":
                return at
        return index

    def _named_at(self, index: int) -> bool:
        mention = self.scene.mention_at(index)
        named = mention is not None and mention.kind != "place" and mention.form != "nisba"
        return named or self.scene.tokens[index].norm in (")", '"', "»", "”")

    def _described_before(self, first: int, cue: Occurrence) -> Subject | None:
        """A describing noun phrase that opens the sentence and runs up to the verb."""
        scene = self.scene
        if cue.first - first > 16 or any(index in scene.cue_at for index in range(first, cue.first)):
            return None
        index = first
        while index < cue.first and (scene.tokens[index].norm in _AUXILIARY or not scene.tokens[index].is_word):
            index += 1
        if scene.tokens[index].norm in scene.cues.prepositions:
            return None
        subject = read_subject(scene, index, cue.first)
        return subject if subject is not None and subject.name else None

    def _first_of_clause(self, cue: Occurrence) -> Subject | None:
        """The first person, organization or state of the clause before the cue, prepositions aside."""
        scene, begin = self.scene, self._clause_start(cue)
        index, fallback = begin, None
        while index < cue.first:
            mention = scene.mention_at(index)
            if mention is not None and mention.kind != "place":
                behind = mention.start > scene.tokens[index].start and scene.tokens[index].norm[0] in "لبك"
                behind = behind or (index > begin and scene.tokens[index - 1].norm in scene.cues.prepositions)
                if not behind and mention.form != "nisba":
                    named = read_subject(scene, index, cue.first)
                    return named if named is not None and named.name else _of_mention(scene, mention)
                fallback = fallback or (mention if mention.form != "nisba" else None)
                index = scene.mention_end(index)
                continue
            index += 1
        return _of_mention(scene, fallback) if fallback is not None else None

    def _last(self, cue: Occurrence) -> Subject | None:
        """The last speaker that agrees with the verb, else the last one; source phrases only where nobody else spoke."""
        recent = [s for s in self.spoken[-_MEMORY:] if self._same_level(s, cue)]
        told = [s for s in recent if s.draft.source is None] or recent
        for spoken in reversed(told):
            if not spoken.agrees or not cue.form.agrees or spoken.agrees == cue.form.agrees:
                return spoken.subject
        return told[-1].subject if told else None

    def _taken_up(self, subject: Subject, cue: Occurrence) -> Subject | None:
        """Whom a definite noun means: the last speaker of its kind, or the last organization or outlet named."""
        for spoken in reversed(self.spoken[-_MEMORY:]):
            if self._same_level(spoken, cue) and _same_kind(subject, spoken.subject):
                return spoken.subject
        if subject.kind == "paper":
            return self._last(cue)
        if subject.lemma in _BODIES or subject.kind == "outlet":
            return self._last_named(cue, subject.kind == "outlet")
        return None

    def _last_named(self, cue: Occurrence, outlet: bool) -> Subject | None:
        """The last outlet, or other organization, mentioned before the cue."""
        for index in range(cue.first - 1, max(0, cue.first - 150), -1):
            mention = self.scene.mention_at(index)
            if mention is not None and mention.kind == "organization" and (mention.code or "").endswith("MED") == outlet:
                return _of_mention(self.scene, mention)
        return None

    def _outer(self, draft: Draft) -> _Spoken | None:
        for spoken in reversed(self.spoken[-_MEMORY:]):
            if spoken.draft is not draft and spoken.draft.start <= draft.cue.start and draft.end <= spoken.draft.end:
                return spoken
        return None

    def _outlet(self, draft: Draft) -> str | None:
        """An outlet named between the cue and its content, or just before it: في تصريح لصحيفة…، نقلت وكالة…."""
        scene, cue = self.scene, draft.cue
        for index in range(max(0, cue.first - 6), max(draft.token, cue.last + 1)):
            if index >= len(scene.tokens):
                break
            mention = scene.mention_at(index)
            if mention is not None and mention.code is not None and mention.code.endswith("-MED"):
                return mention.name
        return None


def _same_kind(subject: Subject, known: Subject) -> bool:
    """Whether a definite noun may take up a known speaker."""
    if subject.lemma and subject.lemma == known.lemma:
        return subject.code is None or subject.code == known.code
    if subject.kind == "outlet":
        return known.code is not None and known.code.endswith("MED")
    if subject.kind == "person" and subject.lemma != "source" and subject.lemma not in _BODIES:
        same_state = subject.code is None or known.code is None or subject.code.split("-")[0] == known.code.split("-")[0]
        return known.kind == "person" and not known.lemma and same_state
    if subject.kind == "group":
        return False
    if subject.kind == "paper":
        return known.kind in ("organization", "state")
    return subject.lemma in _BODIES and known.kind == "organization"


def _of_mention(scene: Scene, mention: Mention) -> Subject:
    stop = scene.view.token_at(mention.end - 1) + 1
    return Subject(mention.name, mention.code, Span(mention.start, mention.end), mention.kind, stop, key=mention.key)
