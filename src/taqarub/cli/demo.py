"""`taqarub demo`: a record of the articles that ship with taqarub, and what it tells."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from taqarub.cli.add import add
from taqarub.cli.ask import timeline
from taqarub.cli.shared import out
from taqarub.errors import RecordError
from taqarub.ingest import read_source
from taqarub.lexicon.load import data_folder
from taqarub.store import Record

ABOUT = (
    "Articles by five invented outlets about what Russia and Iran did in public, 2015 to 2025.\n"
    "They were written for this demo; do not cite them.\n"
)
NEXT = (
    "show 2022-07-20-marafi",
    "quotes --by لافروف --since 2022",
    "events --type SANCTION",
    "quantities --party RUS --unit USD",
    "people",
)
_KEPT = "demo.db"


def demo(
    *,
    record: Annotated[
        str | None, typer.Option(metavar="FILE", help="Keep the record in this file, else nothing is kept.")
    ] = None,
) -> None:
    """Try taqarub on articles that ship with it: Russia and Iran, 2015 to 2025.

    Their readings go into a record, its timeline is told, and what to ask next.

    Examples:
      taqarub demo
      taqarub demo --record demo.db

    """
    console = out()
    console.print(ABOUT, soft_wrap=True)
    with _place(record) as where, as_file(data_folder() / "demo" / "articles.jsonl") as articles:
        _check_alone(where, articles)
        add([str(articles)], record=where)
        console.print("\nRussia and Iran:", soft_wrap=True)
        timeline("RUS", "IRN", record=where)
    file = shlex.quote(record or _KEPT)
    first = () if record else (f"demo --record {file}",)
    asked = (f"{words} --record {file}" for words in NEXT)
    console.print("\nNext:", soft_wrap=True)
    for words in (*first, *asked, "read YOUR-ARTICLE.txt --published 2024-10-12"):
        console.print(f"  taqarub {words}", soft_wrap=True)


@contextmanager
def _place(record: str | None) -> Iterator[str]:
    """Where the record lies; unless a file is named, in a folder that is removed afterwards."""
    if record:
        yield record
        return
    with TemporaryDirectory(prefix="taqarub-") as folder:
        yield str(Path(folder) / _KEPT)


def _check_alone(where: str, articles: Path) -> None:
    """Keep invented articles out of a record of real ones."""
    ours = {article.id for article in read_source(articles)}
    with Record.open(where) as kept:
        if any(origin.id not in ours for origin in kept.articles()):
            raise RecordError(f"{where}: holds other articles — name another file with --record")
