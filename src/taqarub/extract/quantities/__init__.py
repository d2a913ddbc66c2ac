"""Quantities: numbers are read, given the unit they count, weighed, and told with who, what and when."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.quantities.circumstances import Circumstances
from taqarub.extract.quantities.drafts import Draft, Drafter
from taqarub.extract.quantities.linking import link
from taqarub.extract.quantities.weighing import weigh
from taqarub.extract.view import View
from taqarub.model import Mention, Quantity, Quotation, TimeExpression


def find_quantities(
    view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression], quotes: Sequence[Quotation] = ()
) -> tuple[Quantity, ...]:
    """Find the measured numbers of an article, in text order, none overlapping another or a time."""
    around = Circumstances(view, mentions, times, quotes)
    drafts = find_drafts(view, mentions, times)
    kept = [draft for draft, likely in zip(drafts, weigh(view, drafts, mentions), strict=True) if likely]
    found: list[Quantity] = []
    for draft in sorted(kept, key=lambda d: d.start):
        quantity = around.quantity(draft, found[-1].end if found else 0)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def find_drafts(view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> list[Draft]:
    """Draft every number that counts or measures something, whether worth noting or not."""
    drafter = Drafter(view, mentions, times)
    drafts: list[Draft] = []
    last: Draft | None = None
    for sentence in view.sentences:
        linked = link(view, sentence, drafter.drafts(sentence), last)
        drafts.extend(linked)
        last = linked[-1] if linked else last
    return drafts
