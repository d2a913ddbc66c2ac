"""What the article is about: which state 'the ministry' or 'the minister' without nationality belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.view import View
from taqarub.model import Mention


@dataclass(frozen=True, slots=True)
class Context:
    """State mentions by their first token, and the state the article is at home in (None if it names none)."""

    by_token: Mapping[int, Mention]
    tokens: Sequence[int]
    home: str | None

    def state_at(self, token: int) -> Mention | None:
        """The state mention that begins at a token."""
        return self.by_token.get(token)

    def state_before(self, token: int) -> Mention | None:
        """The nearest state mention that begins before a token."""
        at = bisect_right(self.tokens, token - 1) - 1
        return self.by_token[self.tokens[at]] if at >= 0 else None


def build_context(view: View, states: Sequence[Mention], places: Sequence[Mention]) -> Context:
    """Index state mentions and choose the home state: the outlet's for a national outlet, else the most told one."""
    by_token = {view.token_at(m.start): m for m in states if m.kind == "state"}
    counts: Counter[str] = Counter()
    for mention in (*states, *places):
        if mention.code:
            counts[mention.code] += 1
    national = view.lexicon.outlet_countries.get((view.article.outlet or "").lower())
    home = national or (counts.most_common(1)[0][0] if counts else None)
    return Context(by_token, sorted(by_token), home)
