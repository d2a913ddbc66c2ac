"""From cues to contents: which words are reported speech, before anyone is held to have said them."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.extract.quotations.extent import Extents, near, trimmed
from taqarub.extract.quotations.openings import Link, Opening, find_opening, in_relative_clause
from taqarub.extract.quotations.scene import COMMAS, DASHES, Occurrence, Scene
from taqarub.extract.quotations.sources import SourcePhrase, find_sources, source_content

_NEAR = 6
"""Drafts back in which an enclosing one is looked for."""
_NAME = 3
"""Tokens up to which a quoted stretch before a cue is a name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Content `start` to `end`, opened by `cue` in token `token`, or vouched for by the phrase `source`."""

    start: int
    end: int
    cue: Occurrence
    link: Link
    token: int
    source: SourcePhrase | None = None


def draft_quotations(scene: Scene) -> list[Draft]:
    """Find all contents of an article, in text order."""
    openings = _openings(scene)
    sources = list(find_sources(scene, openings))
    extents = Extents(scene, openings, {source.first for source in sources})
    drafts: list[Draft] = []
    for occurrence in scene.occurrences:
        opening = openings.get(occurrence.first)
        if opening is None:
            continue
        start, end = extents.span(occurrence, opening)
        if start < end and _counts(scene, occurrence, opening, drafts):
            drafts.append(Draft(start, end, occurrence, opening.link, opening.token))
    drafts.extend(_quoted_before(scene, openings, drafts))
    drafts.extend(_vouched_for(scene, extents, sources, drafts))
    return sorted(drafts, key=lambda draft: (draft.start, -draft.end))


def _openings(scene: Scene) -> dict[int, Opening]:
    """Find the complements by their cue's first token; of two cues that claim one the nearer verb has it."""
    claimed: dict[int, Occurrence] = {}
    openings: dict[int, Opening] = {}
    for occurrence in scene.occurrences:
        opening = find_opening(scene, occurrence) if occurrence.form.shape != "source" else None
        if opening is None:
            continue
        rival = claimed.get(opening.start)
        if rival is not None and (occurrence.form.shape == "noun" or occurrence.pronoun):
            continue  # قال في تصريح إن، قال في بيان نقلته الوكالة إن: the verb has it
        if rival is not None:
            del openings[rival.first]
        claimed[opening.start] = occurrence
        openings[occurrence.first] = opening
    return openings


def _counts(scene: Scene, cue: Occurrence, opening: Opening, drafts: list[Draft]) -> bool:
    """Tell whether a complement is reported speech where it stands.

    A clause after إن is, anywhere. A noun phrase (دعا إلى السلام) inside other speech, or in a relative
    clause (الدول التي رحبت بالاتفاق), mostly tells what somebody did or is like.
    """
    inside = any(draft.start < cue.start < draft.end for draft in drafts[-_NEAR:])
    if "outer" in cue.cue.needs and inside:
        return False
    if "outlet" in cue.cue.needs and not _outlet_after(scene, cue):
        return False
    if opening.link in ("clause", "quote"):
        return True
    if in_relative_clause(scene, cue) or ("past" in cue.cue.needs and cue.form.present):
        return False
    return not inside or (opening.link == "preposition" and scene.view.quoted_at(cue.start) is None)


def _outlet_after(scene: Scene, cue: Occurrence) -> bool:
    following = range(cue.last + 1, min(cue.last + 3, len(scene.tokens)))
    mentions = [scene.mention_at(index) for index in following]
    return any(mention is not None and (mention.code or "").endswith("MED") for mention in mentions)


def _quoted_before(scene: Scene, openings: dict[int, Opening], drafts: list[Draft]) -> list[Draft]:
    """Find words in quotation marks that their cue follows: «…»، قال الوزير."""
    closing = {scene.view.token_at(span.end): (mark, span) for mark, span in scene.quote_at.items()}
    taken = sorted((draft.start, draft.end) for draft in drafts)
    found = []
    for occurrence in scene.occurrences:
        if occurrence.form.shape != "verb" or occurrence.joined or occurrence.first in openings:
            continue
        before = occurrence.first - 1
        while before >= 0 and scene.tokens[before].norm in COMMAS | DASHES:
            before -= 1
        if before not in closing or not occurrence.cue.takes & {"quote", "clause"}:
            continue
        mark, span = closing[before]
        start, end = trimmed(scene.view.text, span.start, span.end)
        reported = any(first <= start and end <= last for first, last in near(taken, start, end))
        if start < end and before - mark > _NAME and not reported:
            found.append(Draft(start, end, occurrence, "before", mark + 1))
    return found


def _vouched_for(scene: Scene, extents: Extents, sources: list[SourcePhrase], drafts: list[Draft]) -> list[Draft]:
    """Find the words source phrases vouch for, where they are no reported speech already."""
    taken = sorted((draft.start, draft.end) for draft in drafts)
    found = []
    for source in sources:
        content = source_content(scene, source, extents, taken)
        if content is not None:
            found.append(Draft(*content, source.occurrence, "source", source.first, source))
    return found
