"""Score the reader on annotated articles, hold it to its floors, and keep the README's table true.

usage: python eval/accuracy.py [--gold FOLDER] [--write]

The gold folder holds `score.py` and one folder of annotated articles per set. Floors are in
eval/floors.toml, F1 per set and measure; `--write` raises them to what was measured (they never fall)
and writes the table into README.md. Exits 1 if a measure is below its floor.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from taqarub.export.contract import to_dict
from taqarub.ingest import parse_article
from taqarub.pipeline import read_article

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "eval/floors.toml"
README = ROOT / "README.md"
DEFAULT_GOLD = ROOT.parent / "shared/gold"
SETS = ("seeds", "dev")
SLACK = 0.002
"""Rounding of the pinned floors."""

Scores = dict[str, tuple[float, float, float, int, int]]
"""Measure -> precision, recall, F1, gold count, found count."""


def measure(gold: Path, name: str) -> Scores:
    """Read every article of a set as a user would have it (no annotation seen) and score the readings."""
    scorer = _scorer(gold)
    articles = scorer.load(gold / name)
    found = {}
    for key, annotated in articles.items():
        given = {field: annotated.get(field) for field in ("id", "outlet", "published", "title", "text", "url")}
        found[key] = to_dict(read_article(parse_article(given, key)))
    return scorer.score(articles, found)  # type: ignore[no-any-return]


def _scorer(gold: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def floors() -> dict[str, dict[str, float]]:
    """The pinned floors: set -> measure -> least F1."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(scores: Scores, pinned: dict[str, float]) -> list[str]:
    """Every measure that fell below its floor, in words."""
    return [
        f"{label}: {scores[label][2]:.3f} is below its floor {least:.3f}"
        for label, least in pinned.items()
        if scores[label][2] < least - SLACK
    ]


def raise_floors(results: dict[str, Scores]) -> None:
    """Pin what was measured where it is higher than before."""
    before = floors()
    lines = ["# Least F1 per set and measure. Raised by eval/accuracy.py --write, never lowered.", ""]
    for name, scores in results.items():
        lines.append(f"[{name}]")
        for label, row in scores.items():
            lines.append(f'"{label}" = {max(round(row[2], 3), before.get(name, {}).get(label, 0.0)):.3f}')
        lines.append("")
    FLOORS.write_text("\n".join(lines), encoding="utf-8")


def table(results: dict[str, Scores]) -> str:
    """The accuracy table in Markdown."""
    names = list(results)
    head = " | ".join(f"`{name}`" for name in names)
    rows = [f"| F1 (precision, recall) | {head} |", "| --- |" + " --- |" * len(names)]
    for label in next(iter(results.values())):
        cells = [f"{s[label][2]:.2f} ({s[label][0]:.2f}, {s[label][1]:.2f})" for s in results.values()]
        rows.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def write_readme(results: dict[str, Scores]) -> None:
    """Put the table between the README's accuracy marks."""
    start, end = "<!-- accuracy:start -->", "<!-- accuracy:end -->"
    text = README.read_text(encoding="utf-8")
    head, rest = text.split(start, 1)
    tail = rest.split(end, 1)[1]
    README.write_text(f"{head}{start}\n{table(results)}\n{end}{tail}", encoding="utf-8")


def main() -> int:
    """Measure, print, compare, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=DEFAULT_GOLD)
    parser.add_argument("--write", action="store_true", help="raise the floors and update README.md")
    options = parser.parse_args()
    if not (options.gold / "score.py").exists():
        sys.exit(f"{options.gold}: no annotated articles here; give their folder with --gold")
    results = {name: measure(options.gold, name) for name in SETS}
    print(table(results))
    faults = [f"{name}: {fault}" for name in SETS for fault in below(results[name], floors().get(name, {}))]
    print(json.dumps(faults, indent=1) if faults else "no measure is below its floor")
    if options.write:
        raise_floors(results)
        write_readme(results)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
