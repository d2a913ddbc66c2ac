"""How many numbers of the published cases of Microsoft Recognizers-Text (Arabic) are found with their value.

usage: python eval/numerals.py [--data FILE] [--misses]

The file holds one case a line: `kind`, `text`, `expected` (each with `text` and `value`). An expected number is
found if a number of the case's text has its value, each number found counting once; of a percentage the number
counts. Cases that expect nothing are counted beside: there nothing should be found.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from taqarub.text import fold, tokenize
from taqarub.text.numerals import find_numbers

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared/data/recognizers-numbers.jsonl"


def cases(data: Path) -> list[dict[str, Any]]:
    """The cases of a file."""
    return [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]


def missed(case: dict[str, Any]) -> list[float]:
    """Expected values of a case that are not found."""
    found = [number.value for number in find_numbers(tokenize(fold(case["text"]))) if number.value is not None]
    left = []
    for expected in (float(item["value"].rstrip("%")) for item in case["expected"]):
        same = next((value for value in found if math.isclose(value, expected, rel_tol=1e-9)), None)
        if same is None:
            left.append(expected)
        else:
            found.remove(same)
    return left


def shares(data: Path) -> dict[str, tuple[int, int]]:
    """Expected numbers found and there, by kind; cases without a number left alone, under `none`."""
    met: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for case in cases(data):
        kind = case["kind"] if case["expected"] else "none"
        there[kind] += len(case["expected"]) or 1
        if case["expected"]:
            met[kind] += len(case["expected"]) - len(missed(case))
        else:
            met[kind] += not find_numbers(tokenize(fold(case["text"])))
    return {kind: (met[kind], there[kind]) for kind in sorted(there)}


def share(data: Path) -> float:
    """Share of all expected numbers that are found."""
    kinds = [counts for kind, counts in shares(data).items() if kind != "none"]
    return sum(met for met, _ in kinds) / sum(there for _, there in kinds)


def main() -> int:
    """Print the share of numbers found by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--misses", action="store_true", help="print the cases with numbers that are not found")
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data}: no such file; give the cases with --data")
    for kind, (met, there) in shares(options.data).items():
        print(f"{kind:18}{met:4} of {there:3}  {met / there:.2f}")
    print(f"{'all numbers':18}{'':12}{share(options.data):.3f}")
    if options.misses:
        for case in cases(options.data):
            if missed(case):
                values = [number.value for number in find_numbers(tokenize(fold(case["text"])))]
                print(case["kind"], case["text"], missed(case), values)
    return 0


if __name__ == "__main__":
    sys.exit(main())
