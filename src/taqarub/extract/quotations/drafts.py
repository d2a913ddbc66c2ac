"""From cues to contents: which words of the article are reported speech, before anyone is held to have said them."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.extract.quotations.extent import content_span, trimmed
from taqarub.extract.quotations.openings import Link, Opening, find_opening
from taqarub.extract.quotations.scene import Occurrence, Scene
from taqarub.extract.quotations.sources import SourcePhrase, find_sources, source_content
from taqarub.text import folded


_RELATIVE = frozenset(folded(word) for word in ("الذي", "التي", "الذين", "اللذان", "اللذين", "ما", "من", "مما"))
_NEAR = 6
"""Drafts back in which an enclosing one is looked for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Content `start` to `end` reported by `cue`; `token` is where it opens, `source` the phrase that names who said it."""

    start: int
    end: int
    cue: Occurrence
    link: Link
    token: int
    source: SourcePhrase | None = None


def draft_quotations(scene: Scene) -> list[Draft]:
    """All contents of an article in text order."""
    openings = _openings(scene)
    sources = {source.first: source for source in find_sources(scene, openings)}
    cuts = {first: source.last for first, source in sources.items()}
    drafts: list[Draft] = []
    for occurrence in scene.occurrences:
        opening = openings.get(occurrence.first)
        if opening is None:
            continue
        start, end = content_span(scene, occurrence, opening, openings, cuts)
        if start < end and _counts(scene, occurrence, opening, drafts):
            drafts.append(Draft(start, end, occurrence, opening.link, opening.token))
    drafts.extend(_quoted_before(scene, openings, drafts))
    for source in sources.values():
        content = source_content(scene, source, openings, cuts, [(d.start, d.end) for d in drafts])
        if content is not None:
            drafts.append(Draft(*content, source.occurrence, "source", source.first, source))
    return sorted(drafts, key=lambda draft: (draft.start, -draft.end))


def _counts(scene: Scene, cue: Occurrence, opening: Opening, drafts: list[Draft]) -> bool:
    """Whether a complement is reported speech where it stands.

    A clause after إن is, anywhere. A noun phrase (دعا إلى السلام) inside other speech, or in a relative clause
    (الدول التي رحبت بالاتفاق), mostly tells what somebody did or is like.
    """
    inside = any(draft.start < cue.start < draft.end for draft in drafts[-_NEAR:])
    if "outer" in cue.cue.needs and inside:
        return False
    if opening.link in ("clause", "quote"):
        return True
    verbatim = scene.view.quoted_at(cue.start) is not None
    relative = cue.first > 0 and scene.tokens[cue.first - 1].norm in _RELATIVE
    if opening.link == "preposition":
        return not relative and not (inside and verbatim)
    return not inside and not relative


def _openings(scene: Scene) -> dict[int, Opening]:
    """The complements found, by the first token of their cue; of two that claim one, the nearer verb has it."""
    claimed: dict[int, Occurrence] = {}
    openings: dict[int, Opening] = {}
    for occurrence in scene.occurrences:
        if occurrence.form.shape == "source":
            continue
        opening = find_opening(scene, occurrence)
        if opening is None:
            continue
        rival = claimed.get(opening.start)
        if rival is not None and occurrence.form.shape == "noun":  # قال في تصريح إن: the verb has it
            continue
        if rival is not None:
            del openings[rival.first]
        claimed[opening.start] = occurrence
        openings[occurrence.first] = opening
    return openings


def _quoted_before(scene: Scene, openings: dict[int, Opening], drafts: list[Draft]) -> list[Draft]:
    """Words in quotation marks that the cue follows: «…»، قال الوزير."""
    closing = {scene.view.token_at(span.end): (mark, span) for mark, span in scene.quote_at.items()}
    taken = {draft.start for draft in drafts}
    found = []
    for occurrence in scene.occurrences:
        if occurrence.form.shape != "verb" or occurrence.joined or occurrence.first in openings:
            continue
        before = occurrence.first - 1
        while before >= 0 and scene.tokens[before].norm in ("،", ",", "-"):
            before -= 1
        if before not in closing or not occurrence.cue.takes & {"quote", "clause"}:
            continue
        mark, span = closing[before]
        start, end = trimmed(scene.view.text, span.start, span.end)
        covered = any(draft.start <= start and end <= draft.end for draft in drafts)
        if start < end and start not in taken and not covered and before - mark > 3:
            found.append(Draft(start, end, occurrence, "before", mark + 1))
    return found
