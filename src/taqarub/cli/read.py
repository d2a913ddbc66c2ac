"""`taqarub read`: articles in, readings out; nothing is kept."""

from __future__ import annotations

import sys

from taqarub.cli.shared import Faults, Json, Outlet, Published, Sources, articles, out
from taqarub.export.contract import to_json
from taqarub.export.page import print_reading
from taqarub.run import read_many


def read(sources: Sources, *, as_json: Json = False, published: Published = None, outlet: Outlet = None) -> None:
    """Read articles and print what is in them.

    Examples:
      taqarub read article.txt --published 2022-03-15
      taqarub read saved-articles/ --json > readings.jsonl
      zcat day.jsonl.gz | taqarub read - --json

    """
    faults = Faults()
    readings = read_many(articles(sources, outlet, published, faults), on_fault=faults.tell)
    if as_json:
        for reading in readings:
            sys.stdout.write(to_json(reading) + "\n")
    else:
        console = out()
        for number, reading in enumerate(readings):
            if number:
                console.rule(style="dim")
            print_reading(console, reading)
    faults.finish()
