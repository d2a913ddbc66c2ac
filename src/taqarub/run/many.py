"""Many articles through the pipeline: in order, the same on one core or on many."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from taqarub.errors import TaqarubError
from taqarub.model import Article, Reading
from taqarub.pipeline import read_article

FEW = 40
"""So many articles are read sooner than other processes are started."""
_CHUNK = 16

Outcome = Reading | TaqarubError


def read_many(
    articles: Iterable[Article],
    *,
    workers: int | None = None,
    on_fault: Callable[[TaqarubError], None] | None = None,
) -> Iterator[Reading]:
    """Yield a reading for each article, in order, never holding more than a few chunks.

    `workers` is the number of processes (default: one a core); a few articles are read in this one. An
    article that cannot be read raises TaqarubError, or is handed to `on_fault` and left out.
    """
    stream = iter(articles)
    workers = workers or os.cpu_count() or 1
    first = list(islice(stream, FEW)) if workers > 1 else []
    everything = chain(first, stream)
    alone = workers == 1 or len(first) < FEW
    for outcome in map(_attempt, everything) if alone else _pooled(everything, workers):
        if isinstance(outcome, Reading):
            yield outcome
        elif on_fault is None:
            raise outcome
        else:
            on_fault(outcome)


def _attempt(article: Article) -> Outcome:
    """Read one article; whatever goes wrong with it is its own fault and stops no other."""
    try:
        return read_article(article)
    except TaqarubError as fault:
        return fault
    except Exception as fault:  # a bug in a stage must not lose the other articles
        return TaqarubError(f"{article.id}: cannot be read: {type(fault).__name__}: {fault}")


def _attempt_chunk(articles: tuple[Article, ...]) -> list[Outcome]:
    return [_attempt(article) for article in articles]


def _pooled(articles: Iterator[Article], workers: int) -> Iterator[Outcome]:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    waiting: deque[Future[list[Outcome]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            while chunk := tuple(islice(articles, _CHUNK)):
                waiting.append(pool.submit(_attempt_chunk, chunk))
                if len(waiting) > 2 * workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise TaqarubError("a reading process was ended from outside — is there enough memory?") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
