"""Subjects that stand before their verb, and whom the clause around a verb is about."""

from __future__ import annotations

from taqarub.extract.quotations.agreement import disagrees, misfits
from taqarub.extract.quotations.scene import COMMAS, CONTRASTS, DASHES, MARKS, RELATIVES, STOPS, Occurrence, Scene
from taqarub.extract.quotations.subjects import Subject, read_subject, subject_of
from taqarub.text import folded

_AUXILIARY = frozenset(folded("قد كان كانت وقد فقد كانوا بدوره بدورها سبق نفسه ذاته طالما لا يزال تزال").split())
_WAS = frozenset(folded(word) for word in ("كان", "كانت"))
_WHAT = frozenset(folded(word) for word in ("ما", "بما", "مما", "لما", "عما", "فيما"))
_BUT = frozenset(folded("لكن ولكن أما إذ حيث كما ثم بعدما عندما حين لأن وأن فيما بينما قبلما").split())
_AS_FOR = folded("أما")
_TOPIC = 18
"""Tokens of a subject before its verb."""
_OPENING = 6
"""Tokens from a clause's first in which its verb stands."""
_LOOSE = 3
"""Words between a relative and whom it is about."""
_IN_IT = frozenset(folded(word) for word in ("فيه", "فيها", "عنه", "عنها", "خلاله", "خلالها"))
_FEMININE = frozenset(folded(word) for word in ("التي", "اللتان", "اللتين"))


