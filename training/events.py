"""Fit the weights that cast the sides of events, and those that tell events from other uses of the same words.

usage: python training/events.py GOLD_FOLDER [--folds N]

GOLD_FOLDER holds one JSON file per annotated article (`text`, `events`, …). First the roles: every party in reach of
the trigger of an annotated event is an example of an actor, a recipient or neither. Then the events: a candidate is a
positive example if its type is that of an annotated event of its article and their sides agree; it is cast by roles
learned from other articles. Writes data/models/roles.csv and events.csv and prints what cross-validation over
articles says of every threshold. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taqarub.extract.events import choose
from taqarub.extract.events.candidates import Candidate, draft_events, find_candidates
from taqarub.extract.events.casting import PARTS, Casting
from taqarub.extract.events.logistic import chance
from taqarub.extract.events.triggers import Occurrence
from taqarub.extract.events.weighing import describe
from taqarub.extract.mentions import find_mentions
from taqarub.extract.quotations import find_quotations
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.ingest.noise import find_noise
from taqarub.lexicon import default
from taqarub.model import Article, EventMention, TimeExpression

DATA = Path(__file__).resolve().parents[1] / "src/taqarub/data"
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
NEAR = 10
"""Characters that an annotated and a found trigger may lie apart."""


@dataclass(frozen=True)
class Settings:
    """How a model is fitted: a feature used less than `least_uses` times is left out."""

    least_uses: int
    epochs: int
    rate: float
    penalty: float


ROLES, EVENTS = Settings(3, 25, 0.02, 0.2), Settings(4, 15, 0.03, 0.1)

Row = tuple[list[str], bool]
Weights = dict[str, float]


@dataclass(frozen=True)
class Annotated:
    """An annotated article as far as it is read before its events are cast."""

    seen: View
    casting: Casting
    times: tuple[TimeExpression, ...]
    events: list[dict[str, Any]]


@dataclass(frozen=True)
class Example:
    """An article's candidates with features and labels."""

    seen: View
    candidates: list[Candidate]
    features: list[list[str]]
    labels: list[float | None]
    events: list[dict[str, Any]]


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
    return float(_is_near(event, candidate.occurrence))


def _is_near(event: dict[str, Any], occurrence: Occurrence) -> bool:
    return bool(occurrence.start < event["end"] + NEAR and event["start"] - NEAR < occurrence.end)


def read(folder: Path) -> list[Annotated]:
    """Every article of a gold folder."""
    articles = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = Article(gold["id"], gold["text"], gold.get("title") or "", gold.get("outlet"), gold.get("published"),
                          gold.get("url"), find_noise(gold["text"]))  # fmt: skip
        seen = view(article, default())
        mentions = find_mentions(seen)
        casting = draft_events(seen, mentions, find_quotations(seen, mentions))
        articles.append(Annotated(seen, casting, find_times(seen), gold["events"]))
    return articles


def role_rows(article: Annotated) -> dict[str, list[Row]]:
    """Parties in reach of the triggers of annotated events, for each part whether they play it."""
    rows: dict[str, list[Row]] = {part: [] for part in PARTS}
    ontology = default().frames.ontology
    for at, draft in enumerate(article.casting.drafts):
        occurrence = draft.occurrence
        types = {occurrence.frame.type, ontology.shifted(occurrence.frame.type, "future")}
        event = next((e for e in article.events if e["type"] in types and _is_near(e, occurrence)), None)
        if event is None or occurrence.frame.pattern == "fixed":
            continue
        for code, names in article.casting.describe(at):
            for part in PARTS:
                rows[part].append((names, code in event[f"{part}s"]))
    return rows


def fit_roles(rows: list[dict[str, list[Row]]]) -> Weights:
    """Weights of both parts, each feature under its part."""
    return {f"{part}|{name}": weight for part in PARTS
            for name, weight in fit([row for article in rows for row in article[part]], ROLES).items()}  # fmt: skip


