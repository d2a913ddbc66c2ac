"""Who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taqarub.extract.quotations.drafts import Draft
from taqarub.extract.quotations.scene import Scene
from taqarub.model import Evidence, Quotation, Span


def attribute(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Quotation]:
    text = scene.view.text
    for draft in drafts:
        cue = draft.cue
        direct = any(q.start < draft.end and draft.start < q.end for q in scene.view.quoted)
        yield Quotation(
            draft.start, draft.end, text[draft.start : draft.end], direct, "unnamed", None, text[cue.start : cue.end],
            Evidence(f"quotations.{draft.link}", cue.cue.entry, (Span(cue.start, cue.end),), ""),
            cue_span=Span(cue.start, cue.end),
        )
