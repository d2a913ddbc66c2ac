"""Who stands where: mentions gathered into the noun phrases that can take part in an event."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from taqarub.extract.view import Sentence, View
from taqarub.model import Mention
from taqarub.text import folded

Kind = Literal["person", "office", "organization", "state", "nisba", "place", "pair", "own", "group"]

_MARKS = frozenset("«»“”\"'‘’-–—()[]/،,:")
_MAX_HEADS = 5


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase, tokens `first` to `last` inclusive, that stands for `codes`.

    `governor` is the preposition before it, 'by' for an agent phrase, '' for none; `joined` tells that it is
    coordinated with the one before; `definite` whether its first word has the article; `national` that it names
    people (فلسطينيين) and is no adjective; `host` is the token of a trigger right before it, -1 for none; `capital`
    that a city stands for its state.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    kind: Kind
    governor: str
    joined: bool
    definite: bool
    feminine: bool | None
    start: int
    end: int
    name: str = ""
    national: bool = False
    host: int = -1
    capital: bool = False


class Stage:
    """The participants of an article, sentence by sentence."""

    def __init__(self, view: View, mentions: Sequence[Mention], stops: frozenset[int]) -> None:
        """`stops` are tokens of triggers: no noun phrase reaches over them."""
        self._view = view
        self._grammar = view.lexicon.event_grammar
        self._frames = view.lexicon.frames
        self._stops = stops
        self.all: list[Participant] = []
        usable = _outermost(m for m in mentions if m.code)
        self.main = _main_state(usable)
        starts = [m.start for m in usable]
        for sentence in view.sentences:
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            self.all.extend(self._of_sentence(sentence, usable[low:high]))
        self._firsts = [p.first for p in self.all]

    def between(self, first: int, stop: int) -> list[Participant]:
        """Participants that begin at tokens `first` to `stop` (exclusive)."""
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]

    def _of_sentence(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Participant]:
        found: list[Participant] = []
        taken = frozenset(t for m in mentions for t in range(*self._tokens(m)))
        for mention in mentions:
            participant = self._participant(sentence, mention, taken, found)
            if found and self._is_apposition(found[-1], participant):
                found[-1] = replace(found[-1], last=participant.last, end=participant.end)
            else:
                found.append(participant)
        found.extend(self._pairs(sentence, taken, found))
        found.extend(self._groups(sentence, taken, found))
        return sorted((p for p in found if not self._is_source(p)), key=lambda p: p.first)

    def _is_source(self, participant: Participant) -> bool:
        """'وفق المرصد', 'نقلا عن الوكالة': where the news comes from."""
        if participant.governor in self._grammar.sources:
            return True
        before = self._view.tokens[max(0, participant.first - 2) : participant.first]
        return participant.governor in ("ل", "عن") and any(t.norm in self._grammar.sources_with for t in before)

    def _tokens(self, mention: Mention) -> tuple[int, int]:
        return self._view.token_at(mention.start), self._view.token_at(mention.end - 1) + 1

    def _participant(
        self, sentence: Sentence, mention: Mention, taken: frozenset[int], found: list[Participant]
    ) -> Participant:
        tokens = self._view.tokens
        core, stop = self._tokens(mention)
        clitics = self._clitics(core, mention)
        first = self._head(sentence, core, taken, clitics)
        prefix = self._proclitic(tokens[first].norm) if first < core else clitics
        governor = self._governor(sentence, first, prefix)
        code = self._with_sector(mention, first, core)
        joined = bool(found) and found[-1].last < first and self._is_joined(found[-1], first, core, prefix)
        if joined and not governor:
            governor = found[-1].governor
        kind: Kind = {"nisba": "nisba", "office": "office"}.get(mention.form, mention.kind)  # type: ignore[assignment]
        word = tokens[first].norm.removeprefix("و")
        return Participant(first, stop - 1, (code,), kind, governor, joined, word.startswith(("ال", "لل", "بال")),
                           self._is_feminine(mention, first, core), mention.start, mention.end, mention.name,
                           kind == "nisba" and self._is_national(sentence, first, core),
                           first - 1 if first - 1 in self._stops else -1,
                           mention.form == "capital" and first == core)  # fmt: skip

    def _clitics(self, core: int, mention: Mention) -> str:
        """Proclitics on a mention's first word; in لل the first ل is one, whether or not the mention begins with it."""
        token = self._view.tokens[core]
        written = folded(self._view.text[token.start : mention.start])
        return written + "ل" if token.norm[len(written) :].startswith("لل") else written

    def _head(self, sentence: Sentence, core: int, taken: frozenset[int], prefix: str) -> int:
        """First token of the noun phrase: nouns and adjectives before the name, up to a preposition or verb."""
        first = core
        if prefix:
            return self._title(sentence, core) if prefix.endswith("ل") else core
        while first > sentence.first and core - first < _MAX_HEADS:
            before = self._view.tokens[first - 1]
            if any(hit.last == first - 1 for hit in self._grammar.by.at(self._view.tokens, first - 2)):
                break
            if not before.is_word or first - 1 in self._stops or first - 1 in taken or self._closes(before.norm):
                break
            first -= 1
            if self._proclitic(before.norm):
                break
        return first

    def _title(self, sentence: Sentence, core: int) -> int:
        """First token of a title before 'ل': 'الأمين العام للأمم المتحدة' stands for the United Nations."""
        tokens, titles = self._view.tokens, self._view.lexicon.people.titles
        for first in range(max(sentence.first, core - 3), core):
            if any(hit.last == core - 1 for hit in titles.at(tokens, first)):
                return first
        return core

    def _proclitic(self, norm: str) -> str:
        """Proclitics of a common noun: seen before the article, else judged by which word is the more frequent."""
        prefix = _proclitics(norm)
        if prefix or len(norm) < 5 or norm.startswith("ال"):
            return prefix
        frequency = self._view.lexicon.name_words.frequency
        for prefix in ("ول", "وب", "و", "ل", "ب"):
            rest = norm.removeprefix(prefix)
            if rest != norm and len(rest) > 3 and frequency.get(rest, 0) >= max(6, frequency.get(norm, 0)):
                return prefix
        return ""

    def _closes(self, norm: str) -> bool:
        bare = norm[1:] if norm[:1] == "و" else norm
        grammar = self._grammar
        return (
            any(word in group for word in (norm, bare)
                for group in (grammar.prepositions, grammar.boundaries, grammar.particles))
            or self._frames.is_verb(norm)
        )  # fmt: skip

    def _governor(self, sentence: Sentence, first: int, prefix: str) -> str:
        for letter in ("ل", "ب", "ك"):
            if letter in prefix:
                return letter
        tokens = self._view.tokens
        at = first - 1
        while at >= sentence.first and tokens[at].norm in _MARKS:
            at -= 1
        if at < sentence.first:
            return ""
        for width in (2, 1):
            if at - width + 1 >= sentence.first and any(
                hit.last == at for hit in self._grammar.by.at(tokens, at - width + 1)
            ):
                return "by"
        norm = tokens[at].norm
        bare = norm[1:] if norm[:1] == "و" else norm
        return next((word for word in (norm, bare) if word in self._grammar.prepositions), "")

    def _is_joined(self, previous: Participant, first: int, core: int, prefix: str) -> bool:
        """Coordinated by و, or an adjective right after an adjective: القمة الروسية الإيرانية."""
        between = [t.norm for t in self._view.tokens[previous.last + 1 : first] if t.norm not in _MARKS]
        return (prefix.startswith("و") and not between) or between == ["و"] or (
            first == core and prefix == "" and not between and previous.kind == "nisba")  # fmt: skip

    def _is_apposition(self, previous: Participant, this: Participant) -> bool:
        """'وزير الخارجية الروسي، سيرغي لافروف' is one participant."""
        if this.joined and this.kind != "nisba":
            return False
        if previous.codes != this.codes or (this.governor and this.governor != previous.governor):
            return False
        between = self._view.tokens[previous.last + 1 : this.first]
        return all(t.norm in _MARKS for t in between) and this.kind in ("person", "office", "nisba", "organization")

    def _with_sector(self, mention: Mention, first: int, core: int) -> str:
        code = mention.code or ""
        if mention.form != "nisba" or "-" in code:
            return code
        for token in self._view.tokens[first:core]:
            for form in (token.norm, *(a.core for a in token.analyses)):
                sector = self._frames.sectors.get(form.removeprefix("ال"))
                if sector:
                    return f"{code}-{sector}"
        return code

    def _is_feminine(self, mention: Mention, first: int, core: int) -> bool | None:
        head = self._view.tokens[first].norm
        if mention.form == "office":
            return head.endswith("ه")
        if first < core or mention.form in ("institution", "nisba") or mention.kind == "organization":
            return True if head.endswith(("ه", "ات")) or head in self._grammar.feminine_plural_heads else None
        if mention.kind == "state" and mention.form in ("name", "capital"):
            if mention.code in self._grammar.states_of_either_gender:
                return None
            return mention.code not in self._grammar.masculine_states or mention.form == "capital"
        return None

    def _is_national(self, sentence: Sentence, first: int, core: int) -> bool:
        tokens = self._view.tokens
        numbered = first > sentence.first and tokens[first - 1].is_number
        return numbered or tokens[core].norm.endswith(("ين", "ون"))

    def _groups(self, sentence: Sentence, taken: frozenset[int], found: list[Participant]) -> list[Participant]:
        """'المتظاهرون' and the like without a nationality: people of the state the article is about."""
        groups: list[Participant] = []
        spoken = taken | {index for p in found for index in range(p.first, p.last + 1)} | self._stops
        for index in range(sentence.first, sentence.stop if self.main else sentence.first):
            token = self._view.tokens[index]
            if index in spoken or not token.norm.endswith(("ون", "ين", "ان")):
                continue
            for analysis in token.analyses:
                sector = self._frames.sectors.get(analysis.core.removeprefix("ال"))
                if sector in ("CVL", "REB", "MED", "REF"):
                    governor = self._governor(sentence, index, analysis.prefix)
                    groups.append(
                        Participant(index, index, (f"{self.main}-{sector}",), "group", governor, False,
                                    analysis.core.startswith("ال"), False, token.start, token.end))  # fmt: skip
                    break
        return groups

    def _pairs(self, sentence: Sentence, taken: frozenset[int], found: list[Participant]) -> list[Participant]:
        """'الجانبان' for the two states spoken of last, 'بلاده' for the speaker's own."""
        pairs = []
        for index in range(sentence.first, sentence.stop):
            token = self._view.tokens[index]
            if index in taken or not token.is_word:
                continue
            for analysis in token.analyses:
                own = analysis.core in self._grammar.own
                if not own and analysis.core not in self._grammar.pairs:
                    continue
                earlier = [p for p in found if p.last < index]
                codes = () if own else _last_two(chain(reversed(earlier), reversed(self.all)))
                governor = self._governor(sentence, index, analysis.prefix)
                if own or len(codes) == 2:
                    pairs.append(Participant(index, index, codes, "own" if own else "pair", governor, False, True,
                                             None, token.start, token.end))  # fmt: skip
                break
        return pairs


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _proclitics(norm: str) -> str:
    """The proclitics of a common noun, as far as they show before the article."""
    for prefix in ("ولل", "لل", "وبال", "بال", "وال", "كال", "فال"):
        if norm.startswith(prefix):
            return prefix.removesuffix("ال") if prefix.endswith("ال") else prefix.removesuffix("ل")
    return ""


def _last_two(latest_first: Iterable[Participant]) -> tuple[str, ...]:
    """The two different states or organizations spoken of last."""
    codes: list[str] = []
    for participant in latest_first:
        for code in participant.codes:
            if code not in codes and not code.endswith("-MED") and participant.kind != "place":
                codes.append(code)
        if len(codes) >= 2:
            break
    return tuple(sorted(codes[:2]))


def _main_state(mentions: Sequence[Mention]) -> str:
    """The state an article speaks of most, '' if none."""
    counts = Counter(m.code for m in mentions if m.code and len(m.code) == 3)
    return max(sorted(counts), key=lambda code: counts[code], default="")
