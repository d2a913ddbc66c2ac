"""`taqarub show`: one article of the record with its evidence."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from taqarub.cli.shared import DEFAULT_RECORD, Json, RecordFile, out
from taqarub.export.contract import to_json
from taqarub.export.page import print_marked
from taqarub.store import Record


def show(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its id, or the beginning of it.", show_default=False)
    ],
    *,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show an article with its evidence marked, and for each item why it is there.

    Examples:
      taqarub show 7a8a49e511d6447e
      taqarub show 7a8a --json

    """
    with Record.open(record, create=False) as kept:
        reading = kept.reading(article)
    if as_json:
        sys.stdout.write(to_json(reading) + "\n")
    else:
        print_marked(out(), reading)
