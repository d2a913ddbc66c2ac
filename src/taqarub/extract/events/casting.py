"""Casting: which of the parties in reach of a trigger act and which are acted upon, weighed over all that is known.

Rules of grammar (`roles`) read the sides where they are told; often they are told elsewhere, or beside a word that
misleads the rules. For every party in reach a logistic model weighs the rule's reading with where the party stands,
what governs it and what it does in the rest of the article. `training/events.py` fits its weights on annotated
articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taqarub.extract.events.clauses import Clauses
from taqarub.extract.events.logistic import chance
from taqarub.extract.events.participants import Participant, Stage
from taqarub.extract.events.roles import Sides
from taqarub.extract.events.triggers import Occurrence
from taqarub.extract.view import View

PARTS = ("actor", "recipient")
_SURE = 0.5
"""Chance from which a party is put on a side."""
_SURE_PARTNER = 0.7
"""The same for one of two partners, on either side."""
_LEAST = 0.12
"""Chance that the likeliest party needs for a side that would be empty otherwise."""
_LEAST_PARTNER = 0.2
"""The same for the second of two partners."""
_TOGETHER = ("mutual", "visit", "host")
_MAIN_PARTIES = 3
_STEPS = (1, 2, 4, 7, 11, 16, 24)


Chances = Mapping[str, Mapping[str, float]]
"""For each party its chance of each part."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with the sides that grammar alone gives it."""

    occurrence: Occurrence
    sides: Sides


