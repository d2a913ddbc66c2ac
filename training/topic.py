"""Train the topic weights: how much a word speaks for news of states and politics, against other news.

usage: python training/topic.py CORPUS.jsonl.gz...

Learns from articles whose `id` names their section (international, politics; sport, culture, society, science,
local): log-odds of a word's use in the two kinds, smoothed, equal weight for each. Writes data/models/topic.csv.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

from taqarub.lexicon.topic import topic_words

TARGET = Path(__file__).resolve().parents[1] / "src/taqarub/data/models/topic.csv"
POLITICAL = re.compile(r"internationalNews|politic")
OTHER = re.compile(r"sport|society|diverse|culture|technology|science|art|health|lifestyle")
LEAST_ARTICLES = 12
SMOOTHING = 3.0
LEAST_WEIGHT = 0.3


def main() -> None:
    """Count in how many articles of each kind a word stands, and write the log-odds."""
    uses = {True: Counter[str](), False: Counter[str]()}
    articles = {True: 0, False: 0}
    for name in sys.argv[1:]:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                political = bool(POLITICAL.search(article["id"]))
                if political or OTHER.search(article["id"]):
                    articles[political] += 1
                    uses[political].update(set(topic_words(article["text"])))
    rows = []
    for word in sorted(uses[True] | uses[False]):
        here, there = uses[True][word], uses[False][word]
        if here + there >= LEAST_ARTICLES:
            odds = (here + SMOOTHING) / (articles[True] + 2 * SMOOTHING)
            weight = math.log(odds / ((there + SMOOTHING) / (articles[False] + 2 * SMOOTHING)))
            if abs(weight) >= LEAST_WEIGHT:
                rows.append(f"{word},{weight:.2f}")
    TARGET.write_text("\n".join(["word,weight", *rows]) + "\n", encoding="utf-8")
    print(f"{articles[True]} political and {articles[False]} other articles, {len(rows)} words")


if __name__ == "__main__":
    main() if sys.argv[1:] else sys.exit(__doc__)
