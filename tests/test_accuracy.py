"""The accuracy gate: no measure may fall below what was reached before."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared/gold"

spec = importlib.util.spec_from_file_location("accuracy", ROOT / "eval/accuracy.py")
accuracy = importlib.util.module_from_spec(spec)
sys.modules["accuracy"] = accuracy
spec.loader.exec_module(accuracy)

needs_gold = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no annotated articles in {GOLD}")


@needs_gold
@pytest.mark.parametrize("name", accuracy.SETS)
def test_no_measure_is_below_its_floor(name):
    assert accuracy.below(accuracy.measure(GOLD, name), accuracy.floors()[name]) == []


@needs_gold
def test_nothing_of_the_seeds_is_read_from_noise():
    import json

    from taqarub.export.contract import to_dict
    from taqarub.ingest import parse_article
    from taqarub.pipeline import read_article

    for path in sorted((GOLD / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        given = {key: gold[key] for key in ("id", "outlet", "published", "title", "text")}
        reading = to_dict(read_article(parse_article(given, path.name)))
        for kind in ("times", "quotes", "events", "figures"):
            for item in reading[kind]:
                inside = [n for n in gold["noise"] if item["start"] < n[1] and n[0] < item["end"]]
                assert not inside, (path.name, kind, item)


def test_a_fall_is_seen():
    scores = {"times": (0.9, 0.9, 0.9, 10, 10)}
    assert accuracy.below(scores, {"times": 0.95}) != []
    assert accuracy.below(scores, {"times": 0.9}) == []
