"""Source phrases — بحسب الوزارة، وفقا لمصدر أمني، كما أعلنت بغداد — and the words they vouch for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.quotations.extent import Extents, near, trimmed
from taqarub.extract.quotations.openings import Opening
from taqarub.extract.quotations.scene import COMMAS, CONTRASTS, DASHES, STOPS, Occurrence, Scene
from taqarub.text import folded

_REACH = 22
_LONGEST = 300
"""Tokens no clause that a source phrase closes is longer than."""
_RESUMES = frozenset(folded(word) for word in ("فإن", "فقد", "فإنه", "فإنها", "أن"))
_BOUNDARIES = CONTRASTS | frozenset(folded(word) for word in ("كما", "حيث", "لكن", "لكنه", "لكنها", "إذ"))
_SHORT = 8
"""Words before a phrase in mid-sentence that only lead in what it vouches for: وشهدت السوق، بحسب المصرف، نموا."""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Tokens `first` to `last`, the agent from `agent` on; a `tail` names nobody of its own (على حد قوله)."""

    occurrence: Occurrence
    first: int
    last: int
    agent: int
    tail: bool


def find_sources(scene: Scene, openings: Mapping[int, Opening]) -> Iterator[SourcePhrase]:
    """Find source phrases that name an agent or close a quotation."""
    for occurrence in scene.occurrences:
        if occurrence.form.shape == "source" and (found := _phrase(scene, occurrence, openings)):
            yield found


def _phrase(scene: Scene, cue: Occurrence, openings: Mapping[int, Opening]) -> SourcePhrase | None:
    stop, agent = scene.sentence_of(cue).stop, cue.last + 1
    if cue.pronoun:
        return SourcePhrase(cue, cue.first, cue.last, agent, True)
    if cue.cue.what:
        verb = scene.cue_at.get(agent)
        if verb is None or verb.form.shape != "verb" or verb.joined or verb.first in openings:
            return None
        agent = verb.last + 1
    if agent >= stop:
        return None
    last = _end(scene, agent, stop)
    if not cue.cue.what and not _names_agent(scene, agent, last):
        return None
    return SourcePhrase(cue, cue.first, last, agent, False)


def _end(scene: Scene, agent: int, stop: int) -> int:
    """Find the last token of the agent's noun phrase, before a comma, فإن or the sentence's end."""
    index = agent
    while index + 1 < min(stop, agent + _REACH):
        norm = scene.tokens[index + 1].norm
        if norm in COMMAS or norm in STOPS or norm in _RESUMES:
            break
        index += 1
    return index


def _names_agent(scene: Scene, agent: int, last: int) -> bool:
    agents = scene.cues.agents
    for index in range(agent, min(last, agent + 2) + 1):
        mention, norm = scene.mention_at(index), scene.tokens[index].norm
        if mention is not None and mention.kind in ("person", "organization"):
            return True
        if mention is not None and mention.kind == "state" and mention.form != "nisba" and index == agent:
            return True
        written = {norm, norm.removeprefix("ل"), "ال" + norm.removeprefix("لل")}
        if written & agents:
            return True
    return False


def source_content(
    scene: Scene, source: SourcePhrase, extents: Extents, taken: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the words a phrase vouches for: what follows it at a sentence's head, else the clause before it.

    `taken` are the contents found already, by their starts; words that are reported speech are left alone.
    """
    sentence = scene.sentence_of(source.occurrence)
    if source.tail:
        return None
    if source.first - sentence.first <= 1:
        return _after(scene, source, sentence.stop, extents)
    if any(cue < source.first <= opening.token for cue, opening in _near(extents.openings, source.first)):
        return None  # وأضاف المسؤول، بحسب الوكالة، أن
    goes_on = scene.words_in(source.last + 1, sentence.stop, _LONGEST)
    if scene.words_in(sentence.first, source.first, _LONGEST) < min(_SHORT, goes_on):
        return _after(scene, source, sentence.stop, extents)
    return _before(scene, source, sentence.first, taken)


def _near(openings: Mapping[int, Opening], index: int) -> Iterator[tuple[int, Opening]]:
    """List the complements whose cue stands in the few tokens before `index`."""
    return ((at, openings[at]) for at in range(max(0, index - 2 * _REACH), index) if at in openings)


def _after(scene: Scene, source: SourcePhrase, stop: int, extents: Extents) -> tuple[int, int] | None:
    index = source.last + 1
    while index < stop and (scene.tokens[index].norm in COMMAS or scene.tokens[index].norm in _RESUMES):
        index += 1
    if index >= stop or {index, index + 1} & extents.openings.keys():  # وبحسب الوكالة، قال الوزير إن
        return None
    end, stop = index + 1, min(stop, index + _LONGEST)
    while end < stop and not extents.ends_before(end):
        end += 1
    return _span(scene, index, end)


def _before(scene: Scene, source: SourcePhrase, first: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the clause that ends at the phrase, unless it is reported speech already."""
    begin = first
    for index in range(source.first - 1, max(first, source.first - _LONGEST), -1):
        if scene.tokens[index].norm in _BOUNDARIES and scene.tokens[index - 1].norm in COMMAS:
            begin = index + 1
            break
    span = _span(scene, begin, source.first)
    if span is None or source.first - begin > _LONGEST:
        return None
    if near(taken, scene.tokens[begin].start, scene.tokens[source.first].start):
        return None
    start, end = span
    if begin == first and scene.view.text[start] == "و" and len(scene.tokens[begin].norm) > 3:
        start += 1
    return (start, end) if scene.words_in(begin, source.first) > 2 else None


def _span(scene: Scene, first: int, stop: int) -> tuple[int, int] | None:
    while stop > first and scene.tokens[stop - 1].norm in COMMAS | DASHES:
        stop -= 1
    if stop <= first:
        return None
    start, end = trimmed(scene.view.text, scene.tokens[first].start, scene.tokens[stop - 1].end)
    return (start, end) if start < end else None
