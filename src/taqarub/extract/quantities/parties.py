"""Parties: whom a figure is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.view import View
from taqarub.model import Mention

MOST = 2
NEAR = 10
"""Tokens between a figure and a second party."""
BEHIND = 3
"""Tokens behind a figure in which an adjective is its noun's own."""
BACK = 3
"""Sentences before a figure's in which the two of 'the two countries' are looked for."""


class Parties:
    """Tells whom drafts are about, asked in text order."""

    def __init__(self, view: View, mentions: Sequence[Mention]) -> None:
        self._view = view
        self._mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        named: Counter[str] = Counter()
        for mention in mentions:
            if mention.code and mention.kind != "place" and not mention.code.endswith("-MED"):
                self._mentions[view.sentence_at(mention.start)].append(mention)
                named[mention.code] += 1
        self._main = tuple(code for code, _ in named.most_common(1))
        self._usual = tuple(sorted(code for code, _ in named.most_common(MOST)))
        self._pairs: dict[int, list[tuple[int, tuple[str, ...]]]] = {}

    def parties(self, draft: Draft, number: int) -> tuple[str, ...]:
        """Name the pair told of, else whose nationality the noun bears and who is nearest, else whom all is about."""
        if pair := self._pair(draft, number):
            return pair

        def rank(mention: Mention) -> tuple[bool, int]:
            behind = self._view.steps(draft.end - 1, mention.start)
            own = mention.form == "nisba" and draft.start <= mention.start and behind <= BEHIND
            return not own, abs(self._view.steps(draft.start, mention.start))

        ranked = sorted(self._mentions[number], key=rank)
        near = (m for at, m in enumerate(ranked) if at == 0 or abs(self._view.steps(draft.start, m.start)) <= NEAR)
        codes = dict.fromkeys(m.code for m in near if m.code)
        return tuple(codes)[:MOST] or self._main

    def _pair(self, draft: Draft, number: int) -> tuple[str, ...]:
        """بين روسيا وإيران, or the two of البلدين: the nearest to the figure in its sentence."""
        if number not in self._pairs:
            self._pairs = {number: [*self._named(number), *self._both(number)]}
        return min(self._pairs[number], key=lambda told: abs(told[0] - draft.start), default=(0, ()))[1]

    def _named(self, number: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        for a, b in pairwise(self._mentions[number]):
            if a.code and b.code and a.code != b.code and self._is_between(a, b):
                yield a.start, (a.code, b.code)

    def _both(self, number: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Read 'the two countries' as the two named last."""
        sentence = self._view.sentences[number]
        for hit in self._view.lexicon.units.pairs.find(self._view.tokens[sentence.first : sentence.stop]):
            if pair := self._two_before(hit.start, number):
                yield hit.start, pair

    def _is_between(self, a: Mention, b: Mention) -> bool:
        """Whether two mentions are joined: بين أ وب، بين كل من أ وب."""
        tokens, first, second = self._view.tokens, self._view.token_at(a.start), self._view.token_at(b.start)
        near = [token.norm for token in tokens[max(0, first - 4) : first]]
        gap = second - self._view.token_at(a.end - 1)
        joined = tokens[second].norm.startswith("و") or tokens[second - 1].norm in ("و", "وبين")
        return joined and gap <= 3 and ("بين" in near or "وبين" in near)

    def _two_before(self, offset: int, number: int) -> tuple[str, str] | None:
        """Find the last two states named before an offset; those the article is about if they are among them."""
        found: dict[str, None] = {}
        for at in range(number, max(-1, number - 1 - BACK), -1):
            here = sorted((m for m in self._mentions[at] if m.start < offset), key=lambda m: -m.start)
            found.update(dict.fromkeys(m.code for m in here if m.code and "-" not in m.code))
            if len(found) >= MOST:
                break
        if len(self._usual) == MOST and set(self._usual) <= found.keys():
            return self._usual[0], self._usual[1]
        codes = [*found, *(code for code in self._usual if code not in found)]
        return (codes[0], codes[1]) if len(codes) >= MOST else None
