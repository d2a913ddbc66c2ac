"""How long a full reading takes, as a ratio to tokenizing the same articles.

usage: python bench/read.py [ARTICLES.jsonl...]

Without files the bundled demo articles are read. Both passes run in this process in turn, several rounds;
the median ratio is printed, with articles and kilobytes a second beside it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from taqarub.ingest import read_source
from taqarub.model import Article
from taqarub.pipeline import read_article
from taqarub.text import fold, tokenize

ROUNDS = 5


def seconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Wall time of one pass over the articles."""
    start = time.perf_counter()
    for article in articles:
        work(article)
    return time.perf_counter() - start


def main() -> None:
    """Print the median ratio and rates."""
    with as_file(files("taqarub") / "data/demo/articles.jsonl") as demo:
        sources = [Path(name) for name in sys.argv[1:]] or [demo]
        articles = [article for source in sources for article in read_source(source)]
    read_article(articles[0])  # loads the lexicon
    reading, tokens = [], []
    for _ in range(ROUNDS):
        tokens.append(seconds(lambda article: tokenize(fold(article.text)), articles))
        reading.append(seconds(read_article, articles))
    ratio = statistics.median(r / t for r, t in zip(reading, tokens, strict=True))
    kilobytes = sum(len(article.text.encode()) for article in articles) / 1024
    middle = statistics.median(reading)
    print(f"{len(articles)} articles: reading takes {ratio:.1f} times as long as tokenizing")
    print(f"{len(articles) / middle:.0f} articles/s, {kilobytes / middle:.0f} KB/s on one core of this machine")


if __name__ == "__main__":
    main()
