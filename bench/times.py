"""How fast times and quantities are read, as a ratio to dateparser's search over the same articles.

usage: python bench/times.py [ARTICLES.jsonl...]

Without files the bundled demo articles are read. dateparser is no dependency: install it beside the
project for the comparison (`pip install dateparser`); without it only our own rates are printed. All
passes run in this process in turn, several rounds; medians are printed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path

from taqarub.extract.mentions import find_mentions
from taqarub.extract.quantities import find_quantities
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.ingest import read_source
from taqarub.lexicon import default
from taqarub.model import Mention

ROUNDS = 3


@dataclass(frozen=True)
class Seen:
    """An article made ready, with the mentions that quantities are told with; neither is timed."""

    view: View
    mentions: tuple[Mention, ...]


Work = Callable[[Seen], object]


def main() -> None:
    """Print megabytes a second and the ratio."""
    with as_file(files("taqarub") / "data/demo/articles.jsonl") as demo:
        sources = [Path(name) for name in sys.argv[1:]] or [demo]
        articles = [article for source in sources for article in read_source(source)]
    readings = [Seen(seen := view(article, default()), find_mentions(seen)) for article in articles]
    search = _search_dates()
    works: dict[str, Work] = {
        "times": lambda seen: find_times(seen.view),
        "times and quantities": lambda seen: find_quantities(seen.view, seen.mentions, find_times(seen.view)),
    }
    if search is not None:
        works["dateparser.search.search_dates"] = lambda seen: search(seen.view.text, languages=["ar"])
    for work in works.values():
        work(readings[0])  # loads what is loaded once
    megabytes = sum(len(article.text.encode()) for article in articles) / 2**20
    rates = {name: megabytes / _median_seconds(work, readings) for name, work in works.items()}
    print(f"{len(articles)} articles, {megabytes:.2f} MB")
    for name, rate in rates.items():
        print(f"{name:32}{rate:9.3f} MB/s")
    if search is None:
        print("dateparser is not installed: no ratio")
        return
    *ours, theirs = rates
    for name in ours:
        print(f"{name}: {rates[name] / rates[theirs]:.1f} times as fast as {theirs}")


def _median_seconds(work: Work, readings: Sequence[Seen]) -> float:
    """Median wall time of a pass over the articles."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for seen in readings:
            work(seen)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _search_dates() -> Callable[..., object] | None:
    try:
        return import_module("dateparser.search").search_dates  # type: ignore[no-any-return]
    except ImportError:
        return None


if __name__ == "__main__":
    main()
