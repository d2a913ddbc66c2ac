"""Clauses around a trigger: how far it governs, what stands before it, who the subject is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taqarub.extract.events.participants import Participant, Stage
from taqarub.extract.view import Sentence, View
from taqarub.model import Quotation

_REACH = 18
_STRONG = frozenset(".؟?!;:؛")
_MARKS = frozenset("«»“”\"'‘’-–—()[]/،,")
_SUBJECT_GAP = 7


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens a word governs: directly up to `direct`, then its complement or relative clause up to `stop`."""

    first: int
    direct: int
    stop: int
    relative: bool


class Clauses:
    """Reads clauses of one article."""

    def __init__(self, view: View, stage: Stage, quotes: Sequence[Quotation]) -> None:
        self._view = view
        self._stage = stage
        self._grammar = view.lexicon.event_grammar
        self._frames = view.lexicon.frames
        self._quotes = sorted(quotes, key=lambda q: q.start)

    def after(self, sentence: Sentence, last: int) -> Clause:
        """The clause that follows token `last`."""
        tokens = self._view.tokens
        direct = None
        end = min(sentence.stop, last + 1 + 2 * _REACH)
        index = last + 1
        while index < end:
            norm = tokens[index].norm
            if norm in _STRONG:
                break
            if direct is None and (index - last > _REACH or norm in self._grammar.boundaries or self._is_verb(index)):
                direct = index
            index += 1
        direct = index if direct is None else direct
        relative = direct < index and tokens[direct].norm in self._grammar.relatives
        return Clause(last + 1, direct, index, relative)

    def _is_verb(self, index: int) -> bool:
        return self._frames.is_verb(self._view.tokens[index].norm)

    def subject(self, sentence: Sentence, first: int, last: int) -> tuple[list[Participant], str]:
        """Subject of the verb at tokens `first` to `last`, and how it was found: before, relative, after or ''."""
        before = self._before(sentence, first)
        if before:
            return before
        clause = self.after(sentence, last)
        right = self._stage.between(clause.first, clause.direct)
        for at, participant in enumerate(right):
            if participant.governor or participant.first - last > _SUBJECT_GAP:
                break
            if participant.host not in (-1, last):
                break
            if self._disagrees(self._view.tokens[first].norm, participant):
                break
            return [participant, *joined_after(right, at)], "after"
        return [], ""

    def _before(self, sentence: Sentence, first: int) -> tuple[list[Participant], str] | None:
        tokens = self._view.tokens
        index, relative = first - 1, False
        while (
            index >= sentence.first
            and first - index < 6
            and (
                tokens[index].norm in _MARKS
                or tokens[index].norm in self._grammar.particles
                or tokens[index].norm in self._grammar.relatives
            )
        ):
            relative = relative or tokens[index].norm in self._grammar.relatives
            index -= 1
        if any(t.norm.startswith("و") for t in tokens[index + 1 : first] if t.norm in self._grammar.particles):
            return None
        if tokens[first].norm.startswith(("و", "ف")) and not relative and self._frames.is_verb(tokens[first].norm[1:]):
            return None
        if relative and self._is_resumed(first):
            return None
        ended = [p for p in self._stage.between(max(sentence.first, index - 14), index + 1) if p.last == index]
        if not ended or (ended[-1].governor and not relative):
            return None
        others = self._stage.between(max(sentence.first, index - 30), ended[-1].first + 1)
        return joined_before(others, len(others) - 1), "relative" if relative else "before"

    def _is_resumed(self, verb: int) -> bool:
        """'التي تسيطر عليها حماس': a pronoun after the verb shows that the antecedent is not its subject."""
        following = self._view.tokens[verb + 1].norm if verb + 1 < len(self._view.tokens) else ""
        return following in self._grammar.resumptives

    def _disagrees(self, verb: str, participant: Participant) -> bool:
        """A verb before its subject agrees in gender; a feminine verb cannot have a masculine subject."""
        if participant.feminine is None:
            return False
        core = verb[1:] if verb[:1] in "وف" and len(verb) > 4 else verb
        core = core[1:] if core[:1] == "س" and core[1:2] in "يت" else core
        if core.startswith("ي"):
            return participant.feminine
        if core.startswith("ت") and not core.endswith("ت"):
            return False
        return participant.feminine != core.endswith("ت")

    def topic(self, sentence: Sentence, first: int, start: int) -> tuple[list[Participant], str]:
        """Whom a clause without a subject of its own is about: the nearest subject before it."""
        candidates = self._stage.between(sentence.first, first)
        for at in range(len(candidates) - 1, -1, -1):
            participant = candidates[at]
            if not participant.governor and participant.kind not in ("place", "pair", "own", "nisba", "group"):
                return joined_before(candidates, at), "topic"
        return [], ""

    def speaker(self, start: int) -> str | None:
        """Code of who says the words at `start`, innermost quotation first."""
        found = [q for q in self._quotes if q.start <= start < q.end and q.country]
        return found[-1].country if found else None

    def previous(self, sentence: Sentence) -> list[Participant]:
        """All participants of the sentence before."""
        at = self._view.sentence_at(sentence.start)
        if at == 0:
            return []
        earlier = self._view.sentences[at - 1]
        return self._stage.between(earlier.first, earlier.stop)

    def previous_subject(self, sentence: Sentence) -> list[Participant]:
        """The first subject of the sentence before."""
        for participant in self.previous(sentence):
            if not participant.governor and participant.kind in ("person", "office", "organization", "state"):
                return [participant]
        return []


def joined_before(participants: Sequence[Participant], at: int) -> list[Participant]:
    """The participant at `at` with those it is coordinated with, last first."""
    found = [participants[at]]
    while found[-1].joined and at > 0:
        at -= 1
        found.append(participants[at])
    return found


def joined_after(participants: Sequence[Participant], at: int) -> list[Participant]:
    """The participants coordinated with the one at `at`."""
    found = []
    for participant in participants[at + 1 :]:
        if not participant.joined:
            break
        found.append(participant)
    return found