class Clauses:
    """Reads subjects out of the clause a cue stands in."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def start(self, cue: Occurrence) -> int:
        """Return the clause's first token: after a dateline, after the last فيما، بينما، في حين."""
        scene, first = self.scene, self.scene.sentence_of(cue).first
        for index in range(first, min(first + 14, cue.first - 1)):  # دبي (CNN)--
            if scene.tokens[index].norm in DASHES | {")"} and scene.tokens[index + 1].norm in DASHES:
                first = index + 2
        for index in range(cue.first - 1, max(first, cue.first - 200), -1):
            if scene.tokens[index].norm in CONTRASTS:
                quoted = scene.view.quoted_at(scene.tokens[index].start)
                if quoted is None or quoted.start <= cue.start < quoted.end:
                    return index + 1
        return first

    def topic(self, cue: Occurrence) -> Subject | None:
        """Read a noun phrase that runs from the clause's first word up to the verb: إن موسكو أبلغت."""
        if cue.joined or cue.form.shape != "verb":
            return None
        scene, first = self.scene, self.start(cue)
        last = cue.first - 1
        while last > first and scene.tokens[last].norm in _AUXILIARY:
            last -= 1
        enclosed = last > first and scene.tokens[last].norm in COMMAS | DASHES
        if enclosed:
            last = self._before_aside(last, first)
        begin = self._phrase_start(last, max(first, cue.first - _TOPIC))
        while begin <= last and scene.tokens[begin].norm in MARKS | COMMAS | DASHES:
            begin += 1
        if begin > last or self._adverbial(begin):
            return None
        return self._fitting(begin, last + 1, cue.form.agrees)

    def _before_aside(self, comma: int, first: int) -> int:
        """Return the last token before what stands between commas (لافروف، الذي زار موسكو، قال), else -1."""
        for index in range(comma - 1, max(first, comma - _TOPIC), -1):
            if self.scene.tokens[index].norm in COMMAS | DASHES:
                return index - 1
        return -1

    def _phrase_start(self, last: int, first: int) -> int:
        """Return the first token of the phrase that ends with `last` if a clause begins with it, else one beyond."""
        scene, index = self.scene, last
        while index >= first:
            norm = scene.tokens[index].norm
            if scene.is_that(index) or norm in _BUT or norm.removeprefix("ف") in ("ان", "لكن") or norm == ":":
                return index + 1
            verb = scene.covering[index] < 0 and not norm.startswith("ال") and scene.view.lexicon.frames.is_verb(norm)
            if verb or (index in scene.cue_at and scene.covering[index] < 0) or norm in STOPS or norm in RELATIVES:
                return last + 1
            index -= 1
        return first if index < first and self._opens_sentence(first) else last + 1

    def _opens_sentence(self, index: int) -> bool:
        sentence = self.scene.view.sentences[self.scene.view.sentence_at(self.scene.tokens[index].start)]
        return index == sentence.first or self.scene.tokens[index - 1].norm in CONTRASTS | DASHES

    def _adverbial(self, index: int) -> bool:
        """Tell whether a preposition or adverb begins here, joined or not: وبخصوص، بعد."""
        scene, norm = self.scene, self.scene.tokens[index].norm
        core = norm.removeprefix("و")
        if core in scene.cues.prepositions | scene.cues.adverbs:
            return True
        named = scene.covering[index] >= 0 or any(
            not hit.prefix.strip("و") for hit in scene.view.lexicon.speakers.at(scene.tokens, index)
        )
        return core[:1] in "بلك" and not named

    def _fitting(self, begin: int, stop: int, agrees: str) -> Subject | None:
        """Read a subject that agrees with the verb and is no object or time."""
        scene, mention = self.scene, self.scene.mention_at(begin)
        if mention is not None and (scene.prefixed(mention, begin, "لبك") or disagrees(scene, mention, agrees)):
            return None
        subject = read_subject(scene, begin, stop)
        if subject is None or (subject.kind == "unknown" and begin + 1 < stop):
            return None
        return None if misfits(scene, subject, agrees) else subject

    def antecedent(self, cue: Occurrence) -> Subject | None:
        """Read whom a relative clause is about: الصندوق الذي شدد على."""
        scene, first, index = self.scene, self.scene.sentence_of(cue).first, cue.first - 1
        while index > first and scene.tokens[index].norm in _AUXILIARY:
            index -= 1
        if index <= first or scene.tokens[index].norm not in RELATIVES:
            return None
        gender = "f" if scene.tokens[index].norm in _FEMININE else "m"
        if (cue.form.agrees in ("m", "f") and cue.form.agrees != gender) or scene.tokens[cue.last + 1].norm in _IN_IT:
            return None
        loose = 0
        for at in range(index - 1, max(first, index - _TOPIC) - 1, -1):
            mention = scene.mention_at(at)
            loose += mention is None and scene.tokens[at].is_word
            if loose > _LOOSE or (at in scene.cue_at and mention is None):
                return None
            if mention is not None:
                if mention.form == "nisba" or scene.view.token_at(mention.start) != at:
                    continue
                if not disagrees(scene, mention, gender):
                    return subject_of(mention)
            elif hits := scene.view.lexicon.speakers.at(scene.tokens, at):
                feminine = scene.tokens[at].norm.endswith("ه") or hits[0].value.number == "many"
                if feminine == (gender == "f"):
                    return read_subject(scene, at, index, hits[0].prefix[-1:])
        return None

    def around(self, cue: Occurrence) -> Subject | None:
        """Read the subject of the verb that governs ما: فرضت واشنطن عقوبات على ما قالت إنها."""
        scene = self.scene
        if cue.first == 0 or scene.tokens[cue.first - 1].norm not in _WHAT:
            return None
        return self._nearest_subject(cue, cue.first - 1)

    def governing(self, cue: Occurrence) -> Subject | None:
        """Read the subject of the last main verb before the cue: احتجت أثينا على ذلك وطالبت ب."""
        scene, begin, is_verb = self.scene, self.start(cue), self.scene.view.lexicon.frames.is_verb
        for index in range(cue.first - 2, max(begin, cue.first - 80) - 1, -1):
            norm = scene.tokens[index].norm
            if norm == _AS_FOR and scene.covering[index + 1] >= 0:
                return self._after_verb(index + 1, cue)
            joined = norm.startswith("و") and is_verb(norm[1:])
            opening = index - begin < _OPENING and is_verb(norm)
            if scene.covering[index] < 0 and (joined or opening):
                found = self._after_verb(index + 1, cue)
                if found is not None:
                    return found
        return None

    def _nearest_subject(self, cue: Occurrence, stop: int) -> Subject | None:
        first = self.scene.sentence_of(cue).first
        for index in range(stop - 1, max(first, stop - 40) - 1, -1):
            if self.scene.view.lexicon.frames.is_verb(self.scene.tokens[index].norm):
                found = self._after_verb(index + 1, cue) or self._before_verb(index, first, cue)
                if found is not None:
                    return found
        return None

    def _before_verb(self, verb: int, first: int, cue: Occurrence) -> Subject | None:
        mention = self.scene.mention_at(verb - 1) if verb > first else None
        if mention is None or mention.kind == "place" or disagrees(self.scene, mention, cue.form.agrees):
            return None
        return subject_of(mention)

    def _after_verb(self, begin: int, cue: Occurrence) -> Subject | None:
        scene = self.scene
        while begin < cue.first and scene.tokens[begin].norm in scene.cues.adverbs:
            begin += 1
        if begin >= cue.first or scene.tokens[begin].norm in scene.cues.prepositions:
            return None
        stop = next((at for at in range(begin, cue.first) if scene.tokens[at].norm in COMMAS), cue.first)
        found = self._fitting(begin, stop, cue.form.agrees if cue.form.agrees in ("m", "f") else "")
        return found if found is not None and found.kind != "unknown" else None

    def after_was(self, cue: Occurrence) -> Subject | None:
        """Read the subject between two verbs: وكان الوزير (قد) حث…."""
        scene = self.scene
        for index in range(cue.first - 1, max(scene.sentence_of(cue).first, cue.first - 14) - 1, -1):
            if scene.tokens[index].norm.removeprefix("و") in _WAS and index + 1 < cue.first:
                return read_subject(scene, index + 1, cue.first)
            if index in scene.cue_at:
                return None
        return None

    def before(self, cue: Occurrence) -> Subject | None:
        """Read a subject that stands right before its verb: لافروف أكد، الوزير الذي قال."""
        if cue.prefix.startswith("و"):
            return None
        scene, first = self.scene, self.scene.sentence_of(cue).first
        index = self._back_to_subject(cue, first)
        if index < first:
            return None
        mention = scene.mention_at(index)
        if mention is None or mention.kind == "place" or mention.form == "nisba":
            return None
        begin = index
        while begin > first and scene.covering[begin - 1] >= 0:
            begin -= 1
        preposed = begin > first and scene.tokens[begin - 1].norm in scene.cues.prepositions
        if disagrees(scene, mention, cue.form.agrees) or preposed:
            return None
        subject = read_subject(scene, begin, cue.first)
        return subject if subject is not None and subject.name else subject_of(mention)

    def _back_to_subject(self, cue: Occurrence, first: int) -> int:
        """Step back over auxiliaries, relatives, brackets and a name's adjective."""
        scene, index = self.scene, cue.first - 1
        while index >= first:
            norm, mention = scene.tokens[index].norm, scene.mention_at(index)
            if norm == ")":
                opened = [at for at in range(max(first, index - 12), index) if scene.tokens[at].norm == "("]
                index = (opened[-1] if opened else index) - 1
            elif norm in _AUXILIARY | RELATIVES | COMMAS or (
                mention is not None and mention.form == "nisba" and index > first and self._names(index - 1)
            ):
                index -= 1
            else:
                break
        return index

    def _names(self, index: int) -> bool:
        mention = self.scene.mention_at(index)
        if mention is not None:
            return mention.kind != "place" and mention.form != "nisba"
        return self.scene.tokens[index].norm in (")", '"', "»", "”")

    def sentence_before(self, cue: Occurrence) -> Subject | None:
        """Read whom the sentence before is about, where nobody has spoken yet."""
        at = self.scene.view.sentence_at(cue.start)
        if at == 0:
            return None
        sentence = self.scene.view.sentences[at - 1]
        return self.first_named(sentence.first, sentence.stop)

    def first_named(self, begin: int, stop: int) -> Subject | None:
        """Read the first person, organization or state of a stretch that follows no preposition."""
        scene, index = self.scene, begin
        while index < min(stop, begin + 200):
            mention = scene.mention_at(index)
            if mention is None or mention.kind == "place" or mention.form == "nisba":
                index += 1
                continue
            preposed = index > begin and scene.tokens[index - 1].norm in scene.cues.prepositions
            if not preposed and not scene.prefixed(mention, index, "لبك"):
                named = read_subject(scene, index, stop)
                return named if named is not None and named.name else subject_of(mention)
            index = scene.mention_end(index)
        return None