class Casting:
    """Casts the events of one article."""

    def __init__(self, view: View, stage: Stage, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._view = view
        self.stage = stage
        self._clauses = clauses
        self._frames = view.lexicon.frames
        self._triggers = {draft.occurrence.first for draft in drafts}
        self._counts = Counter(code for p in stage.all for code in p.codes)
        self._ranks = {code: rank for rank, (code, _) in enumerate(self._counts.most_common(8))}
        self._played = Counter(
            (part, self._quad(d), code) for d in drafts for part in PARTS for code in d.sides.side(part))  # fmt: skip

    def cast(self, at: int, weights: Mapping[str, float]) -> Sides:
        """Sides of the draft at `at`, each party on the side where it is likelier, if it is likely at all."""
        draft = self.drafts[at]
        if draft.occurrence.frame.pattern == "fixed":
            return draft.sides
        chances = {code: {part: chance(weights, (f"{part}|{name}" for name in names)) for part in PARTS}
                   for code, names in self.describe(at)}  # fmt: skip
        pattern = draft.occurrence.frame.pattern
        if pattern not in _TOGETHER:
            chosen = self._with_lists(draft.occurrence, _opposites(chances))
            return draft.sides.recast(chosen, tuple(_least_sure(chances, chosen, part) for part in PARTS))
        chosen = _partners(chances, pattern == "mutual")
        return draft.sides.recast(chosen, tuple(sorted(min(1.0, sum(chances[code].values())) for code in chosen))[:2])

    def _with_lists(self, occurrence: Occurrence, chosen: dict[str, str]) -> dict[str, str]:
        """A list in one role is cast as one: where most of 'X وY وZ' are on a side, all are."""
        inside = self.stage.between(occurrence.sentence.first, occurrence.sentence.stop)
        starts = [at for at, participant in enumerate(inside) if not participant.joined]
        for start, stop in pairwise([*starts, len(inside)]):
            codes = _codes(inside[start:stop])
            for part in PARTS:
                placed = sum(chosen.get(code) == part for code in codes)
                if len(codes) > 2 and 2 * placed > len(codes):
                    chosen = chosen | dict.fromkeys((code for code in codes if code not in chosen), part)
        return chosen

    def describe(self, at: int) -> Iterator[tuple[str, list[str]]]:
        """Each party in reach of the draft at `at` with its features."""
        draft = self.drafts[at]
        occurrence, rule = draft.occurrence, draft.sides
        near = self._near(occurrence)
        ranks = {code: rank for rank, code in enumerate(near)}
        speaker = self._clauses.speaker(occurrence.start)
        previous = _codes(self._clauses.previous_subject(occurrence.sentence))
        before = _codes(self._clauses.previous(occurrence.sentence))
        main = [code for code, rank in self._ranks.items() if rank < _MAIN_PARTIES]
        codes = dict.fromkeys([*near, *rule.actors, *rule.recipients, *filter(None, [speaker]), *before, *main])
        neighbours = list(self._neighbours(at))
        for code in codes:
            part = rule.part_of(code)
            names = [*self._ruled(draft, code, part), *self._standing(occurrence, near.get(code), part),
                     *self._known(draft, code, part, codes)]  # fmt: skip
            names.append(f"rank,rule={min(ranks.get(code, 9), 5)},{part}")
            names.append(f"parties={min(len(near), 6)},{part}")
            if code == speaker:
                names += ["speaker", f"speaker,type={occurrence.frame.type}", f"speaker,form={occurrence.form},{part}"]
            if code in previous:
                names += ["previous-subject", f"previous-subject,{part}"]
            if code in before:
                names += ["sentence-before", f"sentence-before,{part}"]
            for name, other in neighbours:
                there = other.sides.part_of(code)
                names += [f"{name}={there},{other.occurrence.form},{occurrence.form}", f"{name},rule={there},{part}",
                          f"{name},types={there},{other.occurrence.frame.type},{occurrence.frame.type}"]  # fmt: skip
            yield code, names

    def _near(self, occurrence: Occurrence) -> dict[str, Participant]:
        """The nearest phrase for each party of the trigger's sentence, nearest first."""
        near: dict[str, Participant] = {}
        inside = self.stage.between(occurrence.sentence.first, occurrence.sentence.stop)
        for participant in sorted(inside, key=lambda p: _distance(p, occurrence)):
            for code in participant.codes:
                near.setdefault(code, participant)
        return near

    def _neighbours(self, at: int) -> Iterator[tuple[str, Draft]]:
        """The drafts of the triggers right before and after, in the same sentence."""
        occurrence = self.drafts[at].occurrence
        for step, name in ((-1, "last"), (1, "next")):
            other = at + step
            while 0 <= other < len(self.drafts) and self.drafts[other].occurrence.first == occurrence.first:
                other += step
            if 0 <= other < len(self.drafts) and self.drafts[other].occurrence.sentence == occurrence.sentence:
                yield name, self.drafts[other]

    def _ruled(self, draft: Draft, code: str, part: str) -> Iterator[str]:
        """What the rules made of a party and of the others."""
        frame, sides = draft.occurrence.frame, draft.sides
        how = sides.why.get(code, "") if part else ""
        filled = ",".join(sides.why.get(sides.side(side)[0], "") if sides.side(side) else "-" for side in PARTS)
        yield "bias"
        yield f"type={frame.type}"
        yield f"frame={frame.id}"
        yield f"rule={part}"
        yield f"rule={part},{how}"
        yield f"rule,type={part},{how},{frame.type}"
        yield f"rule,form={part},{how},{draft.occurrence.form}"
        yield f"rule,frame={part},{frame.id}"
        yield f"filled={filled}"
        yield f"rule,filled={part},{filled}"
        yield f"filled,type={filled},{frame.type},{part}"

    def _standing(self, occurrence: Occurrence, p: Participant | None, part: str) -> Iterator[str]:
        """Where a party stands in the trigger's sentence."""
        type_, form = occurrence.frame.type, occurrence.form
        if p is None:
            yield "absent"
            yield f"absent,type={type_}"
            return
        after = p.first > occurrence.last
        low, high = (occurrence.last + 1, p.first) if after else (p.last + 1, occurrence.first)
        verbs = min(2, sum(1 for token in self._view.tokens[low:high] if self._frames.is_verb(token.norm)))
        triggers = min(3, sum(1 for index in range(low, high) if index in self._triggers))
        where = f"{'after' if after else 'before'},{_step(_distance(p, occurrence))}"
        yield f"where={where}"
        yield f"where,form={where},{form}"
        yield f"where,rule={where},{part}"
        yield f"verbs={verbs},{after}"
        yield f"verbs,rule={verbs},{after},{part}"
        yield f"triggers={triggers},{after}"
        yield f"triggers,rule={triggers},{after},{part}"
        yield f"governor={p.governor},{after}"
        yield f"governor,type={p.governor},{after},{type_}"
        yield f"governor,rule={p.governor},{after},{part}"
        yield f"governor,frame={p.governor},{after},{occurrence.frame.id}"
        yield f"kind={p.kind}"
        yield f"kind,rule={p.kind},{part},{after}"
        yield f"kind,type={p.kind},{type_},{after}"
        yield f"joined={p.joined},{part}"
        yield f"definite={p.definite},{p.kind},{part}"
        yield f"capital={p.capital},{p.host == occurrence.last},{occurrence.frame.pattern},{after}"
        hosted = f"{p.host == occurrence.last},{p.host >= 0}"
        yield f"host={hosted},{form}"
        yield f"host,kind={hosted},{p.kind},{type_}"
        quoted = self._view.quoted_at(occurrence.start)
        yield f"quoted={quoted is not None},{self._view.quoted_at(p.start) == quoted},{part}"
        yield f"head={self._word(p.first)}"
        yield f"followed={self._word(p.last + 1)}"
        yield f"preceded={self._word(p.first - 1)}"
        yield f"preceded,type={self._word(p.first - 1)},{type_},{after}"

    def _known(self, draft: Draft, code: str, part: str, codes: Iterable[str]) -> Iterator[str]:
        """What the article and the world say of a party."""
        type_, quad = draft.occurrence.frame.type, self._quad(draft)
        rank = min(self._ranks.get(code, 8), 4)
        state, _, sector = code.partition("-")
        kind = sector or ("state" if code in self._view.lexicon.states.by_code else "organization")
        yield f"main={rank}"
        yield f"main,rule={rank},{part}"
        yield f"count={_step(self._counts[code])}"
        yield f"code={code}"
        yield f"code,type={code},{type_}"
        yield f"class={kind}"
        yield f"class,type={kind},{type_}"
        yield f"class,rule={kind},{part}"
        if sector:
            yield f"state-too={state in codes},{part}"
        else:
            yield f"sector-too={any(other.startswith(code + '-') for other in codes)},{part}"
        for side in PARTS:
            times = self._played[side, quad, code] - (code in draft.sides.side(side))
            yield f"plays={side},{min(times, 4)}"
            yield f"plays,rule={side},{min(times, 3)},{part}"
            yield f"plays,quad={side},{min(times, 3)},{quad}"

    def _quad(self, draft: Draft) -> int:
        return self._frames.ontology.types[draft.occurrence.frame.type].quad

    def _word(self, at: int) -> str:
        return self._view.tokens[at].norm if 0 <= at < len(self._view.tokens) else ""


def _opposites(chances: Chances) -> dict[str, str]:
    """Parties on the side where they are likelier, if they are likely at all; an empty side takes the likeliest."""
    likelier = {code: max(PARTS, key=both.__getitem__) for code, both in chances.items()}
    chosen = {code: part for code, part in likelier.items() if chances[code][part] >= _SURE}
    for part in PARTS:
        if part not in chosen.values():
            best = max(_rest(chances, chosen), key=lambda code: chances[code][part], default=None)
            if best is not None and chances[best][part] >= _LEAST:
                chosen[best] = part
    return chosen


def _partners(chances: Chances, alike: bool) -> dict[str, str]:
    """Parties that meet or agree: likely on either side, at least two; all are actors if they are alike."""
    total = {code: sum(both.values()) for code, both in chances.items()}
    chosen = [code for code in chances if total[code] >= _SURE_PARTNER]
    while len(chosen) < 2:
        best = max(_rest(chances, chosen), key=total.__getitem__, default=None)
        if best is None or total[best] < _LEAST_PARTNER:
            break
        chosen.append(best)
    return {code: "actor" if alike else max(PARTS, key=chances[code].__getitem__) for code in chosen}


def _rest(chances: Chances, chosen: Iterable[str]) -> list[str]:
    taken = set(chosen)
    return sorted(code for code in chances if code not in taken)


def _least_sure(chances: Chances, chosen: Mapping[str, str], part: str) -> float:
    """Chance of the least likely party put on a side, or that nobody is on it if none is."""
    taken = [chances[code][part] for code, side in chosen.items() if side == part]
    return min(taken) if taken else 1 - max((both[part] for both in chances.values()), default=0.0)


def _codes(participants: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(code for p in participants for code in p.codes))


def _distance(p: Participant, occurrence: Occurrence) -> int:
    return p.first - occurrence.last if p.first > occurrence.last else max(0, occurrence.first - p.last)


def _step(number: int) -> int:
    return sum(1 for limit in _STEPS if number >= limit)
