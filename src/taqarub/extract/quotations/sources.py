"""Source phrases — بحسب الوزارة، وفقا لمصدر أمني، كما أعلنت بغداد — and the words they vouch for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.quotations.extent import trimmed
from taqarub.extract.quotations.openings import Opening
from taqarub.extract.quotations.scene import COMMAS, DASHES, Occurrence, Scene
from taqarub.text import folded

_REACH = 22
_RESUMES = frozenset(folded(word) for word in ("فإن", "فقد", "فإنه", "فإنها", "أن", "إن", "فان"))
_BOUNDARIES = frozenset(folded(word) for word in ("فيما", "وفيما", "بينما", "وبينما", "كما", "حيث"))


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Tokens `first` to `last`; the agent begins at token `agent`; `tail` names nobody of its own (على حد قوله)."""

    occurrence: Occurrence
    first: int
    last: int
    agent: int
    tail: bool


def find_sources(scene: Scene, openings: Mapping[int, Opening]) -> Iterator[SourcePhrase]:
    """Source phrases that name an agent or close a quotation."""
    for occurrence in scene.occurrences:
        if occurrence.form.shape == "source" and (found := _phrase(scene, occurrence, openings)):
            yield found


def _phrase(scene: Scene, occurrence: Occurrence, openings: Mapping[int, Opening]) -> SourcePhrase | None:
    sentence = scene.view.sentences[scene.view.sentence_at(occurrence.start)]
    agent = occurrence.last + 1
    if occurrence.pronoun:
        return SourcePhrase(occurrence, occurrence.first, occurrence.last, agent, True)
    if occurrence.cue.what:
        verb = scene.cue_at.get(agent)
        if verb is None or verb.form.shape != "verb" or verb.joined:
            return None
        if verb.first in openings:
            return None
        agent = verb.last + 1
    if agent >= sentence.stop:
        return None
    last = _end(scene, agent, sentence.stop)
    if not occurrence.cue.what and not _names_agent(scene, agent, last):
        return None
    return SourcePhrase(occurrence, occurrence.first, last, agent, False)


def _end(scene: Scene, agent: int, stop: int) -> int:
    """Last token of the agent's noun phrase: up to a comma, a resumption (فإن) or the sentence's end."""
    index = agent
    while index + 1 < min(stop, agent + _REACH):
        following = scene.tokens[index + 1]
        if following.norm in COMMAS or following.norm in ".;:?!" or following.norm in _RESUMES:
            break
        index += 1
    return index


def _names_agent(scene: Scene, agent: int, last: int) -> bool:
    for index in range(agent, min(last, agent + 2) + 1):
        mention = scene.mention_at(index)
        if mention is not None and mention.kind in ("person", "organization"):
            return True
        if mention is not None and mention.kind == "state" and mention.form in ("name", "capital") and index == agent:
            return True
        norm = scene.tokens[index].norm
        if norm in scene.cues.agents or norm.removeprefix("ل") in scene.cues.agents:
            return True
        if norm.startswith("لل") and "ال" + norm[2:] in scene.cues.agents:
            return True
    return False


def source_content(
    scene: Scene,
    source: SourcePhrase,
    openings: Mapping[int, Opening],
    cuts: Mapping[int, int],
    taken: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """The words a source phrase vouches for: what follows it at a sentence's head, else the clause before it."""
    sentence = scene.view.sentences[scene.view.sentence_at(source.occurrence.start)]
    if source.tail:
        return None
    if source.first - sentence.first <= 1:
        return _after(scene, source, sentence.stop, openings, cuts)
    return _before(scene, source, sentence.first, taken)


def _after(
    scene: Scene, source: SourcePhrase, stop: int, openings: Mapping[int, Opening], cuts: Mapping[int, int]
) -> tuple[int, int] | None:
    index = source.last + 1
    while index < stop and (scene.tokens[index].norm in COMMAS or scene.tokens[index].norm in _RESUMES):
        index += 1
    if index >= stop:
        return None
    end = index
    while end < stop:
        if end > index and end in cuts:
            break
        cue = scene.cue_at.get(end)
        if cue is not None and end in openings and (cue.joined or cue.form.shape == "participle"):
            break
        if cue is not None and end in openings and end <= index + 1:
            return None
        end += 1
    return _span(scene, index, end)


def _before(scene: Scene, source: SourcePhrase, first: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The clause that ends at the phrase, unless it is reported speech already."""
    cut = scene.tokens[source.first].start
    begin = first
    for index in range(source.first - 1, first, -1):
        token = scene.tokens[index]
        if token.norm in _BOUNDARIES and scene.tokens[index - 1].norm in COMMAS:
            begin = index + 1
            break
    offset = scene.tokens[begin].start
    overlapping = [(start, end) for start, end in taken if start < cut and end > offset]
    if overlapping:
        return None
    span = _span(scene, begin, source.first)
    if span is None:
        return None
    start, end = span
    text = scene.view.text
    if begin == first and text[start] == "و" and scene.tokens[begin].is_word and len(scene.tokens[begin].norm) > 3:
        start += 1
    return (start, end) if len(text[start:end].split()) > 2 else None


def _span(scene: Scene, first: int, stop: int) -> tuple[int, int] | None:
    while stop > first and scene.tokens[stop - 1].norm in COMMAS | DASHES:
        stop -= 1
    if stop <= first:
        return None
    start, end = trimmed(scene.view.text, scene.tokens[first].start, scene.tokens[stop - 1].end)
    return (start, end) if start < end else None
