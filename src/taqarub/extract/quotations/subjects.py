"""Who a noun phrase stands for: a person, an organization, a state, or somebody described in English."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.extract.quotations.scene import COMMAS, DASHES, MARKS, Scene
from taqarub.lexicon import Hit
from taqarub.lexicon.speakers import SpeakerNoun, Speakers
from taqarub.model import Mention, Span
from taqarub.text import folded

_JOINED = ("ل", "ب", "ك")
_LINKS = frozenset(folded(word) for word in ("باسم", "في", "من", "لدى", "عن", "داخل"))
_AUTHORITIES = frozenset(("السلطات", "سلطات"))
_REACH = 16


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker: English name or description, code, the words that say so, and the token after them.

    `kind` is that of the mention, or of the noun for one described; `definite` is a description that takes up
    somebody told before (المصدر).
    """

    name: str
    code: str | None
    span: Span
    kind: str
    stop: int
    definite: bool = False
    key: str = ""
    lemma: str = ""


def read_subject(scene: Scene, first: int, stop: int) -> Subject | None:
    """The speaker named by the noun phrase that begins at token `first` and ends before `stop`."""
    return _Phrase(scene, first, min(stop, first + _REACH, len(scene.tokens))).read()


class _Phrase:
    """One walk over a noun phrase."""

    def __init__(self, scene: Scene, first: int, stop: int) -> None:
        self.scene, self.stop = scene, stop
        self.speakers: Speakers = scene.view.lexicon.speakers
        self.first = self._skip(first)

    def read(self) -> Subject | None:
        if self.first >= self.stop:
            return None
        noun_at, hit = self._noun()
        if hit is not None:
            return self._described(noun_at, hit)
        return self._named(self.first)

    def _skip(self, index: int) -> int:
        """Past adverbs, commas and courtesy words before the phrase proper."""
        scene = self.scene
        honorifics = scene.view.lexicon.people.honorifics
        while index < self.stop and scene.covering[index] < 0:
            token = scene.tokens[index]
            hits = honorifics.at(scene.tokens, index)
            if hits and not hits[0].prefix:
                index = hits[0].last + 1
            elif token.norm in COMMAS | DASHES | MARKS or token.norm in scene.cues.adverbs or token.norm == "كل":
                index += 1
            elif token.norm == "من" and index and scene.tokens[index - 1].norm == "كل":
                index += 1
            else:
                break
        return index

    def _noun(self) -> tuple[int, Hit[SpeakerNoun] | None]:
        """The describing noun at the head of the phrase, after كبار، أحد، عدد من and the like."""
        index, scene = self.first, self.scene
        while index < self.stop:
            norm = scene.tokens[index].norm
            some = self.speakers.some.at(scene.tokens, index)
            if some and not some[0].prefix.strip("و"):
                index = some[0].last + 1
            elif norm in self.speakers.senior or norm in self.speakers.one or scene.tokens[index].is_number:
                index += 1
            else:
                break
        if index >= self.stop:
            return self.first, None
        if scene.covering[index] >= 0 and self._whole_mention(index) and scene.tokens[index].norm not in _AUTHORITIES:
            return index, None
        hits = [hit for hit in self.speakers.nouns.at(scene.tokens, index) if not hit.prefix]
        return index, hits[0] if hits else None

    def _whole_mention(self, index: int) -> bool:
        mention = self.scene.mention_at(index)
        return mention is not None and mention.form != "nisba" and mention.kind != "place"

    def _named(self, index: int) -> Subject | None:
        """A person, organization or state; of apposed mentions the person's name counts most."""
        found = self._mentions(index)
        if not found:
            return self._written(index)
        chosen = next((m for m in found if m.kind == "person" and m.form == "name"), None)
        chosen = chosen or next((m for m in found if m.kind == "person"), None) or found[0]
        if chosen.kind == "place":
            chosen = next((m for m in found if m.kind != "place"), chosen)
        return self._subject(chosen, found)

    def _mentions(self, index: int) -> list[Mention]:
        """The mentions of the phrase up to the first preposition or clause that is not part of one."""
        scene, found = self.scene, []
        loose = 0
        while index < self.stop:
            mention = scene.mention_at(index)
            token = scene.tokens[index]
            if mention is not None:
                if mention.start > token.start and token.norm[0] in _JOINED and found:
                    break
                if mention.start > token.start and token.norm[0] in _JOINED and not self._carries_on(index):
                    break
                found.append(mention)
                index = scene.mention_end(index)
                continue
            if token.norm in scene.cues.prepositions or scene.is_that(index) or token.norm in ".:;?!":
                break
            if index in scene.quote_at and found:
                break
            if index in scene.cue_at and scene.cue_at[index].form.shape == "verb" and index > self.first:
                break
            if token.is_word:
                loose += 1
                if loose > 5 or (found and not token.norm.startswith("ال") and token.norm not in scene.cues.agents):
                    break
            index += 1
        return found

    def _carries_on(self, index: int) -> bool:
        """Whether a joined preposition belongs to the phrase: المدير العام لوكالة…، not قال لوكالة…."""
        return index > self.first

    def _subject(self, chosen: Mention, found: list[Mention]) -> Subject:
        scene = self.scene
        stop = scene.view.token_at(chosen.end - 1) + 1
        partners = [m for m in found if m.start > chosen.end and self._and(m) and m.kind == chosen.kind and m.key != chosen.key]
        if chosen.form != "nisba" and partners:
            names = [chosen.name, *dict.fromkeys(m.name for m in partners)]
            joint = ", ".join(names[:-1]) + " and " + names[-1]
            last = partners[-1]
            return Subject(joint, chosen.code, Span(chosen.start, last.end), chosen.kind, scene.view.token_at(last.end - 1) + 1)
        unnamed = chosen.key.startswith("office:") or (chosen.kind == "person" and chosen.form == "description")
        name = f"the {chosen.name}" if unnamed and not chosen.name.startswith(("a ", "an ", "the ")) else chosen.name
        if unnamed:
            return Subject(name, chosen.code, Span(chosen.start, chosen.end), "person", stop, True, chosen.key, "office")
        return Subject(name, chosen.code, Span(chosen.start, chosen.end), chosen.kind, stop, key=chosen.key)

    def _and(self, mention: Mention) -> bool:
        token = self.scene.tokens[self.scene.view.token_at(mention.start)]
        return token.norm.startswith("و") and token.start < mention.start

    def _written(self, index: int) -> Subject | None:
        """A phrase nobody knows: its definite noun takes up the last speaker."""
        token = self.scene.tokens[index]
        if not self.scene.is_noun(index) or not token.norm.startswith("ال"):
            return None
        return Subject("", None, Span(token.start, token.end), "unknown", index + 1, definite=True)

    def _described(self, at: int, hit: Hit[SpeakerNoun]) -> Subject | None:
        """A noun for a speaker with its adjectives and home; the person it turns out to name, if it does."""
        scene, noun = self.scene, hit.value
        adjectives = ["senior"] if any(scene.tokens[i].norm in self.speakers.senior for i in range(self.first, at)) else []
        code: str | None = None
        home: Mention | None = None
        index = last = hit.last + 1
        loose = 0
        while index < self.stop:
            mention, token = scene.mention_at(index), scene.tokens[index]
            linked = scene.tokens[index - 1].norm in _LINKS
            if token.norm in self.speakers.adjectives:
                adjectives.append(self.speakers.adjectives[token.norm])
            elif mention is not None and mention.kind == "person" and mention.form == "name":
                prefixed = mention.start > token.start
                if not prefixed and not linked and noun.kind != "paper":
                    return self._subject(mention, [mention])
                if noun.kind != "paper" or token.norm[0] == "و":
                    break
                home = home or mention
            elif mention is not None and mention.kind != "place":
                if self._addressed(mention, index):
                    break
                code = code or mention.code
                home = home if mention.form == "nisba" or mention.kind == "state" else home or mention
                index = last = scene.mention_end(index)
                continue
            elif token.norm in COMMAS | DASHES:
                if not self._person_next(index + 1):
                    break
            elif token.norm not in _LINKS and not token.norm.startswith(("ال", "وال")):
                loose += 1
                if loose > (6 if noun.kind == "paper" else 3) or (noun.kind != "paper" and not scene.is_noun(index)):
                    break
            index += 1
            last = index if not loose else last
        span = Span(scene.tokens[self.first].start, scene.tokens[max(hit.last, last - 1)].end)
        if noun.kind == "paper" and home is not None:
            return Subject(home.name, home.code, Span(home.start, home.end), home.kind, index, key=home.key)
        name = self._english(at, noun, adjectives, code, home)
        code = home.code if home is not None and code is None else code
        definite = (noun.definite or noun.lemma == "statement") and noun.number != "two" and home is None
        return Subject(name, code, span, noun.kind, index, definite, "", noun.lemma)

    def _addressed(self, mention: Mention, index: int) -> bool:
        """Whether an outlet is only whom it was said to: لصحيفة…، لوكالة…."""
        token = self.scene.tokens[index]
        outlet = mention.code is not None and mention.code.endswith("MED")
        return outlet and mention.start > token.start and token.norm[0] == "ل"

    def _person_next(self, index: int) -> bool:
        mention = self.scene.mention_at(index) if index < self.stop else None
        return mention is not None and mention.kind == "person" and mention.form == "name"

    def _english(self, at: int, noun: SpeakerNoun, adjectives: list[str], code: str | None, home: Mention | None) -> str:
        words = list(dict.fromkeys(sorted(adjectives, key=lambda word: word not in ("senior", "former", "recent", "several"))))
        if home is not None:
            words.append(home.name)
        elif code is not None:
            state = self.scene.view.lexicon.states.by_code.get(code)
            words.append(self.speakers.nationality.get(code, state.name if state else code))
        one_of = any(self.scene.tokens[i].norm in self.speakers.one for i in range(self.first, at))
        words.append(noun.lemma if one_of else noun.english)
        phrase = " ".join(dict.fromkeys(words))
        if noun.number == "many" and not one_of:
            return f"the {phrase}" if phrase[0].isupper() else phrase
        if noun.number == "two":
            return f"two {phrase}"
        if noun.definite and not one_of:
            return f"the {phrase}"
        return f"an {phrase}" if phrase[0].lower() in "aeio" else f"a {phrase}"
