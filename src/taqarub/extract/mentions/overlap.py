"""Where mentions overlap, the longer one stands; an organization may stand inside the office that leads it."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.model import Mention
from taqarub.text import folded

_RANK = {"person": 0, "organization": 1, "state": 2, "place": 3}


def settle(candidates: Sequence[Mention]) -> tuple[Mention, ...]:
    """Choose among overlapping mentions, of equals the listed one; what stands, in text order."""
    order = sorted(candidates, key=lambda m: (-len(folded(m.text)), m.evidence.entry == "", _RANK[m.kind], m.start))
    kept: list[Mention] = []
    covered: dict[int, Mention] = {}
    for mention in order:
        over = {id(covered[at]): covered[at] for at in range(mention.start, mention.end) if at in covered}
        if any(not _may_nest(mention, outer) for outer in over.values()):
            continue
        kept.append(mention)
        for at in range(mention.start, mention.end):
            covered.setdefault(at, mention)
    return tuple(sorted(kept, key=lambda m: (m.start, -m.end)))


def _may_nest(inner: Mention, outer: Mention) -> bool:
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and outer.form == "office" and inner.kind == "organization"
