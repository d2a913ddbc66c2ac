"""Train the weigher of figures: which numbers of an article are worth noting.

usage: python training/figures.py GOLD_FOLDER [--folds N]

Reads annotated articles (one JSON file each, with `text`, `times` and `figures`) and writes
data/models/figures.crfsuite and its card figures.toml. `--folds` writes nothing and prints how well a model
trained on the other folds weighs each. Same input, same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pycrfsuite  # type: ignore[import-untyped]

from taqarub.extract.mentions import find_mentions
from taqarub.extract.quantities import find_drafts
from taqarub.extract.quantities.weighing import LIKELY, NOTED, PASSED, draft_features
from taqarub.extract.view import view
from taqarub.ingest.noise import find_noise
from taqarub.lexicon import default
from taqarub.model import Article, Evidence, TimeExpression

DATA = Path(__file__).resolve().parents[1] / "src/taqarub/data"
Rows = tuple[list[list[str]], list[str]]


def rows_of(path: Path) -> Rows:
    """Features and labels of one article's drafts; its times are the annotated ones."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    seen = view(Article(gold["id"], gold["text"], noise=find_noise(gold["text"])), default())
    mentions = find_mentions(seen)
    times = [
        TimeExpression(t["start"], t["end"], t["text"], t["type"], t["value"], Evidence("annotated"))
        for t in gold["times"]
    ]
    drafts = find_drafts(seen, mentions, times)
    noted = [any(d.start < f["end"] and f["start"] < d.end for f in gold["figures"]) for d in drafts]
    return draft_features(seen, drafts, mentions), [NOTED if yes else PASSED for yes in noted]


def train(articles: Sequence[Rows], target: Path) -> None:
    """Fit a model to articles."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0, "c2": 2, "max_iterations": 200, "feature.minfreq": 2})
    for rows, labels in articles:
        if rows:
            trainer.append(rows, labels)
    trainer.train(str(target))


def cross_validate(articles: Sequence[Rows], folds: int) -> None:
    """Print precision and recall of weighing, each article weighed by a model that has not seen it."""
    hit = found = gold = 0
    for fold in range(folds):
        with tempfile.TemporaryDirectory() as folder:
            train([a for at, a in enumerate(articles) if at % folds != fold], Path(folder) / "model")
            tagger = pycrfsuite.Tagger()
            tagger.open(str(Path(folder) / "model"))
            for rows, labels in articles[fold::folds]:
                if not rows:
                    continue
                tagger.set(rows)
                said = [tagger.marginal(NOTED, at) >= LIKELY for at in range(len(rows))]
                hit += sum(yes and label == NOTED for label, yes in zip(labels, said, strict=True))
                found += sum(said)
                gold += labels.count(NOTED)
    total = sum(len(labels) for _, labels in articles)
    print(f"precision {hit / found:.3f}, recall {hit / gold:.3f}; all noted: precision {gold / total:.3f}")


def main() -> None:
    """Train on all, or cross-validate."""
    paths = sorted(Path(sys.argv[1]).glob("*.json"))
    articles = [rows_of(path) for path in paths]
    if "--folds" in sys.argv:
        cross_validate(articles, int(sys.argv[sys.argv.index("--folds") + 1]))
        return
    target = DATA / "models/figures.crfsuite"
    train(articles, target)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    card = [
        "# Weigher of figures: which numbers are worth noting; made by training/figures.py.",
        'data = "annotated Arabic news articles, annotation by the taqarub authors"',
        'licence = "Apache-2.0 (model and annotation)"',
        f"articles = {len(paths)}",
        f'sha256 = "{digest}"',
    ]
    (DATA / "models/figures.toml").write_text("\n".join(card) + "\n", encoding="utf-8")
    print(f"{target.stat().st_size} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
