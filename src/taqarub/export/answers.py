"""What a record answers with, as pages for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from rich.console import Console

from taqarub.export.lines import Lines
from taqarub.store import Found, Happening, KnownPerson, Origin, Point


def print_found(console: Console, found: Iterable[Found[Any]]) -> None:
    """Print items under the articles they come from."""
    lines = Lines(console)
    for number, (origin, items) in enumerate(groupby(found, key=lambda one: one.article)):
        if number:
            lines.print()
        _print_origin(lines, origin)
        for one in items:
            lines.print_all(lines.of(one.item))


def print_plainly(console: Console, answers: Iterable[Happening | Point | KnownPerson]) -> None:
    """Print happenings, points of a series or people one after the other; they name their articles themselves."""
    lines = Lines(console)
    for answer in answers:
        lines.print_all(lines.of(answer))


def _print_origin(lines: Lines, origin: Origin) -> None:
    about = (origin.published or "undated", origin.outlet, origin.title, origin.id)
    lines.print((" · ".join(lines.arabic(part) for part in about if part), "bold"))
