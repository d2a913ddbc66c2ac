"""`taqarub add`: articles in, readings kept."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from taqarub.cli.shared import DEFAULT_RECORD, Faults, Outlet, Published, RecordFile, Sources, articles, out
from taqarub.model import Article
from taqarub.run import read_many
from taqarub.store import Record


def add(
    sources: Sources,
    *,
    record: RecordFile = DEFAULT_RECORD,
    published: Published = None,
    outlet: Outlet = None,
) -> None:
    """Read articles and keep their readings in a record.

    An article that is already there, to the letter, changes nothing; a changed one is replaced.

    Examples:
      taqarub add saved-articles/
      taqarub add article.txt --published 2022-03-15 --outlet enabbaladi --record iran.db

    """
    faults = Faults()
    counts: Counter[str] = Counter()
    with Record.open(record) as kept, _progress() as progress:
        task = progress.add_task("reading", total=None)

        def unread() -> Iterator[Article]:
            for article in articles(sources, outlet, published, faults):
                progress.advance(task)
                if kept.state_of(article) == "same":
                    counts["unchanged"] += 1
                else:
                    yield article

        for reading in read_many(unread(), on_fault=faults.tell):
            counts[kept.add(reading)] += 1
        total = len(kept)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("added", "updated", "unchanged"))
    out().print(f"{told}, {faults.count} not read; {total} articles in {record}", soft_wrap=True)
    faults.finish()


def _progress() -> Progress:
    """Return a progress display on standard error; it shows nothing where that is no terminal."""
    console = Console(file=sys.stderr)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(20),
        TextColumn("{task.completed:,.0f} articles"),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
