"""What the commands have in common: options, consoles, faults told in one line."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console

from taqarub.errors import TaqarubError
from taqarub.ingest import published_day, read_source
from taqarub.model import Article

_DATES = "YYYY-MM-DD, YYYY-MM or YYYY"


def _day(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return published_day(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date; write {_DATES}") from None


Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE…", help="Files, folders, or - for standard input.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a page.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication of articles that have none.", callback=_day),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of articles that have none.")]
RecordFile = Annotated[
    str,
    typer.Option("--record", metavar="FILE", envvar="TAQARUB_RECORD", help="The record: a file, or a database URL."),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Not before this day, month or year.", callback=_day)]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Not after this day, month or year.", callback=_day)]
DEFAULT_RECORD = "taqarub.db"


def out() -> Console:
    """Return the console for results; without colour when it is no terminal."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def complain(message: object, kind: str = "error") -> None:
    """Tell a fault on standard error, in one line."""
    print(f"taqarub: {kind}: {' '.join(str(message).split())}", file=sys.stderr)


class WarningsToStderr(logging.Handler):
    """Tells the package's warnings in one line each."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one warning."""
        complain(record.getMessage(), record.levelname.lower())


@dataclass(slots=True)
class Faults:
    """Counts faults that stop nothing, and ends the command with status 1 if there were any."""

    count: int = 0

    def tell(self, fault: TaqarubError) -> None:
        """Tell a fault and go on."""
        self.count += 1
        complain(fault)

    def finish(self) -> None:
        """End the command: status 1 after any fault."""
        if self.count:
            raise typer.Exit(1)


def articles(sources: list[str], outlet: str | None, published: str | None, faults: Faults) -> Iterator[Article]:
    """Yield the articles of all sources; what cannot be read is told and left out."""
    for source in sources:
        yield from read_source(source, outlet=outlet, published=published, on_fault=faults.tell)
