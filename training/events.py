"""Fit the weights that tell events from other uses of the same words.

usage: python training/events.py GOLD_FOLDER [--folds N]

GOLD_FOLDER holds one JSON file per annotated article (`text`, `events`, …). A candidate is a positive example if
its type is that of an annotated event of its article and their sides agree. Writes data/models/events.csv and
prints what cross-validation over articles says of every threshold. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
from collections import Counter
from pathlib import Path
from typing import Any

from taqarub.extract.events import choose
from taqarub.extract.events.candidates import Candidate, find_candidates
from taqarub.extract.events.weighing import chance, describe
from taqarub.extract.mentions import find_mentions
from taqarub.extract.quotations import find_quotations
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.ingest.noise import find_noise
from taqarub.lexicon import default
from taqarub.model import Article, EventMention

DATA = Path(__file__).resolve().parents[1] / "src/taqarub/data"
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
LEAST_USES, EPOCHS, RATE, PENALTY = 4, 15, 0.03, 0.1

Example = tuple[View, list[Candidate], list[list[str]], list[float | None], list[dict[str, Any]]]


def sides(event: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """The two sides, one for types without direction."""
    actors, recipients = frozenset(event["actors"]), frozenset(event["recipients"])
    return (actors | recipients, frozenset()) if event["type"] in SYMMETRIC else (actors, recipients)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of codes two sides have in common."""
    return len(one & other) / len(one | other) if one | other else 1.0


def agreement(gold: dict[str, Any], found: dict[str, Any]) -> float:
    """How far an annotated and a found event are the same: 0 unless types and half of the sides agree."""
    if gold["type"] != found["type"]:
        return 0.0
    (ga, gr), (fa, fr) = sides(gold), sides(found)
    both = (overlap(ga, fa) + overlap(gr, fr)) / 2
    return both if both >= 0.5 and (ga & fa or gr & fr) else 0.0


def plain(candidate: Candidate) -> dict[str, Any]:
    """A candidate as an annotation."""
    return {"type": candidate.type, "actors": candidate.sides.actors, "recipients": candidate.sides.recipients}


def label(candidates: list[Candidate], events: list[dict[str, Any]]) -> list[float | None]:
    """1 for the candidate that tells an annotated event best, None for what merges with it, 0 for the rest."""
    scored = sorted(((agreement(g, plain(c)) + _overlaps(g, c), -j, i) for i, g in enumerate(events)
                     for j, c in enumerate(candidates) if agreement(g, plain(c)) > 0), reverse=True)  # fmt: skip
    labels: list[float | None] = [0.0] * len(candidates)
    told: dict[int, int] = {}
    for _, minus_j, i in scored:
        if i not in told and labels[-minus_j] == 0.0:
            told[i], labels[-minus_j] = -minus_j, 1.0
    best = {(c.type, *sides(plain(c) | {"type": c.type})) for c, value in zip(candidates, labels, strict=True) if value}
    return [None if value == 0.0 and (c.type, *sides(plain(c))) in best else value
            for c, value in zip(candidates, labels, strict=True)]  # fmt: skip


def _overlaps(event: dict[str, Any], candidate: Candidate) -> float:
    occurrence = candidate.occurrence
    return float(occurrence.start < event["end"] + 10 and event["start"] - 10 < occurrence.end)


def read(folder: Path) -> list[Example]:
    """Candidates, features and labels of every article of a gold folder."""
    examples: list[Example] = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = Article(gold["id"], gold["text"], gold.get("title") or "", gold.get("outlet"), gold.get("published"),
                          gold.get("url"), find_noise(gold["text"]))  # fmt: skip
        seen = view(article, default())
        mentions = find_mentions(seen)
        candidates = find_candidates(seen, mentions, find_times(seen), find_quotations(seen, mentions))
        labels = label(candidates, gold["events"])
        examples.append((seen, candidates, list(describe(seen, candidates)), labels, gold["events"]))
    return examples


def fit(examples: list[Example]) -> dict[str, float]:
    """Logistic regression by stochastic gradient with decaying rate and an L2 penalty."""
    rows = [(names, value) for _, _, described, labels, _ in examples
            for names, value in zip(described, labels, strict=True) if value is not None]  # fmt: skip
    uses = Counter(name for names, _ in rows for name in names)
    rows = [([n for n in names if uses[n] >= LEAST_USES], value) for names, value in rows]
    weights: dict[str, float] = {}
    order = random.Random(7)
    for epoch in range(EPOCHS):
        order.shuffle(rows)
        rate = RATE / (1 + 0.3 * epoch)
        for names, value in rows:
            error = value - chance(weights, names)
            for name in names:
                weights[name] = weights.get(name, 0.0) * (1 - rate * PENALTY) + rate * error
    return {name: weight for name, weight in weights.items() if abs(weight) >= 0.02}


def paired(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> int:
    """How many annotated events find a partner, one to one."""
    scored = sorted(((agreement(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for score, i, j in scored:
        if score > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def as_plain(event: EventMention) -> dict[str, Any]:
    """A found event as an annotation."""
    return {"type": event.type, "actors": event.actors, "recipients": event.recipients}


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print precision and recall by threshold, each fold weighed by what the others taught."""
    chances: list[tuple[Example, list[float]]] = []
    for fold in range(folds):
        weights = fit([e for i, e in enumerate(examples) if i % folds != fold])
        for example in examples[fold::folds]:
            chances.append((example, [chance(weights, names) for names in example[2]]))
    loss = -sum(math.log(max(1e-9, c if value else 1 - c))
                for e, cs in chances for c, value in zip(cs, e[3], strict=True) if value is not None)  # fmt: skip
    print(f"log loss {loss / max(1, sum(len(cs) for _, cs in chances)):.4f}")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45):
        hit = gold = found = 0
        for (seen, candidates, _, _, events), cs in chances:
            records = [as_plain(e) for e in choose(seen, list(zip(candidates, cs, strict=True)), threshold)]
            hit, gold, found = hit + paired(events, records), gold + len(events), found + len(records)
        p, r = hit / max(found, 1), hit / max(gold, 1)
        print(f"threshold {threshold:.2f}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} ({found} found)")


def main() -> None:
    """Cross-validate, fit on everything, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--folds", type=int, default=5)
    given = arguments.parse_args()
    examples = read(given.gold)
    cross_validate(examples, given.folds)
    weights = fit(examples)
    with (DATA / "models/events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((name, f"{weights[name]:.3f}") for name in sorted(weights))


if __name__ == "__main__":
    main()
