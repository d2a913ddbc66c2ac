"""How many published date cases of Microsoft Recognizers-Text (Arabic) are read to one of their values.

usage: python eval/recognizers.py [--data FILE] [--misses]

The file holds one case a line: `kind`, `text`, `reference` (the day it is said), `expected` (each with
`timex` and resolutions). A case is met if an expression found has one of the expected TIMEX values or
resolutions; a case that expects nothing is met if nothing is found. A resolution in seconds is compared
as a length, a day as a day, a period by its first day and the day after its last.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from taqarub.extract.times import find_times
from taqarub.extract.view import view
from taqarub.lexicon import default
from taqarub.model import Article, TimeExpression

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared/data/recognizers-dates.jsonl"

_LENGTH = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
    r"(?:T(?:(?P<H>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?(?:(?P<S>[\d.]+)S)?)?"
)
_SECONDS = {"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "H": 3600, "m": 60, "S": 1}


def cases(data: Path) -> list[dict[str, Any]]:
    """The cases of a file."""
    return [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(case: dict[str, Any]) -> tuple[TimeExpression, ...]:
    """What is found in a case's text, said on its reference day."""
    return find_times(view(Article("case", case["text"], published=case["reference"]), default()))


def is_met(case: dict[str, Any]) -> bool:
    """Tell whether an expression found has a value that the case expects."""
    found = {value for time in read(case) for value in values(time)}
    return bool(found & wanted(case)) if case["expected"] else not found


def wanted(case: dict[str, Any]) -> set[str]:
    """The values a case allows, each written as `values` writes ours."""
    allowed: set[str] = set()
    for expected in case["expected"]:
        allowed.add(str(expected.get("timex")))
        for way in ("future", "past"):
            resolution = {key: str(value) for key, value in (expected.get(way) or {}).items()}
            if "duration" in resolution:
                allowed.add(f"seconds {float(resolution['duration']):g}")
            if "startDate" in resolution and "endDate" in resolution:
                allowed.add(f"{resolution['startDate']} to {resolution['endDate']}")
            allowed |= {resolution[key].replace(" ", "T")[:16] for key in ("date", "dateTime") if key in resolution}
    return allowed


def values(time: TimeExpression) -> set[str]:
    """A value found, in every form a case may have it."""
    given = {time.value}
    length = _LENGTH.fullmatch(time.value)
    if length:
        parts = ((unit, text) for unit, text in length.groupdict().items() if text)
        given.add(f"seconds {sum(float(text) * _SECONDS[unit] for unit, text in parts):g}")
    if time.earliest and time.latest and time.earliest < time.latest:
        given.add(f"{time.earliest} to {time.latest + timedelta(days=1)}")
    return given


def shares(data: Path) -> dict[str, tuple[int, int]]:
    """Cases met and cases there are, by kind."""
    met: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for case in cases(data):
        there[case["kind"]] += 1
        met[case["kind"]] += is_met(case)
    return {kind: (met[kind], there[kind]) for kind in sorted(there)}


def main() -> int:
    """Print the share of cases met by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--misses", action="store_true", help="print the cases that are not met")
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data}: no such file; give the cases with --data")
    for kind, (met, there) in shares(options.data).items():
        print(f"{kind:18}{met:4} of {there:3}  {met / there:.2f}")
    if options.misses:
        for case in cases(options.data):
            if not is_met(case):
                print(case["kind"], case["text"], sorted(wanted(case)), [(t.text, t.value) for t in read(case)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
