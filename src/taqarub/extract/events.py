from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.view import View
from taqarub.model import EventMention, Mention, Quotation, TimeExpression


def find_events(
    view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression], quotes: Sequence[Quotation]
) -> tuple[EventMention, ...]:
    """Event mentions of an article, coded in PLOVER, one for each distinct happening."""
    return ()
