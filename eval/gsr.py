"""How well ASSAULT and PROTEST are told from other news, on human-coded sentences.

usage: python eval/gsr.py [--data FILE]

FILE holds one JSON sentence per line (`type`, `label`, `text`), as half of openeventdata/arabic_event_gsr does. A
sentence counts as found if the reading has an event of its type; 'yes' stands against 'easy no'.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from taqarub.model import Article
from taqarub.pipeline import read_article

DATA = Path(__file__).resolve().parents[2] / "shared/data/arabic-event-gsr.jsonl"


def main() -> None:
    """Print precision, recall and F1 of both types."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=DATA)
    given = arguments.parse_args()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for line in given.data.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] in ("yes", "easy no"):
            found = {event.type for event in read_article(Article(row["id"], row["text"])).events}
            counts[row["type"], row["label"], row["type"] in found] += 1
    for type_ in sorted({key[0] for key in counts}):
        hit, missed = counts[type_, "yes", True], counts[type_, "yes", False]
        false = counts[type_, "easy no", True]
        precision, recall = hit / max(1, hit + false), hit / max(1, hit + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{type_}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({hit + missed} yes)")


if __name__ == "__main__":
    main()
