"""Weighing: which of the numbers a reader of politics, war and trade would note.

A linear-chain CRF over an article's drafts; its features are what is counted, how the number is told, and the
words around it. Trained by `training/figures.py`; the same answer on every run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import pycrfsuite  # type: ignore[import-untyped]

from taqarub.extract.quantities.drafts import Draft
from taqarub.extract.view import View
from taqarub.lexicon.load import data_folder
from taqarub.model import Mention

MODEL = "models/figures.crfsuite"
NOTED, PASSED = "Y", "-"
LIKELY = 0.35
"""Below a half, since a figure too many harms a reader less than one that is missing."""
_SAID_REACH = 6


def weigh(view: View, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[bool]:
    """For each draft, whether it is worth noting."""
    if not drafts:
        return []
    model = _model()
    model.set(draft_features(view, drafts, mentions))
    return [model.marginal(NOTED, at) >= LIKELY for at in range(len(drafts))]


@cache
def _model() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model_bytes())
    return tagger


@cache
def _model_bytes() -> bytes:
    """Keep the model alive: the tagger reads it in place."""
    return (data_folder() / MODEL).read_bytes()


def draft_features(view: View, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[list[str]]:
    """Features of an article's drafts, each a list of strings."""
    article = _article_features(view, drafts, mentions)
    said = {hit.last: hit.value.what for hit in view.find(view.lexicon.units.said) if hit.value.group != "goods"}
    repeated = Counter((draft.value, draft.unit.noun if draft.unit else "") for draft in drafts)
    rows = []
    for draft in drafts:
        row = [*article, *_own_features(view, draft), *_near_features(view, draft, said)]
        if repeated[draft.value, draft.unit.noun if draft.unit else ""] > 1:
            row.append("repeated")
        rows.append(row)
    return rows


def _article_features(view: View, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[str]:
    """Tell what the article is like: how many states it names, how many people it counts."""
    states = sum(m.kind in ("state", "organization") for m in mentions)
    share = 100 * states // max(1, len(view.tokens))
    kinds = Counter(draft.unit.kind for draft in drafts if draft.unit)
    return [f"states={min(share, 12) // 3}", *(f"has {kind}" for kind in kinds)]


def _own_features(view: View, draft: Draft) -> list[str]:
    unit = draft.unit
    assert unit is not None
    token = view.tokens[draft.first]
    digits = "digits" if token.is_number else "words"
    size = _size(draft.value)
    return [
        f"how={draft.how}",
        f"kind={unit.kind}",
        f"noun={unit.noun}",
        f"size={size}",
        f"how,kind={draft.how},{unit.kind}",
        f"how,size={draft.how},{size}",
        f"kind,size,digits={unit.kind},{size},{digits}",
        f"definite={token.norm.startswith('ال') and token.norm not in view.lexicon.units.words.no_article}",
    ]


def _near_features(view: View, draft: Draft, said: dict[int, str]) -> list[str]:
    tokens = view.tokens
    sentence = view.sentences[view.sentence_at(draft.start)]
    first = view.token_at(draft.start)
    row = []
    for name, at in (("-1", first - 1), ("+1", draft.end_token + 1)):
        row.append(f"w{name}={tokens[at].norm}" if sentence.first <= at < sentence.stop else f"edge{name}")
    near = [said[at] for at in range(max(sentence.first, first - _SAID_REACH), first) if at in said]
    row.extend(f"said={what}" for what in near[-2:])
    row.append(f"said any={bool(near)}")
    row.append(f"how,said={draft.how},{near[-1] if near else ''}")
    row.append(f"how,kind,said={draft.how},{draft.unit.kind if draft.unit else ''},{bool(near)}")
    row.append(f"quoted={view.quoted_at(draft.start) is not None}")
    return row


def _size(value: int | float | None) -> str:
    if value is None:
        return "vague"
    if value < 4:
        return str(value)
    return next((str(limit) for limit in (11, 100, 1000, 10**6) if value < limit), "huge")