def cast(article: Annotated, weights: Weights) -> Example:
    """Candidates of an article cast by `weights`, with features and labels."""
    candidates = find_candidates(article.seen, article.casting, article.times, weights)
    return Example(article.seen, candidates, list(describe(article.seen, candidates)),
                   label(candidates, article.events), article.events)  # fmt: skip


def fit_events(examples: list[Example]) -> Weights:
    """Weights of the model that tells events."""
    rows = [(names, bool(value)) for e in examples
            for names, value in zip(e.features, e.labels, strict=True) if value is not None]  # fmt: skip
    return fit(rows, EVENTS)


def fit(rows: list[Row], settings: Settings) -> Weights:
    """Logistic regression by stochastic gradient with decaying rate and an L2 penalty."""
    uses = Counter(name for names, _ in rows for name in names)
    rows = [([n for n in names if uses[n] >= settings.least_uses], value) for names, value in rows]
    weights: Weights = {}
    order = random.Random(7)
    for epoch in range(settings.epochs):
        order.shuffle(rows)
        rate = settings.rate / (1 + 0.3 * epoch)
        decay = 1 - rate * settings.penalty
        for names, value in rows:
            error = value - chance(weights, names)
            for name in names:
                weights[name] = weights.get(name, 0.0) * decay + rate * error
    return {name: weight for name, weight in weights.items() if abs(weight) >= 0.02}


def paired(gold: list[dict[str, Any]], found: list[dict[str, Any]], least: float) -> int:
    """How many annotated events find a partner that agrees more than `least`, one to one."""
    scored = sorted(((agreement(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for score, i, j in scored:
        if score > least and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def as_plain(event: EventMention) -> dict[str, Any]:
    """A found event as an annotation."""
    return {"type": event.type, "actors": event.actors, "recipients": event.recipients}


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print precision and recall by threshold, each fold weighed by what the others taught."""
    weighed: list[tuple[Example, list[float]]] = []
    for fold in range(folds):
        weights = fit_events([e for i, e in enumerate(examples) if i % folds != fold])
        weighed += [(e, [chance(weights, names) for names in e.features]) for e in examples[fold::folds]]
    loss = -sum(math.log(max(1e-9, c if value else 1 - c))
                for e, cs in weighed for c, value in zip(cs, e.labels, strict=True) if value is not None)  # fmt: skip
    print(f"log loss {loss / max(1, sum(len(cs) for _, cs in weighed)):.4f}")
    for threshold in (0.2, 0.24, 0.28, 0.32, 0.36, 0.4):
        hit = exact = gold = found = 0
        for e, cs in weighed:
            records = [as_plain(r) for r in choose(e.seen, list(zip(e.candidates, cs, strict=True)), threshold)]
            hit, exact = hit + paired(e.events, records, 0.0), exact + paired(e.events, records, 0.999)
            gold, found = gold + len(e.events), found + len(records)
        p, r = hit / max(found, 1), hit / max(gold, 1)
        print(f"threshold {threshold:.2f}: P {p:.3f} R {r:.3f} F1 {2 * hit / max(gold + found, 1):.3f} "
              f"exact F1 {2 * exact / max(gold + found, 1):.3f} ({found} found)")  # fmt: skip


def save(name: str, weights: Weights) -> None:
    """Write weights as a table of the data folder."""
    with (DATA / "models" / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((name, f"{weights[name]:.3f}") for name in sorted(weights))


def main() -> None:
    """Cross-validate, fit on everything, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--folds", type=int, default=5)
    given = arguments.parse_args()
    articles = read(given.gold)
    rows = [role_rows(article) for article in articles]
    examples: dict[int, Example] = {}
    for fold in range(given.folds):
        weights = fit_roles([r for i, r in enumerate(rows) if i % given.folds != fold])
        examples.update((i, cast(articles[i], weights)) for i in range(fold, len(articles), given.folds))
    ordered = [examples[i] for i in range(len(articles))]
    cross_validate(ordered, given.folds)
    save("roles.csv", fit_roles(rows))
    save("events.csv", fit_events(ordered))


if __name__ == "__main__":
    main()
