"""Published date cases: the shares once reached are floors."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

spec = importlib.util.spec_from_file_location("recognizers", ROOT / "eval/recognizers.py")
recognizers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(recognizers)

FLOORS = {"DateParser": 44, "DatePeriodParser": 21, "DateTimeParser": 8, "DurationParser": 19}
"""Cases met, by kind."""


@pytest.mark.skipif(not recognizers.DEFAULT_DATA.exists(), reason=f"no cases at {recognizers.DEFAULT_DATA}")
def test_no_kind_is_below_its_floor():
    shares = recognizers.shares(recognizers.DEFAULT_DATA)
    assert {kind: met for kind, (met, _) in shares.items() if met < FLOORS[kind]} == {}


def test_values_are_compared_in_every_form():
    case = {"kind": "DurationParser", "text": "لمدة نصف ساعة", "reference": "2024-05-15",
            "expected": [{"timex": "PT0.5H", "future": {"duration": "1800"}}]}  # fmt: skip
    assert recognizers.is_met(case)
    assert not recognizers.is_met({**case, "text": "لمدة ساعة"})
    assert recognizers.is_met({**case, "text": "لا شيء هنا", "expected": []})
