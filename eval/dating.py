"""Measure the dating of undated articles: days of publication are taken away and told again from the text.

usage: python eval/dating.py [--gold FOLDER] [--show]

Of the annotated articles with a full day of publication: how many are dated (an interval closed on both
sides, a day, month or year derived), how near the best day comes, and how often the interval holds the truth.

The `seeds` column is no measure of unseen articles: data/encounters.csv was written by people who knew them and
lists their visits. Without those rows 001, 003 and 004 are weeks to more than a year off; read `dev` and `train`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from taqarub.extract.mentions import find_mentions
from taqarub.extract.view import view
from taqarub.ingest import parse_article
from taqarub.lexicon import default
from taqarub.model import Dating
from taqarub.resolve.dating import date_article

DEFAULT_GOLD = Path(__file__).resolve().parents[2] / "shared/gold"
SETS = ("seeds", "dev", "train")
NEAR = (("3 days", 3), ("a week", 7), ("a month", 31), ("a year", 366))


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's true day and what its text told."""

    id: str
    truth: date
    dating: Dating | None

    @property
    def holds(self) -> bool:
        """Whether the interval holds the truth; an open one may."""
        found = self.dating
        return found is None or (found.earliest or date.min) <= self.truth <= (found.latest or date.max)

    @property
    def right(self) -> bool:
        """Whether the derived day, month or year is the truth's."""
        derived = self.dating.published if self.dating else None
        return derived is not None and self.truth.isoformat().startswith(derived)

    @property
    def off(self) -> int | None:
        """Days between the best day and the truth."""
        return abs((self.dating.best[0] - self.truth).days) if self.dating and self.dating.best else None


def measure(folder: Path) -> Iterator[Dated]:
    """Date every article of a set that has a full day of publication, without it."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if len(gold.get("published") or "") != 10:
            continue
        given = {key: gold.get(key) for key in ("id", "outlet", "title", "text")}
        seen = view(parse_article(given, path.name), default())
        yield Dated(path.stem, date.fromisoformat(gold["published"]), date_article(seen, find_mentions(seen)))


def table(results: dict[str, list[Dated]]) -> str:
    """The measures in Markdown, a column a set."""
    rows: dict[str, Callable[[list[Dated]], object]] = {
        "articles": len,
        "interval holds the day": lambda d: _share([one.holds for one in d]),
        "interval closed, holds the day": lambda d: _share([one.holds for one in d if _closed(one)]),
        **{f"best day within {name}": partial(_within, days=days) for name, days in NEAR},
        "derived: day (right)": lambda d: _derived(d, 10),
        "derived: month (right)": lambda d: _derived(d, 7),
        "derived: year (right)": lambda d: _derived(d, 4),
    }
    lines = ["| | " + " | ".join(results) + " |", "| --- |" + " --- |" * len(results)]
    lines += [f"| {name} | " + " | ".join(str(row(d)) for d in results.values()) + " |" for name, row in rows.items()]
    return "\n".join(lines)


def _within(dated: list[Dated], days: int) -> int:
    return sum(one.off is not None and one.off <= days for one in dated)


def _closed(one: Dated) -> bool:
    return one.dating is not None and one.dating.earliest is not None and one.dating.latest is not None


def _share(held: list[bool]) -> str:
    return f"{sum(held)} of {len(held)}"


def _derived(dated: list[Dated], length: int) -> str:
    those = [one for one in dated if one.dating and len(one.dating.published or "") == length]
    return f"{len(those)} ({sum(one.right for one in those)})"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=DEFAULT_GOLD)
    parser.add_argument("--show", action="store_true", help="print each article whose interval misses its day")
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.stderr.write(f"no annotated articles in {options.gold}\n")
        return 1
    results = {name: list(measure(options.gold / name)) for name in SETS}
    print(table(results))
    for one in (one for dated in results.values() for one in dated if options.show and not one.holds):
        if one.dating is None:
            continue
        print(f"\n{one.id}: {one.truth}, told {one.dating.earliest} to {one.dating.latest}")
        for reason in one.dating.reasons:
            mark = "+" if reason.fits else "-"
            print(f"  {mark} {reason.earliest or ''}…{reason.latest or ''} {reason.text} [{reason.evidence.rule}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
