"""Candidates: every reading of every trigger with its sides, status and circumstances, before any is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.events.casting import Casting, Draft
from taqarub.extract.events.circumstances import Circumstances, When
from taqarub.extract.events.clauses import Clauses
from taqarub.extract.events.participants import Stage
from taqarub.extract.events.roles import Roles, Sides
from taqarub.extract.events.status import Status, read_status
from taqarub.extract.events.triggers import Occurrence, find_triggers
from taqarub.extract.view import View
from taqarub.model import Mention, Quotation, TimeExpression


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a trigger as an event."""

    occurrence: Occurrence
    type: str
    sides: Sides
    status: Status
    when: When
    place: str | None


def draft_events(view: View, mentions: Sequence[Mention], quotes: Sequence[Quotation]) -> Casting:
    """Every trigger of an article with the sides grammar gives it, ready to be cast."""
    triggers = find_triggers(view)
    stops = frozenset(index for t in triggers for index in range(t.first, t.last + 1))
    stage = Stage(view, mentions, stops)
    clauses = Clauses(view, stage, quotes)
    roles = Roles(view, stage, clauses)
    return Casting(view, stage, clauses, [Draft(occurrence, roles.assign(occurrence)) for occurrence in triggers])


def find_candidates(
    view: View,
    casting: Casting,
    times: Sequence[TimeExpression],
    weights: Mapping[str, float],
) -> list[Candidate]:
    """All candidates of an article that meet their frames' needs, in text order, cast by `weights`."""
    circumstances = Circumstances(view, casting.stage, times)
    timed = {offset for time in times for offset in range(time.start, time.end)}
    found = []
    for at, draft in enumerate(casting.drafts):
        occurrence, sides = draft.occurrence, casting.cast(at, weights)
        status = read_status(view, occurrence)
        if occurrence.start in timed or status.denied or not _meets_needs(occurrence, sides):
            continue
        when = circumstances.when(occurrence)
        found.append(Candidate(occurrence, _shifted(view, occurrence, status, when), sides, status, when,
                               circumstances.where(occurrence)))  # fmt: skip
    return found


def _meets_needs(occurrence: Occurrence, sides: Sides) -> bool:
    needs = occurrence.frame.needs
    count = len(sides.actors) + len(sides.recipients)
    if count == 0:
        return False
    if needs == "both":
        return count >= 2 if occurrence.frame.pattern == "mutual" else bool(sides.actors and sides.recipients)
    if needs == "person":
        return bool(sides.actors and sides.recipients) and any(p.kind in ("person", "office") for p in sides.used)
    if needs == "state":
        return bool(sides.actors) and not any("-" in code for code in sides.actors)
    return True


def _shifted(view: View, occurrence: Occurrence, status: Status, when: When) -> str:
    """A planned visit is an AGREE, an announced withdrawal a CONCEDE, an attack announced a threat."""
    type_ = occurrence.frame.type
    ontology = view.lexicon.frames.ontology
    if status.negated or status.hypothetical:
        return type_
    if status.future or when.future:
        type_ = ontology.shifted(type_, "future")
    return type_
