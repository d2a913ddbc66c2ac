"""Quotations: who said what, in which words, according to whom."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.quotations.drafts import draft_quotations
from taqarub.extract.quotations.scene import build_scene
from taqarub.extract.quotations.speakers import attribute
from taqarub.extract.view import View
from taqarub.model import Mention, Quotation


def find_quotations(view: View, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """Attributed utterances of an article, in text order. Linear in the length of the text."""
    scene = build_scene(view, mentions, view.lexicon.cues)
    return tuple(attribute(scene, draft_quotations(scene)))


__all__ = ["find_quotations"]
