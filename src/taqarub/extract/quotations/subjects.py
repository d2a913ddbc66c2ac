"""Who a noun phrase stands for: a person, an organization, a state, or somebody described in English."""

from __future__ import annotations

from dataclasses import dataclass, field

from taqarub.extract.quotations.scene import COMMAS, DASHES, MARKS, RELATIVES, STOPS, Scene
from taqarub.extract.quotations.strangers import latin_name, quoted_name, stranger
from taqarub.lexicon import Hit
from taqarub.lexicon.speakers import SpeakerNoun, Speakers
from taqarub.model import Mention, Span
from taqarub.text import folded

_LINKS = frozenset(folded(word) for word in ("باسم", "في", "من", "لدى", "عن", "داخل"))
"""What may join a noun to its home: مسؤول في الوزارة."""
_AUTHORITIES = frozenset(("السلطات", "سلطات"))
_CLOSED = ("ون", "ين", "ان", "تان")
"""Endings of nouns that own nothing: what follows معارضون is no part of their phrase."""
_REACH = 24
_LOOSE = {"paper": 6}
_ANYBODY = ("official", "spokesperson")
"""Offices many people hold: their holder is described."""
_NOT_THEIR_OWN = ("-EDU", "-JUD", "-MED")
"""Sectors of institutions whose people speak for themselves: a professor is of his state."""
_FIRST_IN_ENGLISH = ("senior", "former", "recent", "several")


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker: English name or description, code, and the words that say so.

    `kind` is that of the mention, or of the noun for one described. A `definite` one takes up somebody told
    before (المصدر); `noun` is the folded word it is described in, `lemma` the English of it. The name is empty if
    nothing but the noun is known.
    """

    name: str
    code: str | None
    span: Span
    kind: str
    definite: bool = False
    key: str = ""
    lemma: str = ""
    noun: str = ""


def read_subject(scene: Scene, first: int, stop: int, joined: str = "") -> Subject | None:
    """Read the speaker named by the noun phrase that begins at token `first` and ends before `stop`.

    `joined` is a preposition that may stand in front of it: وفقا لمصدر.
    """
    return _Phrase(scene, first, min(stop, first + _REACH, len(scene.tokens)), joined).read()


def subject_of(mention: Mention) -> Subject:
    """Make a mention the speaker; an office whose holder is not named stays a description."""
    span = Span(mention.start, mention.end)
    if mention.key.startswith("office:") or (mention.kind == "person" and mention.form == "description"):
        name = mention.name if mention.name.startswith(("a ", "an ", "the ")) else f"the {mention.name}"
        return Subject(name, mention.code, span, "person", True, mention.key, "office", folded(mention.text.split()[0]))
    return Subject(mention.name, mention.code, span, mention.kind, key=mention.key)


@dataclass(slots=True)
class _Description:
    """What is gathered around a describing noun."""

    adjectives: list[str]
    code: str | None = None
    home: Mention | None = None
    person: Mention | None = None
    last: int = 0
    loose: int = field(default=0)


class _Phrase:
    """One walk over a noun phrase."""

    def __init__(self, scene: Scene, first: int, stop: int, joined: str) -> None:
        self.scene, self.stop, self.tokens, self.joined = scene, stop, scene.tokens, joined
        self.speakers: Speakers = scene.view.lexicon.speakers
        self.pointed = self.titled = False
        self.first = self._skip(first)

    def read(self) -> Subject | None:
        if self.first >= self.stop:
            return None
        at, hit = self._noun()
        if hit is not None:
            return self._described(at, hit)
        found = self._mentions()
        return self._named(found) if found else self._unknown()

    def _skip(self, index: int) -> int:
        """Pass adverbs, commas and courtesy words before the phrase proper."""
        scene, honorifics = self.scene, self.scene.view.lexicon.people.honorifics
        passed = COMMAS | DASHES | MARKS | scene.cues.adverbs | {"كل"}
        while index < self.stop and scene.covering[index] < 0:
            norm = self.tokens[index].norm
            hits = honorifics.at(self.tokens, index)
            if hits and not hits[0].prefix:
                index = hits[0].last + 1
                self.titled = True
            elif norm in self.speakers.pointing and index + 1 < self.stop:
                self.pointed = True  # هذه البيانات، ذات المصدر
                index += 1
            elif norm in passed or (norm == "من" and index and self.tokens[index - 1].norm == "كل"):
                index += 1
            else:
                break
        return index

    def _noun(self) -> tuple[int, Hit[SpeakerNoun] | None]:
        """Find the describing noun at the head of the phrase, after كبار، أحد، عدد من and the like."""
        index, leads = self.first, self.speakers.senior | self.speakers.one
        while index < self.stop:
            some = self.speakers.some.at(self.tokens, index)
            if some and not some[0].prefix.strip("و"):
                index = some[0].last + 1
            elif self.tokens[index].norm in leads or self.tokens[index].is_number:
                index += 1
            else:
                break
        if index >= self.stop:
            return self.first, None
        hits = [hit for hit in self.speakers.at(self.tokens, index) if hit.prefix in ("", self.joined)]
        named = self._names_somebody(index, hits) and self.tokens[index].norm not in _AUTHORITIES
        return index, hits[0] if hits and not named else None

    def _names_somebody(self, index: int, nouns: list[Hit[SpeakerNoun]]) -> bool:
        """Tell whether a mention begins here that is more than an adjective or a noun taken for a name."""
        mention = self.scene.mention_at(index)
        if mention is None or mention.form == "nisba" or mention.kind == "place":
            return False
        if mention.key.startswith("office:") and ("-" in (mention.code or "") or mention.key.split(":")[1] in _ANYBODY):
            return not nouns
        return not (mention.key.startswith("name:") and any(hit.value.definite for hit in nouns))

    def _mentions(self) -> list[Mention]:
        """List the mentions up to the first preposition or clause that is not part of one."""
        scene, found, index, loose = self.scene, list[Mention](), self.first, 0
        while index < self.stop and not self._ends(index, found):
            mention, norm = scene.mention_at(index), self.tokens[index].norm
            if mention is not None:
                found.append(mention)
                index = scene.mention_end(index)
                continue
            loose += self.tokens[index].is_word
            foreign = not norm.startswith("ال") and norm not in scene.cues.agents
            if loose > 5 or (self.tokens[index].is_word and found and foreign):
                break
            index += 1
        return found

    def _ends(self, index: int, found: list[Mention]) -> bool:
        scene, norm, mention = self.scene, self.tokens[index].norm, self.scene.mention_at(index)
        if mention is not None:
            if not scene.prefixed(mention, index, "لبك"):
                return False
            return bool(found) or (index == self.first and norm[0] != self.joined)
        if norm in scene.cues.prepositions or norm in STOPS or norm in RELATIVES or scene.is_that(index):
            return True
        cue = scene.cue_at.get(index)
        return (index in scene.quote_at and bool(found)) or (
            cue is not None and cue.form.shape == "verb" and index > self.first
        )

    def _named(self, found: list[Mention]) -> Subject:
        """Choose among apposed mentions; the person's name counts most. Joined ones speak together."""
        people = [mention for mention in found if mention.kind == "person"]
        chosen = next((m for m in people if m.form == "name"), people[0] if people else found[0])
        if chosen.kind == "place":
            chosen = next((m for m in found if m.kind != "place"), chosen)
        partners = self._partners(chosen, found)
        names = list(dict.fromkeys((chosen.name, *(mention.name for mention in partners))))
        if chosen.form == "nisba" or len(names) == 1:
            return subject_of(chosen)
        name = ", ".join(names[:-1]) + " and " + names[-1]
        return Subject(name, chosen.code, Span(chosen.start, partners[-1].end), chosen.kind)

    def _partners(self, chosen: Mention, found: list[Mention]) -> list[Mention]:
        """List those joined to `chosen` by 'and', one right after the other, their adjectives aside."""
        partners: list[Mention] = []
        for mention in found[found.index(chosen) + 1 :]:
            if mention.form == "nisba" or mention.kind == "place":
                continue
            people = {mention.kind, chosen.kind} & {"person"}
            if not self._joined(mention) or (people and mention.kind != chosen.kind):
                break
            partners.append(mention)
        return partners

    def _joined(self, mention: Mention) -> bool:
        return self.scene.prefixed(mention, self.scene.view.token_at(mention.start), "و")

    def _unknown(self) -> Subject | None:
        """Read a phrase nobody knows: its definite noun takes up the last speaker."""
        token = self.tokens[self.first]
        named = stranger(self.scene, self.first, self.stop) if self.titled else None
        if named is not None:
            return Subject(named[0], None, named[1], "person")
        if not self.scene.is_noun(self.first) or not token.norm.startswith("ال"):
            return None
        return Subject("", None, Span(token.start, token.end), "unknown", definite=True, noun=token.norm)

    def _described(self, at: int, hit: Hit[SpeakerNoun]) -> Subject:
        """Describe a speaker by noun, adjectives and home; or name the person it turns out to be."""
        noun, about = hit.value, self._gather(at, hit)
        word = self.tokens[at].norm[len(hit.prefix) :]
        if about.person is None and noun.kind in ("person", "group") and noun.number == "one":
            about.person = self._apposed(about.last)
        if about.person is not None and noun.kind != "body":
            return subject_of(about.person)
        if noun.kind == "paper" and about.home is not None:
            return subject_of(about.home)
        span = Span(self.tokens[self.first].start, self.tokens[max(hit.last, about.last - 1)].end)
        named = self._own_name(hit, about)
        code = about.code or next((m.code for m in (about.home, about.person) if m is not None), None)
        if noun.kind == "person" and code and code.endswith(_NOT_THEIR_OWN):
            code = code[:3]
        if noun.kind == "outlet" and code in self.scene.view.lexicon.states.by_code:
            code = f"{code}-MED"
        if named is not None:
            code = code or self._nationality(named[1].end, "-MED" if noun.kind == "outlet" else "")
            return Subject(named[0], code, named[1], "person" if noun.kind == "person" else "organization", noun=word)
        name = self._english(at, noun, about)
        if noun.number == "two" and noun.definite:
            return Subject(name, code, span, "pair", True, lemma=noun.lemma, noun=word)
        some = at > self.first and not self.pointed  # بعض التقارير
        definite = (noun.definite or self.pointed or noun.lemma == "statement") and about.home is None and not some
        return Subject(name, code, span, noun.kind, definite, lemma=noun.lemma, noun=word)

    def _nationality(self, offset: int, sector: str) -> str | None:
        """Return the state of the adjective after a name: صحيفة «…» الأميركية."""
        at = self.scene.view.token_at(offset)
        for index in range(at, min(at + 4, self.stop)):
            mention = self.scene.mention_at(index)
            if mention is not None:
                return f"{mention.code}{sector}" if mention.form == "nisba" and mention.code else None
        return None

    def _own_name(self, hit: Hit[SpeakerNoun], about: _Description) -> tuple[str, Span] | None:
        """Read an outlet's quoted or Latin name (صحيفة «…»), or an unknown name a comma leads in."""
        index = hit.last + 1
        if hit.value.number != "one" or index >= self.stop:
            return None
        if hit.value.kind == "outlet" and about.home is not None:
            return None
        if hit.value.kind == "outlet":
            return (
                quoted_name(self.scene, index)
                if index in self.scene.quote_at
                else latin_name(self.scene, index, self.stop)
            )
        at = about.last
        while at < self.stop and self.scene.covering[at] >= 0:
            at += 1
        if hit.value.kind != "person" or at + 1 >= self.stop or self.tokens[at].norm not in COMMAS:
            return None
        return stranger(self.scene, at + 1, self.stop)

    def _apposed(self, index: int) -> Mention | None:
        """Find the name that a comma leads in after a long description: قال المدير، وعضو المجلس، فلان."""
        while index < self.stop and index not in self.scene.cue_at and not self.scene.is_that(index):
            mention = self.scene.mention_at(index)
            after_comma = self.tokens[index - 1].norm in COMMAS | DASHES
            if after_comma and mention is not None and mention.kind == "person" and mention.form == "name":
                return None if self.scene.prefixed(mention, index, "لبكوف") else mention
            index += 1
        return None

    def _gather(self, at: int, hit: Hit[SpeakerNoun]) -> _Description:
        """Walk over what follows the noun as long as it belongs to it."""
        senior = any(self.tokens[index].norm in self.speakers.senior for index in range(self.first, at))
        office = self.scene.mention_at(at)  # المسؤول الإيراني, taken for an office, has its state
        code = office.code if office is not None and office.key.startswith("office:") else None
        about = _Description(["senior"] if senior else [], code, last=hit.last + 1)
        index = about.last
        while index < self.stop and about.person is None and self._belongs(index, hit.value, about):
            mention = self.scene.mention_at(index)
            adjective = self.tokens[index].norm in self.speakers.adjectives
            whole = mention is not None and mention.kind != "place" and not adjective
            index = self.scene.mention_end(index) if whole else index + 1
            if not about.loose or whole:
                about.last = index
        return about

    def _belongs(self, index: int, noun: SpeakerNoun, about: _Description) -> bool:
        """Take in one word after the noun; False where the phrase is over."""
        scene, norm, mention = self.scene, self.tokens[index].norm, self.scene.mention_at(index)
        if mention is not None and mention.key.startswith("office:") and mention.start < self.tokens[index].start - 2:
            mention = None  # the noun itself, taken for somebody's office
        if norm in self.speakers.adjectives:
            about.adjectives.append(self.speakers.adjectives[norm])
            return True
        if mention is not None and mention.kind != "place":
            return self._takes_in(index, mention, noun, about)
        if norm in COMMAS | DASHES:
            following = scene.mention_at(index + 1) if index + 1 < self.stop else None
            return following is not None and following.kind == "person" and following.form == "name"
        if norm in RELATIVES or (norm.endswith("ا") and len(norm) > 3 and index > about.last):
            return False  # رفع المشاركون أعلاما
        if norm not in _LINKS and not norm.startswith(("ال", "وال")):
            about.loose += 1
            paper = noun.kind == "paper"
            return about.loose <= _LOOSE.get(noun.kind, 3) and (paper or scene.is_noun(index))
        return True

    def _takes_in(self, index: int, mention: Mention, noun: SpeakerNoun, about: _Description) -> bool:
        """Take in a mention after the noun: who it is, whose it is, or whose nationality it has."""
        if self._stands_apart(index, mention, noun, about):
            return False
        if mention.kind == "person" and mention.form == "name":
            if noun.kind == "paper":
                about.home = about.home or mention
                return not self.scene.prefixed(mention, index, "و")
            if not self._linked(index, mention) and not self.scene.prefixed(mention, index, "وف"):
                about.person = mention
            return about.person is not None
        about.code = about.code or mention.code
        if mention.form != "nisba" and mention.kind != "state":
            about.home = about.home or mention
        return True

    def _linked(self, index: int, mention: Mention) -> bool:
        return self.tokens[index - 1].norm in _LINKS or self.scene.prefixed(mention, index, "لبك")

    def _stands_apart(self, index: int, mention: Mention, noun: SpeakerNoun, about: _Description) -> bool:
        """Tell whether a mention after the noun is no part of its phrase: an object, somebody told or joined."""
        if self._linked(index, mention):
            told = (mention.code or "").endswith("MED") or (mention.kind == "person" and noun.definite)
            return told and self.scene.prefixed(mention, index, "ل")  # قال مسؤول لوكالة…، قالت الوزارة للسفير
        if mention.form == "nisba" or (mention.kind == "person" and noun.number != "many"):
            return False
        if not about.adjectives and self._closed(index - 1, noun):
            return True  # يتهم معارضون الحكومة
        after_noun = self.tokens[index - 1].norm.startswith("ال") or self.scene.covering[index - 1] >= 0
        return after_noun or mention.kind == "person"  # طالب رئيس الحزب الحكومة

    def _closed(self, index: int, noun: SpeakerNoun) -> bool:
        """Tell whether the noun right before a mention has an article or an ending that lets nothing belong to it."""
        norm = self.tokens[index].norm
        hits = self.speakers.at(self.tokens, index)
        return any(hit.value.lemma == noun.lemma for hit in hits) and (
            noun.definite or norm in self.speakers.closed or (noun.number != "one" and norm.endswith(_CLOSED))
        )

    def _english(self, at: int, noun: SpeakerNoun, about: _Description) -> str:
        words = sorted(about.adjectives, key=lambda word: word not in _FIRST_IN_ENGLISH)
        if about.home is not None:
            words.append(about.home.name)
        elif about.code is not None:
            code = about.code.split("-")[0]
            state = self.scene.view.lexicon.states.by_code.get(code)
            words.append(self.speakers.nationality.get(code, state.name if state else code))
        one_of = any(self.tokens[index].norm in self.speakers.one for index in range(self.first, at))
        counted = any(self.tokens[index].is_number for index in range(self.first, at))  # نحو 20 نائبا
        words.append(noun.lemma if one_of else noun.plural if counted else noun.english)
        phrase = " ".join(dict.fromkeys(words))
        if noun.number == "two":
            return f"two {phrase}"
        if counted or (noun.number == "many" and not one_of):
            return f"the {phrase}" if phrase[0].isupper() else phrase
        if noun.kind == "body" and about.person is not None:
            return f"the {phrase} of {about.person.name}"
        if (noun.definite or self.pointed) and not one_of:
            return f"the {phrase}"
        return f"{'an' if phrase[0].lower() in 'aeio' else 'a'} {phrase}"
