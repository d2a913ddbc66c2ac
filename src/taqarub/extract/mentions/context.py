"""What the article is about: which state 'the ministry' or 'the minister' without nationality belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.view import View
from taqarub.model import Mention

_NEAR = 14
"""Tokens within which a state or place tells whose an unlisted person is; beyond, the home state does."""


@dataclass(frozen=True, slots=True)
class Context:
    """State mentions by their first token, all of geography in order, and the state the article is at home in."""

    by_token: Mapping[int, Mention]
    geography: Sequence[Mention]
    extents: Sequence[tuple[int, int]]
    """First and last token of each mention in `geography`."""
    home: str | None

    def state_at(self, token: int) -> Mention | None:
        """The state mention that begins at a token."""
        return self.by_token.get(token)

    def place_at(self, start: int) -> Mention | None:
        """The state or place that begins at an offset."""
        at = bisect_right(self.geography, start, key=lambda m: m.start) - 1
        return self.geography[at] if at >= 0 and self.geography[at].start == start else None

    def country_near(self, first: int, last: int) -> str | None:
        """The code of the state or place nearest to some tokens, if one is near; else the home state."""
        at = bisect_right(self.extents, (first, last))
        around = range(max(0, at - 2), min(len(self.extents), at + 2))
        gaps = [(max(self.extents[i][0] - last, first - self.extents[i][1]), i) for i in around]
        gap, nearest = min(gaps, default=(_NEAR + 1, 0))
        return self.geography[nearest].code if gap <= _NEAR else self.home


def build_context(view: View, states: Sequence[Mention], places: Sequence[Mention]) -> Context:
    """Index state mentions and choose the home state: the outlet's for a national outlet, else the most told one."""
    by_token = {view.token_at(m.start): m for m in states if m.kind == "state"}
    counts: Counter[str] = Counter()
    for mention in (*states, *places):
        if mention.code:
            counts[mention.code] += 1
    national = view.lexicon.outlet_countries.get((view.article.outlet or "").lower())
    home = national or (counts.most_common(1)[0][0] if counts else None)
    geography = sorted((m for m in (*states, *places) if m.code), key=lambda m: m.start)
    extents = [(view.token_at(m.start), view.token_at(m.end - 1)) for m in geography]
    return Context(by_token, geography, extents, home)
